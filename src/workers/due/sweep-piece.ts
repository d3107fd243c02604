import { setImmediate as letOthersRun } from 'node:timers/promises'
import type { Instant } from '../../domain/time/time.ts'
import { type Move, moveByTime } from '../../storage/bulk/move-by-time.ts'
import { writeMoves } from '../../storage/bulk/write-moves.ts'
import { databaseFault } from '../../storage/connection/database-fault.ts'
import type { StorageDeps } from '../../storage/deps.ts'
import { leaveAlone, standingMatters } from '../../storage/due/due-matters.ts'
import { sweepOne } from './sweep-one.ts'

/** What became of a piece: how many commands were recorded, what was changed meanwhile and comes again, and what failed. */
export type Swept = {
  readonly recorded: number
  readonly again: readonly string[]
  readonly failures: readonly Error[]
}

/** How long decisions are taken without letting requests of people in between, in milliseconds. */
const BREATH_MS = 8

/**
 * Takes what is due in a few hundred matters of a tenant: decided in memory, written in one transaction. What needs more than that, or
 * failed among the others, is taken one by one.
 * @throws Error when the database is away
 */
export async function sweepPiece(deps: StorageDeps, tenant: string, ids: readonly string[]): Promise<Swept> {
  const now = deps.now()
  const { moves, alone, idle } = await decideAll(deps, tenant, ids, now)
  const written = moves.length > 0 ? await writeMoves(deps, tenant, moves).catch(giveUpIfAway) : new Set<string>()
  const together = written ? moves.filter(({ before }) => written.has(before.id)) : []
  const oneByOne = await sweepAlone(deps, tenant, written ? alone : [...alone, ...idsOf(moves)], now)
  const left = [...idle, ...oneByOne.left]
  if (left.length > 0) await leaveAlone(deps, tenant, left, now)
  return {
    recorded: together.reduce((sum, { steps }) => sum + steps.length, oneByOne.recorded),
    again: written ? idsOf(moves).filter((id) => !written.has(id)) : [],
    failures: oneByOne.failures,
  }
}

const idsOf = (moves: readonly Move[]) => moves.map(({ before }) => before.id)

/** What spoils the whole is found by taking each alone; a server that is away is not asked once for each. */
function giveUpIfAway(cause: Error): undefined {
  if (databaseFault(cause) === 'away') throw cause
  return undefined
}

/** The moves that can be written together; what has to be taken alone; and matters in which nothing is due after all. */
async function decideAll(deps: StorageDeps, tenant: string, ids: readonly string[], now: Instant) {
  const rulebook = await deps.rulebooks.of(tenant)
  const grounds = { tenant, rulebook, keys: deps.keys }
  const standing = await standingMatters(deps, tenant, ids)
  const there = new Set(standing.map(({ id }) => id))
  const moves: Move[] = []
  const alone: string[] = []
  const idle: string[] = ids.filter((id) => !there.has(id))
  let since = performance.now()
  for (const one of standing) {
    const move = moveOrNone(() => moveByTime(grounds, one, now))
    if (!move) alone.push(one.id)
    else if (move.steps.length === 0) idle.push(one.id)
    else moves.push(move)
    if (performance.now() - since < BREATH_MS) continue
    await letOthersRun()
    since = performance.now()
  }
  return { moves, alone, idle }
}

/** A decision that throws is taken again alone, where its error is told. */
function moveOrNone(decide: () => Move | undefined): Move | undefined {
  try {
    return decide()
  } catch {
    return undefined
  }
}

async function sweepAlone(deps: StorageDeps, tenant: string, ids: readonly string[], now: Instant) {
  const failures: Error[] = []
  const left: string[] = []
  let recorded = 0
  for (const id of ids)
    try {
      const commands = await sweepOne(deps, tenant, id, now)
      if (commands === 0) left.push(id)
      recorded += commands
    } catch (cause) {
      if (databaseFault(cause) === 'away') throw cause
      left.push(id)
      failures.push(new Error(`matter ${id}: ${(cause as Error).message}`, { cause }))
    }
  return { recorded, left, failures }
}
