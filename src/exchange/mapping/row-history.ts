import { movePersonal } from '../../domain/free-text/move-personal.ts'
import { type Actor, systemActor } from '../../domain/matter/actor.ts'
import type { History, PastCommand } from '../../domain/matter/history.ts'
import type { Channel } from '../../domain/matter/matter.ts'
import type { Field, FieldValue, FormValues } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Role } from '../../domain/unit/role.ts'
import type { Issue } from '../../domain/wording/errors.ts'
import { procedureInEffect } from '../../engine/decide/decide-opening.ts'
import type { TimeReader } from '../table/local-time.ts'
import type { ImportMapping, MappedStep, UnitSource, ValueSource } from './import-mapping.ts'
import { type Cells, lookUp, sourceValue } from './source-value.ts'
import { unitOf } from './unit-names.ts'

/** An issue of a row, with the column it comes from. */
export type RowIssue = Issue & { readonly column?: string }

export type RowResult = { readonly history: History } | { readonly issues: readonly RowIssue[] }

export type RowContext = {
  readonly tenant: string
  readonly mapping: ImportMapping
  readonly rulebook: Rulebook
  readonly readTime: TimeReader
  readonly now: Instant
  /** The id of the matter of a row, from its key. */
  readonly idOf: (key: string) => string
}

/** Collects what is wrong with a row, so that a person can mend everything at once. */
type Issues = RowIssue[]

/** What one row says happened to one matter; or everything that is wrong with the row. */
export function rowHistory(context: RowContext, cells: Cells): RowResult {
  const { mapping, rulebook } = context
  const issues: Issues = []
  const key = cells[mapping.key] ?? ''
  if (key === '') issues.push({ field: 'key', rule: 'required', column: mapping.key })
  const openedAt = timeIn(context, cells, mapping.opened, 'opened', issues)
  const kind = typeof mapping.kind === 'string' ? { value: mapping.kind } : lookUp(mapping.kind, cells)
  if (kind.value === '') issues.push({ field: 'kind', rule: 'not-an-option', ...columnOf(mapping.kind) })
  if (!openedAt || issues.length > 0)
    return { issues: issues.length > 0 ? issues : [{ field: 'opened', rule: 'required', column: mapping.opened }] }
  const procedure = procedureInEffect(rulebook.procedures, kind.value, openedAt.slice(0, 10))
  const setDue = dueIn(context, cells, openedAt, issues)
  const opening: History['opening'] = {
    command: {
      type: 'OpenMatter',
      procedure: procedure.id,
      channel: channelIn(mapping, cells, issues),
      unitId: unitIn(context, mapping.unit, cells, 'unit', issues) ?? '',
      form: answersIn(context, procedure, procedure.opening.form, mapping.form, cells, issues),
      ...(setDue ? { setDue } : {}),
    },
    actor: importActor(context.tenant, 'import', []),
    at: openedAt,
  }
  const steps = (mapping.steps ?? []).flatMap((step) =>
    stepIn(context, procedure, step, cells, setDue, openedAt, issues),
  )
  return issues.length > 0 ? { issues } : { history: { id: context.idOf(key), opening, steps } }
}

function timeIn(
  { readTime, now }: RowContext,
  cells: Cells,
  column: string,
  field: string,
  issues: Issues,
): Instant | undefined {
  const cell = cells[column] ?? ''
  if (cell === '') return undefined
  const read = readTime(cell)
  if (!read) issues.push({ field, rule: 'not-a-date', column })
  else if (field !== 'due' && read.at > now) issues.push({ field, rule: 'in-the-future', column })
  return read?.at
}

function dueIn(
  context: RowContext,
  cells: Cells,
  openedAt: Instant,
  issues: Issues,
): Record<string, Instant> | undefined {
  const { due } = context.mapping
  const dueAt = due && timeIn(context, cells, due.column, 'due', issues)
  if (!due) return undefined
  if (!dueAt) return {}
  if (dueAt <= openedAt) issues.push({ field: 'due', rule: 'before-opening', column: due.column })
  return Object.fromEntries(due.deadlines.map((deadline) => [deadline, dueAt]))
}

function channelIn({ channel }: ImportMapping, cells: Cells, issues: Issues): Channel {
  if (typeof channel === 'string') return channel
  const { value } = lookUp(channel, cells)
  if (value === '') issues.push({ field: 'channel', rule: 'not-an-option', column: channel.column })
  return value as Channel
}

function unitIn(
  { rulebook }: RowContext,
  source: UnitSource,
  cells: Cells,
  field: string,
  issues: Issues,
): string | undefined {
  const { unitId, missing } = unitOf(source, cells, rulebook.directory)
  if (missing !== undefined) issues.push({ field, rule: 'not-a-unit', ...columnOf(source) })
  else if (unitId === undefined && field === 'unit') issues.push({ field, rule: 'required', ...columnOf(source) })
  return unitId
}

const columnOf = (source: ValueSource | UnitSource) =>
  typeof source === 'object' && !Array.isArray(source) ? { column: source.column } : {}

function answersIn(
  context: RowContext,
  procedure: Procedure,
  formId: string | undefined,
  sources: Readonly<Record<string, ValueSource | UnitSource>>,
  cells: Cells,
  issues: Issues,
): FormValues {
  const fields = (formId && procedure.forms[formId]?.fields) || {}
  const answers: Record<string, FieldValue> = {}
  for (const name in sources) {
    const source = sources[name]
    const field = fields[name]
    if (source === undefined || !field) continue
    const value = answerIn(context, field, name, source, cells, issues)
    if (value !== undefined && value !== '') answers[name] = value
  }
  return formId && procedure.forms[formId]
    ? (movePersonal(procedure.forms[formId], answers).answers as FormValues)
    : answers
}

function answerIn(
  context: RowContext,
  field: Field,
  name: string,
  source: ValueSource | UnitSource,
  cells: Cells,
  issues: Issues,
): FieldValue | undefined {
  if (field.kind === 'unit') return Array.isArray(source) ? undefined : unitIn(context, source, cells, name, issues)
  const { value, missing } = sourceValue(source, cells)
  if (missing !== undefined) issues.push({ field: name, rule: 'not-an-option', column: missing })
  if (value === '' || (field.kind !== 'date' && field.kind !== 'dateTime')) return value
  const read = context.readTime(value)
  if (!read) issues.push({ field: name, rule: 'not-a-date', ...columnOf(source) })
  return field.kind === 'date' ? read?.day : read?.at
}

function stepIn(
  context: RowContext,
  procedure: Procedure,
  mapped: MappedStep,
  cells: Cells,
  setDue: Record<string, Instant> | undefined,
  openedAt: Instant,
  issues: Issues,
): PastCommand[] {
  const conditions = mapped.when === undefined ? [] : Array.isArray(mapped.when) ? mapped.when : [mapped.when]
  if (!conditions.every(({ column, is }) => is.includes(cells[column] ?? ''))) return []
  const at = timeIn(context, cells, mapped.at, mapped.step, issues)
  if (at === undefined) return []
  if (at < openedAt) issues.push({ field: mapped.step, rule: 'before-opening', column: mapped.at })
  const step = procedure.steps[mapped.step]
  const form = answersIn(context, procedure, step?.form, mapped.form ?? {}, cells, issues)
  const actor = importActor(context.tenant, `import${mapped.by ? `:${mapped.by}` : ''}`, step?.by ?? [])
  return [{ command: { type: 'TakeStep', step: mapped.step, form, ...(setDue ? { setDue } : {}) }, actor, at }]
}

/** Who signs what came from a file: no person of the tenant, and in no post. The label says who did it as far as the source tells. */
const importActor = (tenant: string, label: string, roles: readonly Role[]): Actor => ({
  ...systemActor(tenant),
  personId: label,
  roles: ['system', ...roles],
})
