import { Hono } from 'hono'
import { AnlanError } from '../../domain/wording/errors.ts'
import { readIssuedPaper } from '../../storage/papers/issued-paper.ts'
import { recordReadings } from '../../storage/read/readings.ts'
import { describe } from '../description/describe.ts'
import type { OfficeEnv } from '../request/env.ts'
import { signIn } from '../sign-in/signed-in.ts'
import { docxAnswer } from './docx-answer.ts'
import { printForm } from './print-form.ts'
import { printPaper } from './print-paper.ts'

/** The papers of a matter as files, for whoever may see the matter. */
export const paperRoutes = new Hono<OfficeEnv>()
  .get('/matters/:id/papers/:number/docx', describe('readPaper'), signIn, async (c) => {
    const { actor, db, deps, now } = c.var
    const rulebook = await deps.rulebooks.of(actor.tenant)
    const number = Number(c.req.param('number'))
    if (!Number.isSafeInteger(number) || number < 1) throw new AnlanError('not-found')
    const issued = await readIssuedPaper(db, actor, { id: c.req.param('id'), number }, rulebook)
    await recordReadings(db, [issued.matter], { actor, what: 'file', now }, rulebook.directory)
    const { docx, name, isOpen } = await printPaper(c, issued)
    if (isOpen) await recordReadings(db, [issued.matter], { actor, what: 'fields', now }, rulebook.directory)
    return docxAnswer(c, docx, name)
  })
  .get('/matters/:id/forms/:form/docx', describe('readForm'), signIn, async (c) => {
    const { actor, db, deps, now } = c.var
    const { directory } = await deps.rulebooks.of(actor.tenant)
    const { matter, printed } = await printForm(c, c.req.param('id'), c.req.param('form'))
    await recordReadings(db, [matter], { actor, what: 'file', now }, directory)
    if (printed.isOpen) await recordReadings(db, [matter], { actor, what: 'fields', now }, directory)
    return docxAnswer(c, printed.docx, printed.name)
  })
