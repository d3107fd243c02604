import fc from 'fast-check'
import nodeIcal, { type VEvent } from 'node-ical'
import { convertIcsCalendar } from 'ts-ics'
import { describe, expect, test } from 'vitest'
import type { CalendarEntry } from '../../domain/outward/calendar-entry.ts'
import { startOfDay } from '../../domain/time/time.ts'
import { writeCalendar } from './write-calendar.ts'

const limit: CalendarEntry = {
  uid: '0123456789abcdef0123456789abcdef@anlan.example.cn',
  sequence: 7,
  changedAt: '2026-03-02T01:00:00.000Z',
  title: '隐患 YH-2026-0417：整改到期',
  when: { day: '2026-03-20' },
  link: 'https://anlan.example.cn/matters/0195',
  cancelled: false,
  busy: false,
}
const hearing: CalendarEntry = {
  ...limit,
  uid: 'fedcba9876543210fedcba9876543210@anlan.example.cn',
  title: '案件 AJ-2026-0003：开庭',
  when: { from: '2026-03-10T01:30:00.000Z', until: '2026-03-10T03:30:00.000Z' },
  place: '第一法庭；二楼,东侧\\过道',
  busy: true,
}

/** What a calendar shows, as one parser and the other read it. */
type Read = {
  readonly uid: string
  readonly sequence: number
  readonly title: string
  readonly from: string
  readonly until: string
  readonly place: string
  readonly link: string
  readonly status: string
  readonly stamp: string
  readonly changed: string
}
const iso = (date: Date | undefined) => date?.toISOString() ?? ''

function byNodeIcal(file: string): Read[] {
  const events = Object.values(nodeIcal.sync.parseICS(file)).filter((each) => each?.type === 'VEVENT') as VEvent[]
  return sorted(
    events.map((event) => ({
      uid: event.uid,
      sequence: Number(event.sequence),
      title: plain(event.summary),
      // A whole day is midnight of this machine to it.
      from: event.datetype === 'date' ? dayAs(event.start) : iso(event.start),
      until: event.datetype === 'date' ? dayAs(event.end as Date) : iso(event.end),
      place: plain(event.location),
      link: plain(event.url),
      status: String(event.status),
      stamp: iso(event.dtstamp),
      changed: iso(event.lastmodified),
    })),
  )
}
/** A property that has parameters comes as an object. */
const plain = (value: unknown) =>
  typeof value === 'object' && value !== null && 'val' in value ? String(value.val) : String(value ?? '')
const dayAs = (date: Date) =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`

function byTsIcs(file: string): Read[] {
  const { events = [] } = convertIcsCalendar(undefined, file)
  return sorted(
    events.map((event) => ({
      uid: event.uid,
      sequence: event.sequence ?? 0,
      title: event.summary,
      from: event.start.type === 'DATE' ? iso(event.start.date).slice(0, 10) : iso(event.start.date),
      until: event.end?.type === 'DATE' ? iso(event.end.date).slice(0, 10) : iso(event.end?.date),
      place: event.location ?? '',
      link: event.url ?? '',
      status: event.status ?? '',
      stamp: iso(event.stamp.date),
      changed: iso(event.lastModified?.date),
    })),
  )
}
const sorted = (all: Read[]) => all.sort((a, b) => (a.uid < b.uid ? -1 : 1))

function asMeant({ uid, sequence, title, when, place = '', link, cancelled, changedAt }: CalendarEntry): Read {
  const next = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  return {
    uid,
    sequence,
    title,
    ...('day' in when ? { from: when.day, until: next(when.day) } : when),
    place,
    link,
    status: cancelled ? 'CANCELLED' : 'CONFIRMED',
    stamp: changedAt,
    changed: changedAt,
  }
}

describe('a calendar file', () => {
  test('says of a day that it is a day, and of a minute when it is in China', () => {
    const file = writeCalendar('安澜', [limit, hearing, { ...limit, uid: 'x@y', cancelled: true }])
    for (const line of [
      'DTSTART;VALUE=DATE:20260320',
      'DTEND;VALUE=DATE:20260321',
      'DTSTART;TZID=Asia/Shanghai:20260310T093000',
      'DTSTAMP:20260302T010000Z',
      'LAST-MODIFIED:20260302T010000Z',
      'TZOFFSETTO:+0800',
      'STATUS:CANCELLED',
      'TRANSP:OPAQUE',
      'NAME:安澜',
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'LOCATION:第一法庭；二楼\\,东侧\\\\过道',
    ])
      expect(file.split('\r\n')).toContain(line)
    expect(file).not.toContain('METHOD')
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
  })

  test('has no line of more than 75 octets, and no letter is cut', () => {
    const long = '督办事项一件接一件需要按时办结'.repeat(12)
    const file = writeCalendar('安澜', [{ ...limit, title: long, place: `${long}😀${long}` }])
    const lines = file.split('\r\n')
    expect(lines.every((line) => Buffer.byteLength(line) <= 75 && !line.includes('\uFFFD'))).toBe(true)
    expect(file.replaceAll('\r\n ', '')).toContain(long)
    expect(byTsIcs(file)[0]?.title).toBe(long)
  })

  test('is the same bytes for the same entries', () => {
    expect(writeCalendar('安澜', [limit, hearing])).toBe(writeCalendar('安澜', [limit, hearing]))
  })

  test('without entries is a calendar all the same', () => {
    expect(byTsIcs(writeCalendar('安澜', []))).toEqual([])
  })

  test('is read alike by two parsers, entry by entry, whatever stands in it', () => {
    const moment = fc
      .integer({ min: Date.parse('1995-01-01T00:00:00Z') / 60_000, max: Date.parse('2090-01-01T00:00:00Z') / 60_000 })
      .map((minutes) => new Date(minutes * 60_000).toISOString())
    const when = fc.oneof(
      moment.map((at) => ({ day: at.slice(0, 10) })),
      fc.tuple(moment, fc.integer({ min: 1, max: 20_000 })).map(([from, minutes]) => ({
        from,
        until: new Date(Date.parse(from) + minutes * 60_000).toISOString(),
      })),
    )
    const words = fc
      .array(fc.constantFrom('整改', '到期', ' ', ',', ';', '\\', ':', '"', '😀', 'Due', '“', '：', '%2C'), {
        minLength: 1,
        maxLength: 40,
      })
      .map((parts) => `事${parts.join('')}完`)
    const entry = fc.record({
      uid: fc.uuid().map((id) => `${id}@anlan.example.cn`),
      sequence: fc.nat({ max: 9999 }),
      changedAt: moment,
      title: words,
      when,
      place: words,
      link: fc.uuid().map((id) => `https://anlan.example.cn/matters/${id}`),
      cancelled: fc.boolean(),
      busy: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.uniqueArray(entry, { maxLength: 8, selector: ({ uid }) => uid }), (entries) => {
        const file = writeCalendar('安澜', entries)
        const meant = sorted(entries.map(asMeant))
        expect(byTsIcs(file)).toEqual(meant)
        expect(byNodeIcal(file)).toEqual(meant)
      }),
      { numRuns: 40 },
    )
  })

  test('counts days as China does: the last minute of a day is that day', () => {
    const from = startOfDay('2026-03-10')
    const file = writeCalendar('安澜', [{ ...hearing, when: { from, until: '2026-03-10T15:59:00.000Z' } }])
    expect(file).toContain('DTSTART;TZID=Asia/Shanghai:20260310T000000')
    expect(file).toContain('DTEND;TZID=Asia/Shanghai:20260310T235900')
  })
})
