import { type Kysely, sql } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import { CHOSEN_PURPOSES, type ChosenPurpose } from '../../domain/personal/opening-purpose.ts'
import { startOfDay } from '../../domain/time/time.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import type { AccessOfUnit, AccessReport } from '../../domain/views/access-views.ts'
import { mergedSmall, toldParts } from '../../domain/views/small-counts.ts'
import type { Tables } from '../schema/tables.ts'
import { mustAudit } from './auditor.ts'

const PURPOSES = CHOSEN_PURPOSES

type Opened = {
  readonly unitId: string
  readonly procedure: string
  readonly purpose: ChosenPurpose
  readonly count: number
}

/**
 * The yearly compliance audit report from the log itself (Personal Information Protection Law art. 54): openings by unit, purpose
 * and kind, what was refused, emergencies, files taken out. Small numbers are not told, as the auditor need not see the matters.
 * Kinds that only some roles see are no line of their own.
 * @throws AnlanError not-allowed
 */
export async function accessReport(
  db: Kysely<Tables>,
  actor: Actor,
  year: number,
  directory: Directory,
): Promise<AccessReport> {
  await mustAudit(db, actor)
  const { tenant } = actor
  const within = { tenant, from: startOfDay(`${year}-01-01`), to: startOfDay(`${year + 1}-01-01`) }
  const opened = await countOpened(db, within)
  const { total, told } = byUnit(opened)
  return {
    year,
    total,
    units: told,
    kinds: byKind(opened, (procedure) => directory.sights?.[procedure]?.only !== undefined),
    ...(await countRefused(db, within)),
    emergencies: await countEmergencies(db, within),
    exports: await countExports(db, within),
  }
}

type Within = { readonly tenant: string; readonly from: string; readonly to: string }

async function countOpened(db: Kysely<Tables>, { tenant, from, to }: Within): Promise<readonly Opened[]> {
  const { rows } = await sql<Opened>`
    select e.event -> 'by' ->> 'unitId' as "unitId", m.procedure, coalesce(e.event ->> 'purpose', 'other') as purpose,
      count(*)::int as count
    from matter_events e join matters m on m.tenant = e.tenant and m.id = e.matter_id
    where e.tenant = ${tenant} and e.type = 'FieldsOpened' and e.event ->> 'purpose' is distinct from 'emergency'
      and e.at >= ${from}::timestamptz and e.at < ${to}::timestamptz
    group by 1, 2, 3`.execute(db)
  return rows
}

/** Units with few openings are one line together; a unit whose sum is not told shows none of its purposes: they would add up to it. */
function byUnit(opened: readonly Opened[]) {
  const groups = mergedSmall(
    Map.groupBy(opened, ({ unitId }) => unitId),
    sum,
  )
  const { total, parts } = toldParts(groups.map(([, some]) => sum(some)))
  const told = groups.map(([unitId, some], at): AccessOfUnit => {
    const mine = toldParts(PURPOSES.map((purpose) => sum(some.filter((one) => one.purpose === purpose))))
    const outer = parts[at] ?? 'hidden'
    const whole = typeof outer === 'number' ? mine.total : outer
    const shown = typeof whole === 'number' ? mine.parts : PURPOSES.map(() => 'hidden' as const)
    const purposes = Object.fromEntries(PURPOSES.map((purpose, nth) => [purpose, shown[nth] ?? 'hidden']))
    return { unitId, total: whole, purposes: purposes as AccessOfUnit['purposes'] }
  })
  return { total, told }
}

const sum = (some: readonly Opened[]) => some.reduce((all, { count }) => all + count, 0)

function byKind(opened: readonly Opened[], isApart: (procedure: string) => boolean): AccessReport['kinds'] {
  const groups = mergedSmall(
    Map.groupBy(opened, ({ procedure }) => (isApart(procedure) ? '' : procedure)),
    sum,
  )
  const { parts } = toldParts(groups.map(([, some]) => sum(some)))
  return groups.map(([procedure], at) => ({ procedure, openings: parts[at] ?? 'hidden' }))
}

async function countRefused(db: Kysely<Tables>, { tenant, from, to }: Within) {
  const { rows } = await sql<{ refused: number; limited: number }>`
    select count(*) filter (where what = 'openingRefused')::int as refused,
      count(*) filter (where what = 'openingsLimited')::int as limited
    from security_events where tenant = ${tenant} and at >= ${from}::timestamptz and at < ${to}::timestamptz`.execute(
    db,
  )
  return { refused: rows[0]?.refused ?? 0, limited: rows[0]?.limited ?? 0 }
}

async function countEmergencies(db: Kysely<Tables>, { tenant, from, to }: Within) {
  const { rows } = await sql<AccessReport['emergencies']>`
    select count(*)::int as asked, count(confirmed_at)::int as confirmed,
      count(*) filter (where confirmed_at is not null and reviewed_at is null)::int as waiting,
      count(*) filter (where finding = 'misuse')::int as misuse,
      count(*) filter (where exists (select 1 from emergencies o where o.tenant = e.tenant and o.asked_by = e.confirmed_by
        and o.confirmed_by = e.asked_by))::int as "inTurn"
    from emergencies e where tenant = ${tenant} and asked_at >= ${from}::timestamptz and asked_at < ${to}::timestamptz`.execute(
    db,
  )
  return rows[0] ?? { asked: 0, confirmed: 0, waiting: 0, misuse: 0, inTurn: 0 }
}

async function countExports(db: Kysely<Tables>, { tenant, from, to }: Within) {
  const { rows } = await sql<AccessReport['exports']>`
    select count(*)::int as asked, count(*) filter (where approved)::int as approved,
      count(*) filter (where not approved)::int as refused, coalesce(sum(downloads), 0)::int as downloads
    from exports where tenant = ${tenant} and asked_at >= ${from}::timestamptz and asked_at < ${to}::timestamptz`.execute(
    db,
  )
  return rows[0] ?? { asked: 0, approved: 0, refused: 0, downloads: 0 }
}
