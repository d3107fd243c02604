import type { MiddlewareHandler } from 'hono'
import { RETURN_KEEPERS, RETURN_SIGNERS } from '../../domain/returns/who-returns.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { seesReturns } from '../../storage/returns/return-forms.ts'
import type { OfficeEnv } from '../request/env.ts'

/** Lets those in who fill, check or sign what goes up. */
export const whoReturns: MiddlewareHandler<OfficeEnv> = async (c, next) => {
  if (!seesReturns(c.var.actor))
    throw new AnlanError('role-required', { roles: [...RETURN_KEEPERS, ...RETURN_SIGNERS] })
  await next()
}
