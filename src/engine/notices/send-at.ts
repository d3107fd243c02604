import type { MailPreference } from '../../domain/notice/mail-preference.ts'
import { addMilliseconds, type Instant } from '../../domain/time/time.ts'

const MINUTE_MS = 60_000
const DAY_MINUTES = 1440
const CHINA_MINUTES = 480

/** When a notice of this instant goes out by mail: at once or with the daily mail, and never in the quiet hours. */
export function sendAt(preference: Omit<MailPreference, 'address'>, at: Instant): Instant {
  const { mode, digestAt, quietFrom, quietUntil } = preference
  const wished = mode === 'atOnce' ? at : nextAt(at, digestAt)
  if (quietFrom === undefined || quietUntil === undefined || !isWithin(minuteOf(wished), quietFrom, quietUntil))
    return wished
  return nextAt(wished, quietUntil)
}

const minuteOf = (at: Instant) => (Math.floor(Date.parse(at) / MINUTE_MS) + CHINA_MINUTES) % DAY_MINUTES

/** The next moment at which the day is so many minutes old; now when it is that minute. */
function nextAt(at: Instant, minute: number): Instant {
  const ahead = (minute - minuteOf(at) + DAY_MINUTES) % DAY_MINUTES
  if (ahead === 0) return at
  return addMilliseconds(at, ahead * MINUTE_MS - (Date.parse(at) % MINUTE_MS))
}

const isWithin = (minute: number, from: number, until: number) =>
  from <= until ? minute >= from && minute < until : minute >= from || minute < until
