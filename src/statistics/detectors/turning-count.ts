/** No count is asked for beyond this; a chart that is still the same there has no bound. */
const LARGEST = 2 ** 40

/**
 * The count at which a chart turns, NaN where it never does: upwards the smallest one that alarms, downwards the
 * smallest one that no longer does, as R has it. The statistic grows with the distance from the expected count.
 */
export function turningCount(alarms: (count: number) => boolean, dir: 'inc' | 'dec'): number {
  const hasTurned = dir === 'inc' ? alarms : (count: number) => !alarms(count)
  if (hasTurned(0)) return 0
  let before = 0
  let high = 1
  while (!hasTurned(high)) {
    if (high >= LARGEST) return Number.NaN
    before = high
    high *= 2
  }
  while (high - before > 1) {
    const middle = Math.floor((before + high) / 2)
    if (hasTurned(middle)) high = middle
    else before = middle
  }
  return high
}
