import type { Chart, Monitored, Stretch } from '../chart.ts'
import { turningCount } from '../turning-count.ts'

/** A change of unknown size and start is looked for; `Mtilde` and `M` bound how far back it may have begun. */
export type UnknownChange = {
  readonly threshold: number
  readonly dir: 'inc' | 'dec'
  readonly Mtilde: number
  readonly M: number
  /** As R computes it, to compare with R. */
  readonly compatible: boolean
}

/** Generalised likelihood ratio chart for Poisson counts (Hoehle and Paul 2008, section 3.1). */
export function glrPoissonChart({ counts, means }: Monitored, change: UnknownChange): Chart {
  const statisticWith = (count: number, { first, current }: Stretch) => {
    const { earliest, latest } = poissonStarts(change, { first, current })
    let best = 0
    let sumOfCounts = count - counts[current]!
    let sumOfMeans = 0
    for (let k = current; k >= earliest; k--) {
      sumOfCounts += counts[k]!
      sumOfMeans += means[k]!
      if (k <= latest) best = Math.max(best, windowValue(sumOfCounts, sumOfMeans, change))
    }
    return best
  }
  const isAlarm = (statistic: number) => statistic >= change.threshold
  return {
    statistic: (_, stretch) => statisticWith(counts[stretch.current]!, stretch),
    isAlarm,
    turningPoint: (_, stretch) => turningCount((count) => isAlarm(statisticWith(count, stretch)), change.dir),
  }
}

/** Where a change may begin; earliest above latest while the chart has not yet started. */
export function windowStarts({ Mtilde, M }: Pick<UnknownChange, 'Mtilde' | 'M'>, { first, current }: Stretch) {
  return { earliest: M < 0 ? first : Math.max(first, current - M), latest: current - Mtilde + 1 }
}

/** The same for this chart: R's windows are one count longer with a limit, and the shortest are let in without one. */
function poissonStarts({ Mtilde, M }: UnknownChange, { first, current }: Stretch) {
  if (M < 0) return { earliest: first, latest: current >= first + Mtilde - 1 ? current : -1 }
  return { earliest: Math.max(first, current - M), latest: current - Mtilde }
}

/** Log likelihood ratio of one window at its best change of the mean in the given direction. */
function windowValue(counts: number, means: number, { dir, compatible }: UnknownChange): number {
  // No counts at all: the best change is down to nothing. R computes 0 times infinity there and skips the window.
  if (counts === 0) return dir === 'dec' && !compatible ? means : 0
  const kappa = Math.log(counts / means)
  if (dir === 'inc' ? kappa <= 0 : kappa >= 0) return 0
  return kappa * counts + means - counts
}
