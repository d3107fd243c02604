import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import type { CalendarEntry } from '../../domain/outward/calendar-entry.ts'
import { addDays } from '../../domain/time/time.ts'
import { CHINA_ZONE, chinaTime, VTIMEZONE } from './china-time.ts'

/** How often a calendar should ask again. */
const REFRESH_SECONDS = 3600

/**
 * An iCalendar file (RFC 5545, with the name and refresh of RFC 7986). Without METHOD: it is read, nobody is invited. DTSTAMP is when
 * the matter changed, as it must be without METHOD, so that the same entries are the same bytes.
 */
export function writeCalendar(name: string, entries: readonly CalendarEntry[]): string {
  const calendar = ical({
    prodId: { company: 'Anlan', product: 'Anlan calendar', language: 'ZH' },
    name,
    scale: 'GREGORIAN',
    ttl: REFRESH_SECONDS,
    // No zone of the whole: the generator would write DTSTAMP in it, and that is UTC by 3.8.7.2.
    timezone: { name: null, generator: () => VTIMEZONE },
    events: entries.map(eventOf),
  })
  return `${calendar.toString()}\r\n`
}

function eventOf({ uid, sequence, changedAt, title, when, place, link, cancelled, busy }: CalendarEntry) {
  return {
    id: uid,
    sequence,
    stamp: new Date(changedAt),
    lastModified: new Date(changedAt),
    summary: title,
    url: link,
    ...(place ? { location: place } : {}),
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: busy && !cancelled ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    ...('day' in when
      ? { allDay: true, start: midnight(when.day), end: midnight(addDays(when.day, 1)) }
      : { timezone: CHINA_ZONE, start: chinaTime(when.from), end: chinaTime(when.until) }),
  }
}

/** A day has no zone: the generator reads one off a Date in UTC. */
const midnight = (day: string) => new Date(`${day}T00:00:00Z`)
