import type { MiddlewareHandler } from 'hono'
import type { Env } from './env.ts'

/** Up to here the rest of a body is in the buffers already and costs nothing to read. */
const BUFFERED_BYTES = 64 * 1024

/**
 * A refused body is not read to its end, and the next request on the same connection would wait behind the rest of it
 * until the server cuts both off. So the connection ends with the refusal.
 */
export const closeAfterRefusal: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  const isLong = Number(c.req.header('content-length') ?? 0) > BUFFERED_BYTES
  const isOpenEnded = c.req.header('transfer-encoding') !== undefined
  if (c.res.status >= 400 && (isLong || isOpenEnded)) c.header('connection', 'close')
}
