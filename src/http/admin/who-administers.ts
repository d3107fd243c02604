import type { MiddlewareHandler } from 'hono'
import { AnlanError } from '../../domain/wording/errors.ts'
import { isConfirmed } from '../../storage/admin/confirmations.ts'
import type { OfficeEnv } from '../request/env.ts'

/** What an auditor may do here besides reading everything: be the second person. */
const CONFIRMING = /\/(?:posts\/[^/]+\/confirm|factor-resets\/[^/]+\/decide)$/

/**
 * Lets administrators through, and auditors to read and to confirm; both only when they were confirmed in their post by a second person.
 * @throws AnlanError not-allowed, with the roles or with rule unconfirmed
 */
export const whoAdministers: MiddlewareHandler<OfficeEnv> = async (c, next) => {
  const { actor, db } = c.var
  const reads = c.req.method === 'GET' || c.req.method === 'HEAD'
  const roles = [
    ...(actor.roles.includes('administrator') ? (['administrator'] as const) : []),
    ...(actor.roles.includes('auditor') && (reads || CONFIRMING.test(c.req.path)) ? (['auditor'] as const) : []),
  ]
  if (roles.length === 0) throw new AnlanError('not-allowed', { roles: ['administrator'] })
  const confirmed = await Promise.all(roles.map((role) => isConfirmed(db, actor, role)))
  if (!confirmed.includes(true)) throw new AnlanError('not-allowed', { rule: 'unconfirmed' })
  await next()
}
