import { ROLES, type Role } from '../../domain/unit/role.ts'

/** Roles that a post can carry: residents and the system hold none. */
export const OFFICIAL_ROLES: readonly Role[] = (Object.keys(ROLES) as Role[]).filter(
  (role) => role !== 'reporter' && role !== 'system',
)
