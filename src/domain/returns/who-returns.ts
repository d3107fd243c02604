import type { Role } from '../unit/role.ts'

/** Who keeps an office's returns: says what their cells ask, fills them and checks them. */
export const RETURN_KEEPERS: readonly Role[] = ['clerk', 'triageOfficer', 'courtClerk']

/** Who signs one before it goes up. */
export const RETURN_SIGNERS: readonly Role[] = ['leader', 'president', 'divisionHead']

export const mayKeepReturns = ({ roles }: { readonly roles: readonly Role[] }): boolean =>
  roles.some((role) => RETURN_KEEPERS.includes(role))
export const maySignReturns = ({ roles }: { readonly roles: readonly Role[] }): boolean =>
  roles.some((role) => RETURN_SIGNERS.includes(role))
