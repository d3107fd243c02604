// The published speed anchor: 2,000 weekly series of 416 weeks, and what R 4.2.2 with surveillance 1.20.3 made of them.
import type { CountSeries } from '../../src/statistics/count-series.ts'
import type { Detection, StatisticsFailure } from '../../src/statistics/detection.ts'
import { farringtonFlexible } from '../../src/statistics/detectors/farrington-flexible.ts'
import { FARRINGTON_FLEXIBLE_DEFAULTS } from '../../src/statistics/detectors/flexible-settings.ts'
import { negativeBinomialCount } from '../../src/statistics/simulator/count-draw.ts'
import { mrg32k3a } from '../../src/statistics/simulator/mrg32k3a.ts'
import { scenario } from '../../src/statistics/simulator/noufaily.ts'
import { PAPER } from './improved-farrington.ts'

const SERIES = 2000
const WEEKS = 416

/** The panel, the same on every machine. */
export function anchorPanel(): CountSeries[] {
  return Array.from({ length: SERIES }, (_, index) => {
    const { mean, phi } = scenario((index % 28) + 1)
    const uniform = mrg32k3a([3000 + index + 1, 1, 12345, 67890, 4321, 77])
    return {
      frequency: 52,
      observed: Array.from({ length: WEEKS }, (_, t) => negativeBinomialCount(mean(t + 1), phi, uniform())),
    }
  })
}

type Task = {
  readonly name: string
  readonly series: number
  readonly weeks: number
  readonly judge: (series: CountSeries, points: readonly number[]) => Detection | StatisticsFailure
  /** R's figures: evaluations a CPU second, and its checksums. */
  readonly r: { readonly rate: number; readonly alarms: number; readonly missing: number; readonly sum: number }
}

const nbPlugin: Task['judge'] = (series, points) => farringtonFlexible(series, PAPER, points)
/** The delta method with R's defaults: one period, three weeks left out, trend where it is significant. */
const delta: Task['judge'] = (series, points) =>
  farringtonFlexible(series, { ...FARRINGTON_FLEXIBLE_DEFAULTS, alpha: 0.01, compatible: true }, points)

const TASKS: readonly Task[] = [
  {
    name: 'improved Farrington, NB, 10 periods, latest week',
    series: SERIES,
    weeks: 1,
    judge: nbPlugin,
    r: { rate: 64.3, alarms: 16, missing: 333, sum: 104424 },
  },
  {
    name: 'improved Farrington, delta, 1 period, latest week',
    series: SERIES,
    weeks: 1,
    judge: delta,
    r: { rate: 81.2, alarms: 48, missing: 333, sum: 100478.79973896913 },
  },
  {
    name: 'improved Farrington, NB, 10 periods, last 104 weeks',
    series: 100,
    weeks: 104,
    judge: nbPlugin,
    r: { rate: 116.8, alarms: 81, missing: 2453, sum: 428712 },
  },
  {
    name: 'improved Farrington, delta, 1 period, last 104 weeks',
    series: 100,
    weeks: 104,
    judge: delta,
    r: { rate: 120.9, alarms: 245, missing: 2453, sum: 413926.34511834645 },
  },
]

export type AnchorResult = {
  readonly task: string
  readonly evaluations: number
  readonly cpuSeconds: number
  readonly perSecond: number
  readonly timesR: number
  readonly alarms: number
  readonly missing: number
  readonly sumOfBounds: number
  readonly checksumsEqual: boolean
}

/** Runs the tasks on one core; `cpu` gives the CPU seconds used so far. The best of three passes, since others use the machine too. */
export function runAnchor(cpu: () => number): AnchorResult[] {
  const panel = anchorPanel()
  return TASKS.map((task) => {
    const passes = [0, 1, 2].map(() => runTask(task, panel, cpu))
    return passes.reduce((best, pass) => (pass.cpuSeconds < best.cpuSeconds ? pass : best))
  })
}

function runTask(
  { name, series, weeks, judge, r }: Task,
  panel: readonly CountSeries[],
  cpu: () => number,
): AnchorResult {
  const points = Array.from({ length: weeks }, (_, index) => WEEKS - weeks + 1 + index)
  let [alarms, missing, sum] = [0, 0, 0]
  const before = cpu()
  for (const one of panel.slice(0, series)) {
    const result = judge(one, points)
    if (!result.ok) throw new Error(`${name}: ${result.code} ${result.about}`)
    for (const alarm of result.alarm) alarms += alarm ? 1 : 0
    for (const bound of result.upperbound) {
      if (bound === null) missing += 1
      else sum += bound
    }
  }
  const cpuSeconds = cpu() - before
  const evaluations = series * weeks
  return {
    task: name,
    evaluations,
    cpuSeconds,
    perSecond: evaluations / cpuSeconds,
    timesR: evaluations / cpuSeconds / r.rate,
    alarms,
    missing,
    sumOfBounds: sum,
    checksumsEqual: alarms === r.alarms && missing === r.missing && Math.abs(sum - r.sum) <= 1e-6 * r.sum,
  }
}
