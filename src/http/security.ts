import type { MiddlewareHandler } from 'hono'
import { csrf } from 'hono/csrf'
import { NONCE, secureHeaders } from 'hono/secure-headers'
import type { HttpDeps } from './deps.ts'
import type { Env } from './env.ts'

/**
 * Strict headers for every answer. Scripts come from here only, never inline; styles too, except those that carry the
 * page's nonce (antd writes style elements at run time).
 */
export const securityHeaders = ({ baseUrl }: HttpDeps): MiddlewareHandler<Env> =>
  secureHeaders({
    contentSecurityPolicy: {
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
    },
    // Not no-referrer: browsers would then send "Origin: null" with our own forms.
    referrerPolicy: 'same-origin',
    strictTransportSecurity: baseUrl.startsWith('https:') ? 'max-age=31536000' : false,
    permissionsPolicy: { camera: ['self'], microphone: ['self'], geolocation: ['self'] },
    xFrameOptions: 'DENY',
  })

/** Refuses writes from other sites: the browser says where a request comes from, and it must be this address. */
export const sameOriginOnly = ({ baseUrl }: HttpDeps): MiddlewareHandler<Env> =>
  csrf({ origin: (origin, c) => origin === new URL(baseUrl).origin || hostOf(origin) === c.req.header('host') })

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined)
