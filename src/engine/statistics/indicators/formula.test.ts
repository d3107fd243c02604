import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Formula, formulaValue, measuresIn, parseFormula } from './formula.ts'
import { asFraction } from './fraction.ts'
import { type Indicator, readIndicator } from './indicator.ts'
import { INTERVAL_SETTINGS } from './measured.ts'

const read = (source: string): Formula => {
  const parsed = parseFormula(source)
  if (!parsed.ok) throw new Error(`${parsed.about} at ${parsed.at}`)
  return parsed.formula
}
const computed = (source: string, counts: Record<string, number>) => formulaValue(read(source), counts)

describe('a formula', () => {
  test.each([
    ['1 - a / b', { a: 1, b: 4 }, 0.75],
    ['a - b - c', { a: 9, b: 4, c: 2 }, 3],
    ['a / b / c', { a: 12, b: 2, c: 3 }, 2],
    ['（a + b）', { a: 1, b: 2 }, 3],
    ['constructor', {}, 0],
    ['按期 ÷ （办结 + 逾期未结）× 100', { 按期: 3, 办结: 4, 逾期未结: 2 }, 50],
    ['365 * pendingEnd / resolved', { pendingEnd: 250, resolved: 450 }, (365 * 250) / 450],
    ['2.5*(a+(b))', { a: 1, b: 1 }, 5],
  ])('%s', (source, counts, value) => {
    expect(computed(source, counts)).toBeCloseTo(value, 12)
  })

  test('of something by nothing has no value, and neither has what is built on it', () => {
    for (const source of ['a / b', '1 - a / b', '0 * (a / b)', 'a / (b - b)', 'a / (a / b)'])
      expect(computed(source, { a: 3, b: 0 })).toBeNull()
  })

  test('names each count once', () => {
    expect(measuresIn(read('(b + a) / (a + 2 * c)'))).toEqual(['b', 'a', 'c'])
  })

  test.each([
    ['', 'formula-empty', 1],
    ['a +', 'formula-unfinished', 4],
    ['a b', 'formula-unexpected', 3],
    ['a / * b', 'formula-unexpected', 5],
    ['(a + b', 'formula-unclosed', 1],
    ['a + b)', 'formula-unexpected', 6],
    ['a % b', 'formula-character', 2],
    ['-a', 'formula-unexpected', 1],
    ['a'.repeat(2000), 'formula-too-long', 1001],
  ])('%s is refused at the character', (source, about, at) => {
    expect(parseFormula(source)).toMatchObject({ ok: false, about, at })
  })

  test('no text breaks the reader, and no counts give a number that is none', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '1', '0', '.', '+', '-', '*', '/', '(', ')', ' ', '件') })
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (source, a, b) => {
        const parsed = parseFormula(source)
        if (!parsed.ok) return parsed.at !== undefined && parsed.at >= 1
        const value = formulaValue(parsed.formula, { a, b })
        return value === null || Number.isFinite(value)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a fraction', () => {
  test.each([
    ['a / b', 1, 'a', 'b'],
    ['100 * a / b', 100, 'a', 'b'],
    ['a / b * 100', 100, 'a', 'b'],
    ['a * 365 / b', 365, 'a', 'b'],
    ['a / b / 4', 0.25, 'a', 'b'],
  ])('%s', (source, scale, numerator, denominator) => {
    expect(asFraction(read(source))).toEqual({ scale, numerator: read(numerator), denominator: read(denominator) })
  })

  test('what is left of the whole is a fraction too', () => {
    expect(asFraction(read('1 - a / b'))).toEqual({ scale: 1, numerator: read('b - a'), denominator: read('b') })
    expect(asFraction(read('2 - a / b'))).toBeUndefined()
    expect(asFraction(read('a + b'))).toBeUndefined()
  })
})

describe('an indicator', () => {
  const onTime: Indicator = {
    id: 'on-time',
    version: 1,
    title: { zh: '按期办结率', en: 'closed in time' },
    kind: 'share',
    formula: '100 * onTime / closed',
    wanted: 'higher',
    range: { from: 80, to: null },
    fewest: 30,
  }

  test('has the interval of its counts, on its own scale', () => {
    const answer = readIndicator(onTime, { onTime: 7, closed: 20 }, INTERVAL_SETTINGS)
    expect(answer).toMatchObject({ verdict: 'too-few', measured: { value: 35 } })
    expect(answer.ok && answer.measured.lower).toBeCloseTo(15.39092, 4)
  })

  test('is below its range only when chance does not reach in', () => {
    expect(readIndicator(onTime, { onTime: 70, closed: 100 }, INTERVAL_SETTINGS)).toMatchObject({ verdict: 'below' })
    expect(readIndicator(onTime, { onTime: 75, closed: 100 }, INTERVAL_SETTINGS)).toMatchObject({ verdict: 'unclear' })
    expect(readIndicator(onTime, { onTime: 0, closed: 0 }, INTERVAL_SETTINGS)).toMatchObject({
      verdict: 'nothing-counted',
    })
  })

  test('is not read from counts that are missing or impossible', () => {
    expect(readIndicator(onTime, { onTime: 7 }, INTERVAL_SETTINGS)).toMatchObject({ ok: false, about: 'closed' })
    expect(readIndicator(onTime, { onTime: 7, closed: -1 }, INTERVAL_SETTINGS)).toMatchObject({
      ok: false,
      about: 'closed',
    })
    expect(readIndicator(onTime, { onTime: 7, closed: 5 }, INTERVAL_SETTINGS)).toMatchObject({ about: 'more-than-all' })
  })

  test('of another kind than its formula is refused', () => {
    const answer = readIndicator({ ...onTime, formula: 'onTime + closed' }, { onTime: 1, closed: 2 }, INTERVAL_SETTINGS)
    expect(answer).toMatchObject({ ok: false, about: 'formula-no-fraction' })
  })

  test('without an interval is compared by its value alone', () => {
    const mean: Indicator = { ...onTime, kind: 'plain', formula: 'days / closed', range: { from: null, to: 60 } }
    expect(readIndicator(mean, { days: 3100, closed: 50 }, INTERVAL_SETTINGS)).toMatchObject({ verdict: 'above' })
  })
})
