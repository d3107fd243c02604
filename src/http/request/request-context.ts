import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { HttpDeps } from './deps.ts'
import type { Env } from './env.ts'
import { localeOf } from './locale.ts'

/** Gives each request its id, its instant and the reader's language. */
export const requestContext =
  (deps: HttpDeps): MiddlewareHandler<Env> =>
  async (c, next) => {
    const requestId = randomUUID()
    c.set('deps', deps)
    c.set('requestId', requestId)
    c.set('locale', localeOf(c))
    c.set('now', deps.now())
    c.header('x-request-id', requestId)
    await next()
  }
