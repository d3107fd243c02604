import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Directory, Return } from '../../../domain/unit/unit.ts'
import { type CameBackFigure, MONTHS_BEFORE } from '../../../domain/views/came-back-view.ts'

/** The rows `m` that one figure of a lesson `c` counts: the list and the number rest on this alone, so that they agree. */
export function behindReturn(
  tenant: string,
  lesson: string,
  figure: CameBackFigure,
  returns: Directory['returns'] = {},
): RawBuilder<SqlBool> {
  const kinds = Object.entries(returns).map(
    ([kind, rule]) =>
      sql<SqlBool>`exists (select 1 from matters c where c.tenant = ${tenant} and c.reference = ${lesson} and c.procedure = ${kind}
and (${FIGURES[figure](rule, tenant)}))`,
  )
  return kinds.length > 0 ? sql<SqlBool>`(${sql.join(kinds, sql` or `)})` : sql<SqlBool>`false`
}

type Figure = (rule: Return, tenant: string) => RawBuilder<SqlBool>

/** It was opened from the lesson. */
const asked: Figure = ({ checks }, tenant) =>
  sql<SqlBool>`m.procedure = ${checks} and exists (select 1 from matter_links l where l.tenant = ${tenant} and l.from_id = m.id and l.to_id = c.id)`

const endedAs = (column: RawBuilder<unknown>, outcomes: readonly string[]) =>
  sql<SqlBool>`${column} ->> 'outcome' = any(${[...outcomes]}::text[])`

/** A unit that has answered a check of the lesson is where it was applied, from the day it had answered. */
const where = ({ checks, foundToo, notHere }: Return, tenant: string, condition: RawBuilder<SqlBool>) =>
  sql<SqlBool>`exists (select 1 from matter_links l join matters k on k.tenant = l.tenant and k.id = l.from_id
where l.tenant = ${tenant} and l.to_id = c.id and k.procedure = ${checks} and k.closed_at is not null
and ${endedAs(sql`k.matter`, [...foundToo, ...notHere])} and starts_with(m.place_path, k.unit_path) and ${condition})`

/** The same problem: of the category that the lesson names, and under its item where it names one. */
const same: Figure = ({ findings, category, item, without }) =>
  sql<SqlBool>`m.procedure = ${findings} and m.category = c.matter -> 'fields' ->> ${category}::text
and (coalesce(c.matter -> 'fields' ->> ${item}::text, '') = '' or m.title = c.matter -> 'fields' ->> ${item}::text)
and not coalesce(m.matter ->> 'outcome' = any(${[...without]}::text[]), false)`

/** Somebody was there and looked at this kind of thing, or by the record that the lesson is about. */
const visited: Figure = ({ visits, made, category, versions }) =>
  sql<SqlBool>`m.procedure = ${visits} and m.matter -> 'fields' ->> ${made}::text is not null
and (m.category = c.matter -> 'fields' ->> ${category}::text
or m.points_to && array(select split_part(c.matter -> 'fields' ->> named, '@', 1) from unnest(${versions.map(({ before: was }) => was)}::text[]) named
where c.matter -> 'fields' ->> named is not null))`

const since = sql<SqlBool>`m.opened_at > k.closed_at`
const before = sql<SqlBool>`m.opened_at <= k.closed_at and m.opened_at > k.closed_at - make_interval(months => ${MONTHS_BEFORE})`

const both = (...parts: readonly RawBuilder<SqlBool>[]) =>
  sql<SqlBool>`${sql.join(
    parts.map((part) => sql`(${part})`),
    sql` and `,
  )}`

const FIGURES: Readonly<Record<CameBackFigure, Figure>> = {
  checks: asked,
  checksDone: (rule, tenant) => both(asked(rule, tenant), endedAs(sql`m.matter`, [...rule.foundToo, ...rule.notHere])),
  checksOpen: (rule, tenant) => both(asked(rule, tenant), sql<SqlBool>`m.state_group <> 'done'`),
  checksLate: (rule, tenant) =>
    both(
      asked(rule, tenant),
      sql<SqlBool>`m.state_group <> 'done' and exists (select 1 from deadlines d where d.tenant = ${tenant} and d.matter_id = m.id and d.state = 'overdue')`,
    ),
  foundToo: (rule, tenant) => both(asked(rule, tenant), endedAs(sql`m.matter`, rule.foundToo)),
  visitsBefore: (rule, tenant) => both(visited(rule, tenant), where(rule, tenant, before)),
  before: (rule, tenant) => both(same(rule, tenant), where(rule, tenant, before)),
  visitsSince: (rule, tenant) => both(visited(rule, tenant), where(rule, tenant, since)),
  since: (rule, tenant) => both(same(rule, tenant), where(rule, tenant, since)),
}
