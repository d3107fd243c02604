import { describe, expect, test } from 'vitest'
import type { Indicator } from './indicator.ts'
import { type LintFinding, lintIndicator } from './lint-indicator.ts'
import { lintText } from './lint-text.ts'
import { MATTER_OUTCOMES } from './outcome-book.ts'

const share = (formula: string, more: Partial<Indicator> = {}): Indicator => ({
  id: 'x',
  version: 1,
  title: { zh: '指标', en: 'indicator' },
  kind: 'share',
  formula,
  wanted: 'higher',
  fewest: 30,
  ...more,
})

function findings(indicator: Indicator): readonly LintFinding[] {
  const answer = lintIndicator(indicator, MATTER_OUTCOMES)
  if (!answer.ok) throw new Error(answer.about)
  return answer.findings
}

const exchanges = (indicator: Indicator) =>
  findings(indicator).flatMap((finding) =>
    'exchange' in finding ? [`${finding.code}: ${finding.exchange.from.id} > ${finding.exchange.to.id}`] : [],
  )
const codes = (indicator: Indicator) => [...new Set(findings(indicator).map(({ code }) => code))]

describe('closed in time of those closed', () => {
  test('looks better when a late matter is not closed at all', () => {
    expect(exchanges(share('onTime / closed'))).toContain('gameable-denominator: closed-late > left-overdue')
  })

  test('no longer does when those left overdue are counted', () => {
    const repaired = exchanges(share('onTime / (closed + overdueOpen)'))
    expect(repaired).not.toContain('gameable-denominator: closed-late > left-overdue')
    expect(repaired.every((each) => /not-registered|registered-twice/.test(each))).toBe(true)
  })

  test('says so in words, with the numbers', () => {
    const indicator = share('onTime / closed')
    const finding = findings(indicator).find(
      (each) => 'exchange' in each && each.exchange.from.id === 'closed-late' && each.exchange.to.id === 'left-overdue',
    )
    const { zh, en } = lintText(finding as LintFinding, indicator)
    expect(zh).toMatch(/^换个去处就离开了分母：\d+件里有1件由“逾期办结”变为“逾期还没办”，值从\d+\.\d%变到\d+\.\d%$/)
    expect(en).toMatch(/1 of \d+ goes from "closed late" to "left open past its day"/)
  })

  test('has no value when everything is left lying, which hides it', () => {
    expect(findings(share('onTime / closed'))).toContainEqual(
      expect.objectContaining({ code: 'no-value', outcome: expect.objectContaining({ id: 'left-overdue' }) }),
    )
  })
})

test('closing for closing’s sake is found: a reopened matter counts like a good one', () => {
  const indicator = share('(onTime + reopened) / (closed + overdueOpen)')
  expect(exchanges(indicator)).toContain('not-monotone: closed-in-time > closed-then-reopened')
  expect(codes(indicator)).toContain('above-whole')
})

test('a rate of what went wrong is read the other way round', () => {
  const late = share('overdueOpen / (closed + overdueOpen)', { wanted: 'lower' })
  expect(exchanges(late).filter((each) => !/registered/.test(each))).toEqual([])
  expect(exchanges({ ...late, wanted: 'higher' })).toContain('not-monotone: closed-in-time > left-overdue')
})

test('what has a value before anything was done is found', () => {
  expect(findings(share('1 - overdueOpen', { kind: 'plain' }))).toContainEqual({ code: 'value-of-nothing', value: 1 })
  expect(codes(share('onTime / closed'))).not.toContain('value-of-nothing')
})

test('a range that nobody can reach is found', () => {
  const indicator = share('onTime / (closed + overdueOpen)', { range: { from: 0.8, to: 0.95 } })
  expect(codes(indicator)).toContain('best-outside-range')
  expect(codes({ ...indicator, range: { from: 0.8, to: null } })).not.toContain('best-outside-range')
})

test('how many it takes follows from the range', () => {
  const { fewest, ...bare } = share('onTime / closed')
  expect(fewest).toBe(30)
  expect(findings(bare)).toContainEqual({ code: 'one-decides', fewest: 30 })
  // 0 of 3 leaves up to 70.8 % open, 0 of 2 up to 84.2 %.
  expect(findings({ ...bare, range: { from: 0.8, to: null } })).toContainEqual({ code: 'one-decides', fewest: 3 })
})

test('a count that nobody keeps is named', () => {
  expect(findings(share('onTime / finished'))).toEqual([{ code: 'unknown-measure', name: 'finished' }])
  expect(lintIndicator(share('onTime /'), MATTER_OUTCOMES)).toMatchObject({ ok: false, about: 'formula-unfinished' })
})

test('where neither end is wanted there is nothing to exchange for', () => {
  expect(exchanges(share('extended / closed', { wanted: 'inside', range: { from: 0.01, to: 0.1 } }))).toEqual([])
})
