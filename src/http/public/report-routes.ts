import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie'
import { reporterActor } from '../../domain/matter/actor.ts'
import type { FileRef, FormValues } from '../../domain/procedure/form.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { databaseFor } from '../../storage/connection/connect.ts'
import { keyedHash } from '../../storage/keys/keys.ts'
import { readTrackedMatter } from '../../storage/read/tracked-matter.ts'
import { handleAndFollow } from '../../storage/write/follow-up.ts'
import type { Env } from '../request/env.ts'
import { statusOf } from '../request/problems.ts'
import { readerAddress } from '../request/reader-address.ts'
import { createTokenBuckets } from '../request/token-buckets.ts'
import { reportCode } from './code.ts'
import { fieldErrors } from './field-errors.ts'
import { codeHash, findReport } from './find-report.ts'
import { newFormToken, readFormToken } from './form-token.ts'
import { aboutOptions, categoryOptions, intakeUnit, placeOptions, REPORT, reportProcedure } from './intake.ts'
import { at } from './pages/page.ts'
import { receiptPage } from './pages/receipt-page.ts'
import { type ReportPage, reportPage } from './pages/report-page.ts'
import { codePage } from './pages/track-page.ts'
import { FORM_BYTES, keepPhotos, MOST_PHOTOS, type Posted, readPosted } from './posted.ts'
import { readerOf } from './reader.ts'
import { definitionOf } from './story.ts'
import { publicWords } from './words/words.ts'
import type { PublicWords } from './words/words.zh.ts'

const RECEIPT_COOKIE = 'anlan-receipt'
const RECEIPT_SECONDS = 15 * 60
const PHONE = /^[+\d][\d\s()-]{4,19}$/
/** Longest title made from a description, in columns: a Chinese character takes two. */
const TITLE_WIDTH = 60

type Shown = Pick<ReportPage, 'values' | 'errors'> & { readonly notice?: string }

/** Reporting without an account: the form, what becomes of it, and the receipt. */
export function createReportRoutes() {
  // A household behind one address reports a few things in a row; a program hundreds.
  const byAddress = createTokenBuckets({ burst: 10, refillSeconds: 60 })
  // Mending a form takes a few tries; reading forms of 60 MB takes memory.
  const tries = createTokenBuckets({ burst: 30, refillSeconds: 10 })
  const limit = bodyLimit({ maxSize: FORM_BYTES })

  return new Hono<Env>()
    .get('/public', async (c) => c.html(await form(c, { values: {}, errors: {} })))
    .get('/public/report', async (c) => c.redirect(at({ locale: c.var.locale }, '/public')))
    .post('/public/report', limit, async (c) => {
      tries.take(readerAddress(c), Date.parse(c.var.now))
      const posted = await readPosted(c)
      const words = publicWords(c.var.locale)
      const { nonce, state } = readFormToken(c.var.deps.keys, posted.values['token'] ?? '', c.var.now)
      const notice = posted.values['website'] ? words.trapFilled : tokenNotice(state, words)
      const errors = contactErrors(posted, words)
      if (notice || Object.keys(errors).length > 0) {
        return c.html(await form(c, { values: posted.values, errors, ...(notice ? { notice } : {}) }), 422)
      }
      byAddress.take(readerAddress(c), Date.parse(c.var.now))
      const photos = await keepPhotos(c, posted.files)
      if (typeof photos === 'string') {
        const text = words.rules[photos](words.photos, String(MOST_PHOTOS))
        return c.html(await form(c, { values: posted.values, errors: { photos: text } }), 422)
      }
      const sent = await send(c, posted, photos, nonce)
      if (sent instanceof AnlanError) {
        const again = sent.code === 'key-reused' ? { notice: words.alreadySent } : {}
        return c.html(
          await form(c, { values: posted.values, errors: fieldErrors(sent, words), ...again }),
          statusOf(sent.code),
        )
      }
      await keepReceipt(c, sent.code)
      return c.redirect(at({ locale: c.var.locale }, '/public/receipt'), 303)
    })
    .get('/public/receipt', async (c) => {
      const { deps, now, locale } = c.var
      const reader = await readerOf(c, '/public/receipt')
      c.header('cache-control', 'no-store')
      const code = await getSignedCookie(c, cookieSecret(c), RECEIPT_COOKIE)
      const matterId = code ? await findReport(c, code) : undefined
      const db = databaseFor(deps.pool, deps.publicTenant)
      const tracked = matterId ? await readTrackedMatter(db, deps.publicTenant, matterId) : undefined
      if (!code || !tracked) return c.html(codePage(reader, { error: publicWords(locale).receiptGone }))
      const { matter, head } = tracked.report
      const { procedures, calendar } = await deps.rulebooks.of(deps.publicTenant)
      const procedure = definitionOf(procedures, matter)
      const trackUrl = `${deps.baseUrl}/t/${code}`
      return c.html(receiptPage(reader, { code, trackUrl, matter, head, procedure, calendar, now }))
    })
    .post('/public/receipt/done', (c) => {
      deleteCookie(c, RECEIPT_COOKIE, { path: '/public/receipt' })
      return c.redirect(at({ locale: c.var.locale }, '/public'), 303)
    })
}

/** The form with a fresh token. */
async function form(c: Context<Env>, { values, errors, notice }: Shown) {
  const { deps, now, locale } = c.var
  const rulebook = await deps.rulebooks.of(deps.publicTenant)
  const intake = intakeUnit(rulebook.directory)
  c.header('cache-control', 'no-store')
  return reportPage(await readerOf(c, '/public'), {
    token: newFormToken(deps.keys, now),
    categories: categoryOptions(reportProcedure(rulebook, now), locale),
    places: placeOptions(rulebook.directory, locale),
    units: aboutOptions(rulebook.directory, intake, locale),
    mostPhotos: MOST_PHOTOS,
    values,
    errors,
    ...(notice ? { notice } : {}),
  })
}

/** Opens the matter. A refusal that the reporter can mend comes back as a value. */
async function send(
  c: Context<Env>,
  { values }: Posted,
  files: readonly FileRef[],
  nonce: string,
): Promise<{ code: string } | AnlanError> {
  const { deps } = c.var
  const { directory } = await deps.rulebooks.of(deps.publicTenant)
  const code = reportCode(keyedHash(deps.keys, 'report-code-of-form', nonce))
  const command = {
    type: 'OpenMatter',
    procedure: REPORT,
    channel: 'public',
    unitId: intakeUnit(directory).id,
    form: reportForm(values),
    files,
  } as const
  return handleAndFollow(deps, {
    actor: reporterActor(deps.publicTenant),
    command,
    key: `public:${nonce}`,
    codeHash: codeHash(deps.keys, code),
  }).then(
    () => ({ code }),
    (cause: Error) => {
      if (cause instanceof AnlanError && ['form-invalid', 'key-reused'].includes(cause.code)) return cause
      throw cause
    },
  )
}

/** The answers of the public form as the definition asks for them; empty ones are left out. */
function reportForm(values: Readonly<Record<string, string>>): FormValues {
  const names = ['category', 'description', 'place', 'placeUnit', 'aboutUnit', 'contactName', 'contactPhone']
  const answers = Object.fromEntries(names.flatMap((name) => (values[name] ? [[name, values[name]]] : [])))
  const wantsReply = values['contactPhone'] ? 'phone' : 'code'
  return { title: titleOf(values['description'] ?? ''), ...answers, wantsReply }
}

/** How people say who they are and how to reach them, before they say what is wrong. */
const INTRODUCTION = /^(我叫|我是|我姓|本人|姓名|联系|电话|手机|my name|i am |i'm |phone)/i
const PHONE_NUMBER = /\d{7,}|\d{3,4}[\s-]\d{4}[\s-]?\d{3,4}/g

/**
 * The first clause that says what is wrong, as a title for lists: residents are not asked for one. Titles are searched
 * and seen by more people than the report, so names and numbers that open it stay out.
 */
function titleOf(description: string): string {
  const clauses = description.split(/[，。；！？,;!?\n]|\. /).map((clause) => clause.trim())
  const [first = ''] = clauses.filter((clause) => !INTRODUCTION.test(clause))
  const usable = [...(first.length >= 4 ? first : description.trim()).replace(PHONE_NUMBER, '…')]
  let width = 0
  const fitting = usable.filter((letter) => {
    width += letter > '\u2e80' ? 2 : 1
    return width <= TITLE_WIDTH
  })
  return fitting.length < usable.length ? `${fitting.join('')}…` : usable.join('')
}

const tokenNotice = (state: ReturnType<typeof readFormToken>['state'], words: PublicWords) =>
  state === 'good' ? undefined : state === 'too-fast' ? words.tooFast : words.formTooOld

const contactErrors = ({ values }: Posted, words: PublicWords): Record<string, string> =>
  values['contactPhone'] && !PHONE.test(values['contactPhone']) ? { contactPhone: words.rules.phone() } : {}

const cookieSecret = (c: Context<Env>) => keyedHash(c.var.deps.keys, 'cookie', RECEIPT_COOKIE)

/** The code goes to the next page in a cookie that only that page gets, so that it stands in no history. */
const keepReceipt = (c: Context<Env>, code: string) =>
  setSignedCookie(c, RECEIPT_COOKIE, code, cookieSecret(c), {
    path: '/public/receipt',
    maxAge: RECEIPT_SECONDS,
    httpOnly: true,
    sameSite: 'Lax',
    secure: c.var.deps.baseUrl.startsWith('https:'),
  })
