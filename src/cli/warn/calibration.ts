import type { Calendar } from '../../domain/time/calendar.ts'
import { dayAt, dayNumber, weekdayOf } from '../../domain/time/day-number.ts'
import type { Locale } from '../../domain/wording/text.ts'
import { calibrationReport, type JudgedPoint, type RealisedLevel } from '../../statistics/budget-report.ts'
import { tableLines } from '../shell/display-width.ts'
import type { PartAnswer } from './judge-part.ts'
import type { SeriesTable } from './read-series.ts'

/** What became of nominal levels on the points a panel was tried on. */
export function calibrationOf(
  table: SeriesTable,
  answers: readonly PartAnswer[],
  past: readonly number[],
  calendar: Calendar | undefined,
): readonly RealisedLevel[] {
  const marks = past.map((point) => dayMarks(table, table.dates[point - 1] as string, calendar))
  const points = answers.flatMap(({ logP, expected }) =>
    past.flatMap((_, index): JudgedPoint[] => {
      const value = logP[index]
      return typeof value === 'number' ? [{ logP: value, expected: expected[index] ?? 0, ...marks[index] }] : []
    }),
  )
  return calibrationReport(points)
}

function dayMarks({ frequency }: SeriesTable, date: string, calendar: Calendar | undefined) {
  if (frequency !== 365) return {}
  const day = dayNumber(date)
  const since = calendar ? daysSinceHoliday(calendar, day) : undefined
  return { weekday: weekdayOf(day), ...(since === undefined ? {} : { daysAfterHoliday: since }) }
}

const LOOKED_BACK = 14

function daysSinceHoliday(calendar: Calendar, day: number): number | undefined {
  const off = (number: number) => calendar.days[dayAt(number)]?.off === true
  if (off(day)) return undefined
  for (let back = 1; back <= LOOKED_BACK; back++) if (off(day - back)) return back
  return undefined
}

const WORDS = {
  zh: {
    title: '水平是否守得住（在自己的过去上）',
    head: ['范围', '点数', '名义 %', '实际 %', '95% 区间'],
    all: '全部',
    after: '节后两周',
    size: '预期',
    week: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  },
  en: {
    title: 'Nominal against realised level, on its own past',
    head: ['among', 'points', 'nominal %', 'realised %', '95 % interval'],
    all: 'all',
    after: 'two weeks after holidays',
    size: 'expected',
    week: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  },
} as const

/** The report as a table for people. */
export function calibrationTable(report: readonly RealisedLevel[], locale: Locale): string[] {
  const words = WORDS[locale]
  const rows = report.map(({ group, points, nominal, realised, interval: [low, high] }) => [
    groupName(group, locale),
    String(points),
    String(100 * nominal),
    (100 * realised).toFixed(2),
    `${(100 * low).toFixed(2)}–${(100 * high).toFixed(2)}`,
  ])
  return [words.title, ...tableLines([[...words.head], ...rows])]
}

function groupName(group: string, locale: Locale): string {
  const words = WORDS[locale]
  if (group === 'all') return words.all
  if (group === 'after-holiday') return words.after
  if (group.startsWith('weekday-')) return words.week[Number(group.slice('weekday-'.length))] ?? group
  const [, from, to] = /^size-(.+)-to-(.+)$/.exec(group) ?? []
  return to === undefined ? `${words.size} ≥ ${group.slice('size-from-'.length)}` : `${words.size} ${from}–${to}`
}
