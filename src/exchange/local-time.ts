import type { Day, Instant } from '../domain/time.ts'

/** Parts of a time format and how many digits each takes. */
const PARTS = { yyyy: 4, MM: 2, dd: 2, HH: 2, mm: 2, ss: 2 } as const
type Part = keyof typeof PARTS

const HOUR_MS = 3_600_000

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
  const offsetAt = createOffsets(zone)
  return (text) => {
    const found = pattern.exec(text.trim())
    if (!found) return undefined
    const read: Partial<Record<string, number>> = {}
    for (const [index, part] of parts.entries()) read[part] = Number(found[index + 1])
    const { y = 0, M = 1, d = 1, H = 0, m = 0, s = 0 } = read
    const local = Date.UTC(y, M - 1, d, H, m, s)
    const day = new Date(local)
    if (y < 1900 || M > 12 || day.getUTCMonth() !== M - 1 || day.getUTCDate() !== d || H > 23 || m > 59 || s > 59)
      return undefined
    return { at: new Date(toUtc(local, offsetAt)).toISOString(), day: day.toISOString().slice(0, 10) }
  }
}

function compile(format: string): { pattern: RegExp; parts: string[] } {
  const parts: string[] = []
  const source = format.replace(/yyyy|MM?|dd?|HH?|mm|ss|[^a-zA-Z]|[a-zA-Z]/g, (token) => {
    if (token.length === 1 && !/[MdH]/.test(token)) {
      if (token === 'T') return 'T'
      if (/[a-zA-Z]/.test(token)) throw new RangeError(`a time format has no part "${token}"`)
      return token.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    }
    parts.push(token[0] === 'M' ? 'M' : (token[0] ?? ''))
    return token.length === 1 ? '(\\d{1,2})' : `(\\d{${PARTS[token as Part]}})`
  })
  for (const needed of ['y', 'M', 'd'])
    if (!parts.includes(needed)) throw new RangeError('a time format needs yyyy, MM and dd')
  return { pattern: new RegExp(`^${source}$`), parts }
}

type Offsets = (utcMs: number) => number

/** The zone's distance from UTC. Asked of the calendar library once for each quarter of an hour: asking is slow. */
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
  const known = new Map<number, number>()
  return (utcMs) => {
    const slot = Math.floor(utcMs / (HOUR_MS / 4))
    const offset = known.get(slot) ?? offsetOf(formatter, slot * (HOUR_MS / 4))
    known.set(slot, offset)
    return offset
  }
}

function offsetOf(formatter: Intl.DateTimeFormat, utcMs: number): number {
  const parts = Object.fromEntries(formatter.formatToParts(utcMs).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - utcMs
}

function toUtc(local: number, offsetAt: Offsets): number {
  const before = offsetAt(local - 24 * HOUR_MS)
  const after = offsetAt(local + 24 * HOUR_MS)
  for (const offset of [before, after]) if (offsetAt(local - offset) === offset) return local - offset
  return local - before
}
