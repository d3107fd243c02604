import { readFileSync } from 'node:fs'
import { type Context, Hono } from 'hono'
import { compress } from 'hono/compress'
import { html } from 'hono/html'
import type { Env } from '../env.ts'
import { answerProblem, asAnlanError, statusOf, titleOf } from '../problems.ts'
import { at, publicPage } from './page.ts'
import { readerOf } from './reader.ts'
import { createReportRoutes } from './report-routes.ts'
import { codePage } from './track-page.ts'
import { createTrackRoutes } from './track-routes.ts'
import { publicWords } from './words.ts'

const DAY = 'public, max-age=86400'
const TYPES = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', svg: 'image/svg+xml' } as const
const ASSETS = ['public.css', 'public.js', 'docs.css', 'mark.svg'] as const
const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')

const typeOf = (name: string) => name.slice(name.lastIndexOf('.') + 1) as keyof typeof TYPES

/** The public face: server-rendered, works without JavaScript. */
export function createPublicRoutes() {
  const contents = new Map(ASSETS.map((name) => [name, read(name)]))
  const asset = (name: (typeof ASSETS)[number]) => (c: Context<Env>) =>
    c.body(contents.get(name) ?? '', 200, { 'content-type': TYPES[typeOf(name)], 'cache-control': DAY })

  return new Hono<Env>()
    .use('/public/*', compress())
    .use('/t/*', compress())
    .get('/public/public.css', asset('public.css'))
    .get('/public/docs.css', asset('docs.css'))
    .get('/public/public.js', asset('public.js'))
    .get('/public/mark.svg', asset('mark.svg'))
    .route('/', createReportRoutes())
    .route('/', createTrackRoutes())
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
  const reader = { locale: c.var.locale, large: false, path: '/public', tenantName: '' }
  return publicPage(reader, {
    title: words.brokenTitle,
    body: html`<h1>${words.brokenTitle}</h1><p>${words.brokenText}</p>`,
  })
}
