import type { PoolClient } from 'pg'
import { addDays, type Day, dayOf, type Instant } from '../../domain/time/time.ts'
import type { MissedNights } from '../../domain/warnings/warning-view.ts'

/** How long ago a missed night is still told of. */
const TOLD_DAYS = 90

const KEEP = `insert into warning_nights (tenant, night, judged_at) values ($1, $2, $3)
on conflict (tenant, night) do update set judged_at = excluded.judged_at`
const NIGHTS = `select g.day::date as night, n.judged_at as "judgedAt"
from (select case when count(*) > 0 then greatest(min(night), $3::date) end as first from warning_nights where tenant = $1) f,
  generate_series(f.first, $2::date, interval '1 day') as g(day)
left join warning_nights n on n.tenant = $1 and n.night = g.day::date order by g.day`
const FORGET = `delete from warning_nights where tenant = $1 and (night > $2 or judged_at > $3)`
const GO_BACK = `update warning_marks set leased_until = null, past_from = case when past_from > $2 then null else past_from end,
judged_until = coalesce((select max(night) from warning_nights where tenant = $1), $2::date - 1) where tenant = $1 and judged_until > $2`

/** Keeps that a night was judged, and when. */
export async function keepNight(client: PoolClient, tenant: string, night: Day, at: Instant): Promise<void> {
  await client.query(KEEP, [tenant, night, at])
}

/**
 * The clock ran ahead once, and the mark stands at a night that is not over: goes back to the last night that was judged at a time that is
 * past, so that the ones since are judged (again).
 */
export async function goBack(client: PoolClient, tenant: string, lastNight: Day, now: Instant): Promise<void> {
  await client.query(FORGET, [tenant, lastNight, now])
  await client.query(GO_BACK, [tenant, lastNight])
}

/** The nights of the last three months that were not judged, or judged after the next had come, the oldest first. */
export async function missedNights(client: PoolClient, tenant: string, until: Day): Promise<MissedNights[]> {
  const values = [tenant, until, addDays(until, -TOLD_DAYS)]
  const { rows } = await client.query<{ night: Day; judgedAt: Instant | null }>(NIGHTS, values)
  const missed: MissedNights[] = []
  for (const { night, judgedAt } of rows) {
    const judgedOn = judgedAt === null ? undefined : dayOf(judgedAt)
    // Before the hour of an office has come, the night before last is the last one.
    if (judgedOn !== undefined && judgedOn <= addDays(night, 2)) continue
    const last = missed.at(-1)
    if (last && last.to === addDays(night, -1) && last.judgedOn === judgedOn)
      missed[missed.length - 1] = { ...last, to: night }
    else missed.push({ from: night, to: night, ...(judgedOn ? { judgedOn } : {}) })
  }
  return missed
}
