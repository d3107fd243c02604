import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { AnlanError } from '../../domain/wording/errors.ts'
import { recordDoorEvent } from '../../storage/admin/security-events.ts'
import { databaseFor } from '../../storage/connection/connect.ts'
import { beginningOf, goesOn } from '../../storage/sign-in/sessions.ts'
import { getTenant } from '../../storage/tenants/office-settings.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import type { Env, SignedIn } from '../request/env.ts'
import { valid } from '../request/valid.ts'
import { keepPassword } from './account.ts'
import { createAttempts } from './attempts.ts'
import { PASSWORD_MAX, PASSWORD_MIN } from './auth.ts'
import { isEasyPassword } from './password-strength.ts'
import { requireSignedIn } from './signed-in.ts'

const passwordChange = z.strictObject({
  currentPassword: z.string().min(1).max(PASSWORD_MAX),
  newPassword: z.string().min(PASSWORD_MIN).max(PASSWORD_MAX),
  /** Always so; named for clients that say it. */
  revokeOtherSessions: z.literal(true).optional(),
})

/** Changing one's own password. Tries are counted by session: nobody outside can keep somebody from changing theirs. */
export function createPasswordRoutes() {
  const tries = createAttempts()
  return new Hono<Env>().post(
    '/auth/change-password',
    describe('changePassword'),
    valid('json', passwordChange),
    async (c) => {
      const { auth, pool } = c.var.deps
      const signedIn = await requireSignedIn(c)
      const { tenant, userId } = signedIn
      const { currentPassword, newPassword } = c.req.valid('json')
      const words = await ownWords(c, signedIn)
      if (newPassword === currentPassword || isEasyPassword(newPassword, words))
        throw new AnlanError('request-invalid', { issues: [{ field: 'newPassword', rule: 'too-easy' }] })
      const session = (await auth.api.getSession({ headers: c.req.raw.headers }))?.session.id ?? userId
      tries.begin(session, Date.parse(c.var.now))
      const db = databaseFor(pool, tenant)
      const beginning = await beginningOf(db, signedIn.sessionId)
      const body = { currentPassword, newPassword, revokeOtherSessions: true }
      const reply = await auth.api.changePassword({ body, headers: c.req.raw.headers, asResponse: true })
      if (!reply.ok) throw new AnlanError('request-invalid', { issues: [{ field: 'currentPassword', rule: 'wrong' }] })
      await keepPassword(auth, userId)
      // better-auth ends all sessions and begins a new one.
      await goesOn(db, ((await reply.json()) as { token: string }).token, beginning)
      tries.succeeded(session)
      const note = { tenant, userId, what: 'passwordChanged', at: c.var.now } as const
      await recordDoorEvent(db, note)
      for (const cookie of reply.headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
      return answer(c, 'changePassword', { ok: true })
    },
  )
}

/** What somebody who knows the person and the place tries first. */
async function ownWords(c: Context<Env>, { tenant, username, person, post }: SignedIn): Promise<string[]> {
  const { rulebooks, pool } = c.var.deps
  const { name } = await getTenant(databaseFor(pool, tenant), tenant)
  const { directory } = await rulebooks.of(tenant)
  const units = post.unitPath.split('/').flatMap((id) => directory.units[id] ?? [])
  const places = [name, ...units.map((unit) => unit.name)].flatMap(({ zh, en }) => [zh, en])
  return [tenant, username, person.name, ...units.map(({ id }) => id), ...places]
}
