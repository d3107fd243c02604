import { Hono } from 'hono'
import type { TodayView } from '../../domain/views/views.ts'
import { readToday } from '../../storage/read/today.ts'
import { describe } from '../description/describe.ts'
import type { OfficeEnv } from '../request/env.ts'
import { signIn } from '../sign-in/signed-in.ts'

/** The page that the day begins with. */
export const todayRoutes = new Hono<OfficeEnv>().get('/today', describe('getToday'), signIn, async (c) => {
  const { db, actor, now, deps } = c.var
  return c.json<TodayView>(await readToday(db, actor, now, await deps.rulebooks.of(actor.tenant)))
})
