import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { findDefinition } from '../../domain/procedure/definition.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { addDays, dayOf, type Instant, startOfDay } from '../../domain/time/time.ts'
import type { TodayView, WorkRow } from '../../domain/views/views.ts'
import { openSteps } from '../../engine/decide/open-steps.ts'
import { isAwaited, stepWaitsFor, worklistTokens } from '../../engine/worklist/waits-for.ts'
import type { Tables } from '../schema/tables.ts'
import { ledgerOf } from './ledger.ts'
import { WORK } from './ledger-filter.ts'
import { matterRow, ROW_COLUMNS } from './matter-row.ts'
import { URGED } from './urged.ts'
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
  const open = ledgerOf(db)
    .where('m.tenant', '=', actor.tenant)
    .where('m.state_group', '<>', 'done')
    .where(visibleTo(actor))
  const waiting = open.where(WORK.mine(actor))
  const turned = open.where(turnedOverdueSince(now))
  const elsewhere = open.where(WORK.sent(actor))
  const [work, workCount, turnedOverdue, turnedCount, sent, sentCount] = await Promise.all([
    soonest(waiting, WORK_LIMIT).select(URGED.as('urged')).execute(),
    count(waiting),
    soonest(turned, ASIDE_LIMIT).execute(),
    count(turned),
    soonest(elsewhere, ASIDE_LIMIT).execute(),
    count(elsewhere),
  ])
  const rows = work.map(
    ({ urged, ...row }): WorkRow => ({
      ...matterRow(row, [actor.postId, actor.unitId]),
      nextSteps: stepsOfMine(row.matter as Matter, actor, tokens, rulebook, now),
      ...(urged ? { urged } : {}),
    }),
  )
  // A step that this person may not take (the handler cannot verify) is somebody else's work.
  // What was raised to them they see to without one.
  const isRaised = new Set(
    work.flatMap(({ id, matter }) =>
      ((matter as Matter).raised ?? []).some(({ to }) => to.some((token) => tokens.includes(token))) ? [id] : [],
    ),
  )
  const own = rows.filter((row) => row.nextSteps.length > 0 || isRaised.has(row.id))
  return {
    now,
    work: own,
    workCount: workCount - (rows.length - own.length),
    turnedOverdue: turnedOverdue.map((row) => matterRow(row)),
    turnedCount,
    sent: sent.map((row) => matterRow(row)),
    sentCount,
  }
}

type Open = ReturnType<typeof ledgerOf>

const soonest = (query: Open, limit: number) =>
  query.select(ROW_COLUMNS).orderBy(sql`m.due_at asc nulls last`).orderBy('m.id').limit(limit)

const count = async (query: Open): Promise<number> =>
  (await query.select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow()).count

const turnedOverdueSince = (now: Instant) =>
  sql<SqlBool>`exists (select 1 from deadlines d where d.tenant = m.tenant and d.matter_id = m.id and d.state = 'overdue' and d.due_at >= ${startOfDay(addDays(dayOf(now), -1))})`

/** The steps that move the matter on, may be taken now, and are this post's work. */
function stepsOfMine(
  matter: Matter,
  actor: Actor,
  tokens: readonly string[],
  rulebook: Rulebook,
  now: Instant,
): string[] {
  const procedure = findDefinition(rulebook.procedures, matter)
  if (!procedure) return []
  return openSteps(procedure, matter, actor, rulebook, now)
    .filter(({ open, step }) => open && isAwaited(step, matter))
    .filter(({ step }) => stepWaitsFor(step, matter, rulebook.directory).some((token) => tokens.includes(token)))
    .map(({ id }) => id)
}
