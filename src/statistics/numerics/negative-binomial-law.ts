import type { CountLaw } from './fit/count-regression.ts'

/** R starts a mean of 0 here, so that its logarithm exists. */
const START_OF_ZERO = 1 / 6

/** Counts with variance mean + alpha mean², alpha above 0: R's family of MASS (Venables and Ripley 2002, section 7.4). */
export const negativeBinomialLaw = (alpha: number): CountLaw => ({
  start: (count) => (count === 0 ? START_OF_ZERO : count),
  variance: (mean) => mean + alpha * mean * mean,
  deviance: (count, mean) => {
    const size = 1 / alpha
    return (
      2 *
      ((count === 0 ? 0 : count * Math.log(count / mean)) - (count + size) * Math.log((count + size) / (mean + size)))
    )
  },
})
