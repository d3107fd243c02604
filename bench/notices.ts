import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { NOTICE_KIND_NAMES } from '../src/domain/notice/notice.ts'
import { databaseFor } from '../src/storage/connection/connect.ts'
import type { StorageDeps } from '../src/storage/deps.ts'
import { addOutlet } from '../src/storage/outlets/change-outlets.ts'
import { handleCommand } from '../src/storage/write/handle.ts'
import { newId } from '../src/storage/write/ids.ts'
import { deliverNotices } from '../src/workers/notices/deliver.ts'
import { createPostToOutlet } from '../src/workers/notices/outlets/post-to-outlet.ts'
import { BENCH_TENANT, type BenchInstallation, openBench } from './bench-installation.ts'
import { benchActor } from './command-plan.ts'
import { commit, load } from './load.ts'
import { rounded } from './quantiles.ts'

const ANSWER_MS = 20
const PATIENCE_MS = 2_000
/** Two servers of one installation. */
const SERVERS = 2

export type NoticesResult = {
  readonly bench: 'notices'
  readonly commit: string
  readonly loadBefore: number
  readonly loadAfter: number
  readonly figures: Readonly<Record<string, number>>
}

/**
 * So many notices through a receiver that takes 20 ms, answers 500 to one try in twenty, goes away without a word after taking one in
 * fifty, hangs at one in two hundred, and asks for a pause at one in two hundred. Two servers send. How many were lost, how many came
 * twice under another id (none may), how many under the same (the receiver knows them by it), and how long it took.
 */
export async function benchNotices(count: number, onProgress: (note: string) => void): Promise<NoticesResult> {
  const loadBefore = load()
  const bench = await openBench('notices', 10, false)
  const receiver = await openReceiver()
  try {
    await prepare(bench, receiver.url, count)
    const post = createPostToOutlet({ inside: ['127.0.0.1'], http: true }, receiver.url, PATIENCE_MS)
    const outlets = { baseUrl: 'https://anlan.example.cn', post }
    const startedAt = performance.now()
    const open = () => countOpen(bench)
    while (receiver.seen === 0 || (await open()) > 0) {
      await Promise.all(Array.from({ length: SERVERS }, () => deliverNotices(bench.deps, BENCH_TENANT, outlets)))
      onProgress(`${receiver.taken.size}/${count}`)
      await pause(200)
    }
    const seconds = (performance.now() - startedAt) / 1000
    const { rows } = await bench.database.owner.query<{ n: number; tries: number }>(
      `select count(*) filter (where state = 'sent')::int as n, sum(attempts)::int as tries from deliveries`,
    )
    const { n: sent = 0, tries = 0 } = rows[0] ?? {}
    const again = [...receiver.taken.values()].reduce((sum, times) => sum + times - 1, 0)
    const figures = {
      notices: count,
      sent,
      lost: count - receiver.taken.size,
      twiceUnderAnotherId: receiver.taken.size - count,
      againUnderTheSameId: again,
      tries,
      seconds: rounded(seconds),
      perSecond: rounded(count / seconds),
    }
    return { bench: 'notices', commit: commit(), loadBefore, loadAfter: load(), figures }
  } finally {
    await receiver.close()
    await bench.close()
  }
}

/** One matter in the township, an outlet of it, and so many notices of it, each of another event. */
async function prepare({ deps, database }: BenchInstallation, url: string, count: number): Promise<void> {
  const { tenant, postId, personId, unitId } = await actorIn(deps)
  const at = deps.now()
  const form = {
    title: '渔湾村路灯不亮',
    category: 'facility',
    description: '五盏不亮。',
    place: '渔湾村',
    placeUnit: 'yuwan',
  }
  const open = { type: 'OpenMatter', procedure: 'report', channel: 'phone', unitId, form } as const
  const { matter } = await handleCommand(deps, { actor: await actorIn(deps), command: open })
  const outlet = { id: 'bench', unitId, kind: 'webhook', name: 'bench', url, mode: 'atOnce', digestAt: 510 } as const
  const act = { tenant, personId, postId, personName: 'bench', reason: 'bench', at, changeId: newId(Date.parse(at)) }
  await addOutlet(databaseFor(deps.pool, tenant), deps.keys, act, { ...outlet, reasons: NOTICE_KIND_NAMES }, [])
  await database.owner.query(
    `insert into notices (tenant, id, receiver, matter_id, version, kind, at, exercise)
     select $1, gen_random_uuid(), 'post:' || $2, $3, 1000 + n, 'assigned', $4, false from generate_series(1, $5::int) as n`,
    [tenant, postId, matter.id, at, count],
  )
}

const actorIn = async (deps: StorageDeps) => benchActor(await deps.rulebooks.of(BENCH_TENANT))

async function countOpen({ database }: BenchInstallation): Promise<number> {
  const { rows } = await database.owner.query<{ n: number }>(
    `select count(*)::int as n from deliveries where state = 'waiting'`,
  )
  return rows[0]?.n ?? 0
}

/** Takes, fails, hangs and goes away in turn, whatever is sent. */
async function openReceiver() {
  const taken = new Map<string, number>()
  let seen = 0
  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    request.resume()
    seen += 1
    const turn = seen
    const id = String(request.headers['webhook-id'])
    if (turn % 200 === 7) return
    if (turn % 200 === 11) return void response.writeHead(429, { 'retry-after': '1' }).end()
    if (turn % 20 === 3) return void response.writeHead(500).end()
    taken.set(id, (taken.get(id) ?? 0) + 1)
    if (turn % 50 === 9) return void request.socket.destroy()
    await pause(ANSWER_MS)
    response.writeHead(204).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    taken,
    get seen() {
      return seen
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

export const noticesLines = ({ figures }: NoticesResult): string[] =>
  Object.entries(figures).map(([name, value]) => `${name.padEnd(22)}${value}`)
