import { describe, expect, test } from 'vitest'
import { optionsOf } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { PROCEDURES } from '../../procedures/all.ts'
import { readTag, titlesOf } from '../fill/tags.ts'
import type { Block, PaperText, Shown } from '../text/paper-text.ts'
import { vocabularyOf } from '../values/vocabulary.ts'
import { PAPER_TEXTS } from './all.ts'

const NEWEST: readonly Procedure[] = [...new Map(PROCEDURES.map((procedure) => [procedure.id, procedure])).values()]
const kind = (id: string): Procedure => NEWEST.find((procedure) => procedure.id === id) as Procedure

test('every document that a kind issues has a text of its own', () => {
  const written = new Set(
    PAPER_TEXTS.flatMap(({ serves }) => serves.map((each) => `${each.procedure}.${each.document}`)),
  )
  const all = NEWEST.flatMap(({ id, documents }) => Object.keys(documents).map((document) => `${id}.${document}`))
  expect(all.filter((document) => !written.has(document))).toEqual([])
})

test('no two papers are kept under one name', () => {
  expect(new Set(PAPER_TEXTS.map(({ id }) => id)).size).toBe(PAPER_TEXTS.length)
})

describe.each(PAPER_TEXTS.map((text) => [text.title, text.id, text] as const))('%s (%s)', (_, __, text) => {
  test.each(text.serves)('asks of $procedure only what its newest version knows', ({ procedure, document, form }) => {
    const words = vocabularyOf({ serves: [{ procedure, document }] }, [kind(procedure)])
    const names = new Set([...words, ...words.flatMap(({ columns = [] }) => columns)].map(({ name }) => name))
    const titles = titlesOf(words)
    expect(tagsOf(text).filter((tag) => !names.has(readTag(tag, titles).name))).toEqual([])
    expect(Object.keys(kind(procedure).states)).toEqual(expect.arrayContaining([...(form?.states ?? [])]))
    for (const [name, words] of Object.entries(form?.needs ?? {}))
      expect(optionsAt(name, text)).toEqual(expect.arrayContaining([...words]))
  })

  test('asks for options that there are', () => {
    for (const { when = '', is = [] } of conditionsOf(text)) {
      if (is.length > 0) expect(optionsAt(when, text), when).toEqual(expect.arrayContaining([...is]))
    }
  })

  test('has no table that could be left without a line', () => {
    const tables = text.blocks.filter((block) => block.kind === 'table' && !block.when)
    for (const block of tables) {
      if (block.kind === 'table')
        expect(
          block.rows.some(({ when }) => !when),
          block.rows[0]?.label,
        ).toBe(true)
    }
  })

  test('says on what it rests, and what is not sure', () => {
    expect(text.sources.length).toBeGreaterThan(0)
    for (const { article, mark, note = '' } of text.sources) {
      if (mark === 'recalled') expect(`${article}${note}`).toMatch(/待核|待.*确认|条文|惯例|没有/)
    }
  })
})

const tagsOf = (text: PaperText): string[] => {
  const said = JSON.stringify({ blocks: text.blocks, number: text.number ?? '' })
  return [
    ...[...said.matchAll(/\{([a-z][A-Za-z0-9.]*)\}/gi)].map(([, tag = '']) => tag),
    ...[...said.matchAll(/"when":"([^"]+)"/g)].map(([, tag = '']) => tag),
  ]
}

const conditionsOf = ({ blocks }: PaperText): Shown[] => blocks.flatMap((block) => [block, ...partsOf(block)])

function partsOf(block: Block): Shown[] {
  if (block.kind === 'table') return [...block.rows]
  if (block.kind === 'list') return block.lines.flatMap((line) => (typeof line === 'string' ? [] : [line]))
  return []
}

/** Every option of this question, in all forms of the kinds served. */
function optionsAt(when: string, { serves }: PaperText): string[] {
  const name = when.replace(/^(answer|step)\./, '')
  const fields = serves.flatMap(({ procedure }) =>
    Object.values(kind(procedure).forms).flatMap(({ fields }) => (Object.hasOwn(fields, name) ? [fields[name]] : [])),
  )
  const options = fields.flatMap((field) => (field ? Object.keys(optionsOf(field) ?? {}) : []))
  return when === 'matter.level' ? ['major', 'serious', 'general', 'low'] : options
}
