import { createHash } from 'node:crypto'
import { type Field, optionsOf } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { ledgerQuestions } from '../../domain/procedure/records/ledger-questions.ts'
import { type LedgerReading, OVER } from '../../domain/views/import-views.ts'
import type { Text } from '../../domain/wording/text.ts'
import type { ImportMapping, UnitSource, ValueSource } from '../mapping/import-mapping.ts'
import { namedColumns } from '../mapping/mapping-columns.ts'
import { leftOut } from './left-out.ts'
import { type LedgerColumn, refusedWhy } from './propose-columns.ts'
import type { ProposalGrounds } from './propose-reading.ts'
import { unitShare } from './propose-values.ts'

/** What becomes of a column: the parts of the mapping that read it, or why it is left out. */
export type ProposedColumn = {
  readonly name: string
  readonly reads: readonly string[]
  /** Never taken in. */
  readonly refused?: Text
}

/** What a reading makes of a ledger: the mapping, and what a person should look at. */
export type Proposal = {
  readonly reading: LedgerReading
  /** What tells a ledger by its headings. */
  readonly headings: string
  readonly mapping: ImportMapping
  readonly columns: readonly ProposedColumn[]
  /** Questions that must be answered and have no column: answered with words that say so. */
  readonly filled: readonly { readonly field: string; readonly title: Text; readonly with: string }[]
  /** Cells that stand for no option and no unit that is known, by column. */
  readonly unknown: Readonly<Record<string, readonly string[]>>
}

type Grounds = Omit<ProposalGrounds, 'about' | 'kind' | 'year'>

/** The mapping by which a ledger is taken in as it is read. */
export function mappingOf(reading: LedgerReading, procedure: Procedure, grounds: Grounds): Proposal {
  const { kind, key, opened, unit, due, year } = reading
  const answers = Object.entries(ledgerQuestions(procedure)).map(([id, field]) => answerOf(id, field, reading, grounds))
  const mapping: ImportMapping = {
    name: `${kind.toLowerCase()}-${headingsDigest(grounds.columns)}`,
    ...(year ? { time: { year } } : {}),
    key: key.length === 1 ? (key[0] ?? '') : [...key],
    kind,
    opened,
    ...(due ? { due: { column: due.column, deadlines: [due.deadline] } } : {}),
    unit: unit ? unitSource(unit, reading) : grounds.rootUnitId,
    channel: 'import',
    form: Object.fromEntries(answers.flatMap(({ id, source }) => (source === undefined ? [] : [[id, source]]))),
    ...endingOf(reading),
  }
  return {
    reading,
    headings: headingsDigest(grounds.columns),
    mapping,
    filled: answers.flatMap(({ id, field, filled }) =>
      filled ? [{ field: id, title: field.title, with: filled }] : [],
    ),
    unknown: leftOut(reading, procedure, grounds),
    columns: usesOf(mapping, grounds.columns),
  }
}

/** The same ledger has the same headings next month, under whatever name its file is saved. */
export const headingsDigest = (columns: readonly LedgerColumn[]): string =>
  createHash('sha256')
    .update(columns.map(({ heading }) => heading).join('\n'))
    .digest('hex')
    .slice(0, 8)

function unitSource(column: string, { values }: LedgerReading): UnitSource {
  return values[column] ? { column, values: values[column], others: 'keep' } : { column }
}

function endingOf({ ending, ended, isDone, opened, result, values }: LedgerReading): Pick<ImportMapping, 'steps'> {
  if (!ending || !(ended ?? isDone)) return {}
  const over = Object.entries(values[isDone ?? ''] ?? {}).flatMap(([cell, meant]) => (meant === OVER ? [cell] : []))
  return {
    steps: [
      {
        step: ending,
        // What is said to be over and has no day was over on the day it began: no clock runs for it.
        at: [...(ended ? [ended] : []), ...(isDone ? [opened] : [])],
        ...(isDone && over.length > 0 ? { when: { column: isDone, is: over } } : {}),
        form: { formerResult: result ? [`{${result}}`, '按原台账'] : '按原台账' },
      },
    ],
  }
}

type Answer = {
  readonly id: string
  readonly field: Field
  readonly source?: ValueSource | UnitSource
  readonly filled?: string
}

/** What answers a question: its column; where it has none and must be answered, words that say so. */
function answerOf(id: string, field: Field, reading: LedgerReading, grounds: Grounds): Answer {
  const column = reading.answers[id]
  const source = column === undefined ? undefined : sourceFor(field, column, reading, grounds)
  if (source !== undefined) return { id, field, source }
  if (!field.required) return { id, field }
  const isDay = field.kind === 'date' || field.kind === 'dateTime'
  const words = isDay ? reading.opened : fillFor(field)
  return { id, field, source: isDay ? { column: words } : words, filled: words }
}

function sourceFor(
  field: Field,
  name: string,
  reading: LedgerReading,
  grounds: Grounds,
): ValueSource | UnitSource | undefined {
  const values = reading.values[name]
  switch (field.kind) {
    case 'text':
    case 'longText': {
      const told = { text: `{${name}}`, cut: field.max ?? 2000 }
      return field.required ? [told, NOT_TOLD] : told
    }
    case 'unit': {
      const column = grounds.columns.find((one) => one.name === name)
      const named = values !== undefined || (column && unitShare(column, grounds.directory) > 0.5)
      return named ? unitSource(name, reading) : { column: name, find: true }
    }
    case 'choice':
    case 'level': {
      // Which option is meant is not made up: without one for everything else, rows of unknown words wait for a person.
      const otherwise = field.required ? otherOption(field) : ''
      if (!values && otherwise !== undefined) return undefined
      return { column: name, values: values ?? {}, ...(otherwise === undefined ? {} : { default: otherwise }) }
    }
    default:
      return { column: name }
  }
}

const NOT_TOLD = '台账未填'

/** The option for everything that fits none of the others. */
const otherOption = (field: Field): string | undefined =>
  Object.keys(optionsOf(field) ?? {}).find((id) => id === 'other' || id === 'unknown')

/** What stands where a ledger says nothing: the option for everything else, or words that say so. */
function fillFor(field: Field): string {
  if (field.kind === 'level') return 'general'
  if (field.kind === 'choice') return otherOption(field) ?? Object.keys(optionsOf(field) ?? {}).at(-1) ?? ''
  if (field.kind === 'number' || field.kind === 'money') return String('min' in field ? (field.min ?? 0) : 0)
  return field.kind === 'yesNo' ? 'no' : NOT_TOLD
}

/** Which parts of a mapping read each column. */
const usesOf = (mapping: ImportMapping, columns: readonly LedgerColumn[]): ProposedColumn[] =>
  columns.map((column) => {
    const refused = refusedWhy(column)
    const reads = namedColumns(mapping).flatMap(([at, names]) => (names.includes(column.name) ? [at] : []))
    return { name: column.name, reads, ...(refused ? { refused } : {}) }
  })
