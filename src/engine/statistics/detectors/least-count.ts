/** No count is asked for beyond this; a chart that is still quiet there has no bound. */
const LARGEST = 2 ** 40

/**
 * The smallest count that alarms, for a chart whose statistic grows with the count ("inc"); NaN where none does. A
 * downward chart alarms from 0 on or not at all.
 */
export function leastCount(alarms: (count: number) => boolean, dir: 'inc' | 'dec'): number {
  if (alarms(0)) return 0
  if (dir === 'dec') return Number.NaN
  let quiet = 0
  let high = 1
  while (!alarms(high)) {
    if (high >= LARGEST) return Number.NaN
    quiet = high
    high *= 2
  }
  while (high - quiet > 1) {
    const middle = Math.floor((quiet + high) / 2)
    if (alarms(middle)) high = middle
    else quiet = middle
  }
  return high
}
