import { LARGEST_COUNT } from '../count-series.ts'
import { failure, type StatisticsFailure } from '../detection.ts'
import { circularZones, type Place } from './zones.ts'

/** Cases and expected cases by unit and period (oldest first), and where the units lie. */
export type ScanInput = {
  readonly places: readonly Place[]
  readonly cases: readonly (readonly number[])[]
  /** Up to a common factor: the scan scales them to the cases. */
  readonly expected: readonly (readonly number[])[]
}

export type ScanSettings = {
  /** Lengths of the last periods to look at; the whole length alone makes the scan purely spatial. */
  readonly windows: readonly number[]
  /** Largest zone, as a share of all expected cases. */
  readonly maxShare: number
}

export type Cluster = {
  /** Places of the units in the list, from 0, ascending. */
  readonly zone: readonly number[]
  readonly duration: number
  readonly cases: number
  readonly expected: number
  readonly logLikelihoodRatio: number
}

/** A scan made ready: it can be asked again with other cases, which is how its chance level is found. */
export type Scan = {
  readonly ok: true
  readonly zoneCount: number
  readonly totalCases: number
  /** Expected cases by unit and period, scaled to the cases. */
  readonly expected: readonly (readonly number[])[]
  /** The most unusual zones and windows first; ties by shorter duration, then by order of zones. */
  readonly clusters: (count: number) => readonly Cluster[]
  /** The highest ratio for other cases with the same total: what chance alone makes of them. */
  readonly highestRatio: (cases: readonly (readonly number[])[]) => number
}

/**
 * Prospective space-time scan with circular zones (Kulldorff 1997, Comm Stat 26:1481; 2001, JRSS A 164:61): which group
 * of neighbouring units has had more cases lately than expected, compared with everywhere else.
 */
export function spaceTimeScan(input: ScanInput, settings: ScanSettings): Scan | StatisticsFailure {
  const refusal = checkScan(input, settings)
  if (refusal) return refusal
  const totalCases = total(input.cases)
  const scale = totalCases / total(input.expected)
  const expected = input.expected.map((row) => row.map((value) => value * scale))
  // Not the scaled ones: whether a zone of just the largest share is one must not hang on the rounding of a factor.
  const zones = circularZones(input.places, input.expected.map(sum), settings.maxShare)
  const sizes = zones.map((zone) => settings.windows.map((duration) => inWindow(expected, zone, duration)))
  const each = (cases: readonly (readonly number[])[], found: (cluster: Cluster) => void) => {
    for (const [z, zone] of zones.entries()) {
      for (const [w, duration] of settings.windows.entries()) {
        const inside = inWindow(cases, zone, duration)
        const mean = sizes[z]![w]!
        const logLikelihoodRatio = ratio(inside, mean, totalCases)
        found({ zone, duration, cases: inside, expected: mean, logLikelihoodRatio })
      }
    }
  }
  return {
    ok: true,
    zoneCount: zones.length,
    totalCases,
    expected,
    clusters: (count) => {
      const all: { cluster: Cluster; rank: number }[] = []
      each(input.cases, (cluster) => all.push({ cluster, rank: withoutNoise(cluster.logLikelihoodRatio) }))
      // The sort is stable, so zones keep their order among equals.
      all.sort((a, b) => b.rank - a.rank || a.cluster.duration - b.cluster.duration)
      return all.slice(0, count).map(({ cluster }) => cluster)
    },
    highestRatio: (cases) => {
      let highest = 0
      each(cases, ({ logLikelihoodRatio }) => {
        highest = Math.max(highest, logLikelihoodRatio)
      })
      return highest
    },
  }
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
const total = (rows: readonly (readonly number[])[]) => rows.reduce((all, row) => all + sum(row), 0)

function inWindow(rows: readonly (readonly number[])[], zone: readonly number[], duration: number): number {
  let inside = 0
  for (const unit of zone) {
    const row = rows[unit]!
    for (let t = row.length - duration; t < row.length; t++) inside += row[t]!
  }
  return inside
}

/** Expected cases are sums of decimals: the same sum in another order may be off by this share. */
const NOISE = 1e-12

/** Equal ratios of two sums that differ in their last digits. */
const withoutNoise = (value: number) => Number(value.toPrecision(11))

/** Log likelihood ratio for a higher rate inside than outside; 0 where it is not higher. */
function ratio(cases: number, expected: number, all: number): number {
  if (cases <= expected * (1 + NOISE)) return 0
  const inside = cases * Math.log(cases / expected)
  return cases === all ? inside : inside + (all - cases) * Math.log((all - cases) / (all - expected))
}

/** A smaller share of all expected cases is none: its ratio would overflow. */
const LEAST_SHARE = 1e-15

/** Squares of larger coordinates would be infinite. */
const FARTHEST = 1e100

/**
 * Refuses lists that do not fit each other, and units that have cases in a window in which none were expected: their
 * ratio would be infinite. `at` is the unit's number, 1-based.
 */
function checkScan({ places, cases, expected }: ScanInput, { windows, maxShare }: ScanSettings) {
  const periods = cases[0]?.length ?? 0
  if (periods === 0) return failure('bad-series', 'empty')
  if (cases.length !== places.length || expected.length !== places.length) return failure('bad-series', 'units')
  if (places.some(({ x, y }) => !(Math.abs(x) <= FARTHEST && Math.abs(y) <= FARTHEST)))
    return failure('bad-series', 'places')
  const rows = [...cases, ...expected]
  if (rows.some((row) => row.length !== periods)) return failure('bad-series', 'periods')
  if (cases.some((row) => row.some((count) => !Number.isInteger(count) || count < 0 || count > LARGEST_COUNT)))
    return failure('bad-series', 'count')
  if (expected.some((row) => row.some((value) => !(value >= 0 && value < 1e15))))
    return failure('bad-series', 'expected')
  if (total(cases) === 0 || total(expected) === 0) return failure('not-computable', 'no-counts')
  const isWindow = (duration: number) => Number.isSafeInteger(duration) && duration >= 1 && duration <= periods
  if (windows.length === 0 || !windows.every(isWindow)) return failure('bad-parameter', 'windows')
  const none = LEAST_SHARE * total(expected)
  const impossible = cases.findIndex((row, unit) =>
    windows.some((duration) => sum(row.slice(-duration)) > 0 && sum(expected[unit]!.slice(-duration)) <= none),
  )
  if (impossible >= 0) return failure('not-computable', 'expected-none', impossible + 1)
  return maxShare > 0 && maxShare <= 1 ? undefined : failure('bad-parameter', 'maxShare')
}
