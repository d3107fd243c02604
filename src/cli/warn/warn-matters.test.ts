import { expect, test } from 'vitest'
import { nightsOf } from './warn-matters.ts'

test('nights are those from one day to another that are over, and not too many', () => {
  expect(nightsOf(undefined, undefined, '2026-05-06')).toEqual(['2026-05-06'])
  expect(nightsOf('2026-05-04', '2026-05-05', '2026-05-06')).toEqual(['2026-05-04', '2026-05-05'])
  for (const [from, to] of [
    ['2026-05-04', '2026-05-07'],
    ['2020-01-01', undefined],
    ['2026-05-06', '2026-05-05'],
    ['gestern', undefined],
  ])
    expect(() => nightsOf(from, to, '2026-05-06')).toThrow()
})
