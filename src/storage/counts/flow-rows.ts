import { expressionBuilder, type Kysely, sql } from 'kysely'
import type { Instant } from '../../domain/time/time.ts'
import { visibleTo } from '../read/visible.ts'
import type { Tables } from '../schema/tables.ts'
import type { CountScope } from './count-rows.ts'

/** So many matters of a unit and kind that came, fell due and went in the same weeks, counted back from now: the last week is `weeks`. */
export type FlowRow = {
  readonly unitId: string
  readonly procedure: string
  readonly count: number
  readonly opened: number
  readonly due: number | null
  readonly closed: number | null
  /** The week in which it stopped being late: with the step that was late, or with the matter. */
  readonly settled: number | null
}

/** Further back than any law of closing looks. */
const OLDEST = -40

/**
 * What came, waited and went in the last weeks, by unit and kind, in the reader's sight. Of an open matter the limit that counts is the
 * earliest running one, so that what is overdue now is exactly what every other page calls overdue; of a closed one the first that was
 * missed, else the last. No matter is told by itself: only how many share the same weeks.
 */
export async function readFlowRows(
  db: Kysely<Tables>,
  { actor, directory, kinds }: CountScope,
  { at, weeks, unitPath }: { readonly at: Instant; readonly weeks: number; readonly unitPath: string },
): Promise<FlowRow[]> {
  if (kinds.length === 0) return []
  const visible = visibleTo(actor, directory)(expressionBuilder<{ m: Tables['matters'] }, 'm'>())
  const week = (moment: ReturnType<typeof sql>) =>
    sql`(${weeks}::int - floor(extract(epoch from (${at}::timestamptz - ${moment})) / 604800))::int`
  // `greatest` passes over what is null: a matter without a limit would have been late since the beginning.
  const notBefore = (step: ReturnType<typeof sql>) =>
    sql`case when ${step} < ${OLDEST}::int then ${OLDEST}::int else ${step} end`
  const { rows } = await sql<FlowRow>`
    with flow as (
      select m.unit_id, m.procedure, ${notBefore(week(sql`m.opened_at`))} as opened,
        case when m.state_group = 'done' then coalesce(m.closed_at, m.opened_at) end as closed_at, d.running, d.last, d.missed, d.made_up
      from ledger m left join lateral (
        select min(due_at) filter (where state in ('running', 'overdue')) as running, max(due_at) as last,
          min(due_at) filter (where state in ('running', 'overdue', 'met') and coalesce(ended_at, m.closed_at) >= due_at) as missed,
          max(coalesce(ended_at, m.closed_at)) filter (where state in ('running', 'overdue', 'met')
            and coalesce(ended_at, m.closed_at) >= due_at) as made_up
        from deadlines d where d.tenant = m.tenant and d.matter_id = m.id) d on true
      where m.tenant = ${actor.tenant} and not m.exercise and m.procedure = any(${[...kinds]}::text[])
        and ${visible} and starts_with(m.unit_path, ${unitPath}) and m.opened_at <= ${at}::timestamptz
        and (m.state_group <> 'done' or m.closed_at > ${at}::timestamptz - ${weeks}::int * interval '7 days'))
    select unit_id as "unitId", procedure, opened,
      ${notBefore(week(sql`case when closed_at is null then running else coalesce(missed, last) end`))} as due,
      ${week(sql`closed_at`)} as closed,
      ${week(sql`case when closed_at is not null then least(made_up, closed_at) end`)} as settled,
      count(*)::int as count
    from flow where closed_at is null or closed_at <= ${at}::timestamptz
    group by 1, 2, 3, 4, 5, 6`.execute(db)
  return rows
}
