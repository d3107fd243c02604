import { describe, expect, test } from 'vitest'
import type { KindCount, KindName } from '../../../domain/views/views.ts'
import { text } from '../../../domain/wording/text.ts'
import { arrangeKinds } from './arrange-kinds.ts'

const NINETEEN = Array.from(
  { length: 19 },
  (_, index): KindName => ({
    id: `kind${index + 1}`,
    version: 1,
    title: text('某类事项', 'Some kind'),
    short: text('某类', 'Some'),
    prefix: 'ML',
    by: index === 17 ? ['clerk'] : ['inspector'],
  }),
)
const counts = (...all: readonly (readonly [string, number])[]): KindCount[] =>
  all.map(([procedure, count]) => ({ procedure, open: count, all: count, isLimit: false }))
const ids = (kinds: readonly KindName[]) => kinds.map(({ id }) => id)

describe('nineteen kinds', () => {
  test('a post that meets three has three tabs and the one it registers; the rest are tucked away', () => {
    const { shown, met, unmet } = arrangeKinds(
      NINETEEN,
      counts(['kind9', 4], ['kind2', 1], ['kind3', 7]),
      ['clerk'],
      undefined,
    )
    expect(ids(shown)).toEqual(['kind2', 'kind3', 'kind9', 'kind18'])
    expect(met).toEqual([])
    expect(unmet).toHaveLength(15)
  })

  test('a post that meets all has tabs for those it meets most, in the order of all kinds', () => {
    const all = counts(...NINETEEN.map(({ id }, index) => [id, index + 1] as const))
    const { shown, met, unmet } = arrangeKinds(NINETEEN, all, ['leader'], undefined)
    expect(ids(shown)).toEqual(['kind13', 'kind14', 'kind15', 'kind16', 'kind17', 'kind18', 'kind19'])
    expect(met).toHaveLength(12)
    expect(unmet).toEqual([])
  })

  test('the kind that is open has a tab, also when the post has none of it', () => {
    const { shown } = arrangeKinds(NINETEEN, counts(['kind2', 1]), ['leader'], 'kind11')
    expect(ids(shown)).toEqual(['kind2', 'kind11'])
  })

  test('every kind is in one place', () => {
    const { shown, met, unmet } = arrangeKinds(NINETEEN, counts(['kind2', 1]), ['inspector'], 'kind11')
    expect(ids([...shown, ...met, ...unmet]).sort()).toEqual(ids(NINETEEN).sort())
  })
})
