import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Matter } from '../domain/matter.ts'
import { accessFacts, maySee } from '../engine/access.ts'
import { describe } from './describe.ts'
import type { OfficeEnv } from './env.ts'
import { signIn } from './sign-in/signed-in.ts'

/** Shorter than the idle time of common proxies, in ms. */
const PING_MS = 25_000

/** Says that something changed in a reader's scope: which kind and which matter, nothing of its content. */
export const streamRoutes = new Hono<OfficeEnv>().get('/stream', describe('stream'), signIn, (c) => {
  const { actor, deps } = c.var
  // Reverse proxies collect answers otherwise, and nothing arrives until much later.
  c.header('x-accel-buffering', 'no')
  return streamSSE(c, async (stream) => {
    const visible = async (matter: Matter | undefined) =>
      matter !== undefined && maySee(actor, accessFacts(matter, (await deps.rulebooks.of(actor.tenant)).directory))
    const stop = deps.notices.listen(async ({ tenant, before, matter }) => {
      if (tenant !== actor.tenant) return
      // What left the scope changed the list as well.
      if (!((await visible(matter)) || (await visible(before)))) return
      await stream.writeSSE({ event: 'matters', data: JSON.stringify({ procedure: matter.procedure, id: matter.id }) })
    })
    stream.onAbort(stop)
    try {
      while (!stream.aborted) {
        await stream.writeSSE({ event: 'ping', data: '' })
        await stream.sleep(PING_MS)
      }
    } finally {
      stop()
    }
  })
})
