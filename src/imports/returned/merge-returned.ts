import type { Kysely } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { findDefinition } from '../../domain/procedure/definition.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { ReturnedCell, ReturnedRow } from '../../domain/views/returned-views.ts'
import { type Text, text } from '../../domain/wording/text.ts'
import { isRestricted, readsRestricted } from '../../engine/access/restricted.ts'
import { replay } from '../../engine/record/evolve.ts'
import { differsFromNow, mergeRow, type RowToMerge } from '../../exchange/returned/merge-row.ts'
import { planSteps } from '../../exchange/returned/plan-steps.ts'
import { type SheetColumns, sheetColumns } from '../../exchange/returned/sheet-columns.ts'
import { createLedgerTimes } from '../../exchange/table/ledger-times.ts'
import { recordReadings } from '../../storage/read/readings.ts'
import { historiesUpTo, mattersInSight } from '../../storage/read/returned/standing.ts'
import type { Tables } from '../../storage/schema/tables.ts'
import { type Doubled, doubledRows } from './doubled-rows.ts'
import type { SheetRead, SheetRowRead } from './read-returned.ts'

/** Who brings a sheet back, when, and by which rules. */
export type BringingBack = {
  readonly db: Kysely<Tables>
  readonly actor: Actor
  readonly rulebook: Rulebook
  readonly now: Instant
}

/** A row of the sheet with its matter, of those that the reader may see. */
export type MergedRow = {
  readonly view: ReturnedRow
  readonly matter?: Matter
  readonly procedure?: Procedure
  /** The cells that can be recorded, by column. */
  readonly cells: Readonly<Record<string, string>>
}

export type Merged = {
  /** Rows with something to say, of those that were wanted, and how many there are. */
  readonly rows: readonly MergedRow[]
  readonly changed: number
  readonly unchanged: number
  readonly added: readonly SheetRowRead[]
  /** How the headings were read, where any row is a matter in sight. */
  readonly columns: SheetColumns | undefined
}

/** A row of a matter in sight that says something else than the matter. */
type Open = { readonly row: SheetRowRead; readonly toMerge: Omit<RowToMerge, 'base'>; readonly columns: SheetColumns }

/** How days are read: as in any ledger of ours. */
export const readTime = createLedgerTimes({ zone: 'Asia/Shanghai', formats: [] })

/** The same of a matter that is not there, of one out of sight, of another office's, and of a tag that nobody wrote. */
const NOT_YOURS = text('不是你能看到的事项，或者没有这件事', 'Not yours to see, or there is no such matter')
const RESTRICTED = text(
  '限制处理：只存不用，解除后才能改',
  'Restricted: it is stored and not used until that is lifted',
)
/** Sorting without the hidden column moves every row beside another matter; the number tells. */
const MOVED = text(
  '这一行的编号和隐藏列“安澜编号”不是同一件：排序时漏选了隐藏列，或者编号改过',
  'The number in this row and its hidden column are two matters: it was sorted without the hidden column, or the number was changed',
)
const NO_DEFINITION = text('办这件事的程序版本没有了', 'The version of the procedure that it follows is gone')

/** Rows that are read and compared at once: a hundred thousand matters are never held together. */
const PIECE = 200

/** Which rows are wanted: those of these numbers, or the first so many with something to say. */
export type RowsWanted = { readonly only: ReadonlySet<number> } | { readonly most: number }

/** Merges a sheet that came back with the ledger as it stands: what was there when it was written, what is there now, what it says. */
export async function mergeReturned(
  given: BringingBack,
  { headings, rows }: SheetRead,
  wanted: RowsWanted,
): Promise<Merged> {
  const doubled = doubledRows(rows)
  const isAsked = ({ number }: SheetRowRead) =>
    !doubled.same.has(number) && (!('only' in wanted) || wanted.only.has(number))
  const asked = rows.filter((row) => (row.tag || row.forged) && isAsked(row))
  const most = 'most' in wanted ? wanted.most : asked.length
  const columnsOf = columnsReader(given.rulebook, headings)
  const merged: MergedRow[] = []
  let [changed, columns] = [0, undefined as SheetColumns | undefined]
  for (let at = 0; at < asked.length; at += PIECE) {
    const piece = await mergePiece(given, asked.slice(at, at + PIECE), doubled, columnsOf)
    changed += piece.rows.length
    columns ??= piece.columns
    merged.push(...piece.rows.slice(0, Math.max(0, most - merged.length)))
  }
  const added = rows.filter(({ tag, forged }) => !tag && !forged)
  return { rows: merged, changed, unchanged: rows.length - added.length - changed, added, columns }
}

async function mergePiece(
  given: BringingBack,
  rows: readonly SheetRowRead[],
  doubled: Doubled,
  columnsOf: (kind: string) => SheetColumns,
): Promise<Pick<Merged, 'rows' | 'columns'>> {
  const { db, actor, rulebook, now } = given
  const ids = [...new Set(rows.flatMap(({ tag }) => tag?.matterId ?? []))]
  const matters = await mattersInSight(db, actor, ids, rulebook.directory)
  await recordReadings(db, [...matters.values()], { actor, what: 'sheet', now }, rulebook.directory)
  const looked = rows.flatMap((row) => lookAt(row, doubled.differ.get(row.number), matters, columnsOf, given) ?? [])
  const bases = await basesOf(
    given,
    looked.flatMap((each) => ('toMerge' in each ? [each] : [])),
  )
  const [kind] = [...matters.values()].map(({ procedure }) => procedure)
  return {
    rows: looked.flatMap((each) => ('toMerge' in each ? mergeOpen(given, each, bases(each.row)) : [each])),
    columns: kind === undefined ? undefined : columnsOf(kind),
  }
}

/** What can be said of a row before it is known what it was: nothing, that it is left alone and why, or that it is to be merged. */
function lookAt(
  row: SheetRowRead,
  differs: Text | undefined,
  matters: ReadonlyMap<string, Matter>,
  columnsOf: (kind: string) => SheetColumns,
  { actor, rulebook: { procedures, directory } }: BringingBack,
): MergedRow | Open | undefined {
  if (row.forged) return refusedRow(row, NOT_YOURS)
  if (!row.tag) return undefined
  if (differs) return refusedRow(row, differs)
  const matter = matters.get(row.tag.matterId)
  if (!matter || row.tag.version > matter.version) return refusedRow(row, NOT_YOURS)
  // Before anything is compared: whether a guess is right would be told by what happens to the row.
  if (isRestricted(matter) && !readsRestricted(actor)) return refusedRow(row, RESTRICTED)
  const procedure = findDefinition(procedures, matter)
  if (!procedure) return refusedRow(row, NO_DEFINITION)
  const columns = columnsOf(matter.procedure)
  const toMerge = { procedure, now: matter, columns: columns.columns, cells: row.cells }
  if (!differsFromNow(toMerge, { directory, locale: columns.locale }, readTime)) return undefined
  return isRestricted(matter) ? refusedRow(row, RESTRICTED) : { row, toMerge, columns }
}

const refusedRow = ({ number }: SheetRowRead, refused: Text): MergedRow => ({
  view: { row: number, cells: [], refused },
  cells: {},
})

/** The columns of a kind's ledger in this sheet, looked for once a kind. */
function columnsReader({ procedures }: Rulebook, headings: readonly string[]): (kind: string) => SheetColumns {
  const known = new Map<string, SheetColumns>()
  return (kind) => {
    const newest = procedures.findLast(({ id }) => id === kind)
    const columns = known.get(kind) ?? sheetColumns(newest?.ledger ?? [], headings)
    known.set(kind, columns)
    return columns
  }
}

/** The matters as they stood when the sheet was written. One that did not change since is as it stands now. */
async function basesOf({ db, actor }: BringingBack, open: readonly Open[]) {
  const bases = new Map<string, Matter>()
  const changed = new Map<string, number>()
  for (const { row, toMerge } of open) {
    const { now } = toMerge
    if (row.tag?.version === now.version) bases.set(now.id, now)
    else changed.set(now.id, row.tag?.version ?? 0)
  }
  for (const [id, events] of await historiesUpTo(db, actor.tenant, changed)) {
    const base = replay(events)
    if (base) bases.set(id, base)
  }
  return ({ tag }: SheetRowRead): Matter | undefined => bases.get(tag?.matterId ?? '')
}

/** Merges a row, and says of each cell by which step it would be recorded, or why by none. */
function mergeOpen(given: BringingBack, { row, toMerge, columns }: Open, base: Matter | undefined): MergedRow[] {
  const { procedure, now: matter } = toMerge
  const reading = { directory: given.rulebook.directory, locale: columns.locale }
  const found = mergeRow({ ...toMerge, base }, reading, readTime)
  if (found.length === 0) return []
  if (found.some(({ field, sheet }) => field === 'reference' && sheet !== '')) return [refusedRow(row, MOVED)]
  const plan = planSteps({ ...given, procedure, matter, readTime }, recordable(found))
  const cells = found.map((cell): ReturnedCell => {
    if (cell.fate === 'refused') return cell
    const why = plan.refused[cell.field]
    const step = plan.steps.find(({ columns: own }) => own.includes(cell.field))
    if (why || !step) return { ...cell, fate: 'refused', ...(why ? { why } : {}) }
    return { ...cell, by: step.title, ...(step.moves ? { moves: step.moves } : {}) }
  })
  const { id, reference, title, version } = matter
  const view = { row: row.number, matter: { id, reference, title, version }, cells }
  return [{ view, matter, procedure, cells: recordable(cells) }]
}

const recordable = (cells: readonly ReturnedCell[]): Record<string, string> =>
  Object.fromEntries(cells.flatMap(({ field, fate, sheet }) => (fate === 'refused' ? [] : [[field, sheet]])))
