import { asWord } from '../answer-word.ts'
import type { ChangesRows, FieldOf, FieldValue, FormValues } from '../form.ts'
import type { Procedure } from '../procedure.ts'

type Rule = Pick<ChangesRows, 'key' | 'act'>

/** What does not fit the rows there are: a key that is there already, one that is not, one named twice, or an added row that leaves out what it needs. */
export type UnfitChange = {
  readonly key: string
  readonly rule: 'row-exists' | 'no-such-row' | 'repeated' | 'row-missing'
}

/** The question whose rows are changes to those of a record. */
export const changesOf = ({ forms }: Pick<Procedure, 'forms'>, name: string): FieldOf<'items'> | undefined => {
  for (const { fields } of Object.values(forms)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (field?.kind === 'items' && field.changes) return field
  }
  return undefined
}

/** Changes that the rows of a record do not take. */
export function unfitChanges(
  { key, act, needs = [] }: Rule & Partial<Pick<ChangesRows, 'needs'>>,
  rows: readonly FormValues[],
  changes: readonly FormValues[],
): UnfitChange[] {
  const there = new Set(rows.map((row) => asWord(row[key])))
  const named = new Set<string>()
  return changes.flatMap((change): UnfitChange[] => {
    const which = asWord(change[key])
    if (!which) return []
    if (named.has(which)) return [{ key: which, rule: 'repeated' }]
    named.add(which)
    const isAdded = change[act] === 'add'
    if (isAdded && needs.some((name) => isEmpty(change[name] ?? null))) return [{ key: which, rule: 'row-missing' }]
    if (isAdded === there.has(which)) return [{ key: which, rule: isAdded ? 'row-exists' : 'no-such-row' }]
    return []
  })
}

/**
 * The rows of a record after changes: what is changed keeps its place and whatever the change leaves empty, what is added comes last,
 * what is dropped goes. A change to a row that went meanwhile adds it, so that the same changes made twice are made once.
 */
export function changedRows(
  { key, act }: Rule,
  rows: readonly FormValues[],
  changes: readonly FormValues[],
): FormValues[] {
  const of = new Map(changes.map((change) => [asWord(change[key]), change]))
  const kept = rows.flatMap((row) => {
    const change = of.get(asWord(row[key]))
    if (change?.[act] === 'drop') return []
    return [change ? { ...row, ...said(change, act) } : row]
  })
  const there = new Set(rows.map((row) => asWord(row[key])))
  const added = changes.filter((change) => change[act] !== 'drop' && !there.has(asWord(change[key])))
  return [...kept, ...added.map((change) => said(change, act))]
}

/** What a change says of the row. */
const said = (change: FormValues, act: string): FormValues =>
  Object.fromEntries(Object.entries(change).filter(([name, value]) => name !== act && !isEmpty(value)))

const isEmpty = (value: FieldValue) => value === null || value === undefined || value === ''
