import { asWord } from '../answer-word.ts'
import type { FieldValue, FormValues, RowsFrom } from '../form.ts'

/** The columns that a record gives: the key and what is shown beside it. */
export const takenColumns = ({ key, takes }: RowsFrom): readonly string[] => [
  key,
  ...takes.filter((one) => one !== key),
]

/** The rows of a record, as one version of it has them. */
export const recordRows = ({ rows }: RowsFrom, record: FormValues | undefined): readonly FormValues[] => {
  const found = record?.[rows]
  return Array.isArray(found) ? (found as readonly FormValues[]) : []
}

/**
 * The rows that are asked, in the order of the record: what the record says of each, and what was answered to it. Whether a row is
 * asked may rest on an earlier one, so `answered` is asked for a key only once that row is known to be asked.
 */
export function askedRows(
  from: RowsFrom,
  record: FormValues | undefined,
  answered: (key: string) => FormValues | undefined,
  answerTo: (name: string) => FieldValue | undefined,
): FormValues[] {
  const asked = new Map<string, FormValues>()
  for (const row of recordRows(from, record)) {
    const key = asWord(row[from.key])
    if (!isFor(from, row, answerTo) || !isAfter(from, row, asked)) continue
    asked.set(key, { ...withoutTaken(from, answered(key) ?? {}), ...takenOf(from, row) })
  }
  return [...asked.values()]
}

const takenOf = (from: RowsFrom, row: FormValues): FormValues =>
  Object.fromEntries(
    takenColumns(from).flatMap((name) => {
      const value = row[name]
      return value === undefined || value === null ? [] : [[name, value] as const]
    }),
  )

const withoutTaken = (from: RowsFrom, row: FormValues): FormValues =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !takenColumns(from).includes(name)))

const isFor = ({ only }: RowsFrom, row: FormValues, answerTo: (name: string) => FieldValue | undefined) => {
  const named = only ? wordsOf(row[only.column]) : []
  return !only || named.length === 0 || named.includes(asWord(answerTo(only.of)))
}

function isAfter({ after }: RowsFrom, row: FormValues, asked: ReadonlyMap<string, FormValues>): boolean {
  const earlier = after && asWord(row[after.row])
  if (!after || !earlier) return true
  const answer = asked.get(earlier)?.[after.answer]
  return answer !== undefined && answer !== null && wordsOf(row[after.is]).includes(asWord(answer))
}

const wordsOf = (value: FieldValue | undefined): string[] =>
  value === undefined || value === null || value === '' ? [] : (Array.isArray(value) ? value : [value]).map(asWord)
