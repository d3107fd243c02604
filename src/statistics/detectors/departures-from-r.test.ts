import { describe, expect, test } from 'vitest'
import type { CountSeries } from '../count-series.ts'
import type { Detection, StatisticsFailure } from '../detection.ts'
import { EARS_DEFAULTS, ears } from './ears.ts'
import { FARRINGTON_DEFAULTS, farrington } from './farrington.ts'
import { farringtonFlexible } from './farrington-flexible.ts'
import { FARRINGTON_FLEXIBLE_DEFAULTS } from './flexible-settings.ts'
import { GLR_DEFAULTS, glr } from './glr/glr.ts'

const weekly = (observed: readonly number[]): CountSeries => ({ frequency: 52, observed })

function answered<Answer extends Detection>(answer: Answer | StatisticsFailure): Answer {
  if (!answer.ok) throw new Error(`${answer.code}: ${answer.about}`)
  return answer
}

describe('EARS C3', () => {
  const quiet = [4, 6, 5, 7, 3, 5, 6, 4, 5, 6, 5]
  const judge = (last: number, compatible: boolean) =>
    answered(ears(weekly([...quiet, last]), { ...EARS_DEFAULTS.C3, compatible }, [12]))

  test('warns of a sudden high count; as R computes it, it does not see the count at all', () => {
    expect(judge(5, false).alarm).toEqual([false])
    expect(judge(500, false).alarm).toEqual([true])
    expect(judge(5, true).alarm).toEqual([false])
    expect(judge(500, true).alarm).toEqual([false])
  })

  test('states a bound that a count may reach before it alarms; R adds the count to its own bound', () => {
    const bound = judge(5, false).upperbound[0]!
    expect(judge(Math.floor(bound), false).alarm).toEqual([false])
    expect(judge(Math.ceil(bound), false).alarm).toEqual([true])
    expect(judge(500, true).upperbound[0]! - judge(400, true).upperbound[0]!).toBeCloseTo(100, 9)
  })

  test('adds up three days that are each a little high', () => {
    const risen = weekly([...quiet, 8, 8, 8])
    const answer = answered(ears(risen, EARS_DEFAULTS.C3, [12, 13, 14]))
    expect(answer.alarm).toEqual([false, true, true])
  })

  test('takes the same count in a constant window for no deviation, where R divides nothing by nothing', () => {
    const constant = weekly(new Array(14).fill(3))
    expect(answered(ears(constant, EARS_DEFAULTS.C3, [14])).alarm).toEqual([false])
    expect(answered(ears(constant, { ...EARS_DEFAULTS.C3, compatible: true }, [14])).upperbound[0]).toBeNaN()
  })
})

describe('improved Farrington', () => {
  const counts = Array.from({ length: 330 }, (_, i) => 20 + ((i * 7) % 9) + (i % 52 === 40 ? 60 : 0))
  const base = { ...FARRINGTON_FLEXIBLE_DEFAULTS, noPeriods: 10, pastWeeksNotIncluded: 26 }
  const judge = (compatible: boolean, reweight: boolean) =>
    answered(farringtonFlexible(weekly(counts), { ...base, reweight, compatible, pThresholdTrend: 1 }, [330]))

  test('scales standard errors with the dispersion of the fit; R mixes in other weights once it has re-weighted', () => {
    expect(judge(false, true).upperbound[0]).not.toBe(judge(true, true).upperbound[0])
    expect(judge(false, true).expected).toEqual(judge(true, true).expected)
    expect(judge(false, true).phi).toEqual(judge(true, true).phi)
  })

  test('is the same without re-weighting, where there is nothing to mix', () => {
    expect(judge(false, false)).toEqual(judge(true, false))
  })
})

describe('the likelihood ratio chart of over-dispersed counts', () => {
  const points = Array.from({ length: 12 }, (_, i) => i + 1)
  const excess = weekly([9, 8, 9, 10, 9, 9, 8, 9, 10, 9, 8, 9])
  const settings = { ...GLR_DEFAULTS, mu0: points.map(() => 0.3), alpha: 0.1 }

  test('warns at once of thirty times the mean; as R searches, the excess is lost for good', () => {
    const safe = answered(glr(excess, settings, points))
    expect(safe.alarm[0]).toBe(true)
    expect(safe.statistic[0]).toBeGreaterThan(15)
    const lost = answered(glr(excess, { ...settings, compatible: true }, points))
    expect(lost.alarm).not.toContain(true)
    expect(lost.statistic).toEqual(points.map(() => 0))
  })

  test('finds the same where the change is small', () => {
    const mild = weekly([0, 1, 0, 0, 1, 0, 1, 0, 1, 1, 0, 1])
    const safe = answered(glr(mild, { ...settings, cARL: 50 }, points)).statistic
    const plain = answered(glr(mild, { ...settings, cARL: 50, compatible: true }, points)).statistic
    for (const [i, value] of plain.entries()) expect(safe[i]).toBeCloseTo(value, 9)
  })

  test('takes nothing at all for the strongest sign of a fall; R multiplies 0 by infinity and skips it', () => {
    const silent = weekly(new Array(12).fill(0))
    const falling = { ...settings, mu0: points.map(() => 2), alpha: 0, dir: 'dec' as const, cARL: 50 }
    expect(answered(glr(silent, falling, points)).statistic.at(-1)).toBeCloseTo(24, 12)
    expect(answered(glr(silent, { ...falling, compatible: true }, points)).statistic.at(-1)).toBe(0)
  })
})

describe('the epidemic chart', () => {
  const points = Array.from({ length: 12 }, (_, i) => i + 1)
  const settings = { ...GLR_DEFAULTS, mu0: points.map(() => 4), change: 'epi' as const, cARL: 1e6 }
  const chart = (counts: readonly number[], compatible: boolean) =>
    answered(glr(weekly(counts), { ...settings, compatible }, points)).statistic

  test('finds the same where counts beget about as many', () => {
    const growing = [3, 4, 5, 7, 8, 11, 12, 15, 19, 22, 28, 33]
    const [safe, plain] = [chart(growing, false), chart(growing, true)]
    expect(safe.at(-1)).toBeGreaterThan(20)
    for (const [i, value] of plain.entries()) expect(safe[i]).toBeCloseTo(value, 6)
  })

  test('finds the strongest sign where plain Newton steps lose it', () => {
    const exploding = [1, 900, 2, 800, 1, 700, 2, 900, 1, 800, 2, 900]
    const [safe, plain] = [chart(exploding, false), chart(exploding, true)]
    for (const [i, value] of plain.entries()) expect(safe[i]! - value).toBeGreaterThan(-1e-9)
    expect(safe[1]).toBeGreaterThan(3900)
  })

  test('says nothing of counts that all came from nowhere', () => {
    expect(chart([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9], false)).toEqual(points.map(() => 0))
  })
})

describe('a constant history', () => {
  // 17 a week, w 3, b 5: fitted to the last digit, so the trend is 0 with a standard error of 0.
  const constant = weekly(new Array(330).fill(17))
  const judge = (compatible: boolean) =>
    farrington(constant, { ...FARRINGTON_DEFAULTS, alpha: 0.01, compatible }, [325, 326, 327, 328, 329, 330])

  test('has no trend; R cannot test it and gives up', () => {
    expect(answered(judge(false)).trend).toEqual(new Array(6).fill(false))
    expect(judge(true)).toMatchObject({ ok: false, code: 'not-computable' })
  })
})

describe('a chart that has to be refitted', () => {
  test('is refused where hardly any counts foresee more than a number can hold', () => {
    const rare = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    const model = { S: 3, trend: true, refit: false }
    const answer = glr(weekly([...rare, ...new Array(300).fill(0)]), { ...GLR_DEFAULTS, mu0: model }, [21, 22, 23])
    if (answer.ok) expect(answer.mu0Used.every(Number.isFinite)).toBe(true)
    else expect(answer).toMatchObject({ code: 'not-computable' })
  })
})
