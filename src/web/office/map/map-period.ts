import { periodAt, periodOf } from '../../../domain/bulletins/period.ts'
import { addDays, type Day } from '../../../domain/time/time.ts'

export const MAP_PERIODS = ['year', 'quarter', 'month', 'before', 'twelve', 'days'] as const
export type MapPeriod = (typeof MAP_PERIODS)[number]
export type Days = { readonly from: Day; readonly to: Day }

/** The days of a named period that are over, and today. */
export function daysOf(period: Exclude<MapPeriod, 'days'>, today: Day): Days {
  switch (period) {
    case 'year':
      return { from: `${today.slice(0, 4)}-01-01`, to: today }
    case 'twelve':
      return {
        from: addDays(`${Number(today.slice(0, 4)) - 1}${today.slice(4) === '-02-29' ? '-02-28' : today.slice(4)}`, 1),
        to: today,
      }
    case 'before': {
      const { from, to } = periodAt('before', periodOf('month', today))
      return { from, to }
    }
    default:
      return { from: periodOf(period, today).from, to: today }
  }
}

/** Which named period some days are, if any. */
export const periodNamed = (days: Days, today: Day): MapPeriod =>
  MAP_PERIODS.find((period) => {
    if (period === 'days') return true
    const { from, to } = daysOf(period, today)
    return from === days.from && to === days.to
  }) ?? 'days'
