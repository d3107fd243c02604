import type { ICalTemporalPlainDateTimeStub, ICalTemporalZonedDateTimeStub } from 'ical-generator'
import { CHINA_OFFSET_MS, type Instant } from '../../domain/time/time.ts'

export const CHINA_ZONE = 'Asia/Shanghai'

/** RFC 5545, 3.6.5. China has had no daylight saving since 1992; nothing in a calendar is older. */
export const VTIMEZONE = [
  'BEGIN:VTIMEZONE',
  `TZID:${CHINA_ZONE}`,
  'BEGIN:STANDARD',
  'DTSTART:19920101T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\n')

/**
 * An instant as a clock in China shows it, in the shape of `Temporal.ZonedDateTime` that the generator reads: what it makes of a plain
 * Date follows the zone of the machine.
 */
export function chinaTime(instant: Instant): ICalTemporalZonedDateTimeStub {
  const shown = new Date(Date.parse(instant) + CHINA_OFFSET_MS)
  const fields = {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
    second: shown.getUTCSeconds(),
  }
  const toJSON = () => instant
  const plain: ICalTemporalPlainDateTimeStub = {
    ...fields,
    toJSON,
    toPlainDate: () => ({ ...fields, toJSON }),
    toZonedDateTime: () => zoned,
  }
  const zoned: ICalTemporalZonedDateTimeStub = {
    ...fields,
    timeZoneId: CHINA_ZONE,
    toJSON,
    toPlainDateTime: () => plain,
    withTimeZone: () => zoned,
    toInstant: () => ({ epochMilliseconds: Date.parse(instant), toJSON, toZonedDateTimeISO: () => zoned }),
  }
  return zoned
}
