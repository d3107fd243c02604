// SPEC 13.2: all methods with a p-value at the same rate of false alarms, beside R's figures of the same runs (surveillance 1.20.3).
import type { CountSeries } from '../../src/statistics/count-series.ts'
import type { Detection, StatisticsFailure } from '../../src/statistics/detection.ts'
import { EARS_DEFAULTS, ears } from '../../src/statistics/detectors/ears.ts'
import { FARRINGTON_DEFAULTS, farrington } from '../../src/statistics/detectors/farrington.ts'
import { farringtonFlexible } from '../../src/statistics/detectors/farrington-flexible.ts'
import { house } from '../../src/statistics/house/house.ts'
import { HOUSE_WEEKLY } from '../../src/statistics/house/house-settings.ts'
import { SCENARIOS, simulatedRun } from '../../src/statistics/simulator/noufaily.ts'
import { markdown, share, thresholdAt } from './equal-rate.ts'
import { PAPER } from './improved-farrington.ts'

const QUIET_WEEKS = [576, 581, 586, 591, 596, 601, 606, 611, 616, 621]
const RATES = [0.005, 0.01, 0.025, 0.05] as const

type Method = {
  readonly name: string
  readonly judge: (series: CountSeries, points: readonly number[]) => Detection | StatisticsFailure
  /** R's share of outbreaks found at each rate, per cent. */
  readonly r?: readonly [number, number, number, number]
}

const METHODS: readonly Method[] = [
  { name: 'house', judge: (series, points) => house(series, HOUSE_WEEKLY, points) },
  {
    name: 'improved Farrington nbPlugin',
    judge: (series, points) => farringtonFlexible(series, PAPER, points),
    r: [35.9, 43.9, 56.1, 67.4],
  },
  {
    name: 'improved Farrington muan',
    judge: (series, points) => farringtonFlexible(series, { ...PAPER, thresholdMethod: 'muan' }, points),
    r: [33.9, 41.1, 52.3, 62.7],
  },
  {
    name: 'improved Farrington delta',
    judge: (series, points) => farringtonFlexible(series, { ...PAPER, thresholdMethod: 'delta' }, points),
    r: [35.0, 43.2, 56.2, 66.9],
  },
  {
    name: 'Farrington 1996',
    judge: (series, points) => farrington(series, { ...FARRINGTON_DEFAULTS, alpha: 0.01 }, points),
    r: [28.6, 38.4, 51.8, 64.2],
  },
  {
    name: 'EARS C1',
    judge: (series, points) => ears(series, EARS_DEFAULTS.C1, points),
    r: [7.7, 18.2, 38.8, 57.0],
  },
  {
    name: 'EARS C2',
    judge: (series, points) => ears(series, EARS_DEFAULTS.C2, points),
    r: [9.0, 22.1, 42.2, 56.7],
  },
]

/** Outbreaks found on the replicates R's figures are of. */
export function equalRatesReport(quick: boolean): string[] {
  const replicates = quick ? 4 : 48
  const quiet = METHODS.map(() => [] as number[])
  const best = METHODS.map(() => [] as number[])
  for (let scenario = 1; scenario <= SCENARIOS; scenario++)
    for (let replicate = 1; replicate <= replicates; replicate++) {
      const run = simulatedRun(scenario, replicate)
      const { onset, end } = run.outbreak
      const weeks = Array.from({ length: end - onset + 1 }, (_, week) => onset + week)
      for (const [index, method] of METHODS.entries()) {
        quiet[index]?.push(...scores(method, run.past, QUIET_WEEKS))
        best[index]?.push(Math.max(...scores(method, run.current, weeks)))
      }
    }
  return [
    `### All methods with a p-value at the same rate of false alarms, replicates 1 to ${replicates}: outbreaks found %, R's in brackets behind`,
    '',
    ...markdown(
      ['method', ...RATES.map((rate) => `at ${100 * rate} %`)],
      METHODS.map(({ name, r }, index) => [
        name,
        ...RATES.map((rate, at) => {
          const found = share(best[index] as number[], thresholdAt(quiet[index] as number[], rate))
          return r ? `${found} (${r[at]?.toFixed(1)})` : found
        }),
      ]),
    ),
  ]
}

/** -ln p; 0 where there is no answer or too few reports forbid an alarm. */
function scores({ name, judge }: Method, observed: readonly number[], points: readonly number[]): number[] {
  const result = judge({ frequency: 52, observed }, points)
  if (!result.ok) throw new Error(`${name}: ${result.code} ${result.about}`)
  return points.map((point, index) => {
    const [p, bound] = [result.pvalue[index] ?? null, result.upperbound[index] ?? null]
    const blocked = bound === null || (name.includes('Farrington') && (bound === 0 || !observed[point - 1]))
    return p === null || blocked ? 0 : -Math.log(Math.max(p, Number.MIN_VALUE))
  })
}
