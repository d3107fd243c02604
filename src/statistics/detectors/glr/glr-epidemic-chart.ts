import type { Chart, Monitored, Stretch } from '../chart.ts'
import { type EpidemicWindow, likeliestRate, NEWTON_START, newtonRate, valueAt } from '../epidemic-rate.ts'
import { turningCount } from '../turning-count.ts'
import { type UnknownChange, windowStarts } from './glr-poisson-chart.ts'

/**
 * Generalised likelihood ratio chart for an epidemic: counts beget counts, mean mu + lambda times the count before
 * (Hoehle and Paul 2008, section 3.2). As in the negative binomial chart, only `compatible` searches as R does.
 */
export function glrEpidemicChart({ counts, means }: Monitored, change: UnknownChange): Chart {
  const statisticWith = (count: number, stretch: Stretch) => {
    const { earliest, latest } = windowStarts(change, stretch)
    const { current } = stretch
    const seen = [...counts.slice(0, current), count]
    let highest = 0
    let rate = NEWTON_START
    for (let from = earliest; from <= latest; from++) {
      const window: EpidemicWindow = { counts: seen, means, from }
      rate = change.compatible ? newtonRate(window, rate) : likeliestRate(window)
      const value = valueAt(window, rate)
      if (value > highest) highest = value
    }
    return highest
  }
  const isAlarm = (statistic: number) => statistic > change.threshold
  return {
    statistic: (_, stretch) => statisticWith(counts[stretch.current]!, stretch),
    isAlarm,
    turningPoint: (_, stretch) => turningCount((count) => isAlarm(statisticWith(count, stretch)), 'inc'),
  }
}
