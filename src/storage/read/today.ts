import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { findDefinition } from '../../domain/procedure/definition.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { addDays, dayOf, type Instant, startOfDay } from '../../domain/time/time.ts'
import type { RaisedView, TodayView, WorkRow } from '../../domain/views/views.ts'
import { openSteps } from '../../engine/decide/open-steps.ts'
import { isAwaited, stepWaitsFor, worklistTokens } from '../../engine/worklist/waits-for.ts'
import type { Tables } from '../schema/tables.ts'
import { ledgerOf } from './ledger.ts'
import { WORK } from './ledger-filter.ts'
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
  const all = ledgerOf(db)
    .where('m.tenant', '=', actor.tenant)
    .where('m.state_group', '<>', 'done')
    .where(visibleTo(actor, rulebook.directory))
  const open = all.where('m.exercise', '=', false)
  const waiting = open.where(WORK.mine(actor))
  const played = all.where('m.exercise', '=', true).where(WORK.mine(actor))
  const turned = open.where(turnedOverdueSince(now))
  const elsewhere = open.where(WORK.sent(actor))
  const [work, workCount, turnedOverdue, turnedCount, sent, sentCount, exercises] = await Promise.all([
    soonest(waiting, WORK_LIMIT).execute(),
    count(waiting),
    soonest(turned, ASIDE_LIMIT).execute(),
    count(turned),
    soonest(elsewhere, ASIDE_LIMIT).execute(),
    count(elsewhere),
    soonest(played, WORK_LIMIT).execute(),
  ])
  // A step that this person may not take (the handler cannot verify) is somebody else's work; what was raised is theirs.
  const ownOf = (found: typeof work): WorkRow[] =>
    found
      .map((row) => ({
        ...matterRow(row, [actor.postId, actor.unitId]),
        ...workOf(row.matter as Matter, actor, tokens, rulebook, now),
      }))
      .filter((row) => row.nextSteps.length > 0 || row.raised)
  const own = ownOf(work)
  return {
    now,
    work: own,
    workCount: workCount - (work.length - own.length),
    turnedOverdue: turnedOverdue.map((row) => matterRow(row)),
    turnedCount,
    sent: sent.map((row) => matterRow(row)),
    sentCount,
    exercises: ownOf(exercises),
  }
}

type Open = ReturnType<typeof ledgerOf>

const soonest = (query: Open, limit: number) =>
  query.select(ROW_COLUMNS).orderBy(sql`m.due_at asc nulls last`).orderBy('m.id').limit(limit)

const count = async (query: Open): Promise<number> =>
  (await query.select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow()).count

const turnedOverdueSince = (now: Instant) =>
  sql<SqlBool>`exists (select 1 from deadlines d where d.tenant = m.tenant and d.matter_id = m.id and d.state = 'overdue' and d.due_at >= ${startOfDay(addDays(dayOf(now), -1))})`

/** What of a matter is this post's work: the steps that move it on, may be taken now and wait for this post; and why it was raised to it. */
function workOf(
  matter: Matter,
  actor: Actor,
  tokens: readonly string[],
  rulebook: Rulebook,
  now: Instant,
): Pick<WorkRow, 'nextSteps' | 'only' | 'raised' | 'mayTake'> {
  const procedure = findDefinition(rulebook.procedures, matter)
  if (!procedure) return { nextSteps: [] }
  const offers = openSteps(procedure, matter, actor, rulebook, now)
  const onward = offers.filter(({ step, later }) => !later && isAwaited(step, matter))
  const nextSteps = onward
    .filter(({ open }) => open)
    .filter(({ step }) => stepWaitsFor(step, matter, rulebook.directory).some((token) => tokens.includes(token)))
    .map(({ id }) => id)
  const [only] = onward.length === 1 ? nextSteps : []
  const raised = raisesTo(matter, tokens)
  const open = offers.filter((offer) => offer.open && !offer.later).map(({ id }) => id)
  return { nextSteps, ...(only ? { only } : {}), ...(raised.length > 0 ? { raised, mayTake: open } : {}) }
}

const raisesTo = ({ raised = [] }: Matter, tokens: readonly string[]): RaisedView[] =>
  raised.filter(({ to }) => to.some((token) => tokens.includes(token))).map(({ to, ...raise }) => raise)
