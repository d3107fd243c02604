import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import { Counter, Histogram } from 'prom-client'
import type { HttpDeps } from './deps.ts'
import type { Env } from './env.ts'

const BUCKETS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

/**
 * Times each request and writes one line of log: the route's pattern, never its address,
 * since addresses carry codes and search words. Who asked stands there as the account's id, a refusal as its code.
 */
export function measured({ metrics, log }: HttpDeps): MiddlewareHandler<Env> {
  const seconds = new Histogram({
    name: 'anlan_http_request_seconds',
    help: 'Time to answer a request, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS_SECONDS,
    registers: [metrics],
  })
  const requests = new Counter({
    name: 'anlan_http_requests_total',
    help: 'Requests answered, by class of door and class of status',
    labelNames: ['class', 'status'],
    registers: [metrics],
  })
  return async (c, next) => {
    const started = performance.now()
    await next()
    const ms = performance.now() - started
    const route = routeOf(c)
    seconds.observe({ method: c.req.method, route, status: c.res.status }, ms / 1000)
    requests.inc({ class: classOf(c.req.path), status: `${Math.floor(c.res.status / 100)}xx` })
    log({
      level: c.res.status >= 500 ? 'error' : 'info',
      at: c.var.now,
      requestId: c.var.requestId,
      method: c.req.method,
      route,
      status: c.res.status,
      ms: Math.round(ms * 10) / 10,
      ...(c.var.account ? { account: c.var.account } : {}),
      ...(c.var.refused ? { refused: c.var.refused } : {}),
    })
  }
}

/** The pattern of the handler that answered; middleware and the fallback page are `*`. */
const routeOf = (c: Context<Env>): string => matchedRoutes(c).findLast(({ path }) => !path.endsWith('*'))?.path ?? '*'

/** The doors as whoever watches a server thinks of them. */
function classOf(path: string): string {
  if (/^\/(healthz|readyz|metrics)$/.test(path)) return 'watch'
  if (path.startsWith('/api/auth/') || path === '/api/session') return 'sign-in'
  if (path.startsWith('/api/files') || path.startsWith('/api/imports')) return 'files'
  if (path.startsWith('/api/')) return 'office'
  if (/^\/(public|t|check|open311|cap|atom|calendar|standards)\b/.test(path)) return 'public'
  return 'pages'
}
