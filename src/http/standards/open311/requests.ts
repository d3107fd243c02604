import type { Context } from 'hono'
import { getDefinition } from '../../../domain/procedure/definition.ts'
import { addMilliseconds, dayOf, type Instant, startOfDay } from '../../../domain/time/time.ts'
import { databaseFor } from '../../../storage/connection/connect.ts'
import { findPublicReport, listPublicReports, type PublicReport } from '../../../storage/open311/public-reports.ts'
import { readTrackedMatter } from '../../../storage/read/tracked-matter.ts'
import { getTenant } from '../../../storage/tenants/office-settings.ts'
import { readCode } from '../../public/code.ts'
import { findReport } from '../../public/find-report.ts'
import { categoryOptions, REPORT, reportProcedure } from '../../public/intake.ts'
import { promisedClock } from '../../public/promised-clock.ts'
import type { Env } from '../../request/env.ts'
import type { Fault, Said } from './answer.ts'
import { opaqueId, plainId } from './opaque-id.ts'
import { OPEN311_WORDS } from './words.ts'

const DAY_MS = 86_400_000
/** GeoReport: the last 90 days or 1,000 requests, whichever are fewer. */
const LONGEST_DAYS = 90
const MOST = 1000
/** W3C's subset of ISO 8601 with a time and its zone. */
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/

export type Asked =
  | { readonly fault: Fault }
  | { readonly ids: readonly string[] }
  | {
      readonly from: Instant
      readonly until: Instant
      readonly codes?: readonly string[]
      readonly done?: boolean
      readonly limit: number
      readonly offset: number
    }

/** What a list of requests is asked for; ids override everything else. */
export function readAsked(c: Context<Env>): Asked {
  const { now, locale } = c.var
  const fault = (code: number, said: { zh: string; en: string }) => ({ fault: { code, description: said[locale] } })
  const listed = (name: string) => c.req.query(name)?.split(',').slice(0, 100)
  const ids = listed('service_request_id')
  if (ids) return { ids }
  const [start, end] = [c.req.query('start_date'), c.req.query('end_date')]
  for (const date of [start, end])
    if (date && !(DATE.test(date) && Number.isFinite(Date.parse(date)) && date >= '1990' && date < '2100'))
      return fault(400, OPEN311_WORDS.badDate)
  const until = end ? instantOf(end) : start ? earlier(addDays(instantOf(start), LONGEST_DAYS), now) : now
  const from = start ? instantOf(start) : addDays(until, -LONGEST_DAYS)
  if (Date.parse(until) - Date.parse(from) > LONGEST_DAYS * DAY_MS) return fault(400, OPEN311_WORDS.badSpan)
  const statuses = listed('status') ?? []
  if (statuses.some((status) => status !== 'open' && status !== 'closed')) return fault(400, OPEN311_WORDS.badStatus)
  const [page, size] = [
    numberOf(c.req.query('page') ?? '1', 10_000),
    numberOf(c.req.query('page_size') ?? String(MOST), MOST),
  ]
  if (page === undefined || size === undefined) return fault(400, OPEN311_WORDS.badPage)
  const codes = listed('service_code')
  const [only] = new Set(statuses)
  return {
    from,
    until,
    ...(codes ? { codes } : {}),
    ...(only && new Set(statuses).size === 1 ? { done: only === 'closed' } : {}),
    limit: size,
    offset: (page - 1) * size,
  }
}

const instantOf = (date: string): Instant => new Date(date).toISOString()
const addDays = (at: Instant, days: number) => addMilliseconds(at, days * DAY_MS)
const earlier = (one: Instant, other: Instant) => (one < other ? one : other)
const numberOf = (text: string, most: number): number | undefined =>
  /^[1-9]\d{0,4}$/.test(text) && Number(text) <= most ? Number(text) : undefined

/** The requests that may be told of, as GeoReport says them. */
export async function listRequests(c: Context<Env>, asked: Exclude<Asked, { fault: Fault }>): Promise<readonly Said[]> {
  const { pool, publicTenant } = c.var.deps
  const db = databaseFor(pool, publicTenant)
  if ('ids' in asked) {
    const found = await Promise.all(asked.ids.map((id) => requestOf(c, id)))
    return found.flatMap((one) => one ?? [])
  }
  const { codes, ...filter } = asked
  const rows = await listPublicReports(db, publicTenant, REPORT, { ...filter, ...(codes ? { categories: codes } : {}) })
  const told = await telling(c)
  return rows.map((row) => told(row))
}

/** One request by the id of a list, or by the code of whoever reported it; undefined when there is none to tell of. */
export async function requestOf(c: Context<Env>, id: string): Promise<Said | undefined> {
  const { deps } = c.var
  if (readCode(id) !== undefined && id.length <= 14) return byCode(c, id)
  const plain = plainId(deps.keys, id)
  const db = databaseFor(deps.pool, deps.publicTenant)
  const row = plain && (await findPublicReport(db, deps.publicTenant, REPORT, plain))
  return row ? (await telling(c))(row) : undefined
}

/** Says one report of a list: its day and not its minute, its township and not its place, and nothing that somebody wrote. */
async function telling(c: Context<Env>): Promise<(row: PublicReport) => Said> {
  const { deps, locale, now } = c.var
  const rulebook = await deps.rulebooks.of(deps.publicTenant)
  const office = await getTenant(databaseFor(deps.pool, deps.publicTenant), deps.publicTenant)
  const names = new Map(
    categoryOptions(reportProcedure(rulebook, now), locale).map(({ value, label }) => [value, label]),
  )
  const areas = new Map(Object.values(rulebook.directory.units).map((unit) => [unit.path, unit]))
  return (row) => {
    const definition = rulebook.procedures.find(({ id, version }) => id === REPORT && version === row.version)
    const area = row.area ? areas.get(row.area) : undefined
    return {
      service_request_id: opaqueId(deps.keys, row.id),
      status: row.done ? 'closed' : 'open',
      status_notes: definition?.states[row.state]?.public?.[locale] ?? null,
      service_name: names.get(row.category) ?? definition?.categories[row.category]?.[locale] ?? row.category,
      service_code: row.category,
      description: null,
      agency_responsible: office.name[locale],
      service_notice: null,
      requested_datetime: inChina(startOfDay(dayOf(row.openedAt))),
      updated_datetime: inChina(startOfDay(dayOf(row.updatedAt))),
      expected_datetime: null,
      address: area?.name[locale] ?? null,
      address_id: area?.id ?? null,
      zipcode: null,
      lat: null,
      long: null,
      media_url: null,
    }
  }
}

/** Whoever has the code of a report is told how it stands and by when they hear; the page of the report says the rest. */
async function byCode(c: Context<Env>, typed: string): Promise<Said | undefined> {
  const { deps, locale } = c.var
  const db = databaseFor(deps.pool, deps.publicTenant)
  const id = await findReport(c, typed)
  const tracked = id && (await readTrackedMatter(db, deps.publicTenant, id))
  if (!tracked) return undefined
  const { matter, events } = tracked.report
  const { procedures } = await deps.rulebooks.of(deps.publicTenant)
  const definition = getDefinition(procedures, matter)
  const clock = promisedClock(matter, definition)
  const office = await getTenant(db, deps.publicTenant)
  return {
    service_request_id: readCode(typed) ?? typed,
    status: matter.group === 'done' ? 'closed' : 'open',
    status_notes: definition.states[matter.state]?.public?.[locale] ?? null,
    service_name: definition.categories[matter.category ?? '']?.[locale] ?? null,
    service_code: matter.category ?? '',
    description: null,
    agency_responsible: office.name[locale],
    service_notice: `${deps.baseUrl}/t/${readCode(typed)}`,
    requested_datetime: inChina(matter.openedAt),
    updated_datetime: inChina(events.at(-1)?.event.at ?? matter.openedAt),
    expected_datetime: clock ? inChina(clock.dueAt) : null,
    address: null,
    address_id: null,
    zipcode: null,
    lat: null,
    long: null,
    media_url: null,
  }
}

/** An instant with China's offset, to the second. */
const inChina = (at: Instant): string => `${new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`
