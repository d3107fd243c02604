import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { findDefinition } from '../../domain/procedure/definition.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { addDays, dayOf, type Instant, startOfDay } from '../../domain/time/time.ts'
import type { TodayView, WorkRow } from '../../domain/views/views.ts'
import { worklistTokens } from '../../engine/access/waits-for.ts'
import { openSteps } from '../../engine/decide/open-steps.ts'
import type { Tables } from '../schema/tables.ts'
import { ledgerOf } from './ledger.ts'
import { matterRow, ROW_COLUMNS } from './matter-row.ts'
import { visibleTo } from './visible.ts'

/** The longest worklist a page shows; `workCount` says how many there are. */
const WORK_LIMIT = 200
const ASIDE_LIMIT = 8

/** What waits for a post today, what turned overdue around it, and what it sent elsewhere. */
export async function readToday(
  db: Kysely<Tables>,
  actor: Actor,
  now: Instant,
  rulebook: Rulebook,
): Promise<TodayView> {
  const tokens = worklistTokens(actor.postId, actor.unitId, actor.roles)
  const mine = sql<SqlBool>`m.waits_for && ${tokens}::text[]`
  const open = ledgerOf(db)
    .where('m.tenant', '=', actor.tenant)
    .where('m.state_group', '<>', 'done')
    .where(visibleTo(actor))
  const soonest = <T extends typeof open>(query: T) => query.orderBy(sql`m.due_at asc nulls last`).orderBy('m.id')
  const [work, { count }, overdue, sent] = await Promise.all([
    soonest(open.where(mine)).select(ROW_COLUMNS).limit(WORK_LIMIT).execute(),
    open.where(mine).select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow(),
    soonest(open.where(turnedOverdueSince(now)))
      .select(ROW_COLUMNS)
      .limit(ASIDE_LIMIT)
      .execute(),
    soonest(
      open
        .where(sql<SqlBool>`m.participants @> array[${actor.postId}]::text[]`)
        .where(sql<SqlBool>`not (m.waits_for && ${tokens}::text[])`),
    )
      .select(ROW_COLUMNS)
      .limit(ASIDE_LIMIT)
      .execute(),
  ])
  const rows = work.map((row): WorkRow => {
    const nextStep = firstOpenStep(row.matter as Matter, actor, rulebook)
    return { ...matterRow(row), ...(nextStep ? { nextStep } : {}) }
  })
  // A step that this person may not take (the handler cannot verify) is somebody else's work.
  const own = rows.filter((row) => row.nextStep)
  return {
    now,
    work: own,
    workCount: count - (rows.length - own.length),
    turnedOverdue: overdue.map(matterRow),
    sent: sent.map(matterRow),
  }
}

const turnedOverdueSince = (now: Instant) =>
  sql<SqlBool>`exists (select 1 from deadlines d where d.tenant = m.tenant and d.matter_id = m.id and d.state = 'overdue' and d.due_at >= ${startOfDay(addDays(dayOf(now), -1))})`

function firstOpenStep(matter: Matter, actor: Actor, rulebook: Rulebook): string | undefined {
  const procedure = findDefinition(rulebook.procedures, matter)
  return (
    procedure &&
    openSteps(procedure, matter, actor, rulebook).find(
      (offer) => offer.open && !offer.step.aside && offer.step.from !== 'open',
    )?.id
  )
}
