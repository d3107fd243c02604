import type { Context } from 'hono'
import { getDefinition } from '../../domain/procedure/definition.ts'
import { dayOf } from '../../domain/time/time.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { withoutHidden } from '../../engine/access/hidden-answers.ts'
import { withoutRestricted } from '../../engine/access/restricted.ts'
import { templateOf } from '../../papers/docx/package.ts'
import { fillDocx } from '../../papers/fill/fill-docx.ts'
import { tagWriter } from '../../papers/fill/tags.ts'
import { formsNow, textOf } from '../../papers/text/find-text.ts'
import { paperValues } from '../../papers/values/paper-values.ts'
import { vocabularyOf } from '../../papers/values/vocabulary.ts'
import { readLastOpening } from '../../storage/keys/open-fields.ts'
import { letterheadOf } from '../../storage/papers/letterheads.ts'
import { templateInForce } from '../../storage/papers/templates.ts'
import { getMatter } from '../../storage/read/get-matter.ts'
import { getTenant } from '../../storage/tenants/office-settings.ts'
import type { OfficeEnv } from '../request/env.ts'
import { NO_QR, openedSince, type PrintedPaper } from './print-paper.ts'

/**
 * A form of a matter as a .docx: filled with what is on record now, as far as the reader may see it. Nobody issues it, so it has neither a
 * number of its own nor a code. @throws AnlanError matter-not-found, not-found
 */
export async function printForm(c: Context<OfficeEnv>, id: string, document: string) {
  const { actor, deps, db, now } = c.var
  const rulebook = await deps.rulebooks.of(actor.tenant)
  const { directory, procedures } = rulebook
  const { matter: stored } = await getMatter(db, actor, id, rulebook)
  const matter = withoutRestricted(withoutHidden(stored, actor), actor)
  if (!formsNow(matter).some((form) => form.document === document)) throw new AnlanError('not-found')
  const procedure = getDefinition(procedures, matter)
  const text = textOf(procedure, document)
  const opening = await readLastOpening(deps, { actor, matter, since: openedSince(c) })
  const at = { tenant: actor.tenant, at: now }
  const letterhead = await letterheadOf(db, { ...at, unit: directory.units[matter.unitId] })
  const { contact } = await getTenant(db, actor.tenant)
  const office = letterhead.name ?? directory.units[matter.unitId]?.name.zh ?? ''
  const head = {
    office,
    title: text.title,
    number: matter.reference,
    phone: contact.phone ?? '',
    address: contact.address?.zh ?? '',
    exercise: matter.exercise ? '演练用，不具有法律效力' : '',
  }
  const opened = opening ? { opened: opening.values } : {}
  const values = paperValues({
    matter,
    procedure,
    form: {},
    at: now,
    directory,
    unitId: matter.unitId,
    head,
    ...opened,
  })
  const words = vocabularyOf(text, procedures)
  const template =
    (await templateInForce(db, { ...at, paper: text.id })) ??
    templateOf(text, { head: { red: letterhead.red, length: office.length }, tag: tagWriter(words), qr: NO_QR })
  const printed: PrintedPaper = {
    docx: fillDocx(template, { words, values, qr: NO_QR }),
    name: `${text.title}-${matter.reference}-${dayOf(now)}.docx`,
    isOpen: opening !== undefined,
  }
  return { matter, printed }
}
