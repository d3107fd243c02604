import type { Chart, Monitored, Stretch } from './chart.ts'
import { poissonStarts, type UnknownChange } from './glr-poisson-chart.ts'
import { leastCount } from './least-count.ts'

/** The logarithm of the reproduction rate below which it counts as none. */
const LEAST_PHI = -18
const MOST_STEPS = 1000
const SETTLED = 1e-6
const START = 0.5

/**
 * Generalised likelihood ratio chart for an epidemic: counts beget counts, mean mu + lambda times the count before
 * (Hoehle and Paul 2008, section 3.2). The best lambda of a window is found from that of the window before it.
 */
export function glrEpidemicChart({ counts, means }: Monitored, change: UnknownChange): Chart {
  const statisticWith = (count: number, { first, current }: Stretch) => {
    const { earliest, latest } = poissonStarts(change, { first, current })
    const at = (i: number) => (i === current ? count : counts[i]!)
    // At the very start nothing came before; after an alarm its own count did.
    const window = (from: number): Window => ({
      from,
      to: current,
      count: at,
      before: (i) => (i === 0 ? 0 : at(i - 1)),
      mean: (i) => means[i]!,
    })
    let best = 0
    let phi = START
    for (let k = earliest; k <= latest; k++) {
      phi = bestPhi(window(k), phi)
      best = Math.max(best, valueAt(window(k), Math.exp(phi)))
    }
    return best
  }
  const isAlarm = (statistic: number) => statistic > change.threshold
  return {
    statistic: (_, stretch) => statisticWith(counts[stretch.current]!, stretch),
    isAlarm,
    leastAlarming: (_, stretch) => leastCount((count) => isAlarm(statisticWith(count, stretch)), 'inc'),
  }
}

type Window = {
  readonly from: number
  readonly to: number
  readonly count: (i: number) => number
  readonly before: (i: number) => number
  readonly mean: (i: number) => number
}

function valueAt({ from, to, count, before, mean }: Window, lambda: number): number {
  let sum = 0
  for (let i = from; i <= to; i++) {
    const infected = lambda * before(i)
    sum += count(i) * Math.log1p(infected / mean(i)) - infected
  }
  return sum
}

/** Newton's method for phi = ln lambda. */
function bestPhi(window: Window, start: number): number {
  let phi = start
  for (let step = 0; step < MOST_STEPS; step++) {
    const before = phi
    phi -= newtonStep(window, Math.exp(phi))
    if (Math.abs(Math.exp(phi) - Math.exp(before)) <= SETTLED || phi <= LEAST_PHI) break
  }
  return phi
}

function newtonStep({ from, to, count, before, mean }: Window, lambda: number): number {
  let slope = 0
  let curvature = 0
  for (let i = from; i <= to; i++) {
    const infected = lambda * before(i)
    const share = infected / (mean(i) + infected)
    slope += count(i) * share - infected
    curvature += count(i) * share * (1 - share) - infected
  }
  // No count before any of these: every lambda fits as well as the next.
  return curvature === 0 ? 0 : slope / curvature
}
