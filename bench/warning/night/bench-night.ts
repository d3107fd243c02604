import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { addDays, dayOf } from '../../../src/domain/time/time.ts'
import { type OpenDatabase, openDatabase } from '../../../src/storage/connection/open-database.ts'
import { quantile, rounded } from '../../quantiles.ts'
import type { Figures } from '../../run/result.ts'
import { type ServedOffice, serveAgain, serveOffice } from '../../scale/served-office.ts'
import { plantCountyMatters } from './county-matters.ts'
import type { Asked, ClientWork } from './office-client.ts'

export type NightBench = { readonly figures: Figures }

const UNITS = 500
const CATEGORIES = 40
const PER_SECOND = 20
const LOOK_MS = 25
/** The server looks for a night once a minute; on a busy machine the first takes long. */
const LONGEST_MS = 1_800_000

/**
 * A county's night beside its day: a served office with two years of matters of 500 units in 40 categories, its own worker judging them,
 * and a client in a process of its own that asks twenty times a second meanwhile. First the night that has a year's past to judge as
 * well, then one like any other.
 */
export async function benchNight(
  { matters, kept }: { readonly matters: number; readonly kept?: string | undefined },
  say: (note: string) => void,
): Promise<NightBench> {
  const tiny = matters < 1000
  const folder = kept ?? join(import.meta.dirname, `../../../.anlan/bench-warn-${process.pid}`)
  const isMade = kept !== undefined && existsSync(kept)
  if (!isMade) await rm(folder, { recursive: true, force: true })
  // A database of its own, whatever DATABASE_URL says: an office is set up in it from the beginning.
  const env = { ANLAN_DATA: folder }
  let office = isMade ? undefined : await serveOffice(env)
  const database = await openDatabase({ dataDir: join(folder, 'postgres'), max: 2, log: () => {} })
  try {
    if (office) {
      const template = await openOne(office)
      await office.stop()
      const county = { units: tiny ? 8 : UNITS, categories: tiny ? 2 : CATEGORIES, matters }
      await plantCountyMatters(database.owner, template, county, addDays(dayOf(new Date().toISOString()), -1), say)
    }
    for (const table of ['marks', 'weeks', 'families', 'series'])
      await database.owner.query(`delete from warning_${table}`)
    say('first night')
    office = await serveAgain(env)
    const client = await startClient(office)
    try {
      const past = await nightOf(database, office, client.asked)
      if (tiny) return { figures: { matters, ...past } }
      say(`first night ${JSON.stringify(past)}; now one like any other`)
      // The same night once more: what was kept of the past is there now.
      await database.owner.query('update warning_marks set judged_until = judged_until - 1')
      const idleFrom = Date.now()
      const night = await nightOf(database, office, client.asked)
      const idle = client.asked.filter(({ at }) => at > idleFrom && at < idleFrom + night.waitedMs)
      const { waitedMs: _, ...figures } = night
      return {
        figures: {
          matters,
          ...figures,
          idleP99Ms: rounded(
            quantile(
              idle.map(({ ms }) => ms),
              0.99,
            ),
          ),
          firstNightSeconds: past.panelSeconds,
          firstNightP99Ms: past.serverP99Ms,
          firstNightPeakMb: past.peakMb,
        },
      }
    } finally {
      client.stop()
    }
  } finally {
    await office?.stop()
    await database.close()
    if (!kept) await rm(folder, { recursive: true, force: true })
  }
}

async function openOne(office: ServedOffice): Promise<string> {
  const form = { title: '路灯不亮', category: 'facility', description: '从桥头到三组有五盏不亮。', place: '三组' }
  const answer = await office.send('/api/matters', { procedure: 'report', channel: 'phone', form }, 'the-first-one')
  if (!answer.ok) throw new Error(`not opened: ${answer.status} ${await answer.text()}`)
  return ((await answer.json()) as { id: string }).id
}

async function startClient({ url, cookie }: ServedOffice) {
  const asked: Asked[] = []
  const client = fork(join(import.meta.dirname, 'office-client.ts'), { execArgv: [] })
  client.on('message', (each: Asked) => asked.push(each))
  client.send({ url, cookie, perSecond: PER_SECOND } satisfies ClientWork)
  return { asked, stop: () => client.kill() }
}

/** Waits for a night to be taken up and to end; what was asked meanwhile says how the server answered. */
async function nightOf({ owner }: OpenDatabase, office: ServedOffice, asked: readonly Asked[]) {
  await resetPeak(office)
  const from = Date.now()
  let begun: number | undefined
  let cpu = 0
  while (Date.now() < from + LONGEST_MS) {
    const { rows } = await owner.query<{ leased: boolean; judged: number; until: string }>(
      `select leased_until is not null as leased, judged, judged_until as until from warning_marks`,
    )
    const mark = rows[0]
    if (mark?.leased && begun === undefined) [begun, cpu] = [Date.now(), await cpuSeconds(office)]
    else if (mark && !mark.leased && begun !== undefined) {
      const until = Date.now()
      const during = asked.filter(({ at }) => at >= (begun ?? 0) && at <= until)
      const ms = during.map((each) => each.ms)
      const { series } = (
        await owner.query<{ series: number }>(
          'select coalesce(sum(jsonb_array_length(series)), 0)::int as series from warning_families',
        )
      ).rows[0] as { series: number }
      return {
        panelSeconds: rounded((until - begun) / 1000),
        serverP99Ms: rounded(quantile(ms, 0.99)),
        serverP50Ms: rounded(quantile(ms, 0.5)),
        requests: ms.length,
        refused: during.filter(({ ok }) => !ok).length,
        panels: series,
        judged: mark.judged,
        processCpuSeconds: rounded((await cpuSeconds(office)) - cpu),
        peakMb: Math.round(await peakMb(office)),
        waitedMs: begun - from,
      }
    }
    await pause(LOOK_MS)
  }
  throw new Error('no night was judged')
}

/** The peak of memory is counted from here on, where the system allows it. */
const resetPeak = ({ process: { pid } }: ServedOffice) => writeFile(`/proc/${pid}/clear_refs`, '5').catch(() => {})

async function peakMb({ process: { pid } }: ServedOffice): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}

/** Processor time of the served process so far, its threads included. */
async function cpuSeconds({ process: { pid } }: ServedOffice): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number)
  return (user + system) / 100
}

/** The result as lines for people. */
export const benchNightLines = ({ figures }: NightBench): string[] =>
  Object.entries(figures).map(([name, figure]) => `${name.padEnd(20)}${figure}`)
