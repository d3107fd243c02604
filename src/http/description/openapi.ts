import type { Hono } from 'hono'
import { generateSpecs } from 'hono-openapi'
import type { Env } from '../request/env.ts'
import { TAGS } from './operations.ts'

/** The OpenAPI 3.1 document of these routes. */
export const openApiDocument = (routes: Hono<Env>) =>
  generateSpecs(routes, {
    defaultValidationErrorResponse: false,
    documentation: {
      openapi: '3.1.0',
      info: {
        title: '安澜 Anlan',
        version: '0.1.0',
        description:
          '时间都是 UTC（ISO 8601），日期是中国日历日。写操作带 Idempotency-Key，重发也只做一次。\n\n' +
          'Instants are UTC (ISO 8601), days are calendar days in China. Writes carry an Idempotency-Key, so that a retry is done once.',
      },
      tags: Object.entries(TAGS).map(([name, { zh, en }]) => ({ name, description: `${zh} · ${en}` })),
      components: {
        securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'anlan.session_token' } },
      },
      security: [{ session: [] }],
    },
  })
