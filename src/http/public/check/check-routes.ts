import { type Context, Hono } from 'hono'
import { getDefinition } from '../../../domain/procedure/definition.ts'
import { dayOf } from '../../../domain/time/time.ts'
import { AnlanError } from '../../../domain/wording/errors.ts'
import { textOf } from '../../../papers/text/find-text.ts'
import { paperValues } from '../../../papers/values/paper-values.ts'
import { databaseFor } from '../../../storage/connection/connect.ts'
import { type IssuedPaper, readPaperForCheck } from '../../../storage/papers/issued-paper.ts'
import { letterheadOf } from '../../../storage/papers/letterheads.ts'
import { findPaperByCode, readPaperCode } from '../../../storage/papers/paper-codes.ts'
import { getTenant } from '../../../storage/tenants/office-settings.ts'
import { numberOn, officeOn } from '../../papers/paper-head.ts'
import type { Env } from '../../request/env.ts'
import { asAnlanError } from '../../request/problems.ts'
import { readerAddress } from '../../request/reader-address.ts'
import { createTokenBuckets } from '../../request/token-buckets.ts'
import { sendProof } from '../../transparency/send-proof.ts'
import { at } from '../pages/page.ts'
import { readPosted } from '../posted.ts'
import { readerOf } from '../reader.ts'
import { type CheckedPaper, checkedPage, checkFormPage } from './check-page.ts'
import { checkWords } from './check-words.ts'

const FORM_BYTES = 10_000

/** Anyone checks a paper by the code on it. Unknown, misspelt, of another office: one answer, and so many tries a minute. */
export function createCheckRoutes() {
  const tries = createTokenBuckets({ burst: 20, refillSeconds: 10 })

  const look = async (c: Context<Env>, typed: string) => {
    c.header('cache-control', 'no-store')
    c.header('referrer-policy', 'same-origin')
    const address = readerAddress(c)
    try {
      tries.take(address, Date.parse(c.var.now))
    } catch (cause) {
      const seconds = Number(asAnlanError(cause as Error)?.details['retryAfter'] ?? 10)
      c.header('retry-after', String(seconds))
      return c.html(await form(c, { error: checkWords(c.var.locale).tooMany(seconds) }), 429)
    }
    const code = readPaperCode(typed)
    const paper = code ? await checkedPaper(c, code) : undefined
    if (!paper) return c.html(await form(c, { typed: typed.slice(0, 60), error: checkWords(c.var.locale).wrong }), 404)
    tries.giveBack(address)
    return c.html(checkedPage(await readerOf(c, `/check/${code}`), paper, `/check/${code}/proof`))
  }

  return new Hono<Env>()
    .get('/check', async (c) => c.html(await form(c, {})))
    .post('/check', async (c) => {
      const { values } = await readPosted(c, FORM_BYTES)
      const typed = values['code'] ?? ''
      const code = readPaperCode(typed)
      if (typed.trim() === '') return c.html(await form(c, { error: checkWords(c.var.locale).missing }), 422)
      return code ? c.redirect(at({ locale: c.var.locale }, `/check/${code}`), 303) : look(c, typed)
    })
    .get('/check/:code', (c) => look(c, c.req.param('code')))
    .get('/check/:code/proof', async (c) => {
      tries.take(readerAddress(c), Date.parse(c.var.now))
      const { deps } = c.var
      const db = databaseFor(deps.pool, deps.publicTenant)
      const code = readPaperCode(c.req.param('code'))
      const found = code ? await findPaperByCode(db, deps.publicTenant, code) : undefined
      const issued = found && (await readPaperForCheck(db, deps.publicTenant, found))
      if (!issued) throw new AnlanError('not-found')
      tries.giveBack(readerAddress(c))
      return sendProof(c, { matterId: issued.matter.id, version: issued.asOf.version })
    })
}

const form = async (c: Context<Env>, shown: { readonly typed?: string; readonly error?: string }) =>
  checkFormPage(await readerOf(c, '/check'), shown)

async function checkedPaper(c: Context<Env>, code: string): Promise<CheckedPaper | undefined> {
  const { deps, locale } = c.var
  const tenant = deps.publicTenant
  const db = databaseFor(deps.pool, tenant)
  const found = await findPaperByCode(db, tenant, code)
  const issued = found && (await readPaperForCheck(db, tenant, found))
  if (!issued) return undefined
  const { directory, procedures } = await deps.rulebooks.of(tenant)
  const { matter, paper, event } = issued
  const procedure = getDefinition(procedures, matter)
  const text = textOf(procedure, paper.document)
  const unitId = directory.posts[issued.by.postId]?.unitId ?? issued.asOf.unitId
  const head = await letterheadOf(db, { tenant, unit: directory.units[unitId], at: event.at })
  const title = procedure.documents[paper.document]?.title
  return {
    office: officeOn(head, directory.units[unitId], (await getTenant(db, tenant)).name)[locale],
    title: text.title,
    ...(locale === 'en' && title ? { meaning: title.en } : {}),
    number: numberOf(issued, { procedure, directory, unitId, text, letters: head.letters }),
    day: dayOf(event.at),
    ...(paper.revokedAt ? { revokedOn: dayOf(paper.revokedAt) } : {}),
    exercise: matter.exercise === true,
    fingerprint: issued.fingerprint,
  }
}

type Numbering = Pick<Parameters<typeof paperValues>[0], 'procedure' | 'directory' | 'unitId'> & {
  readonly text: Parameters<typeof numberOn>[0]
  readonly letters: string | undefined
}

function numberOf(issued: IssuedPaper, { text, letters, ...reading }: Numbering): string {
  const { asOf, event } = issued
  const values = paperValues({ matter: asOf, step: event.step, form: event.form, at: event.at, head: {}, ...reading })
  return numberOn(text, values, issued, letters)
}
