import { expect, test } from 'vitest'
import { periodsOf, periodsOpening } from './periods.ts'

test('a year has its months, quarters and halves, without a gap', () => {
  for (const every of ['month', 'quarter', 'halfYear', 'year'] as const) {
    const periods = periodsOf(2028, every)
    expect(periods[0]?.first).toBe('2028-01-01')
    expect(periods.at(-1)?.last).toBe('2028-12-31')
    for (const [index, period] of periods.slice(1).entries())
      expect(Date.parse(period.first) - Date.parse(periods[index]?.last ?? '')).toBe(86_400_000)
  }
  expect(periodsOf(2028, 'month')[1]).toMatchObject({ key: '2028-02', last: '2028-02-29' })
  expect(periodsOf(2026, 'quarter').map(({ title }) => title.zh)).toEqual([
    '2026年第一季度',
    '2026年第二季度',
    '2026年第三季度',
    '2026年第四季度',
  ])
})

test('a plan that opens thirty days before its year is found in the year before', () => {
  const opening = periodsOpening('year', { at: 'start', before: 30 }, '2026-11-30', '2026-12-02')
  expect(opening.map(({ key }) => key)).toEqual(['2027'])
})

test('each period opens on one day only, however the days are cut', () => {
  const opens = { at: 'end', after: 10 } as const
  const whole = periodsOpening('month', opens, '2025-12-31', '2026-12-31').map(({ key }) => key)
  const cut = ['2026-02-10', '2026-02-11', '2026-07-01', '2026-12-31'].reduce<{ after: string; keys: string[] }>(
    ({ after, keys }, until) => ({
      after: until,
      keys: [...keys, ...periodsOpening('month', opens, after, until).map(({ key }) => key)],
    }),
    { after: '2025-12-31', keys: [] },
  )
  expect(cut.keys).toEqual(whole)
  expect(new Set(whole).size).toBe(12)
})
