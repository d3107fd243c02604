/**
 * Writes the papers of `src/papers/texts` as .docx, filled for an invented matter, into a folder, to be looked at:
 * node scripts/look-at-papers.mjs FOLDER [id…]. Then: soffice --headless --convert-to pdf, pdftoppm -png.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import QRCode from 'qrcode'
import { templateOf } from '../src/papers/docx/package.ts'
import { fillDocx } from '../src/papers/fill/fill-docx.ts'
import { tagWriter } from '../src/papers/fill/tags.ts'
import { PAPER_TEXTS } from '../src/papers/texts/all.ts'
import { sampleValues } from '../src/papers/values/sample-values.ts'
import { vocabularyOf } from '../src/papers/values/vocabulary.ts'
import { PROCEDURES } from '../src/procedures/all.ts'

const [folder = '', ...ids] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
const qr = await QRCode.toBuffer('https://example.gov.cn/check/7K42MQ9F3XRT8WPNC5DE', { margin: 1 })
for (const text of PAPER_TEXTS.filter(({ id }) => ids.length === 0 || ids.includes(id))) {
  const words = vocabularyOf(text, PROCEDURES)
  const values = sampleValues(text, PROCEDURES)
  const template = templateOf(text, { head: { red: true, length: 8 }, tag: tagWriter(words), qr })
  writeFileSync(join(folder, `${text.id}.template.docx`), template)
  writeFileSync(join(folder, `${text.id}.docx`), fillDocx(template, { words, values, qr }))
}
