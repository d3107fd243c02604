import type { DeadlineOverride } from '../../domain/procedure/deadline.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { offsetOf, type ScheduleChoice, scheduleKey } from '../../domain/procedure/schedule.ts'
import type { OwnCategories } from '../../domain/unit/office-settings.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { AnlanError, type Issue } from '../../domain/wording/errors.ts'
import { ownLengthFault } from '../../engine/time/own-length.ts'
import { sourcesToConfirm } from '../../engine/why/sources-to-confirm.ts'

const refuse = (issue: Issue) => new AnlanError('request-invalid', { issues: [issue] })

/** @throws AnlanError request-invalid for an unknown rule, or a length that a statute does not allow */
export function mustBeLawful(
  procedures: readonly Procedure[],
  key: string,
  length: DeadlineOverride | undefined,
): void {
  const [id, deadline = ''] = key.split('.')
  const rules = procedures.flatMap((procedure) =>
    procedure.id === id && Object.hasOwn(procedure.deadlines, deadline) ? [procedure.deadlines[deadline]] : [],
  )
  if (rules.length === 0) throw refuse({ field: 'rule', rule: 'not-an-option' })
  for (const rule of rules) {
    const fault = rule && length && ownLengthFault(rule, length)
    if (fault) throw refuse(fault)
  }
}

/** @throws AnlanError request-invalid for a unit that is not there */
export function mustBeUnit(unitId: string | undefined, { units }: Directory): void {
  if (unitId !== undefined && !Object.hasOwn(units, unitId)) throw refuse({ field: 'takesIn', rule: 'not-a-unit' })
}

/** @throws AnlanError request-invalid for an unknown schedule, an unknown unit, or a day later than a statute's */
export function mustBeOnTime(
  procedures: readonly Procedure[],
  key: string,
  choice: Omit<ScheduleChoice, 'since'> | undefined,
  { units }: Directory,
): void {
  const found = procedures.flatMap(({ id, schedules = {} }) =>
    Object.entries(schedules).flatMap(([name, schedule]) => (scheduleKey(id, name) === key ? [schedule] : [])),
  )
  if (found.length === 0) throw refuse({ field: 'schedule', rule: 'not-an-option' })
  if (choice?.only?.some((id) => !Object.hasOwn(units, id))) throw refuse({ field: 'only', rule: 'not-a-unit' })
  for (const { due, source } of found) {
    if (choice?.dueDays === undefined) continue
    if (!due) throw refuse({ field: 'dueDays', rule: 'unknown-field' })
    if (source.mark === 'found' && choice.dueDays > offsetOf(due))
      throw refuse({ field: 'dueDays', rule: 'beyond-statute', limit: offsetOf(due) })
  }
}

/** @throws AnlanError request-invalid for a rule that waits for nobody's word */
export function mustWaitForConfirmation(procedures: readonly Procedure[], article: string): void {
  if (!sourcesToConfirm(procedures).some(({ source }) => source.article.zh === article))
    throw refuse({ field: 'article', rule: 'not-an-option' })
}

/**
 * @throws AnlanError request-invalid for an unknown kind of matter, one without anything to choose, or a category that would take the
 * name of one the definition has: what was recorded under it would mean something else
 */
export function mustLeaveSome(procedures: readonly Procedure[], id: string, own: OwnCategories): void {
  const found = procedures.filter((procedure) => procedure.id === id)
  if (found.length === 0) throw refuse({ field: 'procedure', rule: 'not-an-option' })
  const taken = Object.keys(own.added).find((category) =>
    found.some(({ categories }) => Object.hasOwn(categories, category)),
  )
  if (taken !== undefined) throw refuse({ field: `added.${taken}`, rule: 'taken' })
  const offered = [...found.flatMap(({ categories }) => Object.keys(categories)), ...Object.keys(own.added)]
  if (offered.every((category) => own.hidden.includes(category))) throw refuse({ field: 'hidden', rule: 'too-long' })
}
