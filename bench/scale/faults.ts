import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startEmbedded } from '../../src/storage/launcher/start-embedded.ts'
import { openLine } from '../../src/testing/servers/cut-line.ts'
import { type ServedOffice, serveAgain, serveOffice } from './served-office.ts'

/** What was acknowledged, and what of it is missing or there twice after everything was asked again with its key. */
type Survived = { readonly acknowledged: number; readonly lost: number; readonly doubled: number }

const LANES = 6
const FORM = { title: '路灯不亮', category: 'facility', description: '从桥头到三组有五盏不亮。', place: '三组' }

/** Real servers under load: killed, with a full disk, with a dead line to the database. What cannot be tried on this machine is left out and named. */
export async function benchFaults(say: (note: string) => void) {
  const folder = await mkdtemp(join(tmpdir(), 'anlan-faults-'))
  try {
    say('kill -9 of the server')
    const kills = await killed(join(folder, 'kill'))
    say('a line that goes dead')
    const dead = await deadLine(join(folder, 'line'))
    say('a disk that is full')
    const full = await fullDisk(join(folder, 'disk')).catch((cause: Error) => {
      say(`left out: ${cause.message}`)
      return undefined
    })
    return { figures: { kill: kills, deadLine: dead, ...(full ? { fullDisk: full } : {}) } }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Sends new matters until `goesOn` says no; who gets no answer asks again with the same key. */
function underLoad(office: () => ServedOffice, goesOn: () => boolean) {
  const tried = new Set<string>()
  const acknowledged = new Map<string, string>()
  let refused = 0
  const lane = async () => {
    while (goesOn()) {
      const key = randomUUID()
      tried.add(key)
      while (goesOn() && !acknowledged.has(key)) {
        const answer = await send(office(), key)
        if (answer?.id) acknowledged.set(key, answer.id)
        else {
          refused += 1
          await pause(200)
        }
      }
    }
  }
  const ended = Promise.all(Array.from({ length: LANES }, lane))
  return { tried, acknowledged, ended, refused: () => refused }
}

async function send(office: ServedOffice, key: string): Promise<{ id?: string } | undefined> {
  try {
    const answer = await office.send('/api/matters', { procedure: 'report', channel: 'phone', form: FORM }, key)
    const body = (await answer.json()) as { id: string }
    return answer.status === 201 ? { id: body.id } : {}
  } catch {
    return undefined // the server died
  }
}

/** Whoever got no answer asks again with the same key; then there is each once. */
async function survived(
  office: ServedOffice,
  { tried, acknowledged }: Pick<ReturnType<typeof underLoad>, 'tried' | 'acknowledged'>,
): Promise<Survived> {
  let lost = 0
  const keys = [...tried]
  const ask = async () => {
    for (let key = keys.pop(); key; key = keys.pop()) {
      const again = await send(office, key)
      if (acknowledged.has(key) && again?.id !== acknowledged.get(key)) lost += 1
    }
  }
  await Promise.all(Array.from({ length: LANES }, ask))
  const counts = (await (await office.send('/api/counts')).json()) as { procedure: string; all: number }[]
  const there = counts.find(({ procedure }) => procedure === 'report')?.all ?? 0
  return { acknowledged: acknowledged.size, lost, doubled: there - tried.size }
}

const KILLS = 5
const BETWEEN_KILLS_MS = 2_000

async function killed(folder: string): Promise<Survived & { readonly kills: number }> {
  const env = { ANLAN_DATA: folder }
  let office = await serveOffice(env)
  let goesOn = true
  const load = underLoad(
    () => office,
    () => goesOn,
  )
  try {
    for (let kill = 0; kill < KILLS; kill += 1) {
      await pause(BETWEEN_KILLS_MS)
      const gone = once(office.process, 'exit')
      office.process.kill('SIGKILL')
      await gone
      office = await serveAgain(env)
    }
    goesOn = false
    await load.ended
    return { kills: KILLS, ...(await survived(office, load)) }
  } finally {
    goesOn = false
    await office.stop()
  }
}

async function deadLine(folder: string) {
  await mkdir(folder, { recursive: true })
  const database = await startEmbedded({ dataDir: join(folder, 'postgres'), log: () => {} })
  const line = await openLine(database.ownerUrl)
  const { username, password, pathname } = new URL(database.ownerUrl)
  const url = `postgres://${username}:${password}@${line.address}${pathname}`
  const office = await serveOffice({ ANLAN_DATA: join(folder, 'data'), DATABASE_URL: url })
  try {
    await send(office, randomUUID())
    line.be('dead')
    const at = performance.now()
    const statuses = await Promise.all(
      Array.from(
        { length: LANES },
        async () => (await office.send('/api/matters').catch(() => undefined))?.status ?? 0,
      ),
    )
    const longestAnswerMs = Math.round(performance.now() - at)
    line.be('cut')
    line.be('whole')
    const whole = performance.now()
    while (!(await office.send('/api/matters')).ok) await pause(20)
    return {
      longestAnswerMs,
      saidComeBack: statuses.filter((status) => status === 503).length,
      asked: LANES,
      wellAgainMs: Math.round(performance.now() - whole),
    }
  } finally {
    await office.stop()
    await line.close()
    await database.stop()
  }
}

const DISK = '400m'
/** Less than the database wants for its next piece of the log. */
const LEFT_BYTES = 12 * 1024 * 1024
const REFUSALS = 30
const LIMIT_MS = 90_000

/** A file system of its own in memory, filled by somebody else until the database cannot go on; then room is made. */
async function fullDisk(folder: string): Promise<Survived & { readonly refused: number }> {
  await mkdir(folder)
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK},mode=755`, 'tmpfs', folder], { stdio: 'pipe' })
  let goesOn = true
  let office: ServedOffice | undefined
  try {
    const served = await serveOffice({ ANLAN_DATA: join(folder, 'data') })
    office = served
    const load = underLoad(
      () => served,
      () => goesOn,
    )
    await pause(BETWEEN_KILLS_MS)
    const { bavail, bsize } = await statfs(folder)
    const filler = join(folder, 'filler')
    await writeFile(filler, Buffer.alloc(Math.max(0, bavail * bsize - LEFT_BYTES), 1))
    const until = performance.now() + LIMIT_MS
    while (load.refused() < REFUSALS && performance.now() < until) await pause(50)
    await rm(filler)
    const refused = load.refused()
    while (!(await served.send('/readyz').catch(() => undefined))?.ok) await pause(100)
    await pause(BETWEEN_KILLS_MS)
    goesOn = false
    await load.ended
    return { refused, ...(await survived(served, load)) }
  } finally {
    goesOn = false
    await office?.stop()
    execFileSync('umount', ['-l', folder], { stdio: 'pipe' })
  }
}
