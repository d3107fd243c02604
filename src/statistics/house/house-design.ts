import { type DayNumber, weekdayOf } from '../../domain/time/day-number.ts'
import { DAY_MARKS, type MarkedDay, markedDays } from './holiday-block.ts'
import type { HouseSettings, HouseSpread } from './house-settings.ts'
import { type SparseRows, sparseRows } from './sparse-rows.ts'

/** The columns of the regression for every step of a series, the same for all series over the same steps. */
export type HouseDesign = {
  readonly steps: number
  readonly p: number
  /** By rows. */
  readonly x: Float64Array
  readonly rows: SparseRows
  /** Which prior spread a column has. */
  readonly part: readonly (keyof HouseSpread)[]
  /** For days which weekday a row goes by, 0 being Sunday; -1 where it goes by none. */
  readonly weekday: Int8Array
  /** Which share of a step lies in or around a long holiday. */
  readonly festive: Float64Array
}

/** When the steps are: their number a year, and the day of each (or of each week's first day) where it is known. */
export type HouseSteps = {
  readonly frequency: number
  readonly steps: number
  readonly days?: readonly DayNumber[]
  /** The step at which the level is read off, the first unless said: there the trend is 0. */
  readonly origin?: number
}

const DAYS_A_YEAR = 365.2425
const MONDAY = 1
const SUNDAY = 0

/** Level, trend, harmonics, weekdays and holidays as columns. */
export function houseDesign(when: HouseSteps, settings: HouseSettings): HouseDesign {
  const daily = when.frequency === 365
  const harmonics = Math.min(settings.harmonics, Math.floor((when.frequency - 1) / 2))
  const marked = settings.calendar && when.days ? markedDays(settings.calendar) : undefined
  const part: (keyof HouseSpread)[] = ['level', 'trend', ...Array<'season'>(2 * harmonics).fill('season')]
  if (daily) part.push(...Array<'weekday'>(6).fill('weekday'))
  if (marked) part.push(...Array<'holiday'>(DAY_MARKS.length).fill('holiday'))
  const p = part.length
  const x = new Float64Array(when.steps * p)
  const weekday = new Int8Array(when.steps).fill(-1)
  const festive = new Float64Array(when.steps)
  for (let i = 0; i < when.steps; i++) {
    const row = x.subarray(i * p, (i + 1) * p)
    row[0] = 1
    row[1] = (i - (when.origin ?? 0)) / when.frequency
    season(row, yearsOf(when, i), harmonics)
    const days = daysOf(when, i, daily)
    if (daily) weekday[i] = weekdayLike(days[0]!, marked?.get(days[0]!))
    for (const day of days) if (marked?.get(day)?.festive) festive[i] = festive[i]! + 1 / days.length
    for (const day of days) addDay(row, 2 + 2 * harmonics, { day, daily, marked: marked?.get(day) }, 1 / days.length)
  }
  return { steps: when.steps, p, x, rows: sparseRows(x, p), part, weekday, festive }
}

const yearsOf = ({ frequency, days }: HouseSteps, index: number) =>
  days ? (days[index] as number) / DAYS_A_YEAR : (index + 1) / frequency

/** The days a step covers; without dates the first step counts as a Monday. */
function daysOf({ days, frequency }: HouseSteps, index: number, daily: boolean): readonly DayNumber[] {
  if (daily) return [days ? (days[index] as number) : index + 4]
  if (!days || frequency !== 52) return []
  return Array.from({ length: 7 }, (_, offset) => (days[index] as number) + offset)
}

function season(row: Float64Array, years: number, harmonics: number): void {
  for (let s = 1; s <= harmonics; s++) {
    row[2 * s] = Math.cos(2 * Math.PI * s * years)
    row[2 * s + 1] = Math.sin(2 * Math.PI * s * years)
  }
}

/** Days off and make-up days say nothing of the weekday they fall on. */
const weekdayLike = (day: DayNumber, marked: MarkedDay | undefined) =>
  marked?.off || marked?.makeUp ? -1 : weekdayOf(day)

type OneDay = { readonly day: DayNumber; readonly daily: boolean; readonly marked: MarkedDay | undefined }

/** A day off starts from Sunday's level and a make-up day from that of the working days; their own columns say the rest. */
function addDay(row: Float64Array, at: number, { day, daily, marked }: OneDay, share: number): void {
  if (daily) {
    if (marked?.makeUp) for (let weekday = MONDAY; weekday <= 5; weekday++) addWeekday(row, at, weekday, 1 / 5)
    else addWeekday(row, at, marked?.off ? SUNDAY : weekdayOf(day), 1)
  }
  for (const [mark, value] of marked?.marks ?? []) {
    const column = at + (daily ? 6 : 0) + DAY_MARKS.indexOf(mark)
    row[column] = (row[column] as number) + share * value
  }
}

/** Effect coding: Monday to Saturday have a column, Sunday is minus their sum, so that all are drawn alike to none. */
function addWeekday(row: Float64Array, at: number, weekday: number, share: number): void {
  if (weekday !== SUNDAY) row[at + weekday - 1] = (row[at + weekday - 1] as number) + share
  else for (let column = at; column < at + 6; column++) row[column] = (row[column] as number) - share
}
