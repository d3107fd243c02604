import { type Context, Hono } from 'hono'
import { PERSONAL_KINDS } from '../../domain/free-text/personal-kind.ts'
import { getDefinition } from '../../domain/procedure/definition.ts'
import type { FileRef } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { kindsText } from '../../domain/wording/personal-text.ts'
import type { Locale } from '../../domain/wording/text.ts'
import { databaseFor } from '../../storage/connection/connect.ts'
import { readTrackedMatter } from '../../storage/read/tracked-matter.ts'
import { checkChain } from '../../storage/verify/check-chain.ts'
import type { Env } from '../request/env.ts'
import { answerProblem, asAnlanError } from '../request/problems.ts'
import { readerAddress } from '../request/reader-address.ts'
import { createTokenBuckets, type TokenBuckets } from '../request/token-buckets.ts'
import { sendProof } from '../transparency/send-proof.ts'
import { type Act, act, actPage, type Report } from './act.ts'
import { readCode } from './code.ts'
import { postDataRequest, showDataRequest } from './data/request.ts'
import { findReport } from './find-report.ts'
import { keptTextPage } from './pages/kept-text-page.ts'
import { at } from './pages/page.ts'
import { codePage, trackPage } from './pages/track-page.ts'
import { type Posted, readPosted } from './posted.ts'
import { readerOf } from './reader.ts'
import { stepsOf } from './reporter-steps.ts'
import { postStatement, showStatement } from './rights/statement.ts'
import { toldReaders } from './rights/told-readers.ts'
import { jointStory, ownPhotos, publicStory, type Told } from './story/story.ts'
import { publicWords } from './words/words.ts'

/** The state in which a report waits for the result of the matter it was merged into. */
const MERGED = 'merged'
const CODE_FORM_BYTES = 10_000

/** Following a report by its code, and what its reporter may do with it. */
export function createTrackRoutes() {
  // 50 random bits: at this pace guessing one code takes longer than the report is kept.
  const lookups = createTokenBuckets({ burst: 20, refillSeconds: 10 })
  // Whoever has the code may add to the report, not fill the disk.
  const acts = createTokenBuckets({ burst: 12, refillSeconds: 300 })

  return new Hono<Env>()
    .get('/public/track', async (c) => c.html(codePage(await readerOf(c, '/public/track'), {})))
    .post('/public/track', async (c) => {
      const { values } = await readPosted(c, CODE_FORM_BYTES)
      const typed = values['code'] ?? ''
      const found = await lookUp(c, lookups, typed)
      if (found) return c.redirect(at({ locale: c.var.locale }, `/t/${readCode(typed)}`), 303)
      return codeRefused(c, typed)
    })
    .get('/t/:code', async (c) => {
      const found = await readReport(c, lookups)
      return found ? c.html(await track(c, found)) : codeRefused(c, c.req.param('code'))
    })
    .get('/t/:code/photo/:number{[0-9]{1,3}}', async (c) => {
      const found = await readReport(c, lookups)
      const photo = found && ownPhotos(found.report)[Number(c.req.param('number'))]
      return sendPhoto(c, photo)
    })
    .get('/t/:code/after/:sha256{[0-9a-f]{64}}', async (c) => {
      const found = await readReport(c, lookups)
      const { procedures } = await c.var.deps.rulebooks.of(c.var.deps.publicTenant)
      // What the page shows, and no other file of the matter.
      const shown = found ? storyOf(found, procedures, c.var.locale).flatMap(({ photos }) => photos) : []
      return sendPhoto(
        c,
        shown.find(({ sha256: digest }) => digest === c.req.param('sha256')),
      )
    })
    .get('/t/:code/proof', async (c) => {
      const found = await readReport(c, lookups)
      if (!found) return codeRefused(c, c.req.param('code'))
      return sendProof(c, { matterId: found.report.matter.id, version: 1 })
    })
    .get('/t/:code/data', async (c) => {
      const found = await readReport(c, lookups)
      if (!found) return codeRefused(c, c.req.param('code'))
      return c.html(await showDataRequest(c, found, { values: {}, errors: {} }))
    })
    .post('/t/:code/data', async (c) => {
      const posted = await readPosted(c)
      const found = await readReport(c, lookups)
      if (!found) return codeRefused(c, c.req.param('code'))
      if (posted.values['again']) return c.html(await showDataRequest(c, found, { values: posted.values, errors: {} }))
      acts.take(found.code, Date.parse(c.var.now))
      return postDataRequest(c, found, posted)
    })
    .get('/t/:code/statement', async (c) => {
      const found = await readReport(c, lookups)
      return found
        ? c.html(await showStatement(c, found, { values: {}, errors: {} }))
        : codeRefused(c, c.req.param('code'))
    })
    .post('/t/:code/statement', async (c) => {
      const posted = await readPosted(c)
      const take = async () => {
        const found = await readReport(c, lookups)
        if (!found) return codeRefused(c, c.req.param('code'))
        acts.take(found.code, Date.parse(c.var.now))
        return postStatement(c, found, posted)
      }
      return take().catch((cause: Error) => unsentAct(c, undefined, posted, cause))
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
    .post('/t/:code/:act{add|withdraw|rate}', async (c) => {
      const posted = await readPosted(c)
      const take = async () => {
        const found = await readReport(c, lookups)
        if (!found) return codeRefused(c, c.req.param('code'))
        const limited = async () => {
          acts.take(found.code, Date.parse(c.var.now))
          return act(c, found, posted)
        }
        return limited().catch((cause: Error) => unsentAct(c, found, posted, cause))
      }
      return take().catch((cause: Error) => unsentAct(c, undefined, posted, cause))
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
  if (!tracked) return undefined
  const { procedures } = await deps.rulebooks.of(deps.publicTenant)
  return { code: readCode(typed) ?? '', ...tracked, procedure: getDefinition(procedures, tracked.report.matter) }
}

/** As for a report that could not be sent: what was typed is shown again, if need be without the database. */
async function unsentAct(c: Context<Env>, found: Report | undefined, { values }: Posted, cause: Error) {
  const known = asAnlanError(cause)
  if (known?.code === 'request-invalid') throw cause
  const words = publicWords(c.var.locale)
  const answer = answerProblem(cause, c)
  const isLimited = known?.code === 'too-many-requests'
  const notice = isLimited ? words.tooManySent(Number(known.details['retryAfter'])) : words.notSent
  const kept = () => keptTextPage(c.var.locale, values, notice, c.req.path)
  const shown = found ? await actPage(c, found, { values, errors: {}, notice }).catch(kept) : kept()
  return c.html(shown, answer.status as 500)
}

async function codeRefused(c: Context<Env>, typed: string) {
  const words = publicWords(c.var.locale)
  const error = typed ? words.codeWrong : words.codeMissing
  return c.html(codePage(await readerOf(c, '/public/track'), { typed: typed.slice(0, 30), error }), typed ? 404 : 422)
}

async function sendPhoto(c: Context<Env>, photo: FileRef | undefined) {
  if (!photo) throw new AnlanError('not-found')
  const bytes = await c.var.deps.files.get(c.var.deps.publicTenant, photo.sha256)
  return c.body(new Uint8Array(bytes), 200, { 'content-type': photo.type, 'x-content-type-options': 'nosniff' })
}

const waitsForJoint = ({ report, joint }: Report) => joint !== undefined && report.matter.state === MERGED

/** What the reporter is told: of the report and what was opened from it, or of the matter it was merged into. */
const storyOf = (found: Report, procedures: readonly Procedure[], locale: Locale): Told[] =>
  found.joint && waitsForJoint(found)
    ? [...publicStory([found.report], procedures, locale), ...jointStory(found.report, found.joint, procedures, locale)]
    : publicStory([found.report, ...found.children], procedures, locale)

async function track(c: Context<Env>, found: Report) {
  const { code, report, children, joint, procedure } = found
  const { deps, now, locale } = c.var
  const rulebook = await deps.rulebooks.of(deps.publicTenant)
  const words = publicWords(locale)
  const { matter, head } = report
  const record = await checkChain(databaseFor(deps.pool, deps.publicTenant), deps.publicTenant, matter.id, head)
  const ofJoint = waitsForJoint(found) ? joint : undefined
  const responsible = ofJoint
    ? ofJoint.matter
    : (children.findLast((child) => child.matter.group !== 'done')?.matter ?? matter)
  const said = c.req.query('said')
  const saidText =
    said === 'statement'
      ? words.statement.done
      : said === 'add'
        ? words.added
        : said === 'withdraw'
          ? words.withdrawn
          : said === 'rate'
            ? words.rated
            : undefined
  const kinds = (c.req.query('masked') ?? '')
    .split(',')
    .filter((kind) => PERSONAL_KINDS.some((known) => known === kind))
  const masked = kinds.length > 0 ? words.masked(kindsText(kinds.join(','), locale)) : ''
  return trackPage(await readerOf(c, `/t/${code}`), {
    code,
    matter,
    procedure,
    calendar: rulebook.calendar,
    now,
    photoCount: ownPhotos(report).length,
    unitName: rulebook.directory.units[responsible.unitId]?.name[locale] ?? '',
    story: storyOf(found, rulebook.procedures, locale),
    readers: toldReaders([report, ...children], rulebook.procedures, rulebook.directory, locale),
    ...(ofJoint
      ? {
          jointState: getDefinition(rulebook.procedures, ofJoint.matter).states[ofJoint.matter.state]?.public?.[locale],
        }
      : {}),
    steps: await stepsOf(c, matter),
    record: { ok: record.result.ok, count: record.count, head },
    ...(saidText ? { said: [saidText, masked].filter(Boolean).join(' ') } : {}),
  })
}
