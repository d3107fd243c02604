import { expect, test } from 'vitest'
import { PROCEDURES } from './all.ts'
import * as sources from './shared/v1/sources.ts'

/** The articles of all sources inside a value. */
function articlesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  if ('article' in value && 'mark' in value) return [(value.article as { zh: string }).zh]
  return Object.values(value).flatMap(articlesIn)
}

test('every source is used by a procedure', () => {
  const used = new Set(PROCEDURES.flatMap(articlesIn))
  expect(articlesIn({ ...sources }).filter((article) => !used.has(article))).toEqual([])
})

test('no form asks two questions under one title', () => {
  const twice = PROCEDURES.flatMap(({ id, forms }) =>
    Object.entries(forms).flatMap(([name, { fields }]) =>
      (['zh', 'en'] as const).flatMap((locale) => {
        const titles = Object.values(fields).map(({ title }) => title[locale])
        return titles.filter((title, index) => titles.indexOf(title) < index).map((title) => `${id}.${name}: ${title}`)
      }),
    ),
  )
  expect(twice).toEqual([])
})
