import type { Chart, Monitored } from '../chart.ts'

/** What is looked for: a known change of the logarithm of the mean, in counts with variance mean + alpha mean². */
type KnownChange = { readonly threshold: number; readonly theta: number; readonly alpha: number }

/** CUSUM of log likelihood ratios for a change of known size: G = max(0, G + l) (Hoehle and Paul 2008, section 2). */
export function likelihoodRatioChart({ counts, means }: Monitored, { threshold, theta, alpha }: KnownChange): Chart {
  const slope = (mean: number) => (alpha === 0 ? theta : theta + logRatio(mean, theta, alpha))
  const base = (mean: number) => (alpha === 0 ? (1 - Math.exp(theta)) * mean : logRatio(mean, theta, alpha) / alpha)
  return {
    statistic: (before, { current }) => {
      const mean = means[current]!
      return Math.max(0, before + slope(mean) * counts[current]! + base(mean))
    },
    isAlarm: (statistic) => statistic > threshold,
    turningPoint: (before, { current }) => {
      const mean = means[current]!
      return (threshold - before - base(mean)) / slope(mean)
    },
  }
}

const logRatio = (mean: number, theta: number, alpha: number) =>
  Math.log((1 + alpha * mean) / (1 + alpha * mean * Math.exp(theta)))
