// The simulated weeks after Noufaily et al. (2013), Stat Med 32:1206, with every draw fixed, so that two programs
// can be compared on the same runs.
import { negativeBinomialCount, poissonCount } from './count-draw.ts'
import { mrg32k3a, type Uniform } from './mrg32k3a.ts'

/** Mean and dispersion of one of the 28 scenarios: seven parameter sets, with and without trend and season. */
export type Scenario = { readonly mean: (week: number) => number; readonly phi: number }

/** theta, beta, gamma1, gamma2, phi. */
const SETS = [
  [0.1, 0.0025, 0.6, 0.6, 1.5],
  [-2, 0.005, 0.1, 0.3, 2],
  [1.5, 0.003, 0.2, -0.4, 1],
  [0.5, 0.002, 0.5, 0.5, 5],
  [2.5, 0.001, 1, 0.1, 3],
  [3.75, 0.001, 0.1, -0.1, 1.1],
  [5, 0.0001, 0.05, 0.01, 1.2],
] as const

export const SCENARIOS = 28
export const WEEKS = 624
const FIRST_BASELINE_WEEK = 313
const LAST_BASELINE_WEEK = 575
const LAST_ONSET = 620
const PAST_SIZES = [2, 3, 5, 10] as const

/** Scenario 1 to 28 by its number `4 (set - 1) + 2 trend + season + 1`. */
export function scenario(id: number): Scenario {
  const [theta, beta, g1, g2, phi] = SETS[Math.floor((id - 1) / 4)] as (typeof SETS)[number]
  const trend = Math.floor(((id - 1) % 4) / 2)
  const season = (id - 1) % 2
  const wave = (t: number) => g1 * Math.cos((2 * Math.PI * t) / 52) + g2 * Math.sin((2 * Math.PI * t) / 52)
  return { phi, mean: (t) => Math.exp(theta + trend * beta * t + season * wave(t)) }
}

export type Outbreak = { readonly k: number; readonly onset: number; readonly size: number; readonly end: number }

/** One run: weeks without any outbreak, with the four past ones, and with the current one as well. */
export type Run = {
  readonly quiet: readonly number[]
  readonly past: readonly number[]
  readonly current: readonly number[]
  readonly pastOutbreaks: readonly Outbreak[]
  readonly outbreak: Outbreak
}

/** The run of a scenario and replicate, the same on every machine. */
export function simulatedRun(id: number, replicate: number): Run {
  const { mean, phi } = scenario(id)
  const uniform = mrg32k3a([1000 + id, 2000 + replicate, 12345, 67890, 4321, 2013])
  const quiet = Array.from({ length: WEEKS }, (_, i) => negativeBinomialCount(mean(i + 1), phi, uniform()))
  const sdAt = (week: number) => Math.sqrt(phi * mean(week))
  const past = [...quiet]
  const pastOutbreaks = PAST_SIZES.map((k) => {
    const onset = FIRST_BASELINE_WEEK + Math.floor((LAST_BASELINE_WEEK - FIRST_BASELINE_WEEK + 1) * uniform())
    return addOutbreak(past, { k, onset, sd: sdAt(onset), last: LAST_BASELINE_WEEK }, uniform)
  })
  const current = [...past]
  const onset = LAST_BASELINE_WEEK + 1 + Math.floor((LAST_ONSET - LAST_BASELINE_WEEK) * uniform())
  const k = PAST_SIZES[(replicate - 1) % 4] as number
  const outbreak = addOutbreak(current, { k, onset, sd: sdAt(onset), last: WEEKS }, uniform)
  return { quiet, past, current, pastOutbreaks, outbreak }
}

type Injection = { readonly k: number; readonly onset: number; readonly sd: number; readonly last: number }

function addOutbreak(weeks: number[], { k, onset, sd, last }: Injection, uniform: Uniform): Outbreak {
  const size = Math.max(1, poissonCount(k * sd, uniform()))
  let end = onset
  for (let i = 0; i < size; i++) {
    const u = uniform()
    const week = onset + DELAY_CUMULATIVE.filter((share) => share < u).length
    if (week > last) continue
    weeks[week - 1] = (weeks[week - 1] as number) + 1
    end = Math.max(end, week)
  }
  return { k, onset, size, end }
}

/** Phi(2 ln m), m = 1..20: the share of cases no later than m weeks after onset. */
const DELAY_CUMULATIVE = [
  0.5, 0.9171714809983015, 0.985997794426055, 0.9972193821376905, 0.9993565289870862, 0.9998305019135534,
  0.9999502525356735, 0.9999840096234816, 0.999994447300413, 0.9999979393566041, 0.9999991898273883, 0.9999996649129955,
  0.9999998550509409, 0.9999999347401045, 0.9999999695435475, 0.9999999853171895, 0.9999999927096914, 0.99999999628144,
  0.9999999980558678, 0.9999999989602016,
]
