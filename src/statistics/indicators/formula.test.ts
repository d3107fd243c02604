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
    ['a / (b / 365)', 365, 'a', 'b'],
    ['2 * a * 3 / (3 * b + c * 3)', 2, 'a', 'b + c'],
    ['100 * (1 - a / b)', 100, 'b - a', 'b'],
    ['100 - 100 * (a + c) / b', 100, 'b - a - c', 'b'],
    ['a * (b - c) / (b - c)', 1, 'a * (b - c)', 'b - c'],
  ])('%s', (source, scale, numerator, denominator) => {
    expect(asFraction(read(source))).toEqual({ scale, numerator: read(numerator), denominator: read(denominator) })
  })

  test('what is left of the whole is a fraction too', () => {
    expect(asFraction(read('1 - a / b'))).toEqual({ scale: 1, numerator: read('b - a'), denominator: read('b') })
    expect(asFraction(read('2 - a / b'))).toBeUndefined()
    expect(asFraction(read('a + b'))).toBeUndefined()
  })

  test.each(['a / b / 0', 'a / b + c / b', 'a / b * (c / d)'])('%s is none', (source) => {
    expect(asFraction(read(source))).toBeUndefined()
  })

  test('has the value of its formula', () => {
    for (const source of [
      'a / (b / 365)',
      '2 * a * 3 / (3 * b + c * 3)',
      '100 - 100 * (a + c) / b',
      '1 - (a - c) / a',
    ]) {
      const counts = { a: 4, b: 9, c: 2 }
      const { scale = 0, numerator = read('0'), denominator = read('1') } = asFraction(read(source)) ?? {}
      const value = (scale * (formulaValue(numerator, counts) ?? 0)) / (formulaValue(denominator, counts) ?? 0)
      expect(value).toBeCloseTo(computed(source, counts) ?? Number.NaN, 12)
    }
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

  test('is judged from exactly so many matters on', () => {
    const read = (closed: number) => readIndicator(onTime, { onTime: 10, closed }, INTERVAL_SETTINGS)
    expect(read(29)).toMatchObject({ verdict: 'too-few' })
    expect(read(30)).toMatchObject({ verdict: 'below' })
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

  test('has the interval of its counts, however the formula is written', () => {
    const read = (formula: string, kind: Indicator['kind']) =>
      readIndicator({ ...onTime, formula, kind }, { onTime: 73, closed: 730 }, INTERVAL_SETTINGS)
    expect(read('onTime / (closed / 365)', 'ratio')).toEqual(read('365 * onTime / closed', 'ratio'))
    expect(read('2 * onTime / (2 * closed)', 'share')).toEqual(read('onTime / closed', 'share'))
  })

  test.each([
    'onTime / closed / incoming',
    '(onTime + 1) / (closed + 1)',
    '(2 * onTime + closed) / closed',
    'onTime * closed / (closed * closed)',
  ])('%s is no share of counts and has no interval', (formula) => {
    expect(
      readIndicator({ ...onTime, formula }, { onTime: 7, closed: 20, incoming: 30 }, INTERVAL_SETTINGS),
    ).toMatchObject({
      ok: false,
      about: 'formula-no-fraction',
    })
  })

  test('of more late than there are is impossible, not negative', () => {
    const left = { ...onTime, formula: '1 - late / closed' }
    expect(readIndicator(left, { late: 8, closed: 5 }, INTERVAL_SETTINGS)).toMatchObject({ about: 'more-than-all' })
  })

  test('by people counts them by weight if need be', () => {
    const rate: Indicator = { ...onTime, kind: 'rate', formula: 'cases / ((resident + 0.5 * passing) / 10000)' }
    expect(readIndicator(rate, { cases: 12, resident: 39_000, passing: 2000 }, INTERVAL_SETTINGS)).toMatchObject({
      measured: { value: 3 },
    })
  })

  test('without an interval is compared by its value alone', () => {
    const mean: Indicator = { ...onTime, kind: 'plain', formula: 'days / closed', range: { from: null, to: 60 } }
    expect(readIndicator(mean, { days: 3100, closed: 50 }, INTERVAL_SETTINGS)).toMatchObject({ verdict: 'above' })
  })
})
