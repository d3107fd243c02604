import type { Chart, Monitored, Stretch } from '../chart.ts'
import { turningCount } from '../turning-count.ts'
import { type UnknownChange, windowStarts } from './glr-poisson-chart.ts'
import { bestChange, type ChangeWindow, NEWTON_START, newtonChange, valueAt } from './negative-binomial-change.ts'

/**
 * Generalised likelihood ratio chart for counts with variance mean + alpha mean² (Hoehle and Paul 2008, section 3.3).
 * The best change is found by a safeguarded search: R's plain Newton steps overshoot on a large excess and then report
 * none at all (decision 0012), which only `compatible` reproduces.
 */
export function glrNegativeBinomialChart({ counts, means }: Monitored, alpha: number, change: UnknownChange): Chart {
  const { dir, compatible, threshold } = change
  const highest = compatible ? highestByNewton : highestSafely
  const statisticWith = (count: number, stretch: Stretch) => {
    const { earliest, latest } = windowStarts(change, stretch)
    const { current } = stretch
    const seen = counts.slice(earliest, current)
    return highest(
      { counts: [...seen, count], means: means.slice(earliest, current + 1), alpha, dir },
      latest - earliest,
    )
  }
  const isAlarm = (statistic: number) => statistic >= threshold
  return {
    statistic: (_, stretch) => statisticWith(counts[stretch.current]!, stretch),
    isAlarm,
    turningPoint: (_, stretch) => turningCount((count) => isAlarm(statisticWith(count, stretch)), dir),
  }
}

type Windows = Omit<ChangeWindow, 'from'>

/** Over all windows that begin at 0 to `last`. */
function highestSafely(windows: Windows, last: number): number {
  let highest = 0
  for (let from = 0; from <= last; from++) highest = Math.max(highest, bestChange({ ...windows, from }))
  return highest
}

/** As R goes: the longest window first, and each search from where the one before it ended. */
function highestByNewton(windows: Windows, last: number): number {
  let highest = 0
  let kappa = NEWTON_START
  for (let from = 0; from <= last; from++) {
    const window = { ...windows, from }
    kappa = newtonChange(window, kappa)
    const value = valueAt(window, kappa)
    if (value > highest) highest = value
  }
  return highest
}
