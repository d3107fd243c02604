import { Hono } from 'hono'
import { z } from 'zod'
import { AnlanError } from '../../domain/wording/errors.ts'
import { recordDoorEvent } from '../../storage/admin/security-events.ts'
import { databaseFor } from '../../storage/connection/connect.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import type { Env } from '../request/env.ts'
import { valid } from '../request/valid.ts'
import { requireSignedIn } from './signed-in.ts'

const sessionChoice = z.strictObject({ id: z.string().min(1).max(100) })

/** One's own sessions: where one is signed in, and ending what one does not know. */
export const sessionRoutes = new Hono<Env>()
  .get('/auth/sessions', describe('listSessions'), async (c) => {
    const { userId } = await requireSignedIn(c)
    const { auth } = c.var.deps
    const current = await auth.api.getSession({ headers: c.req.raw.headers })
    const sessions = await (await auth.$context).internalAdapter.listSessions(userId)
    return answer(
      c,
      'listSessions',
      sessions.map(({ id, createdAt, expiresAt, userAgent }) => ({
        id,
        createdAt: createdAt.toISOString(),
        endsAt: expiresAt.toISOString(),
        browser: userAgent ?? '',
        current: id === current?.session.id,
      })),
    )
  })
  .post('/auth/sessions/revoke', describe('revokeSession'), valid('json', sessionChoice), async (c) => {
    const { tenant, userId } = await requireSignedIn(c)
    const { auth, pool } = c.var.deps
    const { internalAdapter } = await auth.$context
    const own = (await internalAdapter.listSessions(userId)).find(({ id }) => id === c.req.valid('json').id)
    if (!own) throw new AnlanError('not-found')
    await internalAdapter.deleteSession(own.token)
    await recordDoorEvent(databaseFor(pool, tenant), { tenant, userId, what: 'sessionEnded', at: c.var.now })
    return answer(c, 'revokeSession', { ok: true })
  })
