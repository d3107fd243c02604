import type { Context } from 'hono'
import QRCode from 'qrcode'
import { getDefinition } from '../../domain/procedure/definition.ts'
import { dayOf } from '../../domain/time/time.ts'
import { templateOf } from '../../papers/docx/package.ts'
import { fillDocx } from '../../papers/fill/fill-docx.ts'
import { tagWriter } from '../../papers/fill/tags.ts'
import { textOf } from '../../papers/text/find-text.ts'
import { paperValues } from '../../papers/values/paper-values.ts'
import { vocabularyOf } from '../../papers/values/vocabulary.ts'
import { readLastOpening } from '../../storage/keys/open-fields.ts'
import type { IssuedPaper } from '../../storage/papers/issued-paper.ts'
import { letterheadOf } from '../../storage/papers/letterheads.ts'
import { codeInFours, paperCode } from '../../storage/papers/paper-codes.ts'
import { templateInForce } from '../../storage/papers/templates.ts'
import { getTenant } from '../../storage/tenants/office-settings.ts'
import type { OfficeEnv } from '../request/env.ts'
import { numberOn, officeOn } from './paper-head.ts'

/** Opened answers stand on the paper as long as the screen shows them, in ms. */
const OPEN_MS = 10 * 60_000

/** What stands in for the code where there is none. */
export const NO_QR = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mP4DwABAQEAG7buVgAAAABJRU5ErkJggg==',
  'base64',
)

export type PrintedPaper = {
  readonly docx: Uint8Array
  readonly name: string
  /** Answers that were opened on record stand on it. */
  readonly isOpen: boolean
}

/** Since when what was opened still shows: for a while, and in this session only. */
export const openedSince = ({ var: { now, signedIn } }: Context<OfficeEnv>): string =>
  new Date(Date.parse(now) - Math.min(OPEN_MS, signedIn.sessionAge)).toISOString()

/** A paper as a .docx: its text or the office's own template, with what was on record when it was issued. */
export async function printPaper(c: Context<OfficeEnv>, issued: IssuedPaper): Promise<PrintedPaper> {
  const { actor, deps, db, now } = c.var
  const { directory, procedures } = await deps.rulebooks.of(actor.tenant)
  const { paper, matter, asOf, event, by, form } = issued
  const procedure = getDefinition(procedures, matter)
  const text = textOf(procedure, paper.document)
  const opening = await readLastOpening(deps, { actor, matter, since: openedSince(c) })
  const unitId = directory.posts[by.postId]?.unitId ?? asOf.unitId
  const at = { tenant: actor.tenant, at: event.at }
  const letterhead = await letterheadOf(db, { ...at, unit: directory.units[unitId] })
  // Only the tenant with the public page has a place where a code is looked up.
  const code =
    actor.tenant === deps.publicTenant
      ? await paperCode(db, { tenant: actor.tenant, matterId: matter.id, number: paper.number }, now)
      : undefined
  const { contact, name } = await getTenant(db, actor.tenant)
  const office = officeOn(letterhead, directory.units[unitId], name).zh
  const checkAddress = `${deps.baseUrl}/check`
  const head = {
    office,
    title: text.title,
    basis: procedure.documents[paper.document]?.source?.article.zh ?? '',
    phone: contact.phone ?? '',
    address: contact.address?.zh ?? '',
    exercise: matter.exercise ? '演练用，不具有法律效力' : '',
    code: code ? codeInFours(code) : '',
    fingerprint: issued.fingerprint,
    checkAddress: code ? checkAddress : '',
  }
  const values = paperValues({
    matter: asOf,
    procedure,
    step: event.step,
    form,
    at: event.at,
    directory,
    unitId,
    head,
    ...(opening ? { opened: opening.values } : {}),
  })
  const number = numberOn(text, values, issued, letterhead.letters)
  const words = vocabularyOf(text, procedures)
  const qr = code ? await QRCode.toBuffer(`${checkAddress}/${code}`, { margin: 1, errorCorrectionLevel: 'M' }) : NO_QR
  const template =
    (await templateInForce(db, { ...at, paper: text.id })) ??
    templateOf(text, { head: { red: letterhead.red, length: office.length }, tag: tagWriter(words), qr })
  return {
    docx: fillDocx(template, { words, values: { ...values, texts: { ...values.texts, number } }, qr }),
    name: `${text.title}-${matter.reference}-${paper.number}-${dayOf(event.at)}.docx`,
    isOpen: opening !== undefined,
  }
}
