import { LEVELS, type Level } from '../matter/level.ts'
import { present } from '../present.ts'
import { addDays, type Day, dayOf, daysBetween, endOfDay, type Instant, isDay, startOfDay } from '../time/time.ts'
import { COUNT_KEYS, type CountCell, type CountKey, type CountQuery, type FigureQuery } from './count-query.ts'
import { COUNTED, type Counted } from './count-row.ts'

/**
 * A query as it stands in an address, in days of China: `to` is the last day, and today where it is left out; `from` the first, else that
 * of the year of `to`. `asOf` is the last day of what was on record, where that is another one than `to`.
 */
export type CountRequest = {
  readonly by?: readonly CountKey[]
  readonly counted: readonly Counted[]
  readonly from?: Day
  readonly to?: Day
  readonly asOf?: Day
  readonly kinds?: readonly string[]
  readonly unit?: string
  readonly category?: string
  readonly place?: string
  readonly state?: string
  readonly level?: Level
  readonly key?: CountCell['key']
}

/** Keys at a time, and days from first to last. */
export const MOST_KEYS = 4
export const MOST_COUNTED_DAYS = 20 * 366
/** Cells of one answer; what is more is asked for in parts. */
export const MOST_CELLS = 20_000

/** The query that a request asks now. A day that is not over is counted until now. */
export function queryOf({ by = [], unit, key: _, ...request }: CountRequest, now: Instant): CountQuery {
  const { from, to = dayOf(now), asOf = to, ...rest } = request
  const end = endOfDay(to)
  const known = endOfDay(asOf)
  const at = known < now ? known : now
  return {
    ...rest,
    by,
    span: { from: startOfDay(from ?? `${to.slice(0, 4)}-01-01`), at },
    ...present({ unitId: unit, until: end < at ? end : undefined }),
  }
}

/** The figure that a request asks for now: of several things counted the first. */
export function figureOf(request: CountRequest, now: Instant): FigureQuery {
  const { counted, ...query } = queryOf(request, now)
  return { ...query, counted: [counted[0] ?? 'open'], key: request.key ?? {} }
}

/** The request for one cell of another: what stands behind its number. */
export const requestOfCell = (request: CountRequest, key: CountCell['key'], counted: Counted): CountRequest => {
  const { by: _, ...rest } = request
  return { ...rest, counted: [counted], key: { ...request.key, ...key } }
}

/** A request as the search part of an address. */
export function writeCountRequest(request: CountRequest): Record<string, string> {
  const { by, counted, kinds, key, ...plain } = request
  const texts = {
    ...plain,
    by: by?.join(','),
    counted: counted.join(','),
    kinds: kinds?.join(','),
    key: key && Object.entries(key).flatMap(([name, value]) => (value === undefined ? [] : [`${name}:${value}`])),
  }
  return Object.fromEntries(
    Object.entries(texts).flatMap(([name, value]) => {
      const text = Array.isArray(value) ? value.join(',') : value
      return typeof text === 'string' && text !== '' ? [[name, text]] : []
    }),
  )
}

/** Reads an address; what does not fit is left out, because people edit addresses. Undefined where nothing is counted. */
export function readCountRequest(given: Readonly<Record<string, unknown>>): CountRequest | undefined {
  const text = (name: string) => {
    const value = given[name]
    return typeof value === 'string' && value !== '' && value.length <= 400 ? value : undefined
  }
  const list = (name: string) => text(name)?.split(',')
  const day = (name: string) => {
    const value = text(name)
    return value !== undefined && isDay(value) ? value : undefined
  }
  const counted = COUNTED.filter((each) => list('counted')?.includes(each))
  if (counted.length === 0) return undefined
  const by = list('by')?.filter((each): each is CountKey => COUNT_KEYS.some((key) => key === each))
  const level = text('level')
  return {
    counted,
    ...present({
      by: by?.slice(0, MOST_KEYS),
      from: day('from'),
      to: day('to'),
      asOf: day('asOf'),
      kinds: list('kinds'),
      unit: text('unit'),
      category: text('category'),
      place: text('place'),
      state: text('state'),
      level: level !== undefined && level in LEVELS ? (level as Level) : undefined,
      key: readKey(list('key')),
    }),
  }
}

/** Keys with their values, as an address says them: `unit:dongpu,level:major`. */
export function readKey(parts: readonly string[] | undefined): CountCell['key'] | undefined {
  const entries = (parts ?? []).flatMap((part) => {
    const at = part.indexOf(':')
    const key = COUNT_KEYS.find((each) => each === part.slice(0, at))
    return key ? [[key, part.slice(at + 1)] as const] : []
  })
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

/** Whether the days of a request are in order and not too many. */
export function fitsDays({ from, to, asOf }: Pick<CountRequest, 'from' | 'to' | 'asOf'>, today: Day): boolean {
  const last = to ?? today
  const first = from ?? `${last.slice(0, 4)}-01-01`
  return first <= addDays(last, 1) && daysBetween(first, last) <= MOST_COUNTED_DAYS && (asOf ?? last) >= last
}
