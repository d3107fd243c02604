import { type Context, Hono } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import type { Matter } from '../../domain/matter/matter.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { accessFacts, maySee } from '../../engine/access/access.ts'
import { describe } from '../description/describe.ts'
import type { Env, OfficeEnv } from '../request/env.ts'
import type { MatterChange } from '../request/notices.ts'
import { findSignedIn, signIn } from '../sign-in/signed-in.ts'

/** Shorter than the idle time of common proxies, in ms. So long may a stream outlive its session or post, too. */
const PING_MS = 25_000

/** Says that something changed in a reader's scope: which kind and which matter, nothing of its content. */
export const streamRoutes = new Hono<OfficeEnv>().get('/stream', describe('stream'), signIn, (c) => {
  const { deps } = c.var
  // Reverse proxies collect answers otherwise, and nothing arrives until much later.
  c.header('x-accel-buffering', 'no')
  // Nobody would read the body, and what nobody reads never ends.
  if (c.req.raw.method === 'HEAD') return c.body(null, 200, { 'content-type': 'text/event-stream' })
  return streamSSE(c, async (stream) => {
    const isStillHere = createPresence(c)
    const stop = deps.notices.listen((change) => {
      const told = isStillHere().then((here) => (here ? tell(c, stream, change) : end()))
      // What was not told would leave a stale list: the browser connects again, and reads the list anew.
      told.catch((cause: Error) => {
        deps.log({ level: 'error', where: 'stream', requestId: c.var.requestId, message: cause.message })
        return end()
      })
    })
    const end = () => {
      stop()
      return stream.close()
    }
    stream.onAbort(stop)
    try {
      while (!stream.aborted && !stream.closed && (await isStillHere())) {
        await stream.writeSSE({ event: 'ping', data: '' })
        await stream.sleep(PING_MS)
      }
    } finally {
      stop()
    }
  })
})

async function tell(c: Context<OfficeEnv>, stream: SSEStreamingApi, { tenant, before, matter }: MatterChange) {
  const { actor, deps } = c.var
  if (tenant !== actor.tenant) return
  const { directory } = await deps.rulebooks.of(tenant)
  const visible = (one: Matter | undefined) => one !== undefined && maySee(actor, accessFacts(one, directory))
  // What left the scope changed the list as well.
  if (!visible(matter) && !visible(before)) return
  await stream.writeSSE({ event: 'matters', data: JSON.stringify({ procedure: matter.procedure, id: matter.id }) })
}

/** Whether the session, the person and the post that opened the stream still stand; asked anew after each ping's time. */
function createPresence(c: Context<OfficeEnv>): () => Promise<boolean> {
  const { deps, signedIn, now } = c.var
  let checkedAt = Date.parse(now)
  let here = true
  return async () => {
    const at = Date.parse(deps.now())
    if (!here || at - checkedAt < PING_MS) return here
    checkedAt = at
    const found = await findSignedIn(c as unknown as Context<Env>).catch((cause: Error) => {
      if (cause instanceof AnlanError) return undefined
      throw cause
    })
    here = found?.post.id === signedIn.post.id && found.post.unitPath === signedIn.post.unitPath
    return here
  }
}
