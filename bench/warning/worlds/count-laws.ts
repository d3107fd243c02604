// How counts scatter around their mean in the foreign worlds, and what one who knows the law makes of a count.
import { logMidP } from '../../../src/statistics/house/count-law.ts'
import { negativeBinomialCount, poissonCount } from '../../../src/statistics/simulator/count-draw.ts'
import type { Uniform } from '../../../src/statistics/simulator/mrg32k3a.ts'
import { normalDraw } from '../normal-draw.ts'

/** Variance m + m²·`excess`: a negative binomial of fixed size, or a Poisson whose mean is log-normal. */
export type CountLaw = { readonly kind: 'negative binomial' | 'log-normal'; readonly excess: number }

export function drawCount({ kind, excess }: CountLaw, mean: number, uniform: Uniform): number {
  if (kind === 'negative binomial') return negativeBinomialCount(mean, 1 + mean * excess, uniform())
  const variance = Math.log1p(excess)
  return poissonCount(
    Math.min(mean * Math.exp(Math.sqrt(variance) * normalDraw(uniform) - variance / 2), 600),
    uniform(),
  )
}

export const standardDeviation = ({ excess }: CountLaw, mean: number) => Math.sqrt(mean + mean * mean * excess)

const NODES = 61
const REACH = 6

/** -log of the mid-p value of a count whose law and mean are known. */
export function surprise({ kind, excess }: CountLaw, mean: number, count: number): number {
  if (kind === 'negative binomial') return -logMidP(count, mean, 1 + mean * excess)
  const variance = Math.log1p(excess)
  let [sum, weights] = [0, 0]
  for (let node = 0; node < NODES; node++) {
    const z = -REACH + (2 * REACH * node) / (NODES - 1)
    const weight = Math.exp((-z * z) / 2)
    sum += weight * Math.exp(logMidP(count, mean * Math.exp(Math.sqrt(variance) * z - variance / 2), 1))
    weights += weight
  }
  return -Math.log(Math.max(sum / weights, Number.MIN_VALUE))
}

/** A law of either kind, from hardly wider than Poisson to a variation of nearly a half. */
export const drawLaw = (index: number, uniform: Uniform): CountLaw => ({
  kind: index % 2 === 0 ? 'negative binomial' : 'log-normal',
  excess: 0.015 * 12 ** uniform(),
})
