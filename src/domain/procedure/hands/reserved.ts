import { oversees } from '../../unit/role.ts'
import { type Procedure, type Step, targetsOf } from '../procedure.ts'
import { rolesOf } from '../taker.ts'

/** What is for others than whoever handles a matter: more time, a pause, a check, a listing, taking a document back, the end. */
export type ReservedAct = 'extends' | 'pauses' | 'verifies' | 'lists' | 'revokes' | 'closes'

/** Why a step is for others than whoever handles the matter, if it is. */
export function reservedAct(procedure: Procedure, step: Step): ReservedAct | undefined {
  if (step.extends) return 'extends'
  if (step.pauses?.length) return 'pauses'
  if (step.verifies) return 'verifies'
  if (lists(procedure, step)) return 'lists'
  if (step.revokes?.length) return 'revokes'
  return closes(procedure, step) ? 'closes' : undefined
}

/** Whether whoever has a part in the matter by another post must leave this step to others: it is reserved, or an approval by who oversees. */
export const isForOthers = (procedure: Procedure, step: Step): boolean =>
  reservedAct(procedure, step) !== undefined ||
  (step.by.length > 0 && rolesOf(step.by).every((role) => oversees(role) || role === 'system'))

/** Listed supervision: its date is asked or taken back. */
function lists({ forms }: Procedure, step: Step): boolean {
  const fields = step.form !== undefined && Object.hasOwn(forms, step.form) ? forms[step.form]?.fields : undefined
  return (fields !== undefined && Object.hasOwn(fields, 'listedOn')) || (step.clears?.includes('listedOn') ?? false)
}

/** It ends here for good: what is sent back as not theirs, or goes on elsewhere, is somebody's work still. */
function closes({ states }: Procedure, step: Step): boolean {
  const goesOn = step.opens?.some((spawn) => spawn.carriesOn) || step.linksTo !== undefined
  return (
    !goesOn &&
    targetsOf(step).some((target) => {
      const state = Object.hasOwn(states, target) ? states[target] : undefined
      return state?.group === 'done' && state.outcome !== 'returned'
    })
  )
}
