import type { Context, MiddlewareHandler } from 'hono'
import { csrf } from 'hono/csrf'
import { NONCE, secureHeaders } from 'hono/secure-headers'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { HttpDeps } from './deps.ts'
import type { Env } from './env.ts'

/**
 * Strict headers for every answer. Scripts come from here only, never inline; styles too, except those that carry the
 * page's nonce (antd writes style elements at run time). A route may ask for a policy of its own, stricter still.
 */
export function securityHeaders({ baseUrl }: HttpDeps): MiddlewareHandler<Env> {
  const standard = secureHeaders({
    contentSecurityPolicy: POLICY,
    // Not no-referrer: browsers would then send "Origin: null" with our own forms.
    referrerPolicy: 'same-origin',
    strictTransportSecurity: baseUrl.startsWith('https:') ? 'max-age=31536000' : false,
    permissionsPolicy: { camera: ['self'], microphone: ['self'], geolocation: ['self'] },
    xFrameOptions: 'DENY',
  })
  return async (c, next) => {
    await standard(c, next)
    const { policy } = c.var
    if (policy) c.res.headers.set('content-security-policy', policy)
  }
}

const POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", NONCE],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  workerSrc: ["'self'"],
  manifestSrc: ["'self'"],
  mediaSrc: ["'self'", 'blob:'],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
}

/**
 * Refuses writes from other sites: the browser says where a request comes from, and it must be this address.
 * @throws AnlanError not-allowed, rule other-site
 */
export function sameOriginOnly({ baseUrl }: HttpDeps): MiddlewareHandler<Env> {
  const isOurs = (origin: string, c: Context) =>
    origin === new URL(baseUrl).origin || hostOf(origin) === c.req.header('host')
  const look = csrf({ origin: isOurs })
  const passed = async () => {}
  return async (c, next) => {
    // Asked before anything else runs, so that a 403 of the route itself is never taken for this one.
    await look(c, passed).catch(() => {
      throw new AnlanError('not-allowed', { rule: 'other-site' })
    })
    await next()
  }
}

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined)
