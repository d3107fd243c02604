import { type Context, Hono } from 'hono'
import { compress } from 'hono/compress'
import { html } from 'hono/html'
import { AnlanError } from '../../domain/wording/errors.ts'
import { databaseFor } from '../../storage/connection/connect.ts'
import { getEmblem } from '../../storage/tenants/office-settings.ts'
import type { Env } from '../request/env.ts'
import { answerProblem, asAnlanError, statusOf, titleOf } from '../request/problems.ts'
import { createCheckRoutes } from './check/check-routes.ts'
import { publicPersonalRoutes } from './data/personal-routes.ts'
import { PUBLIC_ASSETS } from './pages/assets.ts'
import { at, publicPage } from './pages/page.ts'
import { codePage } from './pages/track-page.ts'
import { readerOf } from './reader.ts'
import { createReceiptRoutes } from './receipt/receipt-routes.ts'
import { createReportRoutes } from './report-routes.ts'
import { createSurveyRoutes } from './survey/survey-routes.ts'
import { createTrackRoutes } from './track-routes.ts'
import { publicWords } from './words/words.ts'

const YEAR = 'public, max-age=31536000, immutable'

/** The public face: server-rendered, works without JavaScript. */
export function createPublicRoutes() {
  return new Hono<Env>()
    .use('/public/*', compress())
    .use('/t/*', compress())
    .use('/check/*', compress())
    .get('/public/:asset{.+.(css|js|svg)}', (c) => {
      const found = PUBLIC_ASSETS.find(({ name }) => name === c.req.param('asset'))
      if (!found) throw new AnlanError('not-found')
      return c.body(found.content, 200, { 'content-type': found.type, 'cache-control': YEAR })
    })
    .get('/public/emblem', async (c) => {
      const { pool, publicTenant } = c.var.deps
      const emblem = await getEmblem(databaseFor(pool, publicTenant), publicTenant)
      if (!emblem) throw new AnlanError('not-found')
      return c.body(new Uint8Array(emblem.bytes), 200, { 'content-type': emblem.type, 'cache-control': YEAR })
    })
    .route('/', publicPersonalRoutes)
    .route('/', createReportRoutes())
    .route('/', createReceiptRoutes())
    .route('/', createTrackRoutes())
    .route('/', createSurveyRoutes())
    .route('/', createCheckRoutes())
    .get('/public/*', async (c) => {
      const words = publicWords(c.var.locale)
      return c.html(await plainPage(c, words.notFoundTitle, words.notFoundText), 404)
    })
    .onError(answerPage)
}

/** What goes wrong on a public page is said on a page. */
async function answerPage(error: Error, c: Context<Env>): Promise<Response> {
  const words = publicWords(c.var.locale)
  const known = asAnlanError(error)
  if (known?.code === 'too-many-requests') {
    const seconds = Number(known.details['retryAfter'])
    c.header('retry-after', String(seconds))
    return c.html(codePage(await readerOf(c, '/public/track'), { error: words.tooMany(seconds) }), 429)
  }
  if (known && known.code !== 'database-unusable') {
    return c.html(await plainPage(c, titleOf(c, known), ''), statusOf(known.code))
  }
  const answer = answerProblem(error, c)
  return c.html(emergencyPage(c), answer.status as 500)
}

async function plainPage(c: Context<Env>, title: string, text: string) {
  const reader = await readerOf(c, '/public')
  const words = publicWords(reader.locale)
  const body = html`<h1>${title}</h1><p>${text}</p><div class="buttons"><a class="button" href="${at(reader, '/public')}">${words.navReport}</a></div>`
  return publicPage(reader, { title, body })
}

/** A page that needs no database, for when that is what is missing. */
function emergencyPage(c: Context<Env>) {
  const words = publicWords(c.var.locale)
  const reader = {
    locale: c.var.locale,
    large: false,
    path: '/public',
    tenantName: '',
    office: { contact: {}, confirmed: {} },
  }
  return publicPage(reader, {
    title: words.brokenTitle,
    body: html`<h1>${words.brokenTitle}</h1><p>${words.brokenText}</p>`,
  })
}
