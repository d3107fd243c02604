import type { PoolClient } from 'pg'
import type { MatterEvent } from '../domain/matter/event.ts'
import type { History } from '../domain/matter/history.ts'
import { AnlanError } from '../domain/wording/errors.ts'
import { keptCells } from '../exchange/mapping/kept-cells.ts'
import { type CaseChanges, caseChanges } from '../exchange/mapping/row-changes.ts'
import { type BulkOutcome, openInBulk } from '../storage/bulk/bulk.ts'
import {
  type ChangedRow,
  eventsOf,
  markApplied,
  type RejectedRow,
  recordProgress,
} from '../storage/bulk/import-batches.ts'
import type { StorageDeps } from '../storage/deps.ts'
import { applyChanges } from './apply-changes.ts'
import type { Read } from './early-result.ts'
import type { ImportCounts, ImportJob } from './import-job.ts'
import type { LedgerCase } from './ledger-cases.ts'
import { refusalIssues } from './refusal-issues.ts'
import { addReasons } from './tally.ts'

/** Rejected and changed rows that the report shows. */
const EXAMPLES = 10
const CHANGES = 1_000

type Good = { readonly index: number; readonly history: History }
type Known = { readonly good: Good; readonly events: readonly MatterEvent[]; readonly found: CaseChanges }

/** Takes the good cases of a piece in, in one transaction with what is noted of the others, and counts what became of each row. */
export async function takeIn(
  deps: StorageDeps,
  job: ImportJob,
  personal: ReadonlySet<string>,
  piece: readonly LedgerCase[],
  results: readonly Read[],
  counts: ImportCounts,
): Promise<void> {
  const { tenant, batchId } = job
  const good = results.flatMap((result, index): Good[] =>
    'history' in result ? [{ index, history: result.history }] : [],
  )
  const rowsIn = (index: number) => piece[index]?.rows ?? []
  const read = piece.reduce((sum, { rows }) => sum + rows.length, 0)
  const skipped = results.flatMap((result) => ('skipped' in result ? [result.skipped] : []))
  let changed: Known[] = []
  let rejected: RejectedRow[] = []
  const rowsOf = (known: readonly Known[]): ChangedRow[] =>
    known.flatMap(({ good: { index, history }, found }) =>
      rowsIn(index).map(({ number }) => ({ number, matterId: history.id, changes: found.changes })),
    )
  const addedIn = (outcomes: readonly BulkOutcome[]): number =>
    good.reduce((sum, { index }, nth) => sum + (outcomes[nth] === 'added' ? rowsIn(index).length : 0), 0)
  const also = async (client: PoolClient, outcomes: readonly BulkOutcome[]) => {
    changed = await changedCases(
      deps,
      client,
      tenant,
      good.filter((_, nth) => outcomes[nth] === 'known'),
    )
    rejected = rejectedRows(deps, job, personal, piece, results, good, outcomes)
    const progress = { read, added: addedIn(outcomes), skipped: skipped.length, rejected, changed: rowsOf(changed) }
    await recordProgress(client, tenant, batchId, progress)
  }
  const outcomes = await openInBulk(
    deps,
    tenant,
    good.map(({ history }) => history),
    also,
  )
  const changes = rowsOf(changed)
  const added = addedIn(outcomes)
  counts.read += read
  counts.added += added
  counts.matters += outcomes.filter((outcome) => outcome === 'added').length
  counts.changed += changes.length
  counts.known += read - added - changes.length - rejected.length - skipped.length
  counts.skipped += skipped.length
  for (const kind of skipped) counts.skippedKinds[kind] = (counts.skippedKinds[kind] ?? 0) + 1
  counts.rejected += rejected.length
  for (const { number, issues } of rejected) addReasons(counts.reasons, number, issues)
  keepFirst(counts.examples, rejected, EXAMPLES)
  keepFirst(counts.changes, changes, CHANGES)
  if (job.applies) counts.applied += await applyAll(deps, tenant, batchId, changed, rowsOf)
}

/** Known cases that say something else than when they came in. */
async function changedCases(
  deps: StorageDeps,
  client: PoolClient,
  tenant: string,
  known: readonly Good[],
): Promise<Known[]> {
  const recorded = await eventsOf(
    client,
    tenant,
    known.map(({ history }) => history.id),
  )
  const rulebook = await deps.rulebooks.of(tenant)
  return known.flatMap((good) => {
    const events = recorded.get(good.history.id) ?? []
    const found = caseChanges(good.history, events, rulebook)
    return found.changes.length > 0 ? [{ good, events, found }] : []
  })
}

async function applyAll(
  deps: StorageDeps,
  tenant: string,
  batchId: string,
  changed: readonly Known[],
  rowsOf: (known: readonly Known[]) => ChangedRow[],
): Promise<number> {
  const done: Known[] = []
  for (const one of changed)
    if (await applyChanges(deps, tenant, one.good.history, one.events, one.found)) done.push(one)
  const rows = rowsOf(done).map(({ number }) => number)
  if (rows.length > 0) await markApplied(deps, tenant, batchId, rows, deps.now())
  return rows.length
}

function rejectedRows(
  deps: StorageDeps,
  { mapping }: ImportJob,
  personal: ReadonlySet<string>,
  piece: readonly LedgerCase[],
  results: readonly Read[],
  good: readonly Good[],
  outcomes: readonly BulkOutcome[],
): RejectedRow[] {
  const refused = new Map(
    good.flatMap(({ index }, nth) => {
      const outcome = outcomes[nth]
      const cells = piece[index]?.rows[0]?.cells ?? {}
      if (!(outcome instanceof AnlanError)) return []
      return [[index, refusalIssues(outcome, mapping, cells, personal, deps.rulebooks.procedures)] as const]
    }),
  )
  return piece.flatMap(({ rows }, index) => {
    const result = results[index]
    const issues = result && 'issues' in result ? result.issues : refused.get(index)
    if (!issues) return []
    return rows.map(({ number, cells, fault }) => ({
      number,
      issues,
      original: keptCells(cells, personal, fault !== undefined),
    }))
  })
}

/** Keeps the first rows, in the order of the file: its pieces are not always done in that order. */
function keepFirst<T extends { readonly number: number }>(kept: T[], more: readonly T[], most: number): void {
  kept.push(...more)
  kept.sort((a, b) => a.number - b.number)
  kept.length = Math.min(kept.length, most)
}
