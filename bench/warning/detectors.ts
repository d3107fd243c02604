// All published methods at their own level on replicates 1 to 48, beside what R made of the same runs (surveillance 1.20.3).
import type { CountSeries } from '../../src/statistics/count-series.ts'
import type { Detection, StatisticsFailure } from '../../src/statistics/detection.ts'
import { BAYES_DEFAULTS, bayes } from '../../src/statistics/detectors/bayes.ts'
import { CUSUM_DEFAULTS, cusum } from '../../src/statistics/detectors/cusum.ts'
import { EARS_DEFAULTS, type EarsSettings, ears } from '../../src/statistics/detectors/ears.ts'
import { FARRINGTON_DEFAULTS, farrington } from '../../src/statistics/detectors/farrington.ts'
import { farringtonFlexible } from '../../src/statistics/detectors/farrington-flexible.ts'
import { GLR_DEFAULTS, glr } from '../../src/statistics/detectors/glr/glr.ts'
import { RKI_DEFAULTS, rki } from '../../src/statistics/detectors/rki.ts'
import { house } from '../../src/statistics/house/house.ts'
import { HOUSE_WEEKLY } from '../../src/statistics/house/house-settings.ts'
import { SCENARIOS, simulatedRun, WEEKS } from '../../src/statistics/simulator/noufaily.ts'
import { markdown, percent } from './equal-rate.ts'
import { PAPER } from './improved-farrington.ts'

type Judge = (series: CountSeries, points: readonly number[]) => Detection | StatisticsFailure

/** R's figures of false positives and detection, per cent; absent where R has no such method. */
type Method = {
  readonly name: string
  readonly judge: Judge
  readonly r?: readonly [falsePositives: number, detected: number]
}

const earsBy =
  (method: EarsSettings['method'], compatible: boolean): Judge =>
  (series, points) =>
    ears(series, { ...EARS_DEFAULTS[method], compatible }, points)

const METHODS: readonly Method[] = [
  { name: 'house, 0.005', judge: (series, points) => house(series, HOUSE_WEEKLY, points) },
  {
    name: 'improved Farrington nbPlugin, 0.005',
    judge: (series, points) => farringtonFlexible(series, PAPER, points),
    r: [0.51, 35.9],
  },
  {
    name: 'improved Farrington muan, 0.005',
    judge: (series, points) => farringtonFlexible(series, { ...PAPER, thresholdMethod: 'muan' }, points),
    r: [0.3, 28.1],
  },
  {
    name: 'improved Farrington delta, 0.005',
    judge: (series, points) => farringtonFlexible(series, { ...PAPER, thresholdMethod: 'delta' }, points),
    r: [0.7, 40.3],
  },
  {
    name: 'Farrington 1996, 0.01 two-sided',
    judge: (series, points) => farrington(series, { ...FARRINGTON_DEFAULTS, alpha: 0.01 }, points),
    r: [2.3, 50.3],
  },
  { name: 'EARS C1', judge: earsBy('C1', false), r: [3.53, 47.1] },
  { name: 'EARS C2', judge: earsBy('C2', false), r: [3.95, 50.8] },
  { name: 'EARS C3 as R computes it', judge: earsBy('C3', true), r: [8.21, 54.2] },
  { name: 'EARS C3 as published', judge: earsBy('C3', false) },
  {
    name: 'RKI b 0, w 6',
    judge: (series, points) => rki(series, { ...RKI_DEFAULTS, b: 0, w: 6, actY: true }, points),
    r: [7.31, 62.2],
  },
  { name: 'RKI b 2, w 4', judge: (series, points) => rki(series, RKI_DEFAULTS, points), r: [6.97, 67] },
  { name: 'Bayes b 0, w 6, 0.05', judge: (series, points) => bayes(series, BAYES_DEFAULTS, points), r: [8.71, 69.8] },
  {
    name: 'Bayes b 2, w 4, 0.05',
    judge: (series, points) => bayes(series, { b: 2, w: 4, actY: false, alpha: 0.05 }, points),
    r: [10.8, 78.2],
  },
  {
    name: 'Bayes b 2, w 4, 0.005',
    judge: (series, points) => bayes(series, { b: 2, w: 4, actY: false, alpha: 0.005 }, points),
    r: [3.86, 58.1],
  },
  {
    name: 'CUSUM rossi, regression mean',
    judge: (series, points) =>
      cusum({ ...series, start: [2001, 1] }, { ...CUSUM_DEFAULTS, trans: 'rossi', m: 'glm' }, points),
    r: [36.26, 75.4],
  },
  {
    name: 'GLR negative binomial, trend and season',
    judge: (series, points) =>
      glr(series, { ...GLR_DEFAULTS, alpha: null, mu0: { S: 1, trend: true, refit: false } }, points),
    r: [0.11, 26.6],
  },
]

const FIRST = 576
const QUIET_EVERY = 5

/** Alarms in quiet weeks, and outbreaks with at least one. */
export function detectorsReport(quick: boolean): string[] {
  const replicates = quick ? 4 : 48
  const points = Array.from({ length: WEEKS - FIRST + 1 }, (_, index) => FIRST + index)
  const tallies = METHODS.map(() => ({ alarms: 0, found: 0, failed: 0 }))
  for (let scenario = 1; scenario <= SCENARIOS; scenario++)
    for (let replicate = 1; replicate <= replicates; replicate++) {
      const run = simulatedRun(scenario, replicate)
      for (const [index, { judge }] of METHODS.entries()) {
        const tally = tallies[index] as { alarms: number; found: number; failed: number }
        const quiet = judge({ frequency: 52, observed: run.past }, points)
        const during = judge({ frequency: 52, observed: run.current }, points)
        if (!quiet.ok || !during.ok) {
          tally.failed += 1
          continue
        }
        tally.alarms += quiet.alarm.filter((alarm, at) => alarm && at % QUIET_EVERY === 0).length
        tally.found += during.alarm.slice(run.outbreak.onset - FIRST, run.outbreak.end - FIRST + 1).some(Boolean)
          ? 1
          : 0
      }
    }
  const runs = SCENARIOS * replicates
  return [
    `### All methods at their own level, replicates 1 to ${replicates}: ${runs} runs`,
    '',
    ...markdown(
      ['method', 'false positives %', "R's", 'detected %', "R's", 'runs it could not judge'],
      METHODS.map(({ name, r }, index) => {
        const { alarms, found, failed } = tallies[index] as { alarms: number; found: number; failed: number }
        const judged = runs - failed
        return [
          name,
          percent(alarms, judged * 10),
          r ? String(r[0]) : '–',
          percent(found, judged),
          r ? String(r[1]) : '–',
          String(failed),
        ]
      }),
    ),
  ]
}
