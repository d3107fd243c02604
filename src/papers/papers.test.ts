import { describe, expect, test } from 'vitest'
import { PROCEDURES } from '../procedures/all.ts'
import { docxFaults } from '../testing/papers/docx-faults.ts'
import { docxText } from '../testing/papers/docx-text.ts'
import { templateOf } from './docx/package.ts'
import { fillDocx } from './fill/fill-docx.ts'
import { readTag, tagWriter, titlesOf } from './fill/tags.ts'
import { textOf } from './text/find-text.ts'
import type { PaperText } from './text/paper-text.ts'
import { PAPER_TEXTS } from './texts/all.ts'
import { sampleValues } from './values/sample-values.ts'
import { vocabularyOf } from './values/vocabulary.ts'

/** One dark point. */
const QR = Uint8Array.from(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=', 'base64'),
)

const everyText = (text: PaperText): string => JSON.stringify(text.blocks)

describe.each(PAPER_TEXTS.map((text) => [text.id, text] as const))('the paper %s', (_, text) => {
  const words = vocabularyOf(text, PROCEDURES)

  test('serves documents that there are, and no other paper serves them', () => {
    for (const { procedure, document, form } of text.serves) {
      const versions = PROCEDURES.filter(({ id }) => id === procedure)
      expect(
        versions.some(({ documents }) => Object.hasOwn(documents, document)),
        `${procedure}.${document}`,
      ).toBe(!form)
      const others = PAPER_TEXTS.flatMap(({ serves }) => serves)
      expect(others.filter((each) => each.procedure === procedure && each.document === document)).toHaveLength(1)
    }
  })

  test('asks for nothing that its kind does not know', () => {
    expect(unknownTags(text)).toEqual([])
  })

  test('is filled with nothing left open', () => {
    const template = templateOf(text, { head: { red: true, length: 8 }, tag: tagWriter(words), qr: QR })
    const filled = fillDocx(template, { words, values: sampleValues(text, PROCEDURES), qr: QR })
    const said = docxText(filled)
    expect(said).toContain(text.title)
    expect(said).toContain('青应急〔2026〕12号')
    expect(said).not.toMatch(/[{}]|undefined|null|NaN|\[object/)
  })
})

test.each(['hazard-order', 'petition-receipt', 'case-summons', 'duty-handover'])(
  '%s keeps the rules of the format, as a template and filled',
  async (id) => {
    const text = PAPER_TEXTS.find((each) => each.id === id) as PaperText
    const words = vocabularyOf(text, PROCEDURES)
    const template = templateOf(text, { head: { red: true, length: 8 }, tag: tagWriter(words), qr: QR })
    expect(await docxFaults(template)).toEqual([])
    expect(await docxFaults(fillDocx(template, { words, values: sampleValues(text, PROCEDURES), qr: QR }))).toEqual([])
  },
  60_000,
)

test('an answer of ten thousand characters, and one with lines, stand on the paper as they are', () => {
  const text = { ...(PAPER_TEXTS[0] as PaperText), blocks: [{ kind: 'paragraph', text: '{answer.measures}' }] as const }
  const words = vocabularyOf(text, PROCEDURES)
  const template = templateOf(text, { head: { red: true, length: 8 }, tag: tagWriter(words), qr: QR })
  const long = `${'很'.repeat(10_000)}\n<w:p> & "二" {office}`
  const filled = fillDocx(template, {
    words,
    values: { texts: { 'answer.measures': long }, rows: {}, raw: {} },
    qr: QR,
  })
  expect(docxText(filled)).toContain(long)
})

test('every document of every kind can be printed, whether or not its text was written', () => {
  const unknown = PROCEDURES.flatMap((procedure) =>
    Object.keys(procedure.documents).flatMap((document) => unknownTags(textOf(procedure, document))),
  )
  expect(unknown).toEqual([])
})

const tagsOf = (text: PaperText): string[] => [
  ...[...everyText(text).matchAll(/\{([a-z][A-Za-z0-9.]*)\}/gi)].map(([, tag = '']) => tag),
  ...[...everyText(text).matchAll(/"when":"([^"]+)"/g)].map(([, tag = '']) => tag),
]

function unknownTags(text: PaperText): string[] {
  const words = vocabularyOf(text, PROCEDURES)
  const titles = titlesOf(words)
  const names = new Set([...words, ...words.flatMap(({ columns = [] }) => columns)].map(({ name }) => name))
  return tagsOf(text).filter((tag) => !names.has(readTag(tag, titles).name))
}
