// The house detector's own level where counts are large, in enough series to be sure of it.
import { weekdayOf } from '../../../src/domain/time/day-number.ts'
import { chinaCalendar } from '../../../src/procedures/calendar/china-holidays.ts'
import { house } from '../../../src/statistics/house/house.ts'
import { HOUSE_DAILY } from '../../../src/statistics/house/house-settings.ts'
import { DATES, FIRST_DAY } from '../daily-world.ts'
import { markdown } from '../equal-rate.ts'
import type { ForeignPlan } from './days-report.ts'
import { daysRun } from './days-runs.ts'
import { AROUND } from './foreign-days.ts'
import { levelRow, type Point } from './own-level.ts'

/** Usual counts a day of the series drawn. */
const LEVELS = [45, 90] as const

type LargePoint = Point & { readonly day: number; readonly kind: string }

export function largeCountsReport({ series, seed }: ForeignPlan): string[] {
  const points: LargePoint[] = []
  for (let index = 0; index < series; index++) {
    const { counts, quiet, law } = daysRun(seed, index, LEVELS)
    const result = house(
      { frequency: 365, observed: counts, dates: DATES },
      { ...HOUSE_DAILY, calendar: chinaCalendar },
      quiet.map((day) => day + 1),
    )
    if (!result.ok) throw new Error(result.about)
    for (const [at, day] of quiet.entries())
      points.push({ day, kind: law.kind, score: -(result.logP[at] ?? 0), expected: result.expected[at] ?? 0 })
  }
  const large = points.filter(({ expected }) => expected > 50)
  const rows: readonly (readonly [string, (point: LargePoint) => boolean])[] = [
    ['above 50', () => true],
    ['above 50, negative binomial', ({ kind }) => kind === 'negative binomial'],
    ['above 50, log-normal', ({ kind }) => kind === 'log-normal'],
    ['above 50, Mondays', ({ day }) => weekdayOf(FIRST_DAY + day) === 1],
    ['above 50, weekends', ({ day }) => weekdayOf(FIRST_DAY + day) % 6 === 0],
    ['above 50, around long holidays', ({ day }) => (AROUND[day]?.long ?? 0) > 0.5],
  ]
  return [
    `### Foreign days with large counts: ${series} series of six years, ${points.length} quiet days`,
    '',
    ...markdown(
      ['days', 'at nominal 0.1 %', '0.5 %', '1 %'],
      [
        ...rows.map(([name, isIn]) => levelRow(name, large.filter(isIn))),
        levelRow(
          '10 to 50',
          points.filter(({ expected }) => expected > 10 && expected <= 50),
        ),
      ],
    ),
  ]
}
