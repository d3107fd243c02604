// Part 4: reports come in late. Who sees an outbreak first, at the same rate of false alarms?
import { dayAt, dayNumber, weekdayOf } from '../../src/domain/time/day-number.ts'
import { DELAY_DEFAULTS, type DelayLaw, delayLaws } from '../../src/statistics/delay-distribution.ts'
import { logPOfLatest, logPOfRun, type RunningDay } from '../../src/statistics/delay-judge.ts'
import { house } from '../../src/statistics/house/house.ts'
import { HOUSE_DAILY } from '../../src/statistics/house/house-settings.ts'
import { negativeBinomialCount, poissonCount } from '../../src/statistics/simulator/count-draw.ts'
import { mrg32k3a, type Uniform } from '../../src/statistics/simulator/mrg32k3a.ts'
import { markdown, percent, thresholdAt } from './equal-rate.ts'

export type DelayPlan = { readonly series: number; readonly seed: number }

const LONGEST = 14
const DAYS = 500
const FIRST = dayNumber('2023-01-02')
const QUIET_FROM = 440
const QUIET_TO = 470
const WITHIN = 10
const MEANS = [4, 10, 25] as const
const WEEKDAYS = [0.6, 1.3, 1.1, 1.05, 1, 1.05, 0.7] as const
const PHI = 1.4

const METHODS = [
  'house, thinned by the delay law',
  'no correction',
  'last 2 days left out',
  'last 4 days left out',
  'last 7 days left out',
] as const
type Method = (typeof METHODS)[number]

/** One series as it is reported: row `t` the reports of event day `t` by delay. */
type Reported = readonly (readonly number[])[]

export function delayReport({ series, seed }: DelayPlan): string[] {
  const quiet = scoresOf()
  const during = scoresOf()
  const honest: number[] = []
  const single: number[] = []
  for (let index = 0; index < series; index++) {
    const uniform = mrg32k3a([seed, index + 1, 3, 4, 5, 6])
    const { reports, mean } = simulated(uniform, MEANS[index % 3] as number)
    const level = { combined: 0, single: 0 }
    for (let today = QUIET_FROM; today < QUIET_TO; today++) {
      const scores = judgeDay(reports, today)
      for (const method of METHODS) quiet[method].push([scores.byMethod[method]])
      level.combined += scores.byMethod[METHODS[0]] >= NOMINAL ? 1 : 0
      level.single += scores.singleLags.filter((score) => score >= NOMINAL).length / scores.singleLags.length
    }
    honest.push(level.combined / (QUIET_TO - QUIET_FROM))
    single.push(level.single / (QUIET_TO - QUIET_FROM))
    const onset = QUIET_FROM + Math.floor(uniform() * 20)
    const sick = withOutbreak(reports, onset, (4 + (index % 3)) * Math.sqrt(PHI * (mean[onset] as number)), uniform)
    const days = Array.from({ length: WITHIN + 1 }, (_, day) => judgeDay(sick, onset + day).byMethod)
    for (const method of METHODS) during[method].push(days.map((day) => day[method]))
  }
  return [
    `### Reporting delay: ${series} daily series, ${series * (QUIET_TO - QUIET_FROM)} quiet days, one outbreak a series`,
    '',
    ...markdown(
      [
        'method',
        'found within 3 days % at 1 %',
        'within 7 days',
        `days to the first alarm (${WITHIN + 1} when none came)`,
      ],
      METHODS.map((method) => row(method, quiet, during)),
    ),
    '',
    `At the nominal level of 1 %: ${overSeries(honest)} % of quiet days for the combined test of the last 1 to 7 event days, ${overSeries(single)} % for single event days 0 to 6 days back (intervals over the series: days of one series hang together).`,
  ]
}

const NOMINAL = -Math.log(0.01)

/** Mean of the series' shares, per cent, with its 95 % interval. */
function overSeries(shares: readonly number[]): string {
  const mean = sum(shares) / shares.length
  const error = 1.96 * Math.sqrt(sum(shares.map((share) => (share - mean) ** 2)) / (shares.length - 1) / shares.length)
  return `${(100 * mean).toFixed(2)} [${(100 * Math.max(mean - error, 0)).toFixed(2)}, ${(100 * (mean + error)).toFixed(2)}]`
}

const scoresOf = () =>
  Object.fromEntries(METHODS.map((method) => [method, [] as number[][]])) as Record<Method, number[][]>

function row(method: Method, quiet: Record<Method, number[][]>, during: Record<Method, number[][]>): string[] {
  const threshold = thresholdAt(quiet[method].flat(), 0.01)
  const first = during[method].map((days) => {
    const day = days.findIndex((score) => score > threshold)
    return day < 0 ? WITHIN + 1 : day
  })
  const within = (days: number) => percent(first.filter((day) => day <= days).length, first.length)
  return [method, within(3), within(7), (first.reduce((sum, day) => sum + day, 0) / first.length).toFixed(2)]
}

/** Chance that a report takes at most `d` days; what happens on Friday and Saturday comes in slower. */
function trueShare(weekday: number, d: number): number {
  const pace = weekday === 5 || weekday === 6 ? 0.28 : 0.42
  return d >= LONGEST - 1 ? 1 : 1 - (1 - pace) ** (d + 1)
}

function delayOf(weekday: number, uniform: Uniform): number {
  const u = uniform()
  let delay = 0
  while (trueShare(weekday, delay) < u) delay += 1
  return delay
}

function simulated(uniform: Uniform, base: number) {
  const phase = 2 * Math.PI * uniform()
  const mean = Array.from(
    { length: DAYS },
    (_, t) =>
      base *
      (WEEKDAYS[weekdayOf(FIRST + t)] as number) *
      Math.exp(0.3 * Math.cos((2 * Math.PI * t) / 365.2425 + phase)),
  )
  const reports = mean.map((expected, t) => {
    const row = Array<number>(LONGEST).fill(0)
    for (let left = negativeBinomialCount(expected, PHI, uniform()); left > 0; left--) {
      const delay = delayOf(weekdayOf(FIRST + t), uniform)
      row[delay] = (row[delay] as number) + 1
    }
    return row
  })
  return { reports, mean }
}

/** Adds an outbreak of so many reports a day on average over four days. */
function withOutbreak(reports: Reported, onset: number, size: number, uniform: Uniform): Reported {
  const sick = reports.map((row) => [...row])
  for (let day = onset; day < onset + 4; day++)
    for (let left = poissonCount(size * 0.6, uniform()); left > 0; left--) {
      const row = sick[day] as number[]
      const delay = delayOf(weekdayOf(FIRST + day), uniform)
      row[delay] = (row[delay] as number) + 1
    }
  return sick
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** What each method makes of the reports in by the end of a day. */
function judgeDay(reports: Reported, today: number) {
  const known = reports
    .slice(0, today + 1)
    .map((row, t) => row.map((reported, d) => (t + d <= today ? reported : Number.NaN)))
  const laws = delayLaws({ reports: known, stratum: known.map((_, t) => weekdayOf(FIRST + t)) }, DELAY_DEFAULTS)
  if ('ok' in laws) throw new Error(laws.about)
  const complete = known.map((row, t) => (t <= today - LONGEST ? sum(row) : null))
  const points = Array.from({ length: LONGEST }, (_, i) => today + 1 - (LONGEST - 1) + i)
  const dates = known.map((_, t) => dayAt(FIRST + t))
  const result = house({ frequency: 365, observed: complete, dates }, { ...HOUSE_DAILY, gap: LONGEST }, points)
  if (!result.ok) throw new Error(result.about)
  const days = points.map((point, index): RunningDay => {
    const t = point - 1
    const inByNow = (known[t] as number[]).filter((reported) => !Number.isNaN(reported))
    return {
      count: sum(inByNow),
      expected: result.expected[index] as number,
      error: result.error[index] as number,
      dispersion: result.dispersion[index] as number,
      law: laws.get(weekdayOf(FIRST + t)) as DelayLaw,
      delay: today - t,
    }
  })
  const full = days.map((day) => ({ ...day, law: { share: [1], estimate: [0], scatter: 1 } }))
  const without = (last: number) => -logPOfLatest(full.slice(0, full.length - last))
  const byMethod: Record<Method, number> = {
    'house, thinned by the delay law': -logPOfLatest(days),
    'no correction': without(0),
    'last 2 days left out': without(2),
    'last 4 days left out': without(4),
    'last 7 days left out': without(7),
  }
  return { byMethod, singleLags: days.slice(-7).map((day) => -logPOfRun([day])) }
}
