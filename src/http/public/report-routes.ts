import { type Context, Hono } from 'hono'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { Env } from '../request/env.ts'
import { answerProblem, asAnlanError, statusOf } from '../request/problems.ts'
import { readerAddress } from '../request/reader-address.ts'
import { createTokenBuckets, type TokenBuckets } from '../request/token-buckets.ts'
import { fieldErrors } from './field-errors.ts'
import { newFormToken, readFormToken, tokenForMending } from './form-token.ts'
import { aboutOptions, categoryOptions, intakeUnit, placeOptions, reportProcedure } from './intake.ts'
import { keptTextPage } from './pages/kept-text-page.ts'
import { at } from './pages/page.ts'
import { type ReportPage, reportPage } from './pages/report-page.ts'
import { keepPhotos, MOST_PHOTOS, type Posted, readPosted } from './posted.ts'
import { promisedPeriod } from './promised-clock.ts'
import { readerOf } from './reader.ts'
import { toReceipt } from './receipt/receipt-routes.ts'
import { isDiallable, sendReport } from './send-report.ts'
import { publicWords } from './words/words.ts'
import type { PublicWords } from './words/words.zh.ts'

type Limits = { readonly byForm: TokenBuckets; readonly byAddress: TokenBuckets }
type Shown = Pick<ReportPage, 'values' | 'errors'> & { readonly notice?: string }

/** Reporting without an account: the form, what becomes of it, and the receipt. */
export function createReportRoutes() {
  // One person mends and presses again a few times; a village or a hall's computers stand behind one address, a program too.
  const limits: Limits = {
    byForm: createTokenBuckets({ burst: 8, refillSeconds: 10 }),
    byAddress: createTokenBuckets({ burst: 60, refillSeconds: 20 }),
  }

  return new Hono<Env>()
    .get('/public', async (c) => c.html(await form(c, { values: {}, errors: {} })))
    .get('/public/report', async (c) => c.redirect(at({ locale: c.var.locale }, '/public')))
    .post('/public/report', async (c) => {
      const posted = await readPosted(c)
      return answerPost(c, posted, limits).catch((cause: Error) => unsent(c, posted, cause))
    })
}

/** Sends the report, or shows the form again with everything typed. */
async function answerPost(c: Context<Env>, posted: Posted, { byForm, byAddress }: Limits) {
  const { deps, now, locale } = c.var
  const words = publicWords(locale)
  const { values } = posted
  // Another size of type or another language: the form as it is, nothing sent.
  if (values['again']) return c.html(await form(c, { values, errors: {} }))
  const token = values['token'] ?? ''
  const { nonce, state } = readFormToken(deps.keys, token, now)
  const notice = values['website'] ? words.trapFilled : tokenNotice(state, words)
  const errors = contactErrors(posted, words)
  if (notice || Object.keys(errors).length > 0)
    return c.html(await form(c, { values, errors, ...(notice ? { notice } : {}) }, state !== 'too-fast'), 422)
  byForm.take(nonce, Date.parse(now))
  byAddress.take(readerAddress(c), Date.parse(now))
  const photos = await keepPhotos(c, posted)
  if (typeof photos === 'string') {
    const text = words.rules[photos](words.photos, String(MOST_PHOTOS))
    return c.html(await form(c, { values, errors: { photos: text } }), 422)
  }
  const sent = await sendReport(c, posted, photos, nonce)
  if (!(sent instanceof AnlanError)) return toReceipt(c, sent.code, token)
  const again = sent.code === 'key-reused' ? { notice: words.alreadySent } : {}
  return c.html(await form(c, { values, errors: fieldErrors(sent, words), ...again }), statusOf(sent.code))
}

/** Whatever went wrong, what was typed is shown again, with the reason; if need be on a page that needs no database. */
async function unsent(c: Context<Env>, { values }: Posted, cause: Error) {
  const words = publicWords(c.var.locale)
  const known = asAnlanError(cause)
  if (known?.code === 'too-many-requests') {
    const seconds = Number(known.details['retryAfter'])
    c.header('retry-after', String(seconds))
    return c.html(await form(c, { values, errors: {}, notice: words.tooManySent(seconds) }), 429)
  }
  if (known?.code === 'request-invalid') throw cause
  const answer = answerProblem(cause, c)
  const notice = words.notSent
  const shown = await form(c, { values, errors: {}, notice }).catch(() => keptTextPage(c.var.locale, values, notice))
  return c.html(shown, answer.status as 500)
}

/** The form with a token of its own; whoever has filled it in once need not wait again. */
async function form(c: Context<Env>, { values, errors, notice }: Shown, seenBefore = true) {
  const { deps, now, locale } = c.var
  const rulebook = await deps.rulebooks.of(deps.publicTenant)
  const intake = intakeUnit(rulebook.directory)
  c.header('cache-control', 'no-store')
  const isFirst = Object.keys(values).length === 0 || !seenBefore
  return reportPage(await readerOf(c, '/public'), {
    token: isFirst ? newFormToken(deps.keys, now) : tokenForMending(deps.keys, now),
    categories: categoryOptions(reportProcedure(rulebook, now), locale),
    places: placeOptions(rulebook.directory, locale),
    units: aboutOptions(rulebook.directory, intake, locale),
    mostPhotos: MOST_PHOTOS,
    promise: promisedPeriod(reportProcedure(rulebook, now), rulebook),
    values,
    errors,
    ...(notice ? { notice } : {}),
  })
}

const tokenNotice = (state: ReturnType<typeof readFormToken>['state'], words: PublicWords) =>
  state === 'good' ? undefined : state === 'too-fast' ? words.tooFast : words.formTooOld

const contactErrors = ({ values }: Posted, words: PublicWords): Record<string, string> =>
  values['contactPhone'] && !isDiallable(values['contactPhone']) ? { contactPhone: words.rules.phone() } : {}
