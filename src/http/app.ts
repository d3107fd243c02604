import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { AnlanError } from '../domain/wording/errors.ts'
import { adminRoutes } from './admin/routes.ts'
import { answerTextRoutes } from './answer-texts/answer-text-routes.ts'
import { bulletinRoutes } from './bulletins/bulletin-routes.ts'
import { compareRoutes } from './compare/compare-routes.ts'
import { countRoutes } from './counts/count-routes.ts'
import { docsPage } from './description/docs-page.ts'
import { openApiDocument } from './description/openapi.ts'
import { dutyRoutes } from './duty/duty-routes.ts'
import { forecastRoutes } from './forecast/forecast-routes.ts'
import { healthRoutes } from './health.ts'
import { importRoutes } from './imports/import-routes.ts'
import { inboxRoutes } from './inbox/inbox-routes.ts'
import { learnRoutes } from './learn/learn-routes.ts'
import { mapRoutes } from './map/map-routes.ts'
import { directoryRoutes } from './office/directory.ts'
import { fileRoutes } from './office/files.ts'
import { matterRoutes } from './office/matters.ts'
import { savedViewRoutes } from './office/saved-views.ts'
import { sheetRoutes } from './office/sheet.ts'
import { stepRoutes } from './office/steps.ts'
import { streamRoutes } from './office/stream.ts'
import { todayRoutes } from './office/today.ts'
import { overviewRoutes } from './overview/overview-routes.ts'
import { paperRoutes } from './papers/paper-routes.ts'
import { personalRoutes } from './personal/personal-routes.ts'
import { createPublicRoutes } from './public/routes.ts'
import { exportRoutes } from './readings/export-routes.ts'
import { formRoutes } from './readings/form-routes.ts'
import { readingsRoutes } from './readings/readings-routes.ts'
import { bodyShares } from './request/body.ts'
import { closeAfterRefusal } from './request/close-after-refusal.ts'
import type { HttpDeps } from './request/deps.ts'
import type { Env } from './request/env.ts'
import { jsonShape } from './request/json-shape.ts'
import { measured } from './request/measured.ts'
import { answerProblem } from './request/problems.ts'
import { rememberWrites } from './request/reads.ts'
import { requestContext } from './request/request-context.ts'
import { sameOriginOnly, securityHeaders } from './request/security.ts'
import { returnedRoutes } from './returned/returned-routes.ts'
import { fillRoutes } from './returns/fill-routes.ts'
import { returnRoutes } from './returns/return-routes.ts'
import { tokenDoor } from './service/token-door.ts'
import { setUpFirst } from './set-up-first.ts'
import { createHouseLogout } from './sign-in/house/house-logout.ts'
import { createSignInRoutes } from './sign-in/routes.ts'
import { calendarRoutes } from './standards/calendar/calendar-routes.ts'
import { alertRoutes } from './standards/cap/alert-routes.ts'
import { standardsRoutes } from './standards/standards-routes.ts'
import { surveyRoutes } from './surveys/survey-routes.ts'
import { teamRoutes } from './team/team-routes.ts'
import { createTlogRoutes } from './transparency/tlog-routes.ts'
import { warningRoutes } from './warnings/warning-routes.ts'
import { createWebPages } from './web-pages.ts'

const JSON_BYTES = 1_000_000
/** Doors to which files come, with a limit of their own. */
const WITH_FILES = ['/api/files', '/api/imports/uploads', '/api/returned', '/api/ledger-forms', '/api/map/files']

/** They read what comes piece by piece, whatever it says it is. */
const takesFile = (c: { req: { path: string } }) => WITH_FILES.includes(c.req.path)

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
    .route('/api', overviewRoutes)
    .route('/api', learnRoutes)
    .route('/api', bulletinRoutes)
    .route('/api', forecastRoutes)
    .route('/api', surveyRoutes)
    .route('/api', countRoutes)
    .route('/api', warningRoutes)
    .route('/api', compareRoutes)
    .route('/api', stepRoutes)
    .route('/api', fileRoutes)
    .route('/api', savedViewRoutes)
    .route('/api', inboxRoutes)
    .route('/api', calendarRoutes)
    .route('/api', alertRoutes)
    .route('/api', answerTextRoutes)
    .route('/api', importRoutes)
    .route('/api', returnRoutes)
    .route('/api', fillRoutes)
    .route('/api', returnedRoutes)
    .route('/api', teamRoutes)
    .route('/api', dutyRoutes)
    .route('/api', mapRoutes)
    .route('/api', sheetRoutes)
    .route('/api', paperRoutes)
    .route('/api', personalRoutes)
    .route('/api', readingsRoutes)
    .route('/api', exportRoutes)
    .route('/api', formRoutes)
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
    .use(bodyShares())
    .onError(answerProblem)
    .notFound(() => {
      throw new AnlanError('not-found')
    })
    .use(setUpFirst())
    .use('/api/*', compress())
    .use('/api/*', notStored)
    .use('/api/*', sameOriginOnly(deps))
    .use('/api/*', (c, next) => (takesFile(c) ? next() : limited(c, next)))
    .use('/api/*', (c, next) => (takesFile(c) ? next() : jsonShape(c, next)))
    .use('/api/*', tokenDoor())
    .use('/api/*', rememberWrites)
    .route('/', routes)
    .get('/openapi.json', async (c) => {
      description ??= openApiDocument(routes)
      return c.json(await description)
    })
    .get('/docs', async (c) => {
      description ??= openApiDocument(routes)
      return c.html(docsPage(await description, c.var.locale))
    })
    .route('/', createHouseLogout())
    .route('/', standardsRoutes)
    .route('/', createTlogRoutes())
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
