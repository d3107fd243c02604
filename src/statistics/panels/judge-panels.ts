import type { Calendar } from '../../domain/time/calendar.ts'
import { dayAt } from '../../domain/time/day-number.ts'
import { housePanel, type PanelMember } from '../house/house-panel.ts'
import { HOUSE_DAILY, HOUSE_WEEKLY } from '../house/house-settings.ts'
import { mostOfSevenNights, type PanelCounts, type Span, weeksOf } from './panel-series.ts'

/** One judged day or week of a series. */
export type JudgedPoint = {
  readonly node: string
  readonly family: string
  readonly step: 'day' | 'week'
  /** First day of the week, or the day. */
  readonly first: number
  readonly observed: number
  readonly expected: number | null
  readonly upper: number | null
  readonly logP: number | null
}

export type PanelTask = {
  readonly counts: PanelCounts
  readonly span: Span
  /** Weeks end with this day, and it is the last one judged. */
  readonly end: number
  /** How many weeks back are judged; 1 is the latest alone. */
  readonly weeks: number
  /** Level of the upper bound. */
  readonly alpha: number
  readonly calendar?: Calendar
  /** Which nodes are alike: series of a family and of alike nodes share season and scatter. */
  readonly alike: (node: string) => string
  /** Leave out what cannot be an alarm, which saves its fit. */
  readonly unusualOnly?: true
  /** Weeks are judged by the most that any of their seven nights would have counted, not by what they end with. */
  readonly everyNight?: true
  /** Only these series. */
  readonly only?: (node: string, family: string) => boolean
}

/** One or two matters of a kind are never a burst, however rare the kind. */
export const LEAST_UNUSUAL = 3
/** Days are looked at where about one matter a week comes in: below that a day says less than its week. */
const DAILY_FROM = 60
/** Years of days looked back at: a fit of days costs twenty times that of weeks. */
const DAYS_BACK = 730

/** Judges weeks, and days where there are enough, of every series of the panels. */
export function judgePanels(task: PanelTask): JudgedPoint[] {
  return [...judgeWeeks(task), ...judgeDays(task)]
}

type Series = { readonly node: string; readonly family: string; readonly member: PanelMember }

function judgeWeeks(task: PanelTask): JudgedPoint[] {
  const { span, end } = task
  const days = end - span.from + 1
  const steps = Math.floor(days / 7)
  const first = end - 7 * steps + 1
  const dates = Array.from({ length: steps }, (_, week) => dayAt(first + 7 * week))
  const series = seriesOf(
    task,
    (daily) => ({ frequency: 52, observed: weeksOf(daily, days), dates }),
    task.everyNight ? (daily) => mostOfSevenNights(daily, days) : undefined,
  )
  const points = range(steps - task.weeks + 1, steps)
  return judged(task, series, points, 'week', (point) => first + 7 * (point - 1))
}

function judgeDays(task: PanelTask): JudgedPoint[] {
  const { span, end, weeks } = task
  const from = Math.max(span.from, end - DAYS_BACK - 7 * weeks + 1)
  const steps = end - from + 1
  const dates = Array.from({ length: steps }, (_, day) => dayAt(from + day))
  const year = Math.max(0, end - span.from + 1 - 365)
  const series = seriesOf(task, (daily) => {
    let lately = 0
    for (let day = year; day <= end - span.from; day++) lately += daily[day]!
    if (lately < DAILY_FROM) return undefined
    return { frequency: 365, observed: [...daily.subarray(from - span.from, end - span.from + 1)], dates }
  })
  const points = range(weeks === 1 ? steps : steps - 7 * weeks + 1, steps)
  return judged(task, series, points, 'day', (point) => from + point - 1)
}

const countAt = ({ series, judged: own }: PanelMember, point: number) => (own ?? series.observed)[point - 1] ?? 0

const range = (first: number, last: number) =>
  Array.from({ length: Math.max(last - Math.max(first, 1) + 1, 0) }, (_, at) => Math.max(first, 1) + at)

function seriesOf(
  task: PanelTask,
  of: (daily: Uint16Array) => PanelMember['series'] | undefined,
  judgedOf?: (daily: Uint16Array) => readonly number[],
): Series[] {
  return [...task.counts].flatMap(([family, nodes]) =>
    [...nodes].flatMap(([node, daily]) => {
      const series = of(daily)
      if (!series) return []
      const named = { id: `${family} ${node}`, pool: `${family} ${task.alike(node)}`, series }
      return [{ node, family, member: judgedOf ? { ...named, judged: judgedOf(daily) } : named }]
    }),
  )
}

function judged(
  task: PanelTask,
  series: readonly Series[],
  points: readonly number[],
  step: JudgedPoint['step'],
  firstDay: (point: number) => number,
): JudgedPoint[] {
  if (points.length === 0 || series.length === 0) return []
  const { alpha, calendar, unusualOnly, only } = task
  const settings = { ...(step === 'week' ? HOUSE_WEEKLY : HOUSE_DAILY), alpha, ...(calendar ? { calendar } : {}) }
  const names = new Map(series.map(({ member, ...name }) => [member.id, name]))
  const isAsked = (member: PanelMember, point: number) => {
    const { node = '', family = '' } = names.get(member.id) ?? {}
    if (only && !only(node, family)) return false
    return !unusualOnly || countAt(member, point) >= LEAST_UNUSUAL
  }
  const answers = housePanel(
    series.map(({ member }) => member),
    settings,
    points,
    isAsked,
  )
  return answers.flatMap(({ result }, index) => {
    const { node, family, member } = series[index]!
    return points.flatMap((point, place): JudgedPoint[] => {
      if (!isAsked(member, point)) return []
      const { expected, upperbound, logP } = result.ok ? result : { expected: [], upperbound: [], logP: [] }
      return [
        {
          node,
          family,
          step,
          first: firstDay(point),
          observed: countAt(member, point),
          expected: expected[place] ?? null,
          upper: upperbound[place] ?? null,
          logP: logP[place] ?? null,
        },
      ]
    })
  })
}
