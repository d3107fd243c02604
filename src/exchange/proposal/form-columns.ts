import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { LedgerReading } from '../../domain/views/import-views.ts'
import { RUNNING } from './column-words.ts'
import { bestOf, columnsFor, fitOf, type LedgerColumn, refusedWhy } from './propose-columns.ts'

/** A column of an office's own form: what is written into it, a field of the ledger or the running number; nothing where nobody knows. */
export type FormColumn = { readonly heading: string; readonly field?: string }

/** The field that stands for the number of a row. */
export const RUNNING_NUMBER = '#'

const FIT = 100

/** What all ledgers call a thing, and the fact of a matter that it is. */
const MEANINGS = [
  ['number', 'reference'],
  ['opened', 'openedAt'],
  ['unit', 'unitId'],
  ['what', 'title'],
  ['where', 'place'],
  ['ended', 'closedAt'],
  ['result', 'outcome'],
] as const

/**
 * Says what each column of a form is filled with: as the unit reads such a ledger when it comes in, else by the headings of the kind's own ledger, else by
 * what all ledgers call such a thing. Columns that may not come in are not written either.
 */
export function formColumns(names: readonly string[], procedure: Procedure, reading?: LedgerReading): FormColumn[] {
  const columns = names.map((heading, at) => ({ name: `#${at + 1}`, heading, cells: [] as string[], at }))
  const usable = columns.filter((column) => column.heading !== '' && !refusedWhy(column))
  const fields = new Map<number, string>()
  const taken = new Set<string>()
  const take = (column: { at: number } | undefined, field: string) => {
    if (!column || fields.has(column.at) || taken.has(field)) return
    fields.set(column.at, field)
    taken.add(field)
  }
  for (const [name, field] of reading?.kind === procedure.id ? readFields(reading) : [])
    take(
      usable.find(({ heading, name: place }) => heading === name || place === name),
      field,
    )
  take(bestOf(usable, ({ heading }) => fitOf(heading, RUNNING) - FIT + 1).find(isFree(fields)), RUNNING_NUMBER)
  for (const least of [2 * FIT, FIT])
    for (const { field, title } of procedure.ledger) {
      const score = ({ heading }: LedgerColumn) => Math.max(fitOf(heading, [title.zh]), fitOf(heading, [title.en]))
      take(bestOf(usable, (column) => score(column) - least + 1).find(isFree(fields)), field)
    }
  for (const [meaning, field] of MEANINGS)
    take(columnsFor(meaning, usable.filter(isFree(fields))).map(placed)[0], field)
  return columns.map(({ heading, at }) => {
    const field = fields.get(at)
    return field ? { heading, field } : { heading }
  })
}

const isFree =
  (fields: ReadonlyMap<number, string>) =>
  (column: LedgerColumn): column is LedgerColumn & { at: number } =>
    !fields.has(placed(column).at)

/** Where a column stands, by its name: `#4` is the fourth. */
const placed = ({ name }: LedgerColumn) => ({ at: Number(name.slice(1)) - 1 })

/** Which column a reading takes for which field. */
const readFields = ({
  opened,
  unit,
  due,
  ended,
  result,
  answers,
  key,
}: LedgerReading): (readonly [string, string])[] => [
  [opened, 'openedAt'],
  ...(unit ? [[unit, 'unitId'] as const] : []),
  ...(due ? [[due.column, due.deadline] as const] : []),
  ...(ended ? [[ended, 'closedAt'] as const] : []),
  ...(result ? [[result, 'outcome'] as const] : []),
  ...Object.entries(answers).map(([field, column]) => [column, field] as const),
  ...(key.length === 1 && key[0] ? [[key[0], 'reference'] as const] : []),
]
