import type { Actor } from '../../../domain/matter/actor.ts'
import type { RelayRequest } from '../../../domain/matter/event.ts'
import type { Matter } from '../../../domain/matter/matter.ts'
import { findDefinition } from '../../../domain/procedure/definition.ts'
import { answerTo, type FieldValue, type FormValues, isSealed } from '../../../domain/procedure/form.ts'
import { checkForm } from '../../../domain/procedure/form-check.ts'
import type { Procedure, Step } from '../../../domain/procedure/procedure.ts'
import { changesOf, unfitChanges } from '../../../domain/procedure/records/changed-rows.ts'
import type { Revision } from '../../../domain/procedure/records/learning.ts'
import { recordReference } from '../../../domain/procedure/records/record-reference.ts'
import { AnlanError, type Issue } from '../../../domain/wording/errors.ts'
import type { DecideContext } from '../decide-context.ts'
import { findNamed } from '../named-matters.ts'
import { stepRefusal } from '../open-steps.ts'
import { revisedForm } from './revised-form.ts'

type Asking = {
  readonly procedure: Procedure
  readonly step: Step
  readonly matter: Matter
  readonly actor: Actor
  readonly form: FormValues
  readonly context: DecideContext
}

/**
 * The changes of records that a step brings about. Whoever takes it must be allowed to change the record, and the record must take
 * what is changed: what would be refused there is refused here, before anything is written.
 * @throws AnlanError as the record's own step does
 */
export const revisionsOf = (asking: Asking): RelayRequest[] =>
  (asking.step.revises ?? []).flatMap((revision) => revised(revision, asking))

function revised(revision: Revision, { procedure, step, matter, actor, form, context }: Asking): RelayRequest[] {
  const answer = (name: string): FieldValue | undefined => {
    const given = answerTo(name, form, matter.fields)
    return given === undefined ? (matter as unknown as FormValues)[name] : given
  }
  const rule = changesOf(procedure, revision.by)?.changes
  const named = rule && answer(rule.record)
  const changes = answer(revision.by)
  if (!rule || typeof named !== 'string' || !named || !Array.isArray(changes) || changes.length === 0) return []
  const { rulebook, now } = context
  const naming = { named: context.named, actor, directory: rulebook.directory, record: matter }
  const record = findNamed(recordReference(named).reference, naming)
  const kind = record && findDefinition(rulebook.procedures, record)
  if (!record || !kind) throw refused(step, procedure, { field: revision.by, rule: 'no-such-record', limit: named })
  const refusal = stepRefusal(kind, record, actor, revision.step, rulebook, now)
  if (refusal) throw new AnlanError(refusal.code, { ...refusal.details, record: record.reference })
  const rows = { of: rule.rows, key: rule.key, act: rule.act, changes: changes as readonly FormValues[] }
  refuseUnfit(rows, record, (issue) => refused(step, procedure, { field: revision.by, ...issue }))
  const said = {
    ...carried(revision, answer),
    [revision.basis]: basisOf(matter),
  }
  const asked = kind.forms[kind.steps[revision.step]?.form ?? '']
  const request = { matterId: record.id, basis: revision.basis, rows, made: revision.made }
  const { issues } = checkForm(
    asked ?? { title: kind.title, fields: {} },
    revisedForm(kind, record, revision.step, request, said),
    { directory: rulebook.directory, now, openedAt: record.openedAt, unitId: record.unitId, earlier: record.fields },
  )
  const [issue] = issues
  if (issue) throw refused(step, procedure, { ...issue, field: revision.by, limit: issue.limit ?? issue.field })
  return [{ to: 'record', step: revision.step, form: said, revision: request }]
}

/** What a changed record says it rests on: the number by which it is found, and what it is about. */
export const basisOf = ({ reference, title }: Matter): string => `${reference} ${title}`

function carried({ carry = {} }: Revision, answer: (name: string) => FieldValue | undefined): FormValues {
  const all = Object.entries(carry).flatMap(([to, from]): [string, FieldValue][] => {
    const value = answer(from)
    return value === undefined || value === null || value === '' || isSealed(value) ? [] : [[to, value]]
  })
  return Object.fromEntries(all)
}

function refuseUnfit(
  rows: NonNullable<RelayRequest['revision']>['rows'],
  record: Matter,
  refusal: (issue: Omit<Issue, 'field'>) => AnlanError,
): void {
  const there = record.fields[rows.of]
  const [unfit] = unfitChanges(rows, Array.isArray(there) ? (there as readonly FormValues[]) : [], rows.changes)
  if (unfit) throw refusal({ rule: unfit.rule, limit: unfit.key })
}

const refused = ({ form }: Step, { id, version }: Procedure, issue: Issue): AnlanError =>
  new AnlanError('form-invalid', { issues: [issue], form, procedure: id, version })
