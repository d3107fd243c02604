import { Hono } from 'hono'
import { z } from 'zod'
import { AnlanError } from '../../domain/wording/errors.ts'
import { databaseFor } from '../../storage/connection/connect.ts'
import { endOneSession, endOtherSessions, listSessions } from '../../storage/sign-in/sessions.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import type { Env } from '../request/env.ts'
import { valid } from '../request/valid.ts'
import { noteAtDoor } from './enter.ts'
import { requireSignedIn } from './signed-in.ts'

const sessionChoice = z.strictObject({ id: z.string().min(1).max(100) })

/** One's own sessions: where one is signed in, and ending what one does not know. */
export const sessionRoutes = new Hono<Env>()
  .get('/auth/sessions', describe('listSessions'), async (c) => {
    const { tenant, userId, sessionId } = await requireSignedIn(c)
    const sessions = await listSessions(databaseFor(c.var.deps.pool, tenant), userId)
    return answer(
      c,
      'listSessions',
      sessions.map((each) => ({ ...each, current: each.id === sessionId })),
    )
  })
  .post('/auth/sessions/revoke', describe('revokeSession'), valid('json', sessionChoice), async (c) => {
    const signedIn = await requireSignedIn(c)
    const db = databaseFor(c.var.deps.pool, signedIn.tenant)
    if (!(await endOneSession(db, signedIn.userId, c.req.valid('json').id))) throw new AnlanError('not-found')
    await noteAtDoor(c, signedIn, 'sessionEnded')
    return answer(c, 'revokeSession', { ok: true })
  })
  .post('/auth/sessions/revoke-others', describe('revokeOtherSessions'), async (c) => {
    const signedIn = await requireSignedIn(c)
    const ended = await endOtherSessions(
      databaseFor(c.var.deps.pool, signedIn.tenant),
      signedIn.userId,
      signedIn.sessionId,
    )
    if (ended > 0) await noteAtDoor(c, signedIn, 'sessionEnded')
    return answer(c, 'revokeOtherSessions', { ok: true })
  })
