import type { Context } from 'hono'
import { AnlanError } from '../../../domain/wording/errors.ts'
import type { Env, SignedIn } from '../../request/env.ts'
import { createAttempts } from '../attempts.ts'
import { verifyPassword } from '../password-hash.ts'

/** So long after the sign-in nobody has to say the password again. */
const FRESH_MS = 10 * 60_000

export const isFresh = ({ sessionAge }: SignedIn): boolean => sessionAge < FRESH_MS

/**
 * Makes sure that who changes how they sign in is who signed in, and not who passes a screen that was left open: the sign-in was a moment
 * ago, or the password is said again.
 */
export function createSelfCheck() {
  const tries = createAttempts()
  return async (c: Context<Env>, signedIn: SignedIn, password: string | undefined): Promise<void> => {
    if (isFresh(signedIn)) return
    const wrong = (rule: 'required' | 'wrong') =>
      new AnlanError('request-invalid', { issues: [{ field: 'password', rule }] })
    if (!password) throw wrong('required')
    tries.begin(signedIn.sessionId, Date.parse(c.var.now))
    const { internalAdapter } = await c.var.deps.auth.$context
    const accounts = await internalAdapter.findAccounts(signedIn.userId)
    const hash = accounts.find(({ providerId }) => providerId === 'credential')?.password
    if (!hash || !(await verifyPassword({ hash, password }))) throw wrong('wrong')
    tries.succeeded(signedIn.sessionId)
  }
}
