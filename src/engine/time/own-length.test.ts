import { describe, expect, test } from 'vitest'
import type { DeadlineRule } from '../../domain/procedure/deadline.ts'
import type { SourceMark } from '../../domain/procedure/source.ts'
import { startClock } from './deadlines.ts'
import { ownLengthFault } from './own-length.ts'

const rule = (mark: SourceMark, more: Partial<DeadlineRule> = {}): DeadlineRule => ({
  code: 'T-01',
  title: { zh: '告知', en: 'Tell' },
  length: 15,
  unit: 'calendarDay',
  roll: 'none',
  warn: [],
  source: { article: { zh: '《条例》', en: 'Rules' }, mark },
  ...more,
})

describe('an office’s own length', () => {
  test('makes a statutory limit shorter, never longer', () => {
    expect(ownLengthFault(rule('found'), { length: 10, unit: 'calendarDay' })).toBeUndefined()
    expect(ownLengthFault(rule('found'), { length: 15, unit: 'calendarDay' })).toBeUndefined()
    expect(ownLengthFault(rule('found'), { length: 90, unit: 'calendarDay' })).toMatchObject({
      rule: 'beyond-statute',
      limit: 15,
    })
  })

  test('cannot slip past the statute by another unit', () => {
    expect(ownLengthFault(rule('found'), { length: 15, unit: 'workingDay' })?.field).toBe('unit')
    expect(ownLengthFault(rule('found'), { length: 1, unit: 'month' })?.field).toBe('unit')
  })

  test('of a rule with several lengths is held to the shortest', () => {
    const tiers = rule('found', { length: { by: 'difficulty', lengths: { simple: 1, complex: 20 } } })
    expect(ownLengthFault(tiers, { length: 2, unit: 'calendarDay' })).toMatchObject({ limit: 1 })
  })

  test('of a local rule is the office’s to set, in days where the rule has days', () => {
    expect(ownLengthFault(rule('local'), { length: 90, unit: 'workingDay' })).toBeUndefined()
    expect(ownLengthFault(rule('local'), { length: 3, unit: 'hour' })?.field).toBe('unit')
    expect(ownLengthFault(rule('local'), { length: 1.5, unit: 'calendarDay' })?.rule).toBe('too-small')
  })

  test('of a day that an order names does not exist', () => {
    expect(
      ownLengthFault(rule('local', { length: { dayIn: 'fixedOn' } }), { length: 5, unit: 'calendarDay' }),
    ).toBeDefined()
  })
})

test('90 days over a statutory 15 count as 15, even when they were written past every check', () => {
  const clock = startClock(rule('found'), {
    deadlineId: 'tell',
    number: 1,
    startedAt: '2026-03-02T01:00:00.000Z',
    form: {},
    matterFields: {},
    override: { length: 90, unit: 'calendarDay', document: '某县文件' },
    calendar: { days: {}, publishedYears: [2026] },
  })
  expect(clock).toMatchObject({ period: { length: 15, unit: 'calendarDay' }, dueOn: '2026-03-17' })
  expect(clock.document).toBeUndefined()
})
