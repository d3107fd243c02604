import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { Matter } from '../../src/domain/matter/matter.ts'
import { accessFacts, maySee } from '../../src/engine/access/access.ts'
import { CONNECTIONS } from '../../src/server/installation.ts'
import { databaseFor } from '../../src/storage/connection/connect.ts'
import { listMatters } from '../../src/storage/read/list-matters.ts'
import { BENCH_TENANT, type BenchInstallation, openBench } from '../bench-installation.ts'
import { benchActor } from '../command-plan.ts'
import { fillLedger } from '../ledger/ledger-data.ts'
import { p50p99, rounded } from '../quantiles.ts'
import type { Figures } from '../run/result.ts'
import type { Ask, Done, Operation, Work } from './clients.ts'
import { type BenchOffice, openOffice } from './office.ts'
import { postgresCpu } from './postgres-cpu.ts'

const CLIENTS = 16
const SECONDS = 4
const PAGE = 50
const DEEP = 1000
/** The share of all matters that the big unit has, as near as there is one. */
const BIG = 0.4

export type HttpResult = { readonly figures: Figures }

/**
 * The whole product as a browser meets it: real sockets, session, rights, JSON; 16 clients in a process of their own, one
 * operation after the other. Each gives operations a second, median, 99th percentile, and processor time of server and
 * PostgreSQL for one of them.
 */
export async function benchHttp(matters: number, onProgress: (note: string) => void): Promise<HttpResult> {
  const bench = await openBench(`http-${matters}`, CONNECTIONS, true)
  const clients = fork(join(import.meta.dirname, 'clients.ts'), { execArgv: [] })
  try {
    await fillLedger(bench, matters, onProgress)
    const office = await openOffice(bench)
    try {
      const used = await postgresCpu(bench.database.owner)
      const seconds = matters < 1000 ? 0.2 : SECONDS
      const figures: Record<string, number> = { matters, clients: CLIENTS }
      const known = await operationsOf(bench, matters, figures)
      let opened: Done['opened'] = []
      for (const name of [...Object.keys(known), 'step']) {
        onProgress(name)
        const operation = known[name] ?? { variants: [[ACCEPT]], matters: opened, once: true }
        const work = { ...office, clients: CLIENTS, operation }
        if (!operation.once) await ask(clients, { ...work, seconds: seconds / 4 })
        const before = { server: process.cpuUsage(), postgres: used() }
        const done = await ask(clients, { ...work, seconds })
        Object.assign(figures, figuresOf(name, done, before, used()))
        if (name === 'create') opened = done.opened
      }
      return { figures }
    } finally {
      await office.close()
    }
  } finally {
    clients.kill()
    await bench.close()
  }
}

const ask = (clients: ReturnType<typeof fork>, work: Omit<Work, keyof BenchOffice> & BenchOffice): Promise<Done> =>
  new Promise((resolve, reject) => {
    clients.once('message', (done: Done) =>
      done.refused > 0 ? reject(new Error(`${done.refused} refused: ${done.refusal}`)) : resolve(done),
    )
    const { url, cookie, clients: count, seconds, operation } = work
    clients.send({ url, cookie, clients: count, seconds, operation } satisfies Work)
  })

type Used = { readonly server: NodeJS.CpuUsage; readonly postgres: number | undefined }

function figuresOf(name: string, { milliseconds, seconds }: Done, before: Used, after: number | undefined): Figures {
  const { user, system } = process.cpuUsage(before.server)
  const server = (user + system) / 1000
  const postgres = after === undefined || before.postgres === undefined ? 0 : after - before.postgres
  const each = (ms: number) => rounded(ms / Math.max(1, milliseconds.length))
  const { p50, p99 } = p50p99(milliseconds)
  return {
    [`${name}PerSecond`]: Math.round(milliseconds.length / seconds),
    [`${name}P50Ms`]: p50,
    [`${name}P99Ms`]: p99,
    [`${name}CpuMs`]: each(server + postgres),
    [`${name}ServerCpuMs`]: each(server),
    ...(after === undefined ? {} : { [`${name}PostgresCpuMs`]: each(postgres) }),
  }
}

const ACCEPT: Ask = {
  method: 'POST',
  path: '/api/matters/{id}/steps/accept',
  body: { seenVersion: '{version}', form: { difficulty: 'ordinary', note: '与反映人通过电话。' } },
}

const OPEN: Ask = {
  method: 'POST',
  path: '/api/matters',
  body: {
    procedure: 'report',
    channel: 'phone',
    unitId: 'dongpu',
    form: {
      title: '渔湾村路灯不亮',
      category: 'facility',
      description: '从桥头到三组有五盏不亮，放学路上很黑。',
      place: '东浦镇渔湾村三组',
      placeUnit: 'yuwan',
      contactName: '张示例',
      contactPhone: '000-0000-1234',
    },
  },
}

const TEXTS = ['二次供水', '安全出口', '土地流转', '电动自行']

/** What is asked, by name; the step comes last, on the matters that were opened. */
async function operationsOf(
  bench: BenchInstallation,
  matters: number,
  figures: Record<string, number>,
): Promise<Record<string, Operation>> {
  const get = (path: string): Operation => ({ variants: [[{ method: 'GET', path }]] })
  const big = await bigUnit(bench)
  const { cursor, page } = await deepCursor(bench, Math.min(DEEP, Math.floor(matters / PAGE)))
  Object.assign(figures, { bigUnitShare: rounded(big.share), deepPage: page })
  return {
    list: get(`/api/matters?limit=${PAGE}`),
    bigUnit: get(`/api/matters?limit=${PAGE}&unit=${big.id}`),
    deepPage: get(`/api/matters?limit=${PAGE}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`),
    record: {
      variants: [['/api/matters/{id}', '/api/matters/{id}/events'].map((path) => ({ method: 'GET', path }))],
      matters: await withHistory(bench),
    },
    search4: {
      variants: TEXTS.map((text) => [
        { method: 'GET', path: `/api/matters?limit=${PAGE}&text=${encodeURIComponent(text)}` },
      ]),
    },
    counts: get('/api/counts'),
    today: get('/api/today'),
    create: { variants: [[OPEN]] },
  }
}

/** The unit whose matters, with those below it, are nearest to the share that is asked for. */
async function bigUnit({ database }: BenchInstallation): Promise<{ readonly id: string; readonly share: number }> {
  const { rows } = await database.owner.query<{ id: string; share: number }>(
    `select u.id, (sum(n.n) / (select count(*) from matters where tenant = $1))::float8 as share
     from units u join (select unit_path, count(*) as n from matters where tenant = $1 group by 1) n on starts_with(n.unit_path, u.path)
     where u.tenant = $1 group by u.id order by abs(sum(n.n) / (select count(*) from matters where tenant = $1) - $2::float8) limit 1`,
    [BENCH_TENANT, BIG],
  )
  return rows[0] ?? { id: 'dongpu', share: 0 }
}

/** Matters that went through steps, as they were made up, and that the reader sees. */
async function withHistory({ database, deps }: BenchInstallation): Promise<{ id: string; version: number }[]> {
  const { rows } = await database.owner.query<{ matter: Matter }>(
    `select m.matter from matters m where m.tenant = $1
       and exists (select from matter_events e where e.tenant = m.tenant and e.matter_id = m.id)
     order by m.version desc, m.id limit 1000`,
    [BENCH_TENANT],
  )
  const rulebook = await deps.rulebooks.of(BENCH_TENANT)
  const reader = benchActor(rulebook)
  return rows.flatMap(({ matter }) =>
    maySee(reader, accessFacts(matter, rulebook.directory)) ? [{ id: matter.id, version: matter.version }] : [],
  )
}

/** Turns the pages one by one, as a reader would. */
async function deepCursor({ deps }: BenchInstallation, page: number) {
  const { directory, ...rulebook } = await deps.rulebooks.of(BENCH_TENANT)
  const actor = benchActor({ ...rulebook, directory })
  const db = databaseFor(deps.pool, BENCH_TENANT)
  let cursor: string | undefined
  for (let at = 1; at < page; at += 1)
    cursor = (await listMatters(db, actor, { limit: PAGE, ...(cursor ? { cursor } : {}) }, directory)).next
  return { cursor, page }
}

/** The result as lines for people. */
export const httpLines = ({ figures }: HttpResult): string[] => {
  const names = Object.keys(figures).flatMap((key) => (key.endsWith('PerSecond') ? [key.slice(0, -9)] : []))
  const line = (name: string) =>
    `${name.padEnd(9)} ${figures[`${name}PerSecond`]}/s  p50 ${figures[`${name}P50Ms`]} ms  p99 ${figures[`${name}P99Ms`]} ms  processor ${figures[`${name}CpuMs`]} ms (server ${figures[`${name}ServerCpuMs`]})`
  return [`${figures['matters']} matters, ${figures['clients']} clients`, ...names.map(line)]
}
