import type { Chart, Monitored, Stretch } from './chart.ts'
import type { UnknownChange } from './glr-poisson-chart.ts'
import { leastCount } from './least-count.ts'
import { bestChange, type ChangeWindow, newtonChange } from './negative-binomial-change.ts'

/**
 * Generalised likelihood ratio chart for counts with variance mean + alpha mean² (Hoehle and Paul 2008, section 3.3).
 * The best change is found by a safeguarded search: R's plain Newton steps overshoot on a large excess and then report
 * none at all (decision 0012), which only `compatible` reproduces.
 */
export function glrNegativeBinomialChart({ counts, means }: Monitored, alpha: number, change: UnknownChange): Chart {
  const { dir, Mtilde, M, compatible, threshold } = change
  const best = compatible ? newtonChange : bestChange
  const statisticWith = (count: number, { first, current }: Stretch) => {
    const earliest = M < 0 ? first : Math.max(first, current - M)
    const latest = current < first + Mtilde - 1 ? -1 : current - Mtilde + 1
    const window: ChangeWindow = { counts: [], means: [], alpha, dir }
    let highest = 0
    for (let k = current; k >= earliest; k--) {
      window.counts.push(k === current ? count : counts[k]!)
      window.means.push(means[k]!)
      if (k <= latest) highest = Math.max(highest, best(window))
    }
    return highest
  }
  const isAlarm = (statistic: number) => statistic >= threshold
  return {
    statistic: (_, stretch) => statisticWith(counts[stretch.current]!, stretch),
    isAlarm,
    leastAlarming: (_, stretch) => leastCount((count) => isAlarm(statisticWith(count, stretch)), dir),
  }
}
