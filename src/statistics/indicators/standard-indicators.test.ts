import { describe, expect, test } from 'vitest'
import { readIndicator } from './indicator.ts'
import { lintIndicator } from './lint-indicator.ts'
import { INTERVAL_SETTINGS } from './measured.ts'
import { MATTER_OUTCOMES } from './outcome-book.ts'
import { STANDARD_INDICATORS } from './standard-indicators.ts'

const nothing = Object.fromEntries(MATTER_OUTCOMES.measures.map(({ id }) => [id, 0]))

describe.each(STANDARD_INDICATORS.map((each) => [each.id, each] as const))('%s', (_, indicator) => {
  test('has no value where nothing was counted', () => {
    expect(readIndicator(indicator, nothing, INTERVAL_SETTINGS)).toMatchObject({ measured: { value: null } })
  })

  test('uses counts that are kept, and says from how many on it is judged', () => {
    const answer = lintIndicator(indicator, MATTER_OUTCOMES)
    const codes = answer.ok ? answer.findings.map(({ code }) => code) : [answer.about]
    expect(codes).not.toContain('unknown-measure')
    expect(codes).not.toContain('no-part-of-whole')
    expect(codes).not.toContain('one-decides')
  })
})

test('closed in time cannot be improved by what is done worse', () => {
  const onTime = STANDARD_INDICATORS.find(({ id }) => id === 'on-time')
  const answer = onTime && lintIndicator(onTime, MATTER_OUTCOMES)
  const pays = answer?.ok
    ? answer.findings.filter((finding) => 'exchange' in finding && !finding.exchange.to.isBookkeeping)
    : []
  expect(pays).toEqual([])
})

test('in one year a court with 250 left and 450 resolved needs 203 days', () => {
  const days = STANDARD_INDICATORS.find(({ id }) => id === 'disposition-days')
  const answer = days && readIndicator(days, { ...nothing, pendingEnd: 250, closed: 450 }, INTERVAL_SETTINGS)
  expect(answer?.ok && answer.measured.value).toBeCloseTo(202.78, 2)
})
