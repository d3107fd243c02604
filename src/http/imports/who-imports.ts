import type { MiddlewareHandler } from 'hono'
import type { Role } from '../../domain/unit/role.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { OfficeEnv } from '../request/env.ts'

/** Who brings ledgers in: those who register matters one by one. */
const IMPORTS: readonly Role[] = ['clerk', 'triageOfficer']

/** Lets only those in who register matters. What comes in belongs to their own unit or one below it. */
export const whoImports: MiddlewareHandler<OfficeEnv> = async (c, next) => {
  if (!IMPORTS.some((role) => c.var.actor.roles.includes(role)))
    throw new AnlanError('role-required', { roles: IMPORTS })
  await next()
}
