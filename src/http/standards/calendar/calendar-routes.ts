import { Hono } from 'hono'
import { present } from '../../../domain/present.ts'
import { findAddress, makeAddress, revokeAddress } from '../../../storage/calendar/addresses.ts'
import { answer } from '../../description/answers.ts'
import { describe } from '../../description/describe.ts'
import type { OfficeEnv } from '../../request/env.ts'
import { signIn } from '../../sign-in/signed-in.ts'

/** The address of one's own calendar: made, made anew, revoked. The address stands in the answer that made it, and nowhere else. */
export const calendarRoutes = new Hono<OfficeEnv>()
  .get('/calendar', describe('getCalendar'), signIn, async (c) => {
    const address = await findAddress(c.var.db, c.var.actor)
    return answer(c, 'getCalendar', present({ address }))
  })
  .post('/calendar', describe('makeCalendar'), signIn, async (c) => {
    const { db, deps, actor, now, locale } = c.var
    const token = await makeAddress(db, deps.keys, actor, now)
    const language = locale === 'en' ? '?lang=en' : ''
    return answer(c, 'makeCalendar', { address: `${deps.baseUrl}/calendar/${actor.tenant}/${token}.ics${language}` })
  })
  .delete('/calendar', describe('revokeCalendar'), signIn, async (c) => {
    await revokeAddress(c.var.db, c.var.actor, c.var.now)
    return answer(c, 'revokeCalendar', { ok: true })
  })
