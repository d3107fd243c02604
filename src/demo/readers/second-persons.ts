import type { ClientBase } from 'pg'
import { addMilliseconds, dayOf, type Instant } from '../../domain/time/time.ts'
import { addWorkingDays } from '../../engine/time/calendar.ts'
import { derivedId } from '../../storage/write/ids.ts'
import { actorOfPost } from '../choose-actor.ts'
import type { World } from '../walk.ts'

const HOUR = 3_600_000

const EMERGENCY = `insert into emergencies (tenant, id, matter_id, fields, reason, asked_by, asked_post, asked_at, confirmed_by, confirmed_post,
  confirmed_at, opened_at, review_on, reviewed_by, reviewed_post, reviewed_at, finding, finding_note)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $12, $13, $14, $15, $16, $17)`
const EXPORT = `insert into exports (tenant, id, what, procedure, filter, purpose, row_count, fields, sealed, asked_by, asked_post, asked_unit, asked_at,
  approved, decided_by, decided_post, decided_at, decided_why, expires_at, downloads)
values ($1, $2, 'sheet', $3, $4, $5, $6, '{编号,内容摘要,期限}', false, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`

/** Two emergencies, one of them to be reviewed, and three files, one of which waits for the leader. */
export async function plantSecondPersons(client: ClientBase, { context, drafts, now }: World): Promise<void> {
  const { tenant, rulebook } = context
  const who = (post: string) => {
    const { personId, postId, unitId } = actorOfPost(rulebook, tenant, post)
    return { personId, postId, unitId }
  }
  const [inspector, leader, auditor, clerk, triage] = ['inspector', 'leader', 'auditor', 'clerk', 'triage'].map(who)
  const matter = drafts.findLast(
    ({ vault, matter: { procedure, aboutUnitId } }) => vault.length > 0 && procedure === 'report' && !aboutUnitId,
  )
  if (!inspector || !leader || !auditor || !clerk || !triage || !matter) return
  const id = (what: string, at: Instant) => derivedId(Date.parse(at), 'demo', what)
  const ago = (hours: number) => addMilliseconds(now, -hours * HOUR)
  const emergency = async (hours: number, reason: string, isReviewed: boolean) => {
    const [at, then] = [ago(hours), addMilliseconds(ago(hours), 4 * 60_000)]
    const done = isReviewed
      ? [auditor.personId, auditor.postId, ago(hours - 20), 'inOrder', '对过报警记录，人已转移']
      : [null, null, null, null, null]
    const fields = ['contactName', 'contactPhone']
    const asked = [tenant, id(reason, at), matter.matter.id, fields, reason, inspector.personId, inspector.postId, at]
    const review = addWorkingDays(rulebook.calendar, dayOf(at), 1)
    await client.query(EMERGENCY, [...asked, leader.personId, leader.postId, then, review, ...done])
  }
  await emergency(24 * 9, '河水漫过村道，要叫反映的人马上撤离', true)
  await emergency(3, '电线落地带电，要联系反映的人守住路口', false)
  const file = async (hours: number, by: typeof clerk, purpose: string, rows: number, approved: boolean | null) => {
    const at = ago(hours)
    const asked = [tenant, id(purpose, at), 'report', JSON.stringify({ procedure: 'report' }), purpose, rows]
    const decided =
      approved && rows >= 1000
        ? [leader.personId, leader.postId, addMilliseconds(at, HOUR), '半年分析用，同意']
        : [null, null, null, null]
    const until = addMilliseconds(at, (approved === null ? 7 * 24 : 24) * HOUR)
    await client.query(EXPORT, [
      ...asked,
      by.personId,
      by.postId,
      by.unitId,
      at,
      approved,
      ...decided,
      until,
      approved ? 1 : 0,
    ])
  }
  await file(24 * 20, triage, '报县委政法委半年分析', 1240, true)
  await file(30, clerk, '和信访局对账', 96, true)
  await file(2, triage, '报市里全年数据', 2310, null)
}
