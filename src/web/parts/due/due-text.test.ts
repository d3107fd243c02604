import { describe, expect, test } from 'vitest'
import { type StandingFacts, standing } from '../../../engine/time/standing.ts'
import { chinaCalendar } from '../../../procedures/calendar/china-holidays.ts'
import { en } from '../../words/en.ts'
import { zh } from '../../words/zh.ts'
import { dueText } from './due-text.ts'

const NOW = '2026-09-28T01:12:00.000Z'
const FIFTEEN = { length: 15, unit: 'workingDay' } as const

const clock = (dueOn: string, more: Partial<StandingFacts> = {}): StandingFacts => ({
  state: 'running',
  startedAt: '2026-09-08T06:05:00.000Z',
  dueOn,
  dueAt: `${dueOn}T16:00:00.000Z`,
  provisional: false,
  period: FIFTEEN,
  pauses: [],
  ...more,
})
const chinese = (facts: StandingFacts) => {
  const { main, rest } = dueText(
    standing(facts, NOW, chinaCalendar),
    { words: zh, locale: 'zh', now: NOW },
    facts.endedAt,
    facts.period,
  )
  return `${main} ${rest}`
}
const english = (facts: StandingFacts) => {
  const { main, rest } = dueText(
    standing(facts, NOW, chinaCalendar),
    { words: en, locale: 'en', now: NOW },
    facts.endedAt,
    facts.period,
  )
  return `${main} ${rest}`
}

describe('a due chip', () => {
  test('counts working days over the holiday', () => expect(chinese(clock('2026-10-08'))).toBe('10-08 还有3个工作日'))
  test('says the same in English, in the singular where it is one', () => {
    expect(english(clock('2026-10-08'))).toBe('8 Oct 3 working days left')
    expect(english(clock('2026-09-29'))).toBe('29 Sep 1 working day left')
  })
  test('on the last day says of how many it is the last', () =>
    expect(chinese(clock('2026-09-28'))).toBe('今天 15个工作日的最后一天'))
  test('says how late it is in words', () => expect(chinese(clock('2026-09-24'))).toBe('09-24 逾期1个工作日'))
  test('that is paused says how much remains and shows no date', () =>
    expect(
      chinese(clock('2026-09-30', { state: 'paused', pauses: [{ firstDay: '2026-09-28', reason: '委托检测' }] })),
    ).toBe('暂停 剩3个工作日'))
  test('that is met shows the day it was met', () =>
    expect(chinese(clock('2026-09-24', { state: 'met', endedAt: '2026-09-23T03:00:00.000Z' }))).toBe('09-23 按期'))
  test('that was met too late does not say in time', () =>
    expect(chinese(clock('2026-09-22', { state: 'met', endedAt: '2026-09-23T03:00:00.000Z' }))).toBe('09-23 逾期办到'))
  test('in another year shows the year', () =>
    expect(chinese(clock('2027-02-26', { provisional: true }))).toBe('2027-02-26 暂定'))
  test('in hours counts hours and names the time', () => {
    const { dueOn: _, ...facts } = clock('2026-09-28')
    expect(chinese({ ...facts, period: { length: 2, unit: 'hour' }, dueAt: '2026-09-28T02:30:00.000Z' })).toBe(
      '今天 10:30前',
    )
  })
  test('in hours names the time on other days, too', () => {
    const { dueOn: _, ...facts } = clock('2026-09-29')
    expect(chinese({ ...facts, period: { length: 24, unit: 'hour' }, dueAt: '2026-09-29T00:30:00.000Z' })).toBe(
      '09-29 08:30 还有23小时',
    )
  })

  test('of hours is late by hours for two days, then by days', () => {
    const { dueOn: _, ...facts } = clock('2026-09-28')
    const late = (dueAt: string) => chinese({ ...facts, period: { length: 24, unit: 'hour' }, state: 'overdue', dueAt })
    expect(late('2026-09-27T00:12:00.000Z')).toContain('逾期25小时')
    expect(late('2026-09-08T01:12:00.000Z')).toContain('逾期20天')
  })
  test('carries the whole date for the tooltip and screen readers', () =>
    expect(
      dueText(standing(clock('2026-10-08'), NOW, chinaCalendar), { words: zh, locale: 'zh', now: NOW }).label,
    ).toBe('期限：2026年10月8日 周四'))
})
