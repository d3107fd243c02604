import { describe, expect, test } from 'vitest'
import { ofPeriod } from '../../domain/indicators/measures.ts'
import { PACKED_INDICATORS } from '../../domain/indicators/packs/all-packs.ts'
import { measuresIn, parseFormula } from './formula.ts'
import { readIndicator } from './indicator.ts'
import { lintIndicator } from './lint-indicator.ts'
import { INTERVAL_SETTINGS } from './measured.ts'
import { MATTER_OUTCOMES } from './outcome-book.ts'

const packed = (id: string) => {
  const found = PACKED_INDICATORS.find((each) => each.id === id)
  if (!found) throw new Error(`no indicator ${id}`)
  return found
}

const FRACTIONS = PACKED_INDICATORS.filter(({ kind }) => kind !== 'plain')

describe.each(FRACTIONS.map((each) => [each.id, each] as const))('%s', (_, indicator) => {
  test('has no value where nothing was counted', () => {
    const formula = ofPeriod(indicator.formula, 90)
    const parsed = parseFormula(formula)
    const nothing = Object.fromEntries((parsed.ok ? measuresIn(parsed.formula) : []).map((name) => [name, 0]))
    expect(readIndicator({ ...indicator, formula }, nothing, INTERVAL_SETTINGS)).toMatchObject({
      measured: { value: null },
    })
  })
})

test('closed in time cannot be improved by what is done worse', () => {
  const answer = lintIndicator(packed('on-time'), MATTER_OUTCOMES)
  const pays = answer.ok
    ? answer.findings.filter((finding) => 'exchange' in finding && !finding.exchange.to.isBookkeeping)
    : [answer]
  expect(pays).toEqual([])
})

test('in one year a court with 250 left and 450 resolved needs 203 days', () => {
  const disposition = packed('cepej-disposition')
  const inYear = { ...disposition, formula: ofPeriod(disposition.formula, 365) }
  const answer = readIndicator(inYear, { pendingEnd: 250, closed: 450 }, INTERVAL_SETTINGS)
  expect(answer.ok && answer.measured.value).toBeCloseTo(202.78, 2)
  expect(answer.ok && answer.measured.lower).toBeGreaterThan(150)
})
