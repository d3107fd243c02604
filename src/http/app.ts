import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { AnlanError } from '../domain/errors.ts'
import { adminRoutes } from './admin/routes.ts'
import { closeAfterRefusal } from './close-after-refusal.ts'
import type { HttpDeps } from './deps.ts'
import { directoryRoutes } from './directory.ts'
import { docsPage } from './docs-page.ts'
import type { Env } from './env.ts'
import { fileRoutes } from './files.ts'
import { healthRoutes } from './health.ts'
import { matterRoutes } from './matters.ts'
import { measured } from './measured.ts'
import { openApiDocument } from './openapi.ts'
import { answerProblem } from './problems.ts'
import { createPublicRoutes } from './public/routes.ts'
import { requestContext } from './request-context.ts'
import { savedViewRoutes } from './saved-views.ts'
import { sameOriginOnly, securityHeaders } from './security.ts'
import { createSignInRoutes } from './sign-in/routes.ts'
import { stepRoutes } from './steps.ts'
import { streamRoutes } from './stream.ts'
import { todayRoutes } from './today.ts'
import { createWebPages } from './web-pages.ts'

const JSON_BYTES = 1_000_000

const tooLarge = () => {
  throw new AnlanError('request-invalid', { issues: [{ field: 'body', rule: 'too-large', limit: JSON_BYTES }] })
}

/** The routes that programs call. Their type is the type of the client in `web`. */
const createRoutes = () =>
  new Hono<Env>()
    .route('/', healthRoutes)
    .route('/api', createSignInRoutes())
    .route('/api', streamRoutes)
    .route('/api', directoryRoutes)
    .route('/api', todayRoutes)
    .route('/api', matterRoutes)
    .route('/api', stepRoutes)
    .route('/api', fileRoutes)
    .route('/api', savedViewRoutes)
    .route('/api/admin', adminRoutes)

export type Api = ReturnType<typeof createRoutes>

/** The whole HTTP door: API, sign-in, public pages, description, and the pages of the office. */
export function createApp(deps: HttpDeps) {
  const routes = createRoutes()
  const pages = createWebPages(deps.webFolder)
  let description: ReturnType<typeof openApiDocument> | undefined

  return new Hono<Env>()
    .use(requestContext(deps))
    .use(measured(deps))
    .use(securityHeaders(deps))
    .use(closeAfterRefusal)
    .onError(answerProblem)
    .notFound(() => {
      throw new AnlanError('not-found')
    })
    .use('/api/*', compress())
    .use('/api/*', notStored)
    .use('/api/*', sameOriginOnly(deps))
    .use('/api/*', (c, next) => (c.req.path === '/api/files' ? next() : limited(c, next)))
    .route('/', routes)
    .get('/openapi.json', async (c) => {
      description ??= openApiDocument(routes)
      return c.json(await description)
    })
    .get('/docs', async (c) => {
      description ??= openApiDocument(routes)
      return c.html(docsPage(await description, c.var.locale))
    })
    .route('/', createPublicRoutes())
    .all('/api/*', () => {
      throw new AnlanError('not-found')
    })
    .get('*', pages)
}

/** Answers are for one reader at one moment; files say otherwise themselves. */
const notStored: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
}

const limited = bodyLimit({ maxSize: JSON_BYTES, onError: tooLarge })
