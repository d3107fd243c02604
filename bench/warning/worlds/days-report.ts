// The world of foreign days as a report: detection at equal rates of false alarms, and the detector's own level by size and calendar.
import { weekdayOf } from '../../../src/domain/time/day-number.ts'
import { chinaCalendar } from '../../../src/procedures/calendar/china-holidays.ts'
import { house } from '../../../src/statistics/house/house.ts'
import { HOUSE_DAILY } from '../../../src/statistics/house/house-settings.ts'
import { DATES, FIRST_DAY } from '../daily-world.ts'
import { markdown, paired, pairedText, share, thresholdAt } from '../equal-rate.ts'
import { FARRINGTON_ON_DAYS, farringtonOnDays } from '../farrington-on-days.ts'
import { surprise } from './count-laws.ts'
import { type DaysRun, daysRun, range } from './days-runs.ts'
import { AROUND } from './foreign-days.ts'
import { levelRow, type Point, SIZE_CLASSES } from './own-level.ts'

const METHODS = ['house', ...FARRINGTON_ON_DAYS, 'knows the law'] as const
type Method = (typeof METHODS)[number]

type Judged = Point & { readonly day: number; readonly usual: boolean }

export type ForeignPlan = { readonly series: number; readonly seed: number }

export function foreignDaysReport({ series, seed }: ForeignPlan): string[] {
  const quiet = Object.fromEntries(METHODS.map((method) => [method, [] as number[]])) as Record<Method, number[]>
  const found = Object.fromEntries(METHODS.map((method) => [method, [] as number[]])) as Record<Method, number[]>
  const points: Judged[] = []
  for (let index = 0; index < series; index++) {
    const run = daysRun(seed, index)
    const outbreak = range(run.onset, run.end)
    const [calm, sick] = [scoresOf(run, run.counts, run.quiet), scoresOf(run, run.sick, outbreak)]
    for (const method of METHODS) {
      quiet[method].push(...(calm[method] ?? []))
      found[method].push(Math.max(...(sick[method] ?? [])))
    }
    points.push(...judged(run.counts, run.quiet, true), ...judged(run.counts, run.holidays, false))
  }
  const threshold = (method: Method) => thresholdAt(quiet[method], 0.01)
  const hits = (method: Method) => found[method].map((score) => score > threshold(method))
  const usual = points.filter((point) => point.usual)
  return [
    `### Foreign days: ${series} series of six years, ${quiet.house.length} quiet days, one outbreak a series`,
    '',
    ...markdown(
      ['detector', 'found % at 0.5 %', 'at 1 %', 'at 2.5 %', 'house against it at 1 %'],
      METHODS.map((method) => [
        method,
        ...[0.005, 0.01, 0.025].map((rate) => share(found[method], thresholdAt(quiet[method], rate))),
        method === 'house' ? '' : pairedText(paired(hits('house'), hits(method))),
      ]),
    ),
    '',
    'Its own level, per cent of quiet days that alarm:',
    '',
    ...markdown(
      ['days', 'at nominal 0.1 %', '0.5 %', '1 %'],
      [
        levelRow('all', usual),
        ...SIZE_CLASSES.map(([name, from, to]) =>
          levelRow(
            name,
            usual.filter(({ expected }) => expected >= from && expected < to),
          ),
        ),
        ...CALENDAR.map(([name, isIn, all]) =>
          levelRow(
            name,
            (all ? points : usual).filter(({ day }) => isIn(day)),
          ),
        ),
      ],
    ),
  ]
}

const weekday = (day: number) => weekdayOf(FIRST_DAY + day)
const around = (day: number) => ((AROUND[day]?.long ?? 0) > 0.5 ? AROUND[day] : undefined)
const afterward = (day: number, from: number, to: number) => {
  const festival = around(day)
  return festival?.phase === 'after' && festival.day >= from && festival.day <= to
}

/** Name, which days, and whether all judged days of festivals count (they are judged apart, more of them than there are). */
const CALENDAR: readonly (readonly [string, (day: number) => boolean, boolean])[] = [
  ['Mondays', (day) => weekday(day) === 1, false],
  ['weekends', (day) => weekday(day) % 6 === 0, false],
  ['the week before long holidays', (day) => around(day)?.phase === 'before', true],
  ['long holidays', (day) => around(day)?.phase === 'in', true],
  ['days 1–7 after', (day) => afterward(day, 1, 7), true],
  ['days 8–14 after', (day) => afterward(day, 8, 14), true],
]

function judge(counts: readonly number[], days: readonly number[]) {
  const settings = { ...HOUSE_DAILY, calendar: chinaCalendar }
  const result = house(
    { frequency: 365, observed: counts, dates: DATES },
    settings,
    days.map((day) => day + 1),
  )
  if (!result.ok) throw new Error(result.about)
  return result
}

const judged = (counts: readonly number[], days: readonly number[], usual: boolean): Judged[] => {
  const { logP, expected } = judge(counts, days)
  return days.map((day, index) => ({ day, usual, score: -(logP[index] ?? 0), expected: expected[index] ?? 0 }))
}

function scoresOf(run: DaysRun, counts: readonly number[], days: readonly number[]): Record<Method, number[]> {
  return {
    house: judge(counts, days).logP.map((logP) => -(logP ?? 0)),
    ...farringtonOnDays(counts, days),
    'knows the law': days.map((day) => surprise(run.law, run.mean[day] as number, counts[day] as number)),
  }
}
