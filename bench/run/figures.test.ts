import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { namedApart } from './all.ts'
import { growthOf, sizeName } from './growth.ts'
import { STABLE_FIGURES } from './keys.ts'
import { figuresIn, inShape } from './result.ts'

const DOCS = readFileSync(join(import.meta.dirname, '../../docs/performance.md'), 'utf8')

test('the figures that keep their names are those that docs/performance.md lists, with the same words', () => {
  const section = /^## Figures that keep their names\n(.*?)^## /ms.exec(DOCS)?.[1] ?? ''
  const listed = [...section.matchAll(/^\| ([\w-]+) +\| `(\w+)` +\| (.+?) +\|$/gm)].map((cells) => cells.slice(1))
  const kept = Object.entries(STABLE_FIGURES).flatMap(([bench, figures]) =>
    Object.entries(figures).map(([key, meaning]) => [bench, key, meaning]),
  )
  expect(listed).toEqual(kept)
})

test('no two benches have a stable figure of the same name', () => {
  const keys = Object.values(STABLE_FIGURES).flatMap((figures) => Object.keys(figures))
  expect(new Set(keys).size).toBe(keys.length)
})

test('plain data becomes figures: every number under the way to it, nothing else', () => {
  const data = {
    rows: 2,
    csv: { seconds: 1.5, name: 'x' },
    pages: { 'first page': { p50: 3 } },
    all: [1, 2],
    isMade: true,
  }
  expect(figuresIn(data)).toEqual({ rows: 2, csvSeconds: 1.5, pagesFirstPageP50: 3 })
})

test('an answer is one object of five parts', async () => {
  const { result } = await inShape('tiny', async () => ({ figures: { rows: 1 }, lines: ['no figure'] }))
  expect(Object.keys(result)).toEqual(['bench', 'commit', 'loadBefore', 'loadAfter', 'figures'])
  expect(result.figures).toEqual({ rows: 1 })
})

const found = (bench: string, figures: Record<string, number>) => ({
  bench,
  commit: 'abc',
  loadBefore: 0.5,
  loadAfter: 1,
  figures,
})

test('side by side, stable figures keep their names and the others take that of their bench', () => {
  expect(namedApart(found('commands', { ratioSame32: 0.9, perSecond32: 2000 }))).toEqual({
    ratioSame32: 0.9,
    commandsPerSecond32: 2000,
    commandsLoadBefore: 0.5,
  })
})

test('growth is a line a figure and a column a size; what was not measured is a dash', () => {
  const results = [
    { size: 10_000, result: found('commands', { ratioSame32: 0.9, ratioLean32: 0.6, other: 1 }) },
    { size: 1_000_000, result: found('commands', { ratioSame32: 0.8 }) },
  ]
  const { lines, figures } = growthOf([10_000, 1_000_000], results)
  expect(figures).toEqual({ ratioSame3210k: 0.9, ratioLean3210k: 0.6, ratioSame321M: 0.8 })
  expect(lines.at(-1)).toMatch(/\| commands +\| `ratioLean32` +\| 0\.6 +\| –/)
  expect([10_000, 100_000, 1_000_000, 20].map(sizeName)).toEqual(['10k', '100k', '1M', '20'])
})
