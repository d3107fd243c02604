import type { Pool } from 'pg'
import { withOwnCategories } from '../../domain/procedure/own-categories.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import type { Calendar } from '../../domain/time/calendar.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { OfficeSettings } from '../../domain/unit/office-settings.ts'
import { isNow, type StandIn } from '../../domain/unit/stand-in.ts'
import type { Directory, Office, Post, Unit } from '../../domain/unit/unit.ts'
import { withOverrides } from '../../engine/time/calendar.ts'
import { ownLengthFault } from '../../engine/time/own-length.ts'
import { withTenant } from '../connection/connect.ts'
import { settingsOf } from '../tenants/office-settings.ts'

/** The rule book of each tenant: the program's procedures and calendar with the tenant's own units, days and lengths. */
export type Rulebooks = {
  readonly of: (tenant: string) => Promise<Rulebook>
  /** Makes the next decision read units, posts and settings again. Call it after changing them. */
  readonly forget: (tenant: string) => void
  readonly procedures: readonly Procedure[]
  /** The program's calendar, without the days of any office. */
  readonly calendar: Calendar
}

/** How long units and settings are believed before they are read again, for servers that share one database. */
const BELIEVED_MS = 2_000

/** Keeps each tenant's rule book in memory for a moment. `now` says who stands in for whom. */
export function createRulebooks(
  pool: Pool,
  procedures: readonly Procedure[],
  calendar: Calendar,
  now: () => Instant = () => new Date().toISOString(),
): Rulebooks {
  const kept = new Map<string, { at: number; rulebook: Promise<AsOf> }>()
  const of = (tenant: string): Promise<Rulebook> => {
    const known = kept.get(tenant)
    if (known && performance.now() - known.at < BELIEVED_MS) return known.rulebook.then((asOf) => asOf(now()))
    const rulebook = readRulebook(pool, tenant, procedures, calendar, now())
    kept.set(tenant, { at: performance.now(), rulebook })
    rulebook.catch(() => kept.delete(tenant))
    return rulebook.then((asOf) => asOf(now()))
  }
  return { of, forget: (tenant) => void kept.delete(tenant), procedures, calendar }
}

const READ = `select
  (select settings from tenants where tenant = $1) as settings,
  (select coalesce(json_agg(json_build_object('id', id, 'parentId', parent_id, 'path', path, 'kind', kind, 'name', name) order by sort, id), '[]') from units where tenant = $1 and closed_at is null) as units,
  (select coalesce(json_object_agg(id, path), '{}') from units where tenant = $1 and closed_at is not null) as closed,
  (select coalesce(json_agg(json_build_object('id', p.id, 'unitId', p.unit_id, 'title', p.title, 'roles', p.roles, 'personId', h.id, 'name', h.name) order by p.sort, p.id), '[]')
     from posts p left join people h on h.tenant = p.tenant and h.id = p.person_id where p.tenant = $1 and p.closed_at is null) as posts,
  (select json_object_agg(o.other, json_strip_nulls(json_build_object('tenant', o.other, 'name', o.name, 'stands', o.stands, 'intake', o.intake, 'phone', o.call,
     'takesIn', o.takes_in, 'agreedHere', case when o.agreed_at is not null then true end, 'agreed', o.agreed_at is not null and o.other_agreed_at is not null))) from office_ties o where o.tenant = $1) as offices,
  (select coalesce(json_agg(json_build_object('postId', post_id, 'byPostId', by_post_id, 'from', from_at, 'until', until_at, 'away', away) order by matter_id, no), '[]')
     from stand_ins where tenant = $1 and until_at > $2) as "standIns"`

type PostRow = Omit<Post, 'holder'> & { personId: string | null; name: string | null }
type UnitRow = Omit<Unit, 'parentId'> & { parentId: string | null }
type RulebookRow = {
  settings: object | null
  units: UnitRow[]
  closed: Record<string, string>
  posts: PostRow[]
  offices: Record<string, Office> | null
  standIns: StandInRow[]
}
type StandInRow = Pick<StandIn, 'postId' | 'from' | 'until'> & { byPostId: string | null; away: boolean }

/** The rule book at a moment: the same object as long as nobody begins or ends standing in, because much is kept by its directory. */
type AsOf = (now: Instant) => Rulebook

function withStandIns(rows: readonly StandInRow[], rulebook: Rulebook): AsOf {
  if (rows.length === 0) return () => rulebook
  const all = rows.map(
    ({ postId, byPostId, from, until, away }): StandIn => ({
      postId,
      from: new Date(from).toISOString(),
      until: new Date(until).toISOString(),
      ...(byPostId ? { byPostId } : {}),
      ...(away ? { away } : {}),
    }),
  )
  let last: { readonly held: string; readonly rulebook: Rulebook } | undefined
  return (now) => {
    const standIns = all.filter((each) => isNow(each, now))
    const held = JSON.stringify(standIns)
    if (last?.held !== held) last = { held, rulebook: { ...rulebook, directory: { ...rulebook.directory, standIns } } }
    return last.rulebook
  }
}

async function readRulebook(
  pool: Pool,
  tenant: string,
  procedures: readonly Procedure[],
  calendar: Calendar,
  now: Instant,
): Promise<AsOf> {
  const row = await withTenant(
    pool,
    tenant,
    async (client) => (await client.query<RulebookRow>(READ, [tenant, now])).rows[0],
  )
  const settings = settingsOf(row?.settings)
  return withStandIns(row?.standIns ?? [], {
    procedures: procedures.map((procedure) => withOwnCategories(procedure, settings.categories[procedure.id])),
    calendar: settings.calendarDays.length > 0 ? withOverrides(calendar, settings.calendarDays) : calendar,
    directory: {
      ...directoryOf(row?.units ?? [], row?.posts ?? []),
      closedPaths: row?.closed ?? {},
      ...(row?.offices ? { offices: row.offices } : {}),
      ...sightsOf(procedures),
      ...exercisesOf(procedures),
      ...coveragesOf(procedures),
      ...returnsOf(procedures),
    },
    overrides: lawful(settings.overrides, procedures),
    gapFree: settings.gapFree,
    schedules: settings.schedules,
  })
}

/** Who sees the kinds that have a sight of their own. */
export const sightsOf = (procedures: readonly Procedure[]): Pick<Directory, 'sights'> => {
  const sights = procedures.flatMap(({ id, sight }) => (sight ? [[id, sight] as const] : []))
  return sights.length > 0 ? { sights: Object.fromEntries(sights) } : {}
}

/** Kinds that are applied in units and may come back there, by the latest version. */
export const returnsOf = (procedures: readonly Procedure[]): Pick<Directory, 'returns'> => {
  const found = procedures.flatMap(({ id, cameBack }) => (cameBack ? [[id, cameBack] as const] : []))
  return found.length > 0 ? { returns: Object.fromEntries(found) } : {}
}

/** Kinds that are sweeps, by the latest version, with the states in which what they reach is in force. */
export const coveragesOf = (procedures: readonly Procedure[]): Pick<Directory, 'coverages'> => {
  const found = procedures.flatMap(({ id, coverage }) => {
    const places = coverage && procedures.find((each) => each.id === coverage.places)
    return coverage ? [[id, { ...coverage, inForce: places?.record?.inForce ?? [] }] as const] : []
  })
  return found.length > 0 ? { coverages: Object.fromEntries(found) } : {}
}

/** Kinds whose own ledger lists exercises. */
const exercisesOf = (procedures: readonly Procedure[]): Pick<Directory, 'exercises'> => {
  const exercises = procedures.flatMap(({ id, exercise }) => (exercise ? [id] : []))
  return exercises.length > 0 ? { exercises: [...new Set(exercises)] } : {}
}

const directoryOf = (units: readonly UnitRow[], posts: readonly PostRow[]): Directory => ({
  units: Object.fromEntries(
    units.map(({ parentId, ...unit }) => [unit.id, { ...unit, ...(parentId ? { parentId } : {}) }]),
  ),
  posts: Object.fromEntries(
    posts.map(({ personId, name, ...post }) => [
      post.id,
      { ...post, ...(personId && name ? { holder: { personId, name } } : {}) },
    ]),
  ),
})

/** What was written past the checks does not make a statutory limit longer. */
const lawful = (
  overrides: OfficeSettings['overrides'],
  procedures: readonly Procedure[],
): OfficeSettings['overrides'] =>
  Object.fromEntries(
    Object.entries(overrides).filter(([key, override]) => {
      const [id, deadline = ''] = key.split('.')
      return procedures.every((procedure) => {
        const rule = procedure.id === id ? procedure.deadlines[deadline] : undefined
        return !rule || !ownLengthFault(rule, override)
      })
    }),
  )
