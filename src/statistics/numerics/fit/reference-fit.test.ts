import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arrowFitter } from './arrow-fit.ts'
import type { ReferenceCounts, ReferenceFit } from './reference-counts.ts'
import { generalFit } from './reference-fit.ts'

/** Counts on three season levels over some sixty points, with gaps, a level of their own and a trend. */
const references = fc
  .record({
    counts: fc.array(fc.nat(60), { minLength: 40, maxLength: 70 }),
    gaps: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 70, maxLength: 70 }),
    exposures: fc.option(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 70, maxLength: 70 })),
  })
  .filter(({ counts }) => new Set(counts).size > 3)
  .map(({ counts, gaps, exposures }): ReferenceCounts => {
    let time = 100
    const times = Float64Array.from(counts, (_, i) => {
      time += gaps[i]!
      return time
    })
    return {
      counts: Float64Array.from(counts),
      times,
      levels: Int32Array.from(counts, (_, i) => Math.floor(i / 4) % 3),
      levelCount: 3,
      offset: exposures ? Float64Array.from(counts, (_, i) => Math.log(exposures[i]!)) : undefined,
      current: { time: time + 5, level: 2 },
    }
  })

function expectSame(quick: ReferenceFit, slow: ReferenceFit): void {
  const near = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(b)))
  expect(quick.converged).toBe(slow.converged)
  expect(quick.degrees).toBe(slow.degrees)
  near(quick.current.predictor, slow.current.predictor)
  near(quick.current.variance, slow.current.variance)
  if (slow.slope) near(quick.slope!.value, slow.slope.value)
  if (slow.slope) near(quick.slope!.variance, slow.slope.variance)
  for (const [i, mean] of slow.means.entries()) {
    near(quick.means[i]!, mean)
    near(quick.hat[i]!, slow.hat[i]!)
    near(quick.workingWeights[i]!, slow.workingWeights[i]!)
  }
}

describe('the quick fit', () => {
  test('is the general fit: with a trend or without, with weights and exposures or without', () => {
    const weights = fc.option(fc.array(fc.double({ min: 0.05, max: 2, noNaN: true }), { minLength: 70, maxLength: 70 }))
    fc.assert(
      fc.property(references, fc.boolean(), weights, (reference, withTrend, list) => {
        const prior = list ? Float64Array.from(reference.counts, (_, i) => list[i]!) : undefined
        const quick = arrowFitter(reference)(withTrend, prior)
        if (quick) expectSame(quick, generalFit(reference, withTrend, prior))
      }),
      { numRuns: 60 },
    )
  })

  test('leaves a trend that the levels explain to the general fit, which drops the last column', () => {
    const size = 12
    const reference: ReferenceCounts = {
      counts: Float64Array.from({ length: size }, (_, i) => i % 5),
      times: new Float64Array(size).map((_, i) => Math.floor(i / 4)),
      levels: Int32Array.from({ length: size }, (_, i) => Math.floor(i / 4)),
      levelCount: 3,
      offset: undefined,
      current: { time: 3, level: 2 },
    }
    expect(arrowFitter(reference)(true, undefined)).toBeUndefined()
    expect(generalFit(reference, true, undefined).degrees).toBe(size - 3)
  })
})
