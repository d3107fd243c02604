import { beforeAll, expect, test } from 'vitest'
import type { Matter } from '../domain/matter/matter.ts'
import { evolve } from '../engine/record/evolve.ts'
import { templateOf } from '../papers/docx/package.ts'
import { fillDocx } from '../papers/fill/fill-docx.ts'
import { tagWriter } from '../papers/fill/tags.ts'
import { textOf } from '../papers/text/find-text.ts'
import type { PaperText, Shown } from '../papers/text/paper-text.ts'
import { type Issue, type PaperValues, paperValues } from '../papers/values/paper-values.ts'
import { vocabularyOf } from '../papers/values/vocabulary.ts'
import { PROCEDURES } from '../procedures/all.ts'
import { demoWorld } from '../testing/demo-world.ts'
import { docxText } from '../testing/papers/docx-text.ts'
import { beginPointing } from './load-matters.ts'
import { yearOfOpenings } from './openings.ts'
import { storyOpenings } from './stories.ts'

/** Of each paper the first few that the county issues. */
const EACH = 3
const HEAD = { office: '清澜县', number: '清治〔2026〕1号', code: '7K42-MQ9F-3XRT-8WPN-C5DE' }
const QR = Uint8Array.from(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=', 'base64'),
)

type Printed = { readonly text: PaperText; readonly values: PaperValues }

/** The papers that the demo county issued in its year, as they stand on record. */
function papersOfTheCounty(): Printed[] {
  const world = demoWorld(20_260_101)
  const { rulebook } = world.context
  const openings = [
    ...yearOfOpenings(rulebook, 'qinglan', world.now, world.dice),
    ...storyOpenings(rulebook, 'qinglan', world.now, world.dice),
  ]
  for (const opening of openings.sort((a, b) => (a.at < b.at ? -1 : 1))) beginPointing(world, opening)
  const counts = new Map<string, number>()
  const printed: Printed[] = []
  for (const { procedure, events } of world.drafts) {
    let matter: Matter | undefined
    for (const event of events) {
      matter = evolve(matter, event)
      if (event.type !== 'StepTaken') continue
      for (const { document } of event.documents ?? []) {
        const text = textOf(procedure, document)
        const count = counts.get(text.id) ?? 0
        if (count >= EACH) continue
        counts.set(text.id, count + 1)
        const { step, form = {}, at, by } = event
        const issue: Issue = {
          matter,
          procedure,
          step,
          form,
          at,
          directory: rulebook.directory,
          unitId: by.unitId,
          head: { ...HEAD, title: text.title },
        }
        printed.push({ text, values: paperValues(issue) })
      }
    }
  }
  return printed
}

/** What a paper asks for, whatever holds, and has no answer to: a line would be left to fill in by hand that nobody meant. */
function holesIn({ text, values }: Printed): string[] {
  const sealed = new Set(vocabularyOf(text, PROCEDURES).flatMap(({ name, personal }) => (personal ? [name] : [])))
  const has = (name: string) =>
    Boolean(values.texts[name]) || Object.hasOwn(values.rows, name.replace('answer.', 'rows.'))
  const holds = ({ when, is }: Shown) => !when || (is ? is.includes(String(values.raw[when])) : has(when))
  const said = text.blocks.filter(holds).flatMap((block) => {
    if (block.kind === 'table') return block.rows.filter(holds).map(({ value }) => value)
    return 'text' in block ? [block.text] : []
  })
  const asked = said.flatMap((words) => [...words.matchAll(/\{([a-zA-Z.]+)\}/g)].map(([, name = '']) => name))
  return asked.filter((name) => name !== 'blank' && !sealed.has(name) && !has(name))
}

// A county's year takes a while to make: once for both.
let printed: readonly Printed[] = []
beforeAll(() => {
  printed = papersOfTheCounty()
}, 120_000)

test('each paper that the demo county issued says what was on record, and leaves open only what is sealed or written by hand', () => {
  expect(new Set(printed.map(({ text }) => text.id)).size).toBeGreaterThan(110)
  const holes = printed.flatMap((each) => holesIn(each).map((name) => `${each.text.id}: ${name}`))
  expect([...new Set(holes)]).toEqual([])
})

test('each of them is a file that shows its title and number and no placeholder', () => {
  const firsts = new Map(printed.map((each) => [each.text.id, each]))
  for (const { text, values } of firsts.values()) {
    const words = vocabularyOf(text, PROCEDURES)
    const template = templateOf(text, { head: { red: true, length: 3 }, tag: tagWriter(words), qr: QR })
    const said = docxText(fillDocx(template, { words, values, qr: QR }))
    expect(said).toContain(text.title)
    expect(said).toContain(HEAD.number)
    expect(said, text.id).not.toMatch(/[{}]|undefined|null|NaN|\[object/)
  }
}, 120_000)
