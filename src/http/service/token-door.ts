import type { MiddlewareHandler } from 'hono'
import { AnlanError } from '../../domain/wording/errors.ts'
import { findService } from '../../storage/sign-in/service-accounts.ts'
import type { Env } from '../request/env.ts'
import { createTokenBuckets } from '../request/token-buckets.ts'
import { createAddressDoor } from '../sign-in/door.ts'
import { scopeOf } from './service-doors.ts'

const MARK = 'Bearer anlan_'
/** A program works through a list in bursts; then one request a second. */
const PACE = { burst: 120, refillSeconds: 1 }

/**
 * Accounts of programs at every door of the API: only where the list says, only with the scope, only so fast. A request with a token is
 * never also a person's, whatever cookies come with it.
 */
export function tokenDoor(): MiddlewareHandler<Env> {
  const paces = createTokenBuckets(PACE)
  const strangers = createAddressDoor()
  return async (c, next) => {
    const shown = c.req.header('authorization') ?? ''
    if (!shown.startsWith(MARK)) return next()
    const scope = scopeOf(c.req.method, c.req.path)
    if (!scope) throw new AnlanError('not-allowed', { rule: 'no-token' })
    const service = await findService(c.var.deps.pool, shown.slice('Bearer '.length), c.var.now)
    if (!service) {
      strangers(c)
      throw new AnlanError('sign-in-required')
    }
    c.set('account', service.id)
    paces.take(`${service.tenant}\n${service.id}`, Date.parse(c.var.now))
    if (!service.scopes.includes(scope)) throw new AnlanError('not-allowed', { rule: 'scope' })
    c.set('service', service)
    await next()
  }
}
