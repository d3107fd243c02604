import type { EventOf } from '../../../domain/matter/event.ts'
import type { HiddenAnswers, Matter } from '../../../domain/matter/matter.ts'
import type { FormValues } from '../../../domain/procedure/form.ts'
import type { CheckContext } from '../../../domain/procedure/form-check.ts'
import { personalFields } from '../../../domain/procedure/personal-fields.ts'
import type { Procedure, Step } from '../../../domain/procedure/procedure.ts'
import { AnlanError } from '../../../domain/wording/errors.ts'
import { type Case, certainlyHolds } from '../../conditions/conditions.ts'

/** What was answered to a hidden form so far, by post; of several answers of one post the last. */
export const gatheredFor =
  ({ steps }: Procedure, { hidden = [] }: Matter): NonNullable<CheckContext['gathered']> =>
  (form) => {
    const byPost = new Map<string, HiddenAnswers>()
    for (const each of hidden) if (steps[each.step]?.form === form) byPost.set(each.postId, each)
    return [...byPost.values()]
  }

/** Whether the step destroys what is personal: always, or when its condition holds. */
export const shredsWith = ({ shreds }: Step, given: Case): Pick<EventOf<'StepTaken'>, 'shreds'> =>
  shreds === true || (shreds && certainlyHolds(shreds, given)) ? { shreds: true } : {}

/** The key is gone: what is given now could never be opened. @throws AnlanError field-shredded */
export function refuseAfterShredding(procedure: Procedure, { shreddedAt }: Matter, form: FormValues): void {
  if (!shreddedAt) return
  const { sealed, vault } = personalFields(procedure)
  const isGiven = (name: string) => form[name] !== undefined && form[name] !== null && form[name] !== ''
  if (Object.keys(form).some((name) => (sealed.has(name) || vault.has(name)) && isGiven(name)))
    throw new AnlanError('field-shredded')
}
