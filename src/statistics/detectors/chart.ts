/** Counts and in-control means of a chart's points; the means change when the chart is refitted after an alarm. */
export type Monitored = { readonly counts: readonly number[]; readonly means: number[] }

/** Which points a chart looks back to: the first after its last alarm, and the current one, both from 0. */
export type Stretch = { readonly first: number; readonly current: number }

/**
 * A chart over time: its statistic at the current point, given the statistic before (0 at the start), whether that is
 * an alarm, and the count at which it turns to or from one (NaN or negative where there is none).
 */
export type Chart = {
  readonly statistic: (before: number, stretch: Stretch) => number
  readonly isAlarm: (statistic: number) => boolean
  readonly turningPoint: (before: number, stretch: Stretch) => number
}
