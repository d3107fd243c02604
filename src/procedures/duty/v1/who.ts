import type { Taker } from '../../../domain/procedure/taker.ts'
import type { Role } from '../../../domain/unit/role.ts'
import { responsibleSide } from '../../shared/v1/takers.ts'

const LEADING = ['leader', 'president', 'divisionHead'] as const satisfies readonly Role[]
/** Whoever works in the unit may be on a shift, whatever their post does otherwise. */
const ANYBODY = [
  'clerk',
  'triageOfficer',
  'handler',
  'inspector',
  'mediator',
  'verifier',
  'reviewer',
  'judge',
  'courtClerk',
  ...LEADING,
] as const satisfies readonly Role[]

const sitting = (seat: string, roles: readonly Role[]): readonly Taker[] => roles.map((role) => ({ role, is: seat }))

/** Posts that may lead a shift. */
export const LEADING_ROLES: readonly string[] = LEADING
/** Posts that may be on a shift. */
export const SHIFT_ROLES: readonly string[] = ANYBODY

export const LEADERS = responsibleSide(...LEADING)
export const OFFICE = responsibleSide('clerk', 'triageOfficer', 'courtClerk')
/** The leader of this shift and nobody else. */
export const DUTY_LEADER = sitting('supervisor', LEADING)
export const OFFICERS = sitting('officers', ANYBODY)
export const SUBSTITUTE = sitting('substitute', ANYBODY)
export const INCOMING = sitting('incoming', ANYBODY)
