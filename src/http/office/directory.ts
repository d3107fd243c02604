import { Hono } from 'hono'
import type { Post, Unit } from '../../domain/unit/unit.ts'
import { describe } from '../description/describe.ts'
import type { OfficeEnv } from '../request/env.ts'
import { signIn } from '../sign-in/signed-in.ts'

/** Units and posts of the tenant, with the officials who hold them. */
export const directoryRoutes = new Hono<OfficeEnv>().get('/directory', describe('getDirectory'), signIn, async (c) => {
  const { actor, deps } = c.var
  const { directory } = await deps.rulebooks.of(actor.tenant)
  return c.json<{ units: Unit[]; posts: Post[] }>({
    units: Object.values(directory.units),
    posts: Object.values(directory.posts),
  })
})
