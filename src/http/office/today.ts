import { Hono } from 'hono'
import { readToday } from '../../storage/read/today.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import type { OfficeEnv } from '../request/env.ts'
import { signIn } from '../sign-in/signed-in.ts'

/** The page that the day begins with. */
export const todayRoutes = new Hono<OfficeEnv>().get('/today', describe('getToday'), signIn, async (c) => {
  const { db, actor, now, deps } = c.var
  return answer(c, 'getToday', await readToday(db, actor, now, await deps.rulebooks.of(actor.tenant)))
})
