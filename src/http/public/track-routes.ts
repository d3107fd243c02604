import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { reporterActor } from '../../domain/actor.ts'
import { AnlanError } from '../../domain/errors.ts'
import type { FileRef, FormValues } from '../../domain/form.ts'
import type { Matter } from '../../domain/matter.ts'
import { verifyChain } from '../../engine/chain.ts'
import { openSteps } from '../../engine/open-steps.ts'
import { databaseFor } from '../../storage/connect.ts'
import { handleAndFollow } from '../../storage/follow-up.ts'
import { sha256 } from '../../storage/ids.ts'
import { readTrackedMatter, type TrackedMatter } from '../../storage/tracked-matter.ts'
import type { Env } from '../env.ts'
import { readerAddress } from '../reader-address.ts'
import { createTokenBuckets, type TokenBuckets } from '../token-buckets.ts'
import { type ActPage, addPage, ratePage, withdrawPage } from './act-pages.ts'
import { readCode } from './code.ts'
import { fieldErrors } from './field-errors.ts'
import { findReport } from './find-report.ts'
import { newFormToken, readFormToken } from './form-token.ts'
import { at } from './page.ts'
import { keepPhotos, MOST_PHOTOS, type Posted, readPosted } from './posted.ts'
import { readerOf } from './reader.ts'
import { definitionOf, publicStory } from './story.ts'
import { codePage, type ReporterSteps, trackPage } from './track-page.ts'
import { type PublicWords, publicWords } from './words.ts'

const FORM_BYTES = 64 * 1024 * 1024

/** Steps of the report definition that a reporter takes here. */
const STEPS = {
  add: ['addMaterial'],
  withdraw: ['withdraw'],
  satisfied: ['rateSatisfied'],
  dissatisfied: ['rateDissatisfied', 'rateDissatisfiedAgain'],
} as const
type Act = 'add' | 'withdraw' | 'rate'
type Report = { readonly code: string; readonly report: TrackedMatter; readonly children: readonly TrackedMatter[] }
/** What a form asks for: a step with its answers, or what is missing from it. */
type Wish =
  | { readonly choice: keyof typeof STEPS; readonly form: FormValues }
  | { readonly errors: Record<string, string> }

/** Following a report by its code, and what its reporter may do with it. */
export function createTrackRoutes() {
  // 50 random bits: at this pace guessing one code takes longer than the report is kept.
  const lookups = createTokenBuckets({ burst: 20, refillSeconds: 10 })
  const limit = bodyLimit({ maxSize: FORM_BYTES })

  return new Hono<Env>()
    .get('/public/track', async (c) => c.html(codePage(await readerOf(c, '/public/track'), {})))
    .post('/public/track', limit, async (c) => {
      const { values } = await readPosted(c)
      const typed = values['code'] ?? ''
      const found = await lookUp(c, lookups, typed)
      if (found) return c.redirect(at({ locale: c.var.locale }, `/t/${readCode(typed)}`), 303)
      return codeRefused(c, typed)
    })
    .get('/t/:code', async (c) => {
      const found = await readReport(c, lookups)
      return found ? c.html(await track(c, found)) : codeRefused(c, c.req.param('code'))
    })
    .get('/t/:code/:act{add|withdraw|rate}', async (c) => {
      const found = await readReport(c, lookups)
      if (!found) return codeRefused(c, c.req.param('code'))
      const steps = await stepsOf(c, found.report.matter)
      const isOpen = { ...steps, rate: steps.satisfied || steps.dissatisfied }[c.req.param('act') as Act]
      // The page of the report says why and when.
      if (!isOpen) return c.redirect(at({ locale: c.var.locale }, `/t/${found.code}`), 303)
      return c.html(await actPage(c, found, { values: {}, errors: {} }))
    })
    .post('/t/:code/:act{add|withdraw|rate}', limit, async (c) => {
      const found = await readReport(c, lookups)
      if (!found) return codeRefused(c, c.req.param('code'))
      return act(c, found, await readPosted(c))
    })
}

/** Finds a report and pays for the try; a right code gives the tries back. */
async function lookUp(c: Context<Env>, lookups: TokenBuckets, typed: string): Promise<string | undefined> {
  const address = readerAddress(c)
  lookups.take(address, Date.parse(c.var.now))
  const matterId = await findReport(c, typed)
  if (matterId) lookups.giveBack(address)
  return matterId
}

async function readReport(c: Context<Env>, lookups: TokenBuckets): Promise<Report | undefined> {
  const { deps } = c.var
  c.header('cache-control', 'no-store')
  c.header('referrer-policy', 'same-origin')
  const typed = c.req.param('code') ?? ''
  const matterId = await lookUp(c, lookups, typed)
  const db = databaseFor(deps.pool, deps.publicTenant)
  const tracked = matterId ? await readTrackedMatter(db, deps.publicTenant, matterId) : undefined
  return tracked && { code: readCode(typed) ?? '', ...tracked }
}

async function codeRefused(c: Context<Env>, typed: string) {
  const words = publicWords(c.var.locale)
  const error = typed ? words.codeWrong : words.codeMissing
  return c.html(codePage(await readerOf(c, '/public/track'), { typed: typed.slice(0, 30), error }), typed ? 404 : 422)
}

async function track(c: Context<Env>, { code, report, children }: Report) {
  const { deps, now, locale } = c.var
  const rulebook = await deps.rulebooks.of(deps.publicTenant)
  const words = publicWords(locale)
  const { matter, head, events } = report
  const responsible = children.findLast((child) => child.matter.group !== 'done')?.matter ?? matter
  const said = c.req.query('said')
  const saidText =
    said === 'add' ? words.added : said === 'withdraw' ? words.withdrawn : said === 'rate' ? words.rated : undefined
  return trackPage(await readerOf(c, `/t/${code}`), {
    code,
    matter,
    procedure: definitionOf(rulebook.procedures, matter),
    calendar: rulebook.calendar,
    now,
    unitName: rulebook.directory.units[responsible.unitId]?.name[locale] ?? '',
    story: publicStory([report, ...children], rulebook.procedures, locale),
    steps: await stepsOf(c, matter),
    record: { ok: verifyChain(events, sha256, head).ok, count: events.length, head },
    ...(saidText ? { said: saidText } : {}),
  })
}

/** What the definition lets the reporter do now, from the same engine that decides. */
async function openStepIds(c: Context<Env>, matter: Matter): Promise<Set<string>> {
  const { deps } = c.var
  const rulebook = await deps.rulebooks.of(deps.publicTenant)
  const offers = openSteps(
    definitionOf(rulebook.procedures, matter),
    matter,
    reporterActor(deps.publicTenant),
    rulebook,
  )
  return new Set(offers.flatMap(({ id, open }) => (open ? [id] : [])))
}

async function stepsOf(c: Context<Env>, matter: Matter): Promise<ReporterSteps> {
  const open = await openStepIds(c, matter)
  const any = (ids: readonly string[]) => ids.some((id) => open.has(id))
  return {
    add: any(STEPS.add),
    withdraw: any(STEPS.withdraw),
    satisfied: any(STEPS.satisfied),
    dissatisfied: any(STEPS.dissatisfied),
  }
}

async function actPage(
  c: Context<Env>,
  { code }: Report,
  shown: Pick<ActPage, 'values' | 'errors'> & { notice?: string },
) {
  const reader = await readerOf(c, `/t/${code}/${c.req.param('act')}`)
  const page = { code, token: newFormToken(c.var.deps.keys, c.var.now), ...shown }
  const which = c.req.param('act') as Act
  if (which === 'add') return addPage(reader, page, MOST_PHOTOS)
  return which === 'withdraw' ? withdrawPage(reader, page) : ratePage(reader, page)
}

/** Takes the step, or shows the form again with everything typed and what is wrong with it. */
async function act(c: Context<Env>, found: Report, posted: Posted) {
  const { deps, now, locale } = c.var
  const words = publicWords(locale)
  const { values } = posted
  const again = async (shown: { errors?: Record<string, string>; notice?: string }) =>
    c.html(await actPage(c, found, { values, errors: {}, ...shown }), 422)
  const { nonce, state } = readFormToken(deps.keys, values['token'] ?? '', now)
  if (state !== 'good') return again({ notice: state === 'too-fast' ? words.tooFast : words.formTooOld })
  const wish = wishOf(c.req.param('act') as Act, values, words)
  if ('errors' in wish) return again({ errors: wish.errors })
  const photos = await keepPhotos(c, posted.files)
  if (typeof photos === 'string')
    return again({ errors: { photos: words.rules[photos](words.photos, String(MOST_PHOTOS)) } })
  const open = await openStepIds(c, found.report.matter)
  const step = STEPS[wish.choice].find((id) => open.has(id)) ?? STEPS[wish.choice][0]
  const refusal = await takeStep(c, found, { step, form: wish.form, files: photos, nonce })
  if (refusal)
    return again(refusal.code === 'form-invalid' ? { errors: fieldErrors(refusal, words) } : { notice: words.notOpen })
  const said = `said=${c.req.param('act')}`
  return c.redirect(`/t/${found.code}?${locale === 'en' ? `lang=en&${said}` : said}`, 303)
}

function wishOf(which: Act, values: Readonly<Record<string, string>>, words: PublicWords): Wish {
  if (which === 'add') return { choice: 'add', form: { note: values['note'] ?? '' } }
  if (which === 'withdraw') {
    const sure = values['sure'] === 'yes'
    return sure
      ? { choice: 'withdraw', form: { withdrawReason: values['withdrawReason'] ?? '' } }
      : { errors: { sure: words.rules.required(words.withdrawSure) } }
  }
  const comment = values['complaint']
  if (values['rating'] === 'satisfied') return { choice: 'satisfied', form: comment ? { comment } : {} }
  if (values['rating'] === 'dissatisfied') return { choice: 'dissatisfied', form: { complaint: comment ?? '' } }
  return { errors: { rating: words.rules.required(words.rate) } }
}

/** A refusal that the reporter can do something about comes back as a value. */
async function takeStep(
  c: Context<Env>,
  { report }: Report,
  { step, form, files, nonce }: { step: string; form: FormValues; files: readonly FileRef[]; nonce: string },
): Promise<AnlanError | undefined> {
  const { deps } = c.var
  const command = { type: 'TakeStep', step, form, ...(files.length > 0 ? { files } : {}) } as const
  const request = {
    actor: reporterActor(deps.publicTenant),
    matterId: report.matter.id,
    command,
    key: `public:${nonce}`,
  }
  return handleAndFollow(deps, request).then(
    () => undefined,
    (cause: Error) => {
      const mendable = ['form-invalid', 'step-not-open', 'guard-refused', 'role-required']
      if (cause instanceof AnlanError && mendable.includes(cause.code)) return cause
      throw cause
    },
  )
}
