import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { LEVELS } from '../../../domain/matter/level.ts'
import type { Directory, Reach } from '../../../domain/unit/unit.ts'
import type { CoverageFigure } from '../../../domain/views/coverage-view.ts'

/** The rows `m` that one figure of a sweep counts: the list and the number rest on this alone, so that they agree. */
export function behindFigure(
  tenant: string,
  sweep: string,
  figure: CoverageFigure,
  coverages: Directory['coverages'] = {},
): RawBuilder<SqlBool> {
  const kinds = Object.entries(coverages).map(
    ([kind, reach]) =>
      sql<SqlBool>`exists (select 1 from matters c where c.tenant = ${tenant} and c.reference = ${sweep} and c.procedure = ${kind}
and (${FIGURES[figure](reach, tenant, sweep)}))`,
  )
  return kinds.length > 0 ? sql<SqlBool>`(${sql.join(kinds, sql` or `)})` : sql<SqlBool>`false`
}

type Figure = (reach: Reach, tenant: string, sweep: string) => RawBuilder<SqlBool>

/** A place on record, of a kind that the sweep names; of any when it names none. */
const toCheck: Figure = ({ places, inForce, among }) =>
  sql<SqlBool>`m.procedure = ${places} and m.state = any(${[...inForce]}::text[])
and (coalesce(jsonb_typeof(c.matter->'fields'->${among}::text), 'null') <> 'array' or c.matter->'fields'->${among}::text ? m.category)`

/** Somebody was there for the sweep. */
const visited: Figure = ({ visits, made }, tenant, sweep) =>
  sql<SqlBool>`exists (select 1 from matters v where v.tenant = ${tenant} and v.procedure = ${visits} and not v.exercise
and v.points_to @> array[${sweep}, m.reference] and v.matter->'fields'->>${made}::text is not null)`

/** It came of a visit for the sweep. */
const found: Figure = ({ visits, findings }, tenant, sweep) =>
  sql<SqlBool>`m.procedure = ${findings} and exists (select 1 from matter_links l join matters v on v.tenant = l.tenant and v.id = l.to_id
where l.tenant = ${tenant} and l.from_id = m.id and l.type = 'childOf' and v.procedure = ${visits} and v.points_to @> array[${sweep}])`

const isLate = (tenant: string) =>
  sql<SqlBool>`exists (select 1 from deadlines d where d.tenant = ${tenant} and d.matter_id = m.id
and (d.state = 'overdue' or d.ended_at > d.due_at))`

const isOverdue = (tenant: string) =>
  sql<SqlBool>`exists (select 1 from deadlines d where d.tenant = ${tenant} and d.matter_id = m.id and d.state = 'overdue')`

const both = (...parts: readonly RawBuilder<SqlBool>[]) =>
  sql<SqlBool>`${sql.join(
    parts.map((part) => sql`(${part})`),
    sql` and `,
  )}`
const done = sql<SqlBool>`m.state_group = 'done'`

const FIGURES: Readonly<Record<CoverageFigure, Figure>> = {
  toCheck,
  checked: (...sweep) => both(toCheck(...sweep), visited(...sweep)),
  left: (...sweep) => both(toCheck(...sweep), sql<SqlBool>`not ${visited(...sweep)}`),
  found,
  fixed: (...sweep) => both(found(...sweep), done),
  onTime: (...sweep) => both(found(...sweep), done, sql<SqlBool>`not ${isLate(sweep[1])}`),
  overdue: (...sweep) => both(found(...sweep), sql<SqlBool>`not ${done}`, isOverdue(sweep[1])),
  majorLeft: (...sweep) =>
    both(found(...sweep), sql<SqlBool>`not ${done}`, sql<SqlBool>`m.level = ${LEVELS.major.rank}`),
}
