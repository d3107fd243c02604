import { createHash, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { AnlanError } from '../domain/wording/errors.ts'
import { answer } from './description/answers.ts'
import { describe } from './description/describe.ts'
import type { Env } from './request/env.ts'

/** Compared by hashes, so that the time taken tells nothing. */
const isSame = (given: string | undefined, wanted: string) =>
  timingSafeEqual(
    createHash('sha256')
      .update(given ?? '')
      .digest(),
    createHash('sha256').update(wanted).digest(),
  )

/** For balancers and monitoring: runs, ready, numbers. */
export const healthRoutes = new Hono<Env>()
  .get('/healthz', describe('isAlive'), (c) => answer(c, 'isAlive', { ok: true }))
  .get('/readyz', describe('isReady'), async (c) => {
    const { probe, log } = c.var.deps
    await probe.query('select 1').catch((cause: Error) => {
      log({ level: 'error', requestId: c.var.requestId, message: cause.message })
      throw new AnlanError('database-unusable', { rule: 'away', retryAfter: 5 })
    })
    return answer(c, 'isReady', { ok: true })
  })
  .get('/metrics', async (c) => {
    const { metrics, metricsToken } = c.var.deps
    // Numbers tell how many report and when: they are not for the public port's readers.
    if (!metricsToken || !isSame(c.req.header('authorization'), `Bearer ${metricsToken}`))
      throw new AnlanError('not-found')
    return c.text(await metrics.metrics(), 200, { 'content-type': metrics.contentType })
  })
