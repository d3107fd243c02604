import { Hono } from 'hono'
import { readCameBack, readLearned } from '../../storage/read/learn/lessons.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import type { OfficeEnv } from '../request/env.ts'
import { readsOf } from '../request/reads.ts'
import { signIn } from '../sign-in/signed-in.ts'

/** What was learned: lessons, where they were applied, and what came back. */
export const learnRoutes = new Hono<OfficeEnv>()
  .get('/lessons', describe('listLessons'), signIn, async (c) => {
    const { actor, deps } = c.var
    const rulebook = await deps.rulebooks.of(actor.tenant)
    return answer(c, 'listLessons', await readLearned(await readsOf(c), actor, rulebook))
  })
  .get('/matters/:id/came-back', describe('getCameBack'), signIn, async (c) => {
    const { actor, deps } = c.var
    const rulebook = await deps.rulebooks.of(actor.tenant)
    return answer(c, 'getCameBack', await readCameBack(await readsOf(c), actor, c.req.param('id'), rulebook))
  })
