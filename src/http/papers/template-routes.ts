import { type Context, Hono } from 'hono'
import QRCode from 'qrcode'
import { z } from 'zod'
import { present } from '../../domain/present.ts'
import type { PaperView, TemplateTaken } from '../../domain/views/paper-views.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { templateOf } from '../../papers/docx/package.ts'
import { repacked, templateFaults } from '../../papers/fill/check-template.ts'
import { fillDocx } from '../../papers/fill/fill-docx.ts'
import { tagWriter } from '../../papers/fill/tags.ts'
import { type Listed, listPapers } from '../../papers/text/find-text.ts'
import { sampleValues } from '../../papers/values/sample-values.ts'
import { vocabularyOf } from '../../papers/values/vocabulary.ts'
import { listLetterheads, setLetterhead } from '../../storage/papers/letterheads.ts'
import {
  addTemplate,
  chooseTemplate,
  listTemplates,
  type OwnTemplates,
  readTemplate,
} from '../../storage/papers/templates.ts'
import { adminAct } from '../admin/act.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import type { OfficeEnv } from '../request/env.ts'
import { valid } from '../request/valid.ts'
import { docxAnswer } from './docx-answer.ts'
import { readParts } from './read-parts.ts'

const reason = z.string().trim().min(2).max(500)
const whichVersion = z.strictObject({ version: z.coerce.number().int().min(1).max(1000).optional() })
/** The file in base64: some 700 KB. A template with an emblem has a tenth of it. */
const sent = z.strictObject({
  reason,
  name: z.string().trim().min(1).max(200),
  template: z.base64().min(8).max(950_000),
})
const choice = z.strictObject({ reason, version: z.int().min(1).max(1000).nullable() })
const letterhead = z.strictObject({
  reason,
  unitId: z.string().min(1).max(60),
  name: z.string().trim().min(2).max(40).optional(),
  letters: z
    .string()
    .trim()
    .regex(/^[\p{Script=Han}（）]{1,12}$/u)
    .optional(),
  red: z.boolean(),
})

/** Templates of papers and letterheads, below /api/admin. */
export const templateRoutes = new Hono<OfficeEnv>()
  .get('/papers', describe('listPapers'), async (c) => {
    const own = await listTemplates(c.var.db, c.var.actor.tenant)
    const papers = listPapers(await proceduresOf(c))
    return answer(
      c,
      'listPapers',
      papers.map((listed) => shown(listed, own[listed.text.id])),
    )
  })
  .get('/papers/:paper', describe('getPaper'), async (c) => {
    const listed = await paperOf(c)
    const own = (await listTemplates(c.var.db, c.var.actor.tenant))[listed.text.id]
    const words = vocabularyOf(listed.text, await proceduresOf(c))
    const tag = tagWriter(words)
    return answer(c, 'getPaper', {
      ...shown(listed, own),
      words: words.map(({ name, title, personal, columns }) => ({
        tag: tag(name),
        title,
        ...present({ personal, columns: columns?.map((column) => ({ tag: column.name, title: column.title })) }),
      })),
      sources: listed.text.sources.map(({ article, mark, note }) => ({ article, mark, ...present({ note }) })),
      versions: own?.versions ?? [],
    })
  })
  .get('/papers/:paper/template', describe('readTemplate'), valid('query', whichVersion), async (c) => {
    const { text } = await paperOf(c)
    const { version } = c.req.valid('query')
    return docxAnswer(
      c,
      await templateBytes(c, version),
      `${text.title}-${version ? `模板${version}` : '自带模板'}.docx`,
    )
  })
  .get('/papers/:paper/preview', describe('previewTemplate'), valid('query', whichVersion), async (c) => {
    const { text } = await paperOf(c)
    const procedures = await proceduresOf(c)
    const bytes = await templateBytes(c, c.req.valid('query').version)
    const words = vocabularyOf(text, procedures)
    const docx = fillDocx(bytes, { words, values: sampleValues(text, procedures), qr: await sampleQr(c) })
    return docxAnswer(c, docx, `${text.title}-样张.docx`)
  })
  .post('/papers/:paper/templates', describe('addTemplate'), valid('json', sent), async (c) => {
    const { text } = await paperOf(c)
    const { reason: why, name, template } = c.req.valid('json')
    const parts = await readParts(Buffer.from(template, 'base64'))
    if ('rule' in parts) return answer(c, 'addTemplate', { faults: [parts] })
    const faults = templateFaults(parts, vocabularyOf(text, await proceduresOf(c)))
    const taken: TemplateTaken =
      faults.length > 0
        ? { faults }
        : {
            version: await addTemplate(c.var.db, adminAct(c, why), {
              paper: text.id,
              name,
              bytes: Buffer.from(repacked(parts)),
            }),
            faults,
          }
    return answer(c, 'addTemplate', taken)
  })
  .put('/papers/:paper/choice', describe('chooseTemplate'), valid('json', choice), async (c) => {
    const listed = await paperOf(c)
    const { reason: why, version } = c.req.valid('json')
    await chooseTemplate(c.var.db, adminAct(c, why), { paper: listed.text.id, version })
    const own = await listTemplates(c.var.db, c.var.actor.tenant)
    return answer(c, 'chooseTemplate', shown(listed, own[listed.text.id]))
  })
  .get('/letterheads', describe('listLetterheads'), async (c) => answer(c, 'listLetterheads', await headsOf(c)))
  .put('/letterheads', describe('setLetterhead'), valid('json', letterhead), async (c) => {
    const { reason: why, unitId, name, letters, red } = c.req.valid('json')
    const { directory } = await c.var.deps.rulebooks.of(c.var.actor.tenant)
    if (!directory.units[unitId])
      throw new AnlanError('request-invalid', { issues: [{ field: 'unitId', rule: 'not-a-unit' }] })
    await setLetterhead(c.var.db, adminAct(c, why), unitId, { ...present({ name, letters }), red })
    return answer(c, 'setLetterhead', await headsOf(c))
  })

const proceduresOf = async (c: Context<OfficeEnv>) => (await c.var.deps.rulebooks.of(c.var.actor.tenant)).procedures

/** Of two that were set in one moment the later one counts, a little after it. */
const END = '2999-12-31T00:00:00.000Z'

async function headsOf(c: Context<OfficeEnv>) {
  const heads = await listLetterheads(c.var.db, c.var.actor.tenant, END)
  return Object.entries(heads).map(([unitId, head]) => ({ unitId, ...head }))
}

/** The paper that the address names. @throws AnlanError not-found */
async function paperOf(c: Context<OfficeEnv>): Promise<Listed> {
  const found = listPapers(await proceduresOf(c)).find(({ text }) => text.id === c.req.param('paper'))
  if (!found) throw new AnlanError('not-found')
  return found
}

const shown = ({ text, procedures }: Listed, own: OwnTemplates | undefined): PaperView => ({
  id: text.id,
  title: text.title,
  kinds: procedures.map(({ title }) => title),
  own: !text.id.includes('.'),
  versionCount: own?.versions.length ?? 0,
  ...present({ inForce: own?.inForce, since: own?.since }),
})

/** A version that was sent in, else the program's own template. */
async function templateBytes(c: Context<OfficeEnv>, version: number | undefined): Promise<Uint8Array> {
  const { text } = await paperOf(c)
  if (version !== undefined) return readTemplate(c.var.db, c.var.actor.tenant, { paper: text.id, version })
  const words = vocabularyOf(text, await proceduresOf(c))
  return templateOf(text, { head: { red: true, length: 8 }, tag: tagWriter(words), qr: await sampleQr(c) })
}

const sampleQr = (c: Context<OfficeEnv>): Promise<Buffer> =>
  QRCode.toBuffer(`${c.var.deps.baseUrl}/check`, { margin: 1, errorCorrectionLevel: 'M' })
