import { type Field, personalOf } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { ledgerEndings, ledgerQuestions } from '../../domain/procedure/records/ledger-questions.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { type LedgerReading, OVER } from '../../domain/views/import-views.ts'
import { DONE, RUNNING } from './column-words.ts'
import { bestOf, columnsFor, distinct, fitOf, type LedgerColumn, refusedWhy } from './propose-columns.ts'
import { proposeOptions, proposeUnits, unitShare } from './propose-values.ts'

export type ProposalGrounds = {
  readonly columns: readonly LedgerColumn[]
  readonly procedures: readonly Procedure[]
  readonly directory: Directory
  /** The unit for rows that name none. */
  readonly rootUnitId: string
  /** What stands above the headings, and what sheet and file are called. */
  readonly about: string
  /** The kind of matter, where somebody said it. */
  readonly kind?: string
  /** The year of dates that say none. */
  readonly year: number
}

/**
 * Says how a ledger could be read: which kind of matter its rows are, and which column answers which question. A proposal only:
 * somebody looks at it before a row is taken in.
 */
export function proposeReading(grounds: ProposalGrounds): LedgerReading {
  const usable = grounds.columns.filter((column) => !refusedWhy(column) && distinct(column).length > 0)
  const procedure = kindFor(grounds, usable)
  const opened = columnsFor('opened', usable)[0]
  const unit = bestOf(columnsFor('unit', usable), (column) => unitShare(column, grounds.directory))[0]
  const answers = answersFor(
    procedure,
    usable.filter((column) => column !== opened && column !== unit),
  )
  const due = dueFor(procedure, usable)
  const { isDone, ...ending } = endingFor(procedure, usable)
  const valued = [...Object.entries(answers)].flatMap(([id, column]) =>
    optionsFor(ledgerQuestions(procedure)[id], column, grounds),
  )
  return {
    kind: procedure.id,
    key: keyFor(usable, opened, unit),
    opened: opened?.name ?? usable[0]?.name ?? '',
    ...(unit ? { unit: unit.name } : {}),
    ...(due ? { due } : {}),
    ...ending,
    ...(isDone ? { isDone: isDone.name } : {}),
    answers: Object.fromEntries(Object.entries(answers).map(([id, { name }]) => [id, name])),
    values: Object.fromEntries([
      ...valued,
      ...(unit ? valuesOf(unit, proposeUnits(unit, grounds.directory).values) : []),
      ...(isDone ? valuesOf(isDone, Object.fromEntries(doneIn(isDone).map((cell) => [cell, OVER]))) : []),
    ]),
    ...(usable.some(({ cells }) => cells.some(isWithoutYear)) ? { year: grounds.year } : {}),
  }
}

const valuesOf = (
  column: LedgerColumn,
  values: Readonly<Record<string, string>>,
): [string, Record<string, string>][] => (Object.keys(values).length > 0 ? [[column.name, { ...values }]] : [])

/** Columns that a kind's own name is worth, in a heading, a title, or what the sheet or file is called. */
const NAMED = 3

const isWithoutYear = (cell: string): boolean => /^\d{1,2}月\d{1,2}[日号]?$/.test(cell)

/** The kind whose own words most columns are headed with. */
function kindFor({ procedures, kind, about }: ProposalGrounds, columns: readonly LedgerColumn[]): Procedure {
  const latest = procedures.filter((one) =>
    procedures.every(({ id, version }) => id !== one.id || version <= one.version),
  )
  const said = latest.find(({ id }) => id === kind)
  if (said) return said
  const scored = latest
    .filter((one) => !one.record)
    .map((procedure) => {
      const words = procedure.ledger.map(({ title }) => title.zh)
      const own = columns.filter(({ heading }) => fitOf(heading, words) >= 100).length
      const named = [about, ...columns.map(({ heading }) => heading)].some((one) => one.includes(procedure.short.zh))
      return { procedure, score: own + (named ? NAMED : 0) }
    })
  const [best] = scored.sort((a, b) => b.score - a.score)
  if (!best) throw new Error('there is no kind of matter to read a ledger as')
  return best.procedure
}

/** The column of the day by which it must be done, and the limit whose column the kind's own ledger has under that name. */
function dueFor({ ledger, deadlines }: Procedure, columns: readonly LedgerColumn[]): LedgerReading['due'] {
  for (const { field, title } of ledger) {
    const [column] = Object.hasOwn(deadlines, field) ? bestOf(columns, ({ heading }) => fitOf(heading, [title.zh])) : []
    if (column) return { column: column.name, deadline: field }
  }
  return undefined
}

/**
 * A number that no two rows share; else what tells rows apart together. A running number alone never does: next month's sheet
 * begins with 1 again.
 */
function keyFor(columns: readonly LedgerColumn[], ...others: readonly (LedgerColumn | undefined)[]): string[] {
  const tellsApart = (some: readonly LedgerColumn[]) => {
    const keys = (some[0]?.cells ?? []).map((_, row) => some.map(({ cells }) => cells[row]).join('\u001F'))
    return new Set(keys).size === keys.length
  }
  const number = columnsFor('number', columns).find((column) => tellsApart([column]) && !column.cells.includes(''))
  if (number) return [number.name]
  // 3月5日 may be what a spreadsheet made of a number: no key is built on it.
  const whole = others.filter((column) => !column?.cells.some(isWithoutYear))
  const telling = [...whole, columnsFor('what', columns)[0], columnsFor('where', columns)[0]].flatMap(
    (one) => one ?? [],
  )
  const together = [...new Set(telling)]
  const running = tellsApart(together) ? undefined : bestOf(columns, ({ heading }) => fitOf(heading, RUNNING))[0]
  const names = [...together, ...(running ? [running] : [])].map(({ name }) => name)
  return names.length > 0 ? names : columns.slice(0, 1).map(({ name }) => name)
}

type Ending = Pick<LedgerReading, 'ending' | 'ended' | 'result'> & { readonly isDone?: LedgerColumn }

/** The first ending of the kind, where the ledger has a day on which a case was over, or a column that says that it is. */
function endingFor(procedure: Procedure, columns: readonly LedgerColumn[]): Ending {
  const [ending] = ledgerEndings(procedure)
  const [ended, isDone, result] = (['ended', 'isDone', 'result'] as const).map(
    (meaning) => columnsFor(meaning, columns)[0],
  )
  const says = isDone && doneIn(isDone).length > 0
  if (!ending || !(ended || says)) return {}
  return {
    ending,
    ...(ended ? { ended: ended.name } : {}),
    ...(says ? { isDone } : {}),
    ...(result ? { result: result.name } : {}),
  }
}

const doneIn = (column: LedgerColumn): string[] => distinct(column).filter((cell) => DONE.test(cell))

/** Of each question the column that answers it. */
function answersFor(procedure: Procedure, columns: readonly LedgerColumn[]): Readonly<Record<string, LedgerColumn>> {
  const found = Object.entries(ledgerQuestions(procedure)).flatMap(([id, field]) => {
    const column = columnFor(procedure, id, field, columns)
    return column ? [[id, column] as const] : []
  })
  return Object.fromEntries(found)
}

/** A question's column: under its own title or the one the kind's ledger gives it, else under what all ledgers call such a thing. */
function columnFor(
  { ledger }: Procedure,
  id: string,
  field: Field,
  columns: readonly LedgerColumn[],
): LedgerColumn | undefined {
  const words = [field.title.zh, ...ledger.filter((one) => one.field === id).map(({ title }) => title.zh)]
  const [own] = bestOf(columns, ({ heading }) => fitOf(heading, words))
  if (own || !field.required || personalOf(field)) return own
  if (id === 'place' || id === 'address') return columnsFor('where', columns)[0]
  return field.kind === 'text' || field.kind === 'longText' ? columnsFor('what', columns)[0] : undefined
}

function optionsFor(field: Field | undefined, column: LedgerColumn, { directory }: ProposalGrounds) {
  if (field?.kind === 'unit') return valuesOf(column, proposeUnits(column, directory).values)
  return field?.kind === 'choice' || field?.kind === 'level'
    ? valuesOf(column, proposeOptions(field, column).values)
    : []
}
