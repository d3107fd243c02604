import {
  answerTo,
  type ChangesRows,
  type Field,
  type FieldOf,
  type FieldValue,
  type Form,
  type FormValues,
  isSealed,
} from '../../domain/procedure/form.ts'
import { unfitChanges } from '../../domain/procedure/records/changed-rows.ts'
import { type Earlier, timesOf } from '../../domain/procedure/records/points-to.ts'
import { recordReference } from '../../domain/procedure/records/record-reference.ts'
import { askedRows, takenColumns } from '../../domain/procedure/records/rows-from.ts'
import type { Instant } from '../../domain/time/time.ts'
import { AnlanError, type Issue } from '../../domain/wording/errors.ts'
import type { RecordVersions } from './decide-context.ts'
import { findNamed, type Naming } from './named-matters.ts'

type Given = {
  readonly form: Form
  readonly values: FormValues
  /** Answers to earlier forms of the matter. */
  readonly recorded: FormValues
  readonly naming: Naming
  readonly versions: RecordVersions | undefined
  readonly earlier?: readonly Earlier[] | undefined
  /** Of the matter, once there is one. */
  readonly openedAt?: Instant | undefined
}

/**
 * Answers with what the records they point to say: rows that a record brings stand in its order and with its own columns, and
 * what a question takes from a record is filled in where nothing else was answered. Issues: rows that the version does not
 * have, or that it asks and nobody answered.
 */
export function withRecordAnswers(given: Given): { readonly values: FormValues; readonly issues: readonly Issue[] } {
  const filled: Record<string, FieldValue> = {}
  const issues: Issue[] = []
  for (const [name, field] of Object.entries(given.form.fields)) {
    const value = given.values[name]
    if (field.takenFrom && value === undefined) {
      const taken = recordFields(field.takenFrom.record, given)?.[field.takenFrom.field]
      if (taken !== undefined && taken !== null && !isSealed(taken) && isReadable(field, taken, given))
        filled[name] = taken
    }
    const times = timesIn(field, given)
    if (times !== undefined) filled[name] = times
    if (field.kind === 'items' && field.changes) issues.push(...unfit(name, field.changes, value, given))
    if (field.kind !== 'items' || !field.rowsFrom || value === null) continue
    const found = rowsOf(name, field, value, { ...given, values: { ...given.values, ...filled } })
    if (found.rows.length > 0) filled[name] = found.rows
    issues.push(...found.issues)
  }
  return { values: Object.keys(filled).length > 0 ? { ...given.values, ...filled } : given.values, issues }
}

/** Changes that the rows of the record named do not take. */
function unfit(name: string, rule: ChangesRows, value: FieldValue | undefined, given: Given): Issue[] {
  const record = recordFields(rule.record, given)
  const rows = record?.[rule.rows]
  if (!record || !Array.isArray(value)) return []
  return unfitChanges(
    rule,
    Array.isArray(rows) ? (rows as readonly FormValues[]) : [],
    (value as readonly FormValues[]).filter(isRow),
  ).map(({ key, rule: broken }) => ({ field: name, rule: broken, limit: key }))
}

/** A record that another names is taken only where it was read with the command. */
const isReadable = ({ kind }: Field, taken: FieldValue, { naming }: Given) =>
  kind !== 'record' || findNamed(recordReference(String(taken)).reference, naming) !== undefined

/** How often this kind was met at a record; only where a matter is there already. */
const timesIn = (field: Field, { values, recorded, earlier = [], openedAt }: Given): number | undefined =>
  field.kind === 'number' && field.computed && 'times' in field.computed && openedAt !== undefined
    ? timesOf(field.computed, { ...recorded, ...values }, openedAt, earlier)
    : undefined

/** Which columns of a row are answers and not the record's own. */
const isAnswered = (from: NonNullable<FieldOf<'items'>['rowsFrom']>, row: FormValues) =>
  Object.entries(row).some(
    ([name, value]) => !takenColumns(from).includes(name) && value !== undefined && value !== null && value !== '',
  )

function rowsOf(name: string, field: FieldOf<'items'>, value: FieldValue | undefined, given: Given) {
  const from = field.rowsFrom
  const rows = Array.isArray(value) ? (value as readonly FormValues[]).filter(isRow) : []
  if (!from || (rows.length === 0 && !field.required && !isBrought(from, field))) return { rows: [], issues: [] }
  const byKey = new Map(rows.map((row) => [String(row[from.key] ?? ''), row]))
  const asked = askedRows(
    from,
    recordFields(from.record, given),
    (key) => byKey.get(key),
    (other) => answerTo(other, given.values, given.recorded),
  )
  if (isBrought(from, field)) return { rows: asked, issues: [] }
  const keys = asked.map((row) => String(row[from.key] ?? ''))
  const issue = (rule: Issue['rule'], limit: string): Issue => ({ field: name, rule, limit })
  return {
    rows: asked,
    issues: [
      ...keys.filter((key) => !isAnswered(from, byKey.get(key) ?? {})).map((key) => issue('row-missing', key)),
      ...[...byKey.keys()].filter((key) => !keys.includes(key)).map((key) => issue('no-such-row', key)),
      ...(byKey.size < rows.length ? [issue('repeated', twice(rows.map((row) => String(row[from.key] ?? ''))))] : []),
    ],
  }
}

/** Nothing is left to answer: a plan's teams and steps come by themselves once the plan is named. */
const isBrought = (from: NonNullable<FieldOf<'items'>['rowsFrom']>, { fields }: FieldOf<'items'>) =>
  Object.keys(fields).every((name) => takenColumns(from).includes(name))

const isRow = (row: unknown): row is FormValues => typeof row === 'object' && row !== null && !Array.isArray(row)

const twice = (keys: readonly string[]) => [...new Set(keys.filter((key, at) => keys.indexOf(key) < at))].join('、')

/** What the record says that this question names: as of the version on record, or as it is now when it is named anew. */
function recordFields(question: string, { values, recorded, naming, versions }: Given): FormValues | undefined {
  const value = answerTo(question, values, recorded)
  if (typeof value !== 'string' || !value) return undefined
  const { reference, version } = recordReference(value)
  const found = findNamed(reference, naming)
  if (!found) return undefined
  return value === recorded[question] && version !== undefined && version !== found.version
    ? (versions?.(found.reference, version) ?? found.fields)
    : found.fields
}

/** @throws AnlanError form-invalid when there is an issue */
export function refuseIssues(issues: readonly Issue[], details: Readonly<Record<string, unknown>>): void {
  if (issues.length > 0) throw new AnlanError('form-invalid', { issues, ...details })
}
