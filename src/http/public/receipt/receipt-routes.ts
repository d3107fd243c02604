import { type Context, Hono } from 'hono'
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie'
import { maskedKinds } from '../../../domain/free-text/personal-data.ts'
import { getDefinition } from '../../../domain/procedure/definition.ts'
import { databaseFor } from '../../../storage/connection/connect.ts'
import { keyedHash } from '../../../storage/keys/keys.ts'
import { readTrackedMatter } from '../../../storage/read/tracked-matter.ts'
import type { Env } from '../../request/env.ts'
import { findReport } from '../find-report.ts'
import { readFormToken } from '../form-token.ts'
import { at } from '../pages/page.ts'
import { receiptPage } from '../pages/receipt-page.ts'
import { codePage } from '../pages/track-page.ts'
import { readerOf } from '../reader.ts'
import { publicWords } from '../words/words.ts'
import { codeUnderTicket, RECEIPT_SECONDS, receiptTicket } from './receipt-ticket.ts'

const RECEIPT_COOKIE = 'anlan-receipt'

/** The receipt of the report that was just sent, for a while. */
export function createReceiptRoutes() {
  return new Hono<Env>()
    .get('/public/receipt', async (c) => {
      const { deps, now, locale } = c.var
      const reader = await readerOf(c, '/public/receipt')
      c.header('cache-control', 'no-store')
      c.header('referrer-policy', 'same-origin')
      const code = (await getSignedCookie(c, cookieSecret(c), RECEIPT_COOKIE)) || codeOfTicket(c)
      const matterId = code ? await findReport(c, code) : undefined
      const db = databaseFor(deps.pool, deps.publicTenant)
      const tracked = matterId ? await readTrackedMatter(db, deps.publicTenant, matterId) : undefined
      if (!code || !tracked) return c.html(codePage(reader, { error: publicWords(locale).receiptGone }))
      const { matter, head } = tracked.report
      const { procedures, calendar } = await deps.rulebooks.of(deps.publicTenant)
      const procedure = getDefinition(procedures, matter)
      const trackUrl = `${deps.baseUrl}/t/${code}`
      const masked = maskedKinds(`${matter.fields['description']} ${matter.place}`)
      return c.html(receiptPage(reader, { code, trackUrl, matter, head, procedure, calendar, now, masked }))
    })
    .post('/public/receipt/done', (c) => {
      deleteCookie(c, RECEIPT_COOKIE, { path: '/public/receipt' })
      return c.redirect(at({ locale: c.var.locale }, '/public'), 303)
    })
}

const cookieSecret = (c: Context<Env>) => keyedHash(c.var.deps.keys, 'cookie', RECEIPT_COOKIE)

/**
 * The code goes to the receipt in a cookie that only that page gets, so that it stands in no history. A browser that keeps no
 * cookies takes the form's own token along, which shows the receipt for as long as the cookie would.
 */
export async function toReceipt(c: Context<Env>, code: string, token: string) {
  await setSignedCookie(c, RECEIPT_COOKIE, code, cookieSecret(c), {
    path: '/public/receipt',
    maxAge: RECEIPT_SECONDS,
    httpOnly: true,
    sameSite: 'Lax',
    secure: c.var.deps.baseUrl.startsWith('https:'),
  })
  const path = at({ locale: c.var.locale }, '/public/receipt')
  if (c.req.header('cookie')) return c.redirect(path, 303)
  return c.redirect(`${path}${path.includes('?') ? '&' : '?'}ticket=${ticketOf(c, token)}`, 303)
}

const ticketOf = (c: Context<Env>, token: string) =>
  receiptTicket(c.var.deps.keys, readFormToken(c.var.deps.keys, token, c.var.now).nonce, c.var.now)

const codeOfTicket = (c: Context<Env>): string | undefined =>
  codeUnderTicket(c.var.deps.keys, c.req.query('ticket') ?? '', c.var.now)
