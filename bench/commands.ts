import { CONNECTIONS } from '../src/server/installation.ts'
import { withTenant } from '../src/storage/connection/connect.ts'
import type { StorageDeps } from '../src/storage/deps.ts'
import { handleCommand } from '../src/storage/write/handle.ts'
import { BENCH_TENANT, openBench } from './bench-installation.ts'
import { benchActor, COMMANDS_A_MATTER, type RawCommand, rawCommandsOf, requestsOf } from './command-plan.ts'
import { fillLedger } from './ledger/ledger-data.ts'
import { p50p99, quantile, rounded } from './quantiles.ts'
import type { Figures } from './run/result.ts'

/** Figures by name and number of clients: `ratioSame32`, `ratioLean32`, `perSecond32`, `samePerSecond32`, `p50ms32`, … */
export type CommandsResult = { readonly figures: Figures }

export type CommandsAsked = {
  /** Matters that each sender takes through its life at 32 clients; fewer clients take fewer. */
  readonly matters: number
  /** Matters that are there before. */
  readonly filled?: number | undefined
}

/** Clients at a time, and which share of the matters each level runs: one client alone is slow, and needs fewer. */
const LEVELS = [
  { clients: 1, share: 0.1 },
  { clients: 8, share: 0.5 },
  { clients: 32, share: 1 },
]
/** Turns of each kind, one after the other, so that a slow minute of the machine hits all. */
const ROUNDS = 5

/** Matters that are there before the first command: an empty table flatters every statement. */
const FILLED = 20_000

/** Who sends: the program, its own statements without the program, or the least anybody could send. */
const SENDERS = ['ours', 'same', 'lean'] as const
type Sender = (typeof SENDERS)[number]

/**
 * Commands a second through `handleCommand` beside two floors: `same`, the same two statements sent raw with parameters
 * worked out beforehand, and `lean`, a read and a write of row and event alone. Embedded server, fsync on, a filled
 * database, several units, idempotency keys, personal fields sealed.
 */
export async function benchCommands(
  { matters, filled = FILLED }: CommandsAsked,
  onProgress: (note: string) => void,
): Promise<CommandsResult> {
  const bench = await openBench('commands', CONNECTIONS, false)
  try {
    await fillLedger(bench, filled, onProgress)
    for (const sender of SENDERS) await round(bench.deps, 8, Math.min(50, matters), sender)
    const figures: Record<string, number> = { matters, filled }
    for (const { clients, share } of LEVELS) {
      const each = Math.max(clients, Math.round((matters * share) / ROUNDS))
      const rounds: Record<Sender, Round[]> = { ours: [], same: [], lean: [] }
      for (let turn = 0; turn < ROUNDS; turn += 1)
        for (const sender of SENDERS) {
          onProgress(`${clients} ${turn + 1}/${ROUNDS} ${sender}`)
          rounds[sender].push(await round(bench.deps, clients, each, sender))
        }
      Object.assign(figures, figuresOf(clients, rounds))
    }
    return { figures }
  } finally {
    await bench.close()
  }
}

type Round = { readonly perSecond: number; readonly milliseconds: readonly number[] }

function figuresOf(clients: number, { ours, same, lean }: Record<Sender, Round[]>): Record<string, number> {
  const rate = (rounds: readonly Round[]) =>
    quantile(
      rounds.map(({ perSecond }) => perSecond),
      0.5,
    )
  const { p50, p99 } = p50p99(ours.flatMap(({ milliseconds }) => milliseconds))
  return {
    [`perSecond${clients}`]: Math.round(rate(ours)),
    [`samePerSecond${clients}`]: Math.round(rate(same)),
    [`leanPerSecond${clients}`]: Math.round(rate(lean)),
    [`ratioSame${clients}`]: rounded(rate(ours) / rate(same)),
    [`ratioLean${clients}`]: rounded(rate(ours) / rate(lean)),
    [`p50ms${clients}`]: p50,
    [`p99ms${clients}`]: p99,
  }
}

let runs = 0

async function round(deps: StorageDeps, clients: number, matters: number, sender: Sender): Promise<Round> {
  runs += 1
  const run = `bench${process.pid}-${runs}`
  const rulebook = await deps.rulebooks.of(BENCH_TENANT)
  const actor = benchActor(rulebook)
  const grounds = { tenant: BENCH_TENANT, rulebook, keys: deps.keys }
  const lives = Array.from({ length: matters }, () =>
    sender === 'ours'
      ? handledLife(deps, requestsOf(actor, run))
      : rawLife(deps, rawCommandsOf(grounds, actor, run, sender)),
  )
  const milliseconds: number[] = []
  let next = 0
  const client = async () => {
    for (let life = lives[next++]; life; life = lives[next++]) await life((ms) => milliseconds.push(ms))
  }
  const startedAt = performance.now()
  await Promise.all(Array.from({ length: clients }, client))
  return { perSecond: (matters * COMMANDS_A_MATTER * 1000) / (performance.now() - startedAt), milliseconds }
}

type Life = (took: (milliseconds: number) => void) => Promise<void>

const handledLife =
  (deps: StorageDeps, requests: ReturnType<typeof requestsOf>): Life =>
  async (took) => {
    let matterId: string | undefined
    for (const request of requests) {
      const startedAt = performance.now()
      matterId = (await handleCommand(deps, request(matterId))).matter.id
      took(performance.now() - startedAt)
    }
  }

const rawLife =
  (deps: StorageDeps, commands: readonly RawCommand[]): Life =>
  async (took) => {
    for (const { find, write } of commands) {
      const startedAt = performance.now()
      await withTenant(deps.pool, BENCH_TENANT, async (client) => {
        await client.query(find)
        await client.query(write)
      })
      took(performance.now() - startedAt)
    }
  }

/** The result as lines for people. */
export function commandsLines({ figures }: CommandsResult): string[] {
  const of = (name: string) => figures[name] ?? Number.NaN
  const line = ({ clients: n }: (typeof LEVELS)[number]) =>
    `${String(n).padStart(3)} clients  ${of(`perSecond${n}`)}/s p50 ${of(`p50ms${n}`)} ms p99 ${of(`p99ms${n}`)} ms   ` +
    `same statements ${of(`samePerSecond${n}`)}/s ratio ${of(`ratioSame${n}`)}   lean ${of(`leanPerSecond${n}`)}/s ratio ${of(`ratioLean${n}`)}`
  return [`${of('filled')} matters there`, ...LEVELS.map(line)]
}
