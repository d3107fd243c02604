import { CONNECTIONS } from '../src/server/installation.ts'
import { withTenant } from '../src/storage/connection/connect.ts'
import type { StorageDeps } from '../src/storage/deps.ts'
import { handleCommand } from '../src/storage/write/handle.ts'
import { BENCH_TENANT, openBench } from './bench-installation.ts'
import { benchActor, COMMANDS_A_MATTER, type RawCommand, rawCommandsOf, requestsOf } from './command-plan.ts'
import { p50p99, quantile, rounded } from './quantiles.ts'

type Measured = { readonly commandsPerSecond: number; readonly p50: number; readonly p99: number }

export type CommandsResult = {
  readonly bench: 'commands'
  readonly mattersAtMost: number
  readonly levels: readonly {
    readonly clients: number
    readonly commands: number
    readonly handleCommand: Measured
    readonly floor: Measured
    readonly ratio: number
  }[]
}

/** Clients at a time, and which share of the matters each level runs: one client alone is slow, and needs fewer. */
const LEVELS = [
  { clients: 1, share: 0.1 },
  { clients: 8, share: 0.5 },
  { clients: 32, share: 1 },
]
/** Turns of each kind, one after the other, so that a slow minute of the machine hits both. */
const ROUNDS = 5

/**
 * Commands a second through `handleCommand`, and the floor beside it: the same two statements a command, sent raw with
 * parameters worked out beforehand. Embedded server, fsync on, idempotency keys, personal fields sealed.
 */
export async function benchCommands(matters: number, onProgress: (note: string) => void): Promise<CommandsResult> {
  const bench = await openBench('commands', CONNECTIONS, false)
  try {
    await round(bench.deps, 8, 50, true)
    await round(bench.deps, 8, 50, false)
    const levels = []
    for (const { clients, share } of LEVELS) {
      const each = Math.max(clients, Math.round((matters * share) / ROUNDS))
      const [ours, raw]: [Round[], Round[]] = [[], []]
      for (let turn = 0; turn < ROUNDS; turn += 1) {
        onProgress(`${clients} ${turn + 1}/${ROUNDS}`)
        ours.push(await round(bench.deps, clients, each, true))
        raw.push(await round(bench.deps, clients, each, false))
      }
      const [handled, floor] = [summary(ours), summary(raw)]
      levels.push({
        clients,
        commands: each * ROUNDS * COMMANDS_A_MATTER,
        handleCommand: handled,
        floor,
        ratio: rounded(handled.commandsPerSecond / floor.commandsPerSecond),
      })
    }
    return { bench: 'commands', mattersAtMost: matters, levels }
  } finally {
    await bench.close()
  }
}

type Round = { readonly perSecond: number; readonly milliseconds: readonly number[] }

const summary = (rounds: readonly Round[]): Measured => ({
  commandsPerSecond: Math.round(
    quantile(
      rounds.map(({ perSecond }) => perSecond),
      0.5,
    ),
  ),
  ...p50p99(rounds.flatMap(({ milliseconds }) => milliseconds)),
})

let runs = 0

async function round(deps: StorageDeps, clients: number, matters: number, ours: boolean): Promise<Round> {
  runs += 1
  const run = `bench${process.pid}-${runs}`
  const rulebook = await deps.rulebooks.of(BENCH_TENANT)
  const actor = benchActor(rulebook)
  const lives = Array.from({ length: matters }, () =>
    ours
      ? handledLife(deps, requestsOf(actor, run))
      : rawLife(deps, rawCommandsOf({ tenant: BENCH_TENANT, rulebook, keys: deps.keys }, actor, run)),
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
export function commandsLines({ levels }: CommandsResult): string[] {
  const line = ({ clients, handleCommand: ours, floor, ratio }: CommandsResult['levels'][number]) =>
    `${String(clients).padStart(3)} clients  handleCommand ${ours.commandsPerSecond}/s p50 ${ours.p50} ms p99 ${ours.p99} ms   floor ${floor.commandsPerSecond}/s p50 ${floor.p50} ms p99 ${floor.p99} ms   ratio ${ratio}`
  return levels.map(line)
}
