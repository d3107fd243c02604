import { type Pace, type Slopes, totalOf, wander } from './delay-days.ts'

/** Reports of an event day so far by the days they took, and the place of the event day among the days of arrival. */
export type PaceRow = { readonly counts: readonly number[]; readonly day: number }

export type PaceTask = {
  readonly rows: readonly PaceRow[]
  /** Which kind of day each day of arrival is. */
  readonly kind: readonly number[]
  readonly kinds: number
  /** Days after which all reports are in. */
  readonly longest: number
  readonly halfLife: number
}

const ROUNDS = 7
const USUAL_AGE = Math.log(0.4)
/** Before anything is seen: ages lie within a factor of e⁵ or so, kinds of days within one of e¹·⁵ around the usual day. */
const AGE_PRECISION = 0.04
const KIND_PRECISION = 1.5 ** -2
const USUAL_LUCK = 0.05

/**
 * Finds ages, kinds and days in turns: Fisher's scoring of a binomial law in which the log of the hazard is a sum of the three.
 * Totals still unknown are replaced by what is to be expected of them, which gives the slope of the likelihood exactly.
 */
export function paceOf(task: PaceTask): Pace {
  const { kind, kinds, longest, halfLife } = task
  const days = kind.length
  const weight = Float64Array.from({ length: days }, (_, s) => 0.5 ** ((days - 1 - s) / halfLife))
  const seen = new Float64Array(kinds)
  for (let s = 0; s < days; s++) seen[kind[s]!] = seen[kind[s]!]! + weight[s]!
  const pace: Pace = {
    age: new Float64Array(longest - 1).fill(USUAL_AGE),
    kind: new Float64Array(kinds),
    kindVariance: new Float64Array(kinds),
    day: new Float64Array(days),
    dayVariance: new Float64Array(days),
    usual: usualTotal(task),
  }
  let luck = USUAL_LUCK
  for (let round = 0; round < ROUNDS; round++) {
    const ages = slopesOf(task, pace, { groupOf: (delay) => delay, groups: longest - 1, weight })
    climb(pace.age, ages, AGE_PRECISION, USUAL_AGE)
    const groups = slopesOf(task, pace, { groupOf: (_, s) => kind[s]!, groups: kinds, weight })
    climb(pace.kind, groups, KIND_PRECISION, 0)
    // Of a kind seen on three days little is known, however many reports came in on them.
    for (let k = 0; k < kinds; k++)
      pace.kindVariance[k] = 1 / (1 / (1 / groups.info[k]! + luck / seen[k]!) + KIND_PRECISION)
    luck = wander(slopesOf(task, pace, { groupOf: (_, s) => s, groups: days }), pace, luck)
  }
  return pace
}

function climb(logs: Float64Array, { slope, info }: Slopes, precision: number, middle: number): void {
  for (let j = 0; j < logs.length; j++) {
    const step = (slope[j]! - precision * (logs[j]! - middle)) / (info[j]! + precision)
    logs[j] = Math.min(Math.max(logs[j]! + Math.min(Math.max(step, -1), 1), SLOWEST), FASTEST)
  }
}
const SLOWEST = -7
const FASTEST = 2.1

/** What a day has brought in all of late. */
function usualTotal({ rows, longest }: PaceTask): number {
  let [sum, n] = [0, 0]
  for (const { counts } of rows.slice(-LATELY - longest)) {
    if (counts.length < longest) continue
    for (const count of counts) sum += count
    n += 1
  }
  return Math.max(sum / Math.max(n, 1), 0.1)
}
const LATELY = 60

type Grouping = {
  readonly groupOf: (delay: number, s: number) => number
  readonly groups: number
  readonly weight?: Float64Array
}

function slopesOf({ rows, kind, longest }: PaceTask, pace: Pace, { groupOf, groups, weight }: Grouping): Slopes {
  const [slope, info, missing] = [new Float64Array(groups), new Float64Array(groups), new Float64Array(groups)]
  const [age, kinds, day] = [pace.age.map(Math.exp), pace.kind.map(Math.exp), pace.day.map(Math.exp)]
  const rate = (delay: number, s: number) => age[delay]! * kinds[kind[s]!]! * day[s]!
  for (const { counts, day: first } of rows) {
    const cells = Math.min(counts.length, longest - 1)
    let [out, variance, all] = [0, 0, 0]
    for (const count of counts) out += count
    if (counts.length < longest) {
      for (let delay = 0; delay < cells; delay++) all += rate(delay, first + delay)
      ;({ total: out, variance } = totalOf(out, 1 - Math.exp(-all), pace.usual))
    }
    for (let delay = 0; delay < cells && out > NONE_OUT; delay++) {
      const s = first + delay
      const now = rate(delay, s)
      const stay = Math.exp(-now)
      const w = weight ? weight[s]! : 1
      const at = groupOf(delay, s)
      slope[at] = slope[at]! + w * now * (counts[delay]! / (1 - stay) - out)
      info[at] = info[at]! + (w * out * now * now * stay) / (1 - stay)
      missing[at] = missing[at]! + w * variance * now * now
      out -= counts[delay]!
    }
  }
  return { slope, info, missing }
}
const NONE_OUT = 1e-9
