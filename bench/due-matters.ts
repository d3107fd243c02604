import type { Command } from '../src/domain/matter/command.ts'
import { addMilliseconds } from '../src/domain/time/time.ts'
import { continueDraft, type Draft } from '../src/storage/bulk/bulk-draft.ts'
import { writeDrafts } from '../src/storage/bulk/write-drafts.ts'
import type { StorageDeps } from '../src/storage/deps.ts'
import { newId } from '../src/storage/write/ids.ts'
import { BENCH_TENANT } from './bench-installation.ts'
import { benchActor, lifeIn, UNITS } from './command-plan.ts'

const DAY_MS = 86_400_000

/** So many days ago a matter came in, taken in turn: then it is to be warned of, overdue, or both after each other. */
const AGES = [8, 10, 13, 16, 18, 22, 30, 45]

/** How many are written in one transaction. */
const BATCH = 1_000

let made = 0

/** Matters as a ledger brings them in: opened in the past, with limits of which nobody was warned. */
export async function plantDue(deps: StorageDeps, count: number): Promise<void> {
  const rulebook = await deps.rulebooks.of(BENCH_TENANT)
  const grounds = { tenant: BENCH_TENANT, rulebook, keys: deps.keys }
  const actor = benchActor(rulebook)
  for (let left = count; left > 0; left -= BATCH) {
    const drafts = Array.from({ length: Math.min(left, BATCH) }, (): Draft => {
      made += 1
      const now = addMilliseconds(deps.now(), -(AGES[made % AGES.length] ?? 0) * DAY_MS - made * 1000)
      const matterId = newId(Date.parse(now))
      const identity = { matterId, reference: `SQ-9998-${matterId.slice(-12)}` }
      const [open] = lifeIn(UNITS[made % UNITS.length] ?? '')
      return continueDraft(grounds, undefined, { command: open as Command, actor, now, identity })
    })
    await writeDrafts(deps, drafts, { tenant: BENCH_TENANT, rulebook, followed: true })
  }
}
