import type { CountSpan } from '../counts/count-row.ts'
import { addDays, addMilliseconds, type Day, daysBetween, endOfDay, type Instant, startOfDay } from '../time/time.ts'
import { type Text, text } from '../wording/text.ts'

/** What a bulletin is about, both days included. */
export type BulletinPeriod = { readonly kind: 'month' | 'quarter' | 'days'; readonly from: Day; readonly to: Day }
export const PERIOD_KINDS = ['month', 'quarter', 'days'] as const

/** The period itself, the one just before, and the same a year earlier. */
export const SIDES = ['now', 'before', 'year'] as const
export type Side = (typeof SIDES)[number]

/** Longest period of days of one's own. */
export const MOST_DAYS = 366
/** Months of the line, with the one of the period's last day. */
export const LINE_MONTHS = 13

const MONTHS = { month: 1, quarter: 3 } as const

/** The month or quarter that a day lies in. */
export function periodOf(kind: 'month' | 'quarter', day: Day): BulletinPeriod {
  const month = Number(day.slice(5, 7)) - 1
  const length = MONTHS[kind]
  return ofMonths(kind, Number(day.slice(0, 4)) * 12 + month - (month % length))
}

/** A period as it should be: whole months and quarters, and days in their order. Undefined when it is none. */
export function checkedPeriod(period: BulletinPeriod): BulletinPeriod | undefined {
  const { kind, from, to } = period
  if (kind !== 'days') {
    const whole = periodOf(kind, from)
    return whole.from === from && whole.to === to ? whole : undefined
  }
  return to >= from && daysBetween(from, to) < MOST_DAYS ? period : undefined
}

/** The period that another is compared with. */
export function periodAt(side: Side, period: BulletinPeriod): BulletinPeriod {
  if (side === 'now') return period
  const { kind, from, to } = period
  if (kind !== 'days') {
    const first = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1
    return ofMonths(kind, first - (side === 'year' ? 12 : MONTHS[kind]))
  }
  if (side === 'year') return { kind, from: yearEarlier(from), to: yearEarlier(to) }
  return { kind, from: addDays(from, -1 - daysBetween(from, to)), to: addDays(from, -1) }
}

/**
 * What each side counts. A period that is not over is counted up to now, and those it is compared with just as far: the first
 * ten days of a month beside the first ten days of the last.
 */
export function spansOf(period: BulletinPeriod, now: Instant): Readonly<Record<Side, CountSpan>> {
  const whole = endOfDay(period.to) <= now
  const run = Math.max(0, Date.parse(now) - Date.parse(startOfDay(period.from)))
  const span = (side: Side): CountSpan => {
    const { from, to } = periodAt(side, period)
    const end = endOfDay(to)
    const part = addMilliseconds(startOfDay(from), run)
    return { from: startOfDay(from), at: whole || part > end ? end : part }
  }
  return { now: span('now'), before: span('before'), year: span('year') }
}

/** The months of the line, the last one that in which the period ends. */
export function lineMonths({ to }: BulletinPeriod): string[] {
  const last = Number(to.slice(0, 4)) * 12 + Number(to.slice(5, 7)) - 1
  return Array.from({ length: LINE_MONTHS }, (_, at) => monthText(last - LINE_MONTHS + 1 + at))
}

export function periodText({ kind, from, to }: BulletinPeriod): Text {
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))]
  if (kind === 'month') return text(`${year}年${month}月`, from.slice(0, 7))
  if (kind === 'quarter') {
    const quarter = Math.ceil(month / 3)
    return text(`${year}年第${'一二三四'[quarter - 1]}季度`, `${year} Q${quarter}`)
  }
  return text(`${day(from)}至${day(to)}`, `${from} to ${to}`)
}

const day = (each: Day) => `${Number(each.slice(0, 4))}年${Number(each.slice(5, 7))}月${Number(each.slice(8))}日`

const monthText = (months: number) => `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`

const ofMonths = (kind: 'month' | 'quarter', first: number): BulletinPeriod => ({
  kind,
  from: `${monthText(first)}-01`,
  to: addDays(`${monthText(first + MONTHS[kind])}-01`, -1),
})

/** 29 February has none a year earlier: the 28th stands for it. */
const yearEarlier = (each: Day): Day => {
  const moved = `${Number(each.slice(0, 4)) - 1}${each.slice(4)}`
  return moved.endsWith('-02-29') ? moved.replace(/29$/, '28') : moved
}
