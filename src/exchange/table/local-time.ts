import type { Day, Instant } from '../../domain/time/time.ts'

/** Parts of a time format and how many digits each takes. */
const PARTS = { yyyy: 4, MM: 2, dd: 2, HH: 2, mm: 2, ss: 2 } as const
type Part = keyof typeof PARTS

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** `day` is the date as it is written, whatever the zone. */
export type TimeReader = (text: string) => { readonly at: Instant; readonly day: Day } | undefined

/**
 * Reads local times of one zone in one format (`yyyy-MM-dd HH:mm:ss`; `M`, `d` and `H` take one or two digits) as
 * instants. Undefined for a text that is no such time. A time that the change to summer time skips is taken an hour
 * later; of one that comes twice, the first.
 * @throws RangeError when the zone is not known or the format has no year, month and day
 */
export function createTimeReader(zone: string, format: string): TimeReader {
  const { pattern, parts } = compile(format)
  const clock = createLocalClock(zone)
  const at = (part: string) => parts.indexOf(part) + 1
  const [year, month, date, hour, minute, second] = [at('y'), at('M'), at('d'), at('H'), at('m'), at('s')]
  return (text) => {
    const found = pattern.exec(text.trim())
    if (!found) return undefined
    const number = (index: number) => (index === 0 ? 0 : Number(found[index]))
    return clock(number(year), number(month), number(date), number(hour), number(minute), number(second))
  }
}

/** What a clock on a wall of a zone shows, as an instant; undefined for what no clock shows. */
export type LocalClock = (
  year: number,
  month: number,
  date: number,
  hour: number,
  minute: number,
  second: number,
) => ReturnType<TimeReader>

/** @throws RangeError when the zone is not known */
export function createLocalClock(zone: string): LocalClock {
  const dayOf = createDays(zone)
  return (year, month, date, h, m, s) => {
    const day = dayOf(year, month, date)
    if (!day || h > 23 || m > 59 || s > 59) return undefined
    const local = day.startMs + (h * 60 + m) * MINUTE_MS + s * 1000
    return { at: new Date(local - day.offset(local)).toISOString(), day: day.name }
  }
}

function compile(format: string): { pattern: RegExp; parts: string[] } {
  const parts: string[] = []
  const source = format.replace(/yyyy|MM?|dd?|HH?|mm|ss|[^a-zA-Z]|[a-zA-Z]/g, (token) => {
    if (token === 'T' || !/[a-zA-Z]/.test(token)) return token.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    if (token.length === 1 && !/[MdH]/.test(token)) throw new RangeError(`a time format has no part "${token}"`)
    parts.push(token[0] ?? '')
    return token.length === 1 ? '(\\d{1,2})' : `(\\d{${PARTS[token as Part]}})`
  })
  for (const needed of ['y', 'M', 'd'])
    if (!parts.includes(needed)) throw new RangeError('a time format needs yyyy, MM and dd')
  return { pattern: new RegExp(`^${source}$`), parts }
}

/** A calendar day in a zone: its start as if it were UTC, and how far local times of the day are from UTC. */
type LocalDay = { readonly name: Day; readonly startMs: number; readonly offset: (localMs: number) => number }

/** Days of a zone, each looked up once: asking the calendar library for every row would halve an import. */
function createDays(zone: string): (year: number, month: number, date: number) => LocalDay | undefined {
  const offsetAt = createOffsets(zone)
  const known = new Map<number, LocalDay | undefined>()
  return (year, month, date) => {
    const key = (year * 100 + month) * 100 + date
    if (known.has(key)) return known.get(key)
    const day = localDay(year, month, date, offsetAt)
    known.set(key, day)
    return day
  }
}

function localDay(year: number, month: number, date: number, offsetAt: Offsets): LocalDay | undefined {
  const startMs = Date.UTC(year, month - 1, date)
  const start = new Date(startMs)
  if (year < 1900 || month > 12 || start.getUTCMonth() !== month - 1 || start.getUTCDate() !== date) return undefined
  const before = offsetAt(startMs - DAY_MS)
  const after = offsetAt(startMs + 2 * DAY_MS)
  const name = start.toISOString().slice(0, 10)
  if (before === after) return { name, startMs, offset: () => before }
  // Near a change both offsets may fit (the hour comes twice: the earlier wins) or neither (it is skipped).
  return {
    name,
    startMs,
    offset: (local) => [before, after].find((offset) => offsetAt(local - offset) === offset) ?? before,
  }
}

type Offsets = (utcMs: number) => number

/** The zone's distance from UTC at an instant. */
function createOffsets(zone: string): Offsets {
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  return (utcMs) => {
    const parts = Object.fromEntries(formatter.formatToParts(utcMs).map(({ type, value }) => [type, Number(value)]))
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
    return Date.UTC(year, month - 1, day, hour, minute, second) - utcMs
  }
}
