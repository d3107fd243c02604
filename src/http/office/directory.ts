import { Hono } from 'hono'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import type { OfficeEnv } from '../request/env.ts'
import { signIn } from '../sign-in/signed-in.ts'

/** Units and posts of the tenant, with the officials who hold them. */
export const directoryRoutes = new Hono<OfficeEnv>().get('/directory', describe('getDirectory'), signIn, async (c) => {
  const { actor, deps } = c.var
  const { directory } = await deps.rulebooks.of(actor.tenant)
  return answer(c, 'getDirectory', {
    units: Object.values(directory.units),
    posts: Object.values(directory.posts),
  })
})
