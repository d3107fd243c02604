import type { Matter } from '../../domain/matter/matter.ts'
import type { RecordedRow, RowToRecord } from '../../domain/views/returned-views.ts'
import { errorText } from '../../domain/wording/error-text.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { type Text, text } from '../../domain/wording/text.ts'
import { type PlannedStep, planSteps } from '../../exchange/returned/plan-steps.ts'
import type { StorageDeps } from '../../storage/deps.ts'
import { handleAndFollow } from '../../storage/write/follow-up.ts'
import { sha256 } from '../../storage/write/ids.ts'
import { type BringingBack, type MergedRow, mergeReturned, readTime } from './merge-returned.ts'
import type { SheetRead } from './read-returned.ts'

/** What a person asks to have recorded of a sheet that came back, and why it puts right what it puts right. */
export type ToRecord = { readonly upload: string; readonly reason: string; readonly rows: readonly RowToRecord[] }

/**
 * Records what a person chose of a sheet, row by row, each as ordinary steps of theirs. The sheet is merged anew first: a matter that
 * changed since they looked is not written but shown again.
 */
export async function recordReturned(
  deps: StorageDeps,
  given: BringingBack,
  sheet: SheetRead,
  asked: ToRecord,
): Promise<RecordedRow[]> {
  const numbers = new Set(asked.rows.map(({ row }) => row))
  const merge = async (only: ReadonlySet<number>) => {
    // Rows of one matter refuse each other, so all of the sheet is looked at, and only what is asked is read.
    const { rows } = await mergeReturned(given, sheet, { only })
    return new Map(rows.map((row) => [row.view.row, row]))
  }
  const standing = await merge(numbers)
  const results: RecordedRow[] = []
  for (const wish of asked.rows) results.push(await recordRow(deps, given, asked, wish, standing.get(wish.row)))
  const unfinished = new Set(results.filter(({ fate }) => fate !== 'already').map(({ row }) => row))
  const after = unfinished.size === 0 ? new Map<number, MergedRow>() : await merge(unfinished)
  return results.map((result) => {
    const left = after.get(result.row)?.view
    return left ? { ...result, left } : result
  })
}

async function recordRow(
  deps: StorageDeps,
  given: BringingBack,
  { upload, reason }: ToRecord,
  { row, seenVersion, fields }: RowToRecord,
  merged: MergedRow | undefined,
): Promise<RecordedRow> {
  if (!merged) return { row, fate: 'already', steps: [] }
  const { matter, procedure, view } = merged
  if (!matter || !procedure) return { row, fate: 'refused', steps: [], ...(view.refused ? { why: view.refused } : {}) }
  const cells = Object.fromEntries(Object.entries(merged.cells).filter(([field]) => fields.includes(field)))
  if (matter.version !== seenVersion) return { row, fate: 'again', steps: [] }
  if (Object.keys(cells).length === 0) return { row, fate: 'already', steps: [] }
  const { steps: planned, refused } = planSteps({ ...given, procedure, matter, readTime }, cells)
  const taken: Text[] = []
  let version = matter.version
  try {
    for (const step of planned) {
      const after = await take(deps, given, { upload, reason, matter, version, step })
      version = after.version
      taken.push(step.title)
    }
  } catch (cause) {
    if (!(cause instanceof AnlanError)) throw cause
    if (cause.code === 'version-conflict') return { row, fate: 'again', steps: taken }
    const { code, details } = cause
    return {
      row,
      fate: 'refused',
      steps: taken,
      why: text(errorText(code, details, 'zh'), errorText(code, details, 'en')),
    }
  }
  const [why] = Object.values(refused)
  if (taken.length === 0) return { row, fate: 'refused', steps: [], ...(why ? { why } : {}) }
  return { row, fate: 'recorded', steps: taken, ...(why ? { why } : {}) }
}

type Taking = {
  readonly upload: string
  readonly reason: string
  readonly matter: Matter
  readonly version: number
  readonly step: PlannedStep
}

/** Takes one step. Sent twice it is taken once: its key follows from the file, what was seen of the matter, and what is said of it. */
async function take(deps: StorageDeps, { actor }: BringingBack, taking: Taking): Promise<Matter> {
  const { upload, reason, matter, version, step } = taking
  const form = { ...step.form, ...(step.reason ? { [step.reason]: reason } : {}) }
  const key = ['returned sheet', actor.personId, upload, matter.id, version, step.step, JSON.stringify(form)].join('\n')
  const { matter: after } = await handleAndFollow(deps, {
    actor,
    command: { type: 'TakeStep', step: step.step, form },
    matterId: matter.id,
    seenVersion: version,
    key: sha256(key),
  })
  return after
}
