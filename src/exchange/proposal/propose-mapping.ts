import { createHash } from 'node:crypto'
import { type Field, isInLedgers, optionsOf, personalOf } from '../../domain/procedure/form.ts'
import { type Procedure, targetsOf } from '../../domain/procedure/procedure.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import type { Text } from '../../domain/wording/text.ts'
import type { ImportMapping, UnitSource, ValueSource } from '../mapping/import-mapping.ts'
import { namedColumns } from '../mapping/mapping-columns.ts'
import { DONE, RUNNING } from './column-words.ts'
import { bestOf, columnsFor, distinct, fitOf, type LedgerColumn, refusedWhy } from './propose-columns.ts'
import { proposeOptions, proposeUnits, unitShare } from './propose-values.ts'

/** What becomes of a column: the parts of the mapping that read it, or why it is left out. */
export type ProposedColumn = {
  readonly name: string
  readonly reads: readonly string[]
  /** Never taken in. */
  readonly refused?: Text
}

/** A mapping as good as headings and first rows tell, with what a person should look at. */
export type Proposal = {
  readonly mapping: ImportMapping
  readonly columns: readonly ProposedColumn[]
  /** Questions that must be answered and have no column: answered with words that say so. */
  readonly filled: readonly { readonly field: string; readonly title: Text; readonly with: string }[]
  /** Cells that stand for no option and no unit that is known, by column. */
  readonly unknown: Readonly<Record<string, readonly string[]>>
}

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
 * Says how a ledger could be read: which kind of matter its rows are, and what each column is. A proposal only: somebody looks at it
 * before a row is taken in.
 */
export function proposeMapping(grounds: ProposalGrounds): Proposal {
  const usable = grounds.columns.filter((column) => !refusedWhy(column) && distinct(column).length > 0)
  const procedure = kindFor(grounds, usable)
  const opened = columnsFor('opened', usable)[0]
  const unit = bestOf(columnsFor('unit', usable), (column) => unitShare(column, grounds.directory))[0]
  const due = dueFor(procedure, usable)
  const day = opened?.name ?? usable[0]?.name ?? ''
  const taken = new Set([opened, unit].flatMap((column) => column?.name ?? []))
  const answers = answersFor(
    procedure,
    usable.filter(({ name }) => !taken.has(name)),
    day,
    grounds,
  )
  const mapping: ImportMapping = {
    name: `${procedure.id.toLowerCase()}-${digestOf(grounds.columns)}`,
    ...(usable.some(({ cells }) => cells.some(isWithoutYear)) ? { time: { year: grounds.year } } : {}),
    key: keyFor(usable, opened, unit),
    kind: procedure.id,
    opened: day,
    ...(due ? { due } : {}),
    unit: unit ? unitSource(unit, grounds.directory) : grounds.rootUnitId,
    channel: 'import',
    form: answers.form,
    ...endingFor(procedure, usable, opened),
  }
  return {
    mapping,
    filled: answers.filled,
    unknown: { ...answers.unknown, ...unknownUnits(unit, grounds.directory) },
    columns: usesOf(mapping, grounds.columns),
  }
}

/** The same ledger has the same headings next month, under whatever name its file is saved. */
const digestOf = (columns: readonly LedgerColumn[]): string =>
  createHash('sha256')
    .update(columns.map(({ heading }) => heading).join('\n'))
    .digest('hex')
    .slice(0, 8)

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
      const named = [about, ...columns.map(({ heading }) => heading)].some((said) => said.includes(procedure.short.zh))
      return { procedure, score: own + (named ? NAMED : 0) }
    })
  const [best] = scored.sort((a, b) => b.score - a.score)
  if (!best) throw new Error('there is no kind of matter to read a ledger as')
  return best.procedure
}

/** The column of the day by which it must be done, and the limit whose column the kind's own ledger has under that name. */
function dueFor({ ledger, deadlines }: Procedure, columns: readonly LedgerColumn[]): ImportMapping['due'] {
  for (const { field, title } of ledger) {
    const [column] = Object.hasOwn(deadlines, field) ? bestOf(columns, ({ heading }) => fitOf(heading, [title.zh])) : []
    if (column) return { column: column.name, deadlines: [field] }
  }
  return undefined
}

/**
 * A number that no two rows share; else what tells rows apart together. A running number alone never does: next month's sheet
 * begins with 1 again.
 */
function keyFor(columns: readonly LedgerColumn[], ...others: readonly (LedgerColumn | undefined)[]): string | string[] {
  const tellsApart = (some: readonly LedgerColumn[]) => {
    const keys = (some[0]?.cells ?? []).map((_, row) => some.map(({ cells }) => cells[row]).join('\u001F'))
    return new Set(keys).size === keys.length
  }
  const number = columnsFor('number', columns).find((column) => tellsApart([column]) && !column.cells.includes(''))
  if (number) return number.name
  // 3月5日 may be what a spreadsheet made of a number: no key is built on it.
  const whole = others.filter((column) => !column?.cells.some(isWithoutYear))
  const telling = [...whole, columnsFor('what', columns)[0], columnsFor('where', columns)[0]].flatMap(
    (one) => one ?? [],
  )
  const together = [...new Set(telling)]
  const running = tellsApart(together) ? undefined : bestOf(columns, ({ heading }) => fitOf(heading, RUNNING))[0]
  const names = [...together, ...(running ? [running] : [])].map(({ name }) => name)
  return names.length > 0 ? names : (columns[0]?.name ?? '')
}

function unitSource(column: LedgerColumn, directory: Directory): UnitSource {
  const { values } = proposeUnits(column, directory)
  return Object.keys(values).length > 0 ? { column: column.name, values, others: 'keep' } : { column: column.name }
}

const unknownUnits = (column: LedgerColumn | undefined, directory: Directory): Proposal['unknown'] => {
  const left = column ? proposeUnits(column, directory).left : []
  return column && left.length > 0 ? { [column.name]: left } : {}
}

/** The first ending that the ledger tells: a day on which it was over, or a column that says that it is. */
function endingFor(
  procedure: Procedure,
  columns: readonly LedgerColumn[],
  opened: LedgerColumn | undefined,
): Pick<ImportMapping, 'steps'> {
  const [step] = Object.entries(procedure.steps).find(([, one]) => one.imported && targetsOf(one).length > 0) ?? []
  const [ended, isDone, result] = (['ended', 'isDone', 'result'] as const).map(
    (meaning) => columnsFor(meaning, columns)[0],
  )
  if (!step || !(ended ?? isDone)) return {}
  const over = isDone ? distinct(isDone).filter((cell) => DONE.test(cell)) : []
  if (!ended && over.length === 0) return {}
  const words = result ? [`{${result.name}}`, '按原台账'] : '按原台账'
  const days = [ended, isDone && over.length > 0 ? opened : undefined].flatMap((column) => column?.name ?? [])
  return {
    steps: [
      {
        step,
        at: days,
        ...(isDone && over.length > 0 ? { when: { column: isDone.name, is: over } } : {}),
        form: { formerResult: words },
      },
    ],
  }
}

type Answers = Pick<Proposal, 'filled' | 'unknown'> & { readonly form: ImportMapping['form'] }

/** The opening form's questions from the columns; what must be answered and is not told is filled with words that say so. */
function answersFor(
  procedure: Procedure,
  columns: readonly LedgerColumn[],
  opened: string,
  grounds: ProposalGrounds,
): Answers {
  const form: Record<string, ValueSource | UnitSource> = {}
  const filled: { field: string; title: Text; with: string }[] = []
  const unknown: Record<string, readonly string[]> = {}
  for (const [id, field] of Object.entries(procedure.forms[procedure.opening.form]?.fields ?? {})) {
    if (!isInLedgers(field) || field.when || id === 'unit') continue
    const column = columnFor(procedure, id, field, columns)
    const source = column && sourceFor(field, column, grounds, unknown)
    if (source) form[id] = source
    else if (field.required) {
      const isDay = field.kind === 'date' || field.kind === 'dateTime'
      form[id] = isDay ? { column: opened } : fillFor(field)
      filled.push({ field: id, title: field.title, with: isDay ? opened : fillFor(field) })
    }
  }
  return { form, filled, unknown }
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

function sourceFor(
  field: Field,
  column: LedgerColumn,
  { directory }: ProposalGrounds,
  unknown: Record<string, readonly string[]>,
): ValueSource | UnitSource | undefined {
  const { name } = column
  switch (field.kind) {
    case 'text':
    case 'longText':
      // What stands empty in a row is told by another column, or said to be missing.
      return field.required
        ? [{ text: `{${name}}`, cut: field.max ?? 2000 }, '台账未填']
        : { text: `{${name}}`, cut: field.max ?? 2000 }
    case 'unit':
      return unitShare(column, directory) > 0.5 ? unitSource(column, directory) : { column: name, find: true }
    case 'choice':
    case 'level': {
      const { values, left } = proposeOptions(field, column)
      if (left.length > 0) unknown[name] = left
      // Which option is meant is not made up: without one for everything else, rows of unknown words wait for a person.
      const otherwise = field.required ? otherOption(field) : ''
      if (Object.keys(values).length === 0 && otherwise !== undefined) return undefined
      return { column: name, values, ...(otherwise === undefined ? {} : { default: otherwise }) }
    }
    default:
      return { column: name }
  }
}

/** The option for everything that fits none of the others. */
const otherOption = (field: Field): string | undefined =>
  Object.keys(optionsOf(field) ?? {}).find((id) => id === 'other' || id === 'unknown')

/** What stands where a ledger says nothing: the option for everything else, or words that say so. */
function fillFor(field: Field): string {
  if (field.kind === 'level') return 'general'
  if (field.kind === 'choice') {
    return otherOption(field) ?? Object.keys(optionsOf(field) ?? {}).at(-1) ?? ''
  }
  if (field.kind === 'number' || field.kind === 'money') return String('min' in field ? (field.min ?? 0) : 0)
  return field.kind === 'yesNo' ? 'no' : '台账未填'
}

/** Which parts of a mapping read each column. */
const usesOf = (mapping: ImportMapping, columns: readonly LedgerColumn[]): ProposedColumn[] =>
  columns.map((column) => {
    const refused = refusedWhy(column)
    const reads = namedColumns(mapping).flatMap(([at, names]) => (names.includes(column.name) ? [at] : []))
    return { name: column.name, reads, ...(refused ? { refused } : {}) }
  })
