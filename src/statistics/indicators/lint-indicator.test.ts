import { describe, expect, test } from 'vitest'
import type { Indicator } from './indicator.ts'
import type { LintFinding } from './lint-finding.ts'
import { lintIndicator } from './lint-indicator.ts'
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
  expect(codes(indicator)).toContain('no-part-of-whole')
})

test('a rate of what went wrong is read the other way round', () => {
  const late = share('overdueOpen / (closed + overdueOpen)', { wanted: 'lower' })
  expect(exchanges(late).filter((each) => !/registered/.test(each))).toEqual([])
  expect(findings({ ...late, wanted: 'higher' })).toEqual([{ code: 'wrong-way', best: 0, worst: 1 }])
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

test('a range with hardly anything outside takes very many', () => {
  const { fewest: _, ...bare } = share('overdueOpen / (closed + overdueOpen)', { wanted: 'lower' })
  // 0 of 36 887 leaves up to 0.01 % open.
  expect(findings({ ...bare, range: { from: 0.0001, to: null } })).toContainEqual({
    code: 'one-decides',
    fewest: 36_887,
  })
  expect(findings({ ...bare, range: { from: null, to: 0.2 } })).toContainEqual({ code: 'one-decides', fewest: 3 })
})

test('a book without any way to end, but for how it is written down, is refused', () => {
  for (const outcomes of [[], MATTER_OUTCOMES.outcomes.filter(({ isBookkeeping }) => isBookkeeping)])
    expect(lintIndicator(share('onTime / closed'), { ...MATTER_OUTCOMES, outcomes })).toMatchObject({
      about: 'outcomes',
    })
})

test('a count that nobody keeps is named', () => {
  expect(findings(share('onTime / finished'))).toEqual([{ code: 'unknown-measure', name: 'finished' }])
  expect(lintIndicator(share('onTime /'), MATTER_OUTCOMES)).toMatchObject({ ok: false, about: 'formula-unfinished' })
})

describe('where neither end is wanted', () => {
  const extended = share('extended / closed', { wanted: 'inside' })

  test('there is nothing to exchange for without a range', () => {
    expect(exchanges(extended)).toEqual([])
  })

  test('coming into the range is no fault, but leaving the denominator for it is', () => {
    const found = exchanges({ ...extended, range: { from: null, to: 0.1 } })
    expect(found).toContain('gameable-denominator: extended-then-closed > left-overdue')
    expect(found.filter((each) => each.startsWith('not-monotone'))).toEqual([])
  })
})

describe('what only looks like an indicator', () => {
  test.each([
    ['a share of a share', 'onTime / closed * (closed / incoming)'],
    ['a share by a share', '(onTime / closed) / (closed / incoming)'],
    ['weights', '(onTime + 0.5 * closed) / incoming'],
    ['an added one that makes nothing a hundred percent', '(onTime + 1) / (closed + 1)'],
  ])('%s has no interval', (_, formula) => {
    expect(codes(share(formula))).toContain('no-fraction')
    expect(codes(share(formula, { kind: 'plain' }))).not.toContain('no-fraction')
  })

  test.each(['closed / closed', 'incoming / (closed + pendingEnd)', 'overdueOpen / pendingEnd'])(
    '%s is the same however matters end',
    (formula) => {
      expect(findings(share(formula))).toContainEqual({ code: 'never-changes', value: 1 })
    },
  )

  test.each([
    ['1 - overdueOpen / closed', 'can fall below nothing'],
    ['incoming / closed', 'can exceed the whole when endings are mixed'],
  ])('the share %s %s', (formula) => {
    expect(codes(share(formula))).toContain('no-part-of-whole')
  })

  test('a range in another unit than the formula is found by what it lets pass', () => {
    const percent = share('100 * onTime / (closed + overdueOpen)', { range: { from: 0.9, to: null } })
    expect(findings(percent)).toContainEqual(
      expect.objectContaining({ code: 'worst-inside-range', value: 5, matters: 20 }),
    )
    expect(codes({ ...percent, range: { from: 90, to: null } })).not.toContain('worst-inside-range')
    expect(lintIndicator({ ...percent, range: { from: 95, to: 80 } }, MATTER_OUTCOMES)).toMatchObject({
      about: 'range',
    })
  })
})

test('nobody starts from a matter registered twice', () => {
  expect(exchanges(share('incoming / closed', { kind: 'ratio' })).join()).not.toMatch(/registered-twice > /)
})

test('one matter decides a share, and a ratio too, whatever is declared', () => {
  expect(codes(share('onTime / (closed + overdueOpen)', { fewest: 1 }))).toContain('one-decides')
  const ratio = share('closed / incoming', { kind: 'ratio' })
  expect(codes(ratio)).not.toContain('one-decides')
  expect(codes({ ...ratio, fewest: 0 })).toContain('one-decides')
})

test('a count of what is open is rightly nothing when there is nothing', () => {
  expect(codes(share('overdueOpen', { kind: 'plain', wanted: 'lower' }))).not.toContain('value-of-nothing')
})

describe('in words', () => {
  const bad = [
    share('onTime / closed', { range: { from: 0.9, to: null } }),
    share('onTime / closed * (closed / incoming)'),
    share('100 * onTime / (closed + overdueOpen)', { range: { from: 0.9, to: null }, fewest: 1 }),
    share('(closed + reopened) / incoming', { kind: 'ratio', fewest: 1 }),
    share('1 - overdueOpen / closed'),
    share('(onTime + 1) / (closed + 1)'),
    share('overdueOpen / pendingEnd', { wanted: 'lower' }),
    share('overdueOpen / (closed + overdueOpen)'),
    share('onTime / (closed + overdueOpen)', { range: { from: 1.2, to: null } }),
    share('onTime / finished'),
  ].flatMap((indicator) => findings(indicator).map((finding) => [finding.code, finding, indicator] as const))

  test.each(bad)('%s is said in both languages, without the names of the program', (_, finding, indicator) => {
    const { zh, en } = lintText(finding, indicator)
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(zh.replace('finished', '')).not.toMatch(/[a-z]/i)
    expect(en).not.toMatch(/\p{Script=Han}|undefined|NaN|null/u)
  })

  test('every kind of finding is among them', () => {
    expect(new Set(bad.map(([code]) => code)).size).toBe(12)
  })

  test('percent are percent, whether or not the formula makes them so', () => {
    const said = (formula: string) => {
      const indicator = share(formula)
      const finding = findings(indicator).find(({ code }) => code === 'gameable-denominator')
      return lintText(finding as LintFinding, indicator).zh
    }
    expect(said('100 * onTime / closed')).toBe(said('onTime / closed'))
    expect(said('onTime / closed')).toMatch(/值从83\.3%变到/)
  })
})
