import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { findDefinition } from '../../domain/procedure/definition.ts'
import type { Step } from '../../domain/procedure/procedure.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { addDays, dayOf, type Instant, startOfDay } from '../../domain/time/time.ts'
import type { RaisedView, TodayView, WorkRow } from '../../domain/views/views.ts'
import { humanSteps, mayTakeNow, startsFrom } from '../../engine/decide/open-steps.ts'
import { isAwaited, stepWaitsFor, worklistTokens } from '../../engine/worklist/waits-for.ts'
import { hexOf } from '../connection/hex-of.ts'
import type { Tables } from '../schema/tables.ts'
import { ledgerOf } from './ledger.ts'
import { WORK } from './ledger-filter.ts'
import { knownMatters, type Sighted } from './lists/known-matters.ts'
import { rowsOf } from './lists/rows-of.ts'
import { matterRow, rowOfMatter } from './matter-row.ts'
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
  const [work, turned, sent, played] = await Promise.all([
    soonest(open.where(WORK.mine(actor)), WORK_LIMIT),
    soonest(open.where(turnedOverdueSince(now)), ASIDE_LIMIT),
    soonest(open.where(WORK.sent(actor)), ASIDE_LIMIT),
    soonest(all.where('m.exercise', '=', true).where(WORK.mine(actor)), WORK_LIMIT),
  ])
  const { directory } = rulebook
  const [matters, rows] = await Promise.all([
    knownMatters(db, actor, [...work.found, ...played.found], directory),
    rowsOf(db, actor, [...new Set([...turned.found, ...sent.found].map(({ id }) => id))], directory),
  ])
  const known = new Map(rows.map((row) => [row.id, matterRow(row)]))
  const among = ({ found }: Found) => found.flatMap(({ id }) => known.get(id) ?? [])
  // A step that this person may not take (the handler cannot verify) is somebody else's work; what was raised is theirs.
  const own = matters
    .map((matter) => ({
      ...rowOfMatter(matter, [actor.postId, actor.unitId]),
      ...workOf(matter, actor, tokens, rulebook, now),
    }))
    .filter((row) => row.nextSteps.length > 0 || row.raised)
  const mine = own.filter(({ exercise }) => !exercise)
  return {
    now,
    work: mine,
    workCount: work.count - (work.found.length - mine.length),
    turnedOverdue: among(turned),
    turnedCount: turned.count,
    sent: among(sent),
    sentCount: sent.count,
    exercises: own.filter(({ exercise }) => exercise),
  }
}

/** The soonest due of these, and how many there are: looked through once for both. */
async function soonest(query: ReturnType<typeof ledgerOf>, limit: number): Promise<Found> {
  const rows = await query
    .select(['m.id', hexOf('m.head').as('head')])
    .select(sql<number>`count(*) over ()::int`.as('count'))
    .orderBy(sql`m.due_at asc nulls last`)
    .orderBy('m.id')
    .limit(limit)
    .execute()
  return { found: rows, count: rows[0]?.count ?? 0 }
}

type Found = { readonly found: readonly Sighted[]; readonly count: number }

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
  const startable = humanSteps(procedure, actor).filter(([, step]) => startsFrom(step, matter))
  const isOpen = (step: Step) => mayTakeNow(procedure, matter, actor, step, rulebook, now)
  const waitsHere = (step: Step) =>
    stepWaitsFor(step, matter, rulebook.directory).some((token) => tokens.includes(token))
  const onward = startable.filter(([, step]) => isAwaited(step, matter))
  const nextSteps = onward.filter(([, step]) => waitsHere(step) && isOpen(step)).map(([id]) => id)
  const [only] = onward.length === 1 ? nextSteps : []
  const raised = raisesTo(matter, tokens)
  const mayTake = () => startable.filter(([, step]) => isOpen(step)).map(([id]) => id)
  return { nextSteps, ...(only ? { only } : {}), ...(raised.length > 0 ? { raised, mayTake: mayTake() } : {}) }
}

const raisesTo = ({ raised = [] }: Matter, tokens: readonly string[]): RaisedView[] =>
  raised.filter(({ to }) => to.some((token) => tokens.includes(token))).map(({ to, ...raise }) => raise)
