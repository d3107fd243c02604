import type { PoolClient } from 'pg'
import type { Matter } from '../../domain/matter/matter.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { addMilliseconds, type Instant } from '../../domain/time/time.ts'
import { evolve } from '../../engine/record/evolve.ts'
import { waitsFor } from '../../engine/worklist/waits-for.ts'
import type { Draft } from '../../storage/bulk/bulk-draft.ts'
import { noticeRows } from '../../storage/write/notice-rows.ts'

const DAY_MS = 86_400_000
/** Older ones nobody scrolls to. */
const SHOWN_DAYS = 21
/** People read what they are told within a day or two. */
const READ_WITHIN_MS = 1.5 * DAY_MS

const WRITE = `insert into notices (tenant, id, receiver, matter_id, version, kind, at, step, deadline, due_at, exercise, read_at, planned_at)
select $1, n.id, n.receiver, n.matter_id, n.version, n.kind, n.at, n.step, n.deadline, n.due_at, n.exercise, n.read_at, n.at
from jsonb_to_recordset($2::jsonb) as n(id uuid, receiver text, matter_id uuid, version integer, kind text, at timestamptz, step text,
  deadline text, due_at timestamptz, exercise boolean, read_at timestamptz)
on conflict (tenant, id) do nothing`

/** What the posts of the county were told in the last weeks, by the same rule as in earnest; the latest is unread. */
export async function writeDemoNotices(
  client: PoolClient,
  tenant: string,
  drafts: readonly Draft[],
  rulebook: Rulebook,
  now: Instant,
): Promise<void> {
  const since = addMilliseconds(now, -SHOWN_DAYS * DAY_MS)
  const rows = drafts.flatMap((draft) => noticesSince(draft, rulebook, since, now))
  await client.query(WRITE, [tenant, JSON.stringify(rows)])
}

/** The notices of a matter's events since then, one event after the other. */
function noticesSince({ events, procedure }: Draft, rulebook: Rulebook, since: Instant, now: Instant) {
  const rows = []
  let before: Matter | undefined
  for (const event of events) {
    const after = evolve(before, event)
    if (event.at >= since && event.at <= now)
      for (const row of noticeRows(
        before,
        after,
        [event],
        procedure,
        rulebook,
        waitsFor(procedure, after, rulebook.directory),
      ))
        rows.push({ ...row, matter_id: after.id, read_at: readAt(row.at, now) })
    before = after
  }
  return rows
}

const readAt = (at: Instant, now: Instant): Instant | null => {
  const read = addMilliseconds(at, READ_WITHIN_MS)
  return read < now ? read : null
}
