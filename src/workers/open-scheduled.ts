import { systemActor } from '../domain/matter/actor.ts'
import { type ScheduleChoice, scheduleKey } from '../domain/procedure/schedule.ts'
import { addDays, addMilliseconds, type Day, dayOf, startOfDay } from '../domain/time/time.ts'
import { procedureInEffect } from '../engine/decide/decide-opening.ts'
import { type ScheduledOpening, scheduledOpenings } from '../engine/schedule/scheduled-openings.ts'
import { withTenant } from '../storage/connection/connect.ts'
import type { StorageDeps } from '../storage/deps.ts'
import { handleCommand } from '../storage/write/handle.ts'
import { derivedId } from '../storage/write/ids.ts'

/** How long one server is left to open a period before another may, for the case that it dies; and what failed waits so long. */
const LEASE_MS = 5 * 60_000

const MARKS = `select schedule, opened_until as "until" from schedule_marks where tenant = $1`
const CLAIM = `insert into schedule_marks as s (tenant, schedule, opened_until, leased_until) values ($1, $2, $3, $4)
on conflict (tenant, schedule) do update set leased_until = excluded.leased_until, opened_until = greatest(s.opened_until, excluded.opened_until)
where s.opened_until < $5 and (s.leased_until is null or s.leased_until <= $6) returning opened_until as "until"`
const OPENED = `update schedule_marks set opened_until = $3, leased_until = null where tenant = $1 and schedule = $2`

/**
 * Opens what the calendar asks for in one tenant, each unit and period once, those missed while no server ran as well.
 * @returns how many matters were opened
 * @throws AggregateError of what could not be opened, after everything else was: it is tried again when the lease is over
 */
export async function openScheduled(deps: StorageDeps, tenant: string): Promise<number> {
  const { schedules = {}, procedures } = await deps.rulebooks.of(tenant)
  const chosen = procedures.flatMap(({ id, schedules: own = {} }) =>
    Object.keys(own).flatMap((schedule) => {
      const choice = schedules[scheduleKey(id, schedule)]
      return choice ? [{ id, schedule, choice }] : []
    }),
  )
  if (chosen.length === 0) return 0
  const today = dayOf(deps.now())
  const marks = await withTenant(
    deps.pool,
    tenant,
    async (client) => (await client.query<{ schedule: string; until: Day }>(MARKS, [tenant])).rows,
  )
  let opened = 0
  const failures: Error[] = []
  for (const one of new Map(chosen.map((each) => [scheduleKey(each.id, each.schedule), each])).values()) {
    const known = marks.find(({ schedule }) => schedule === scheduleKey(one.id, one.schedule))
    if (known && known.until >= today) continue
    const done = await openOne(deps, tenant, one, today)
    opened += done.opened
    failures.push(...done.failures)
  }
  if (failures.length > 0) throw new AggregateError(failures, failures.map(({ message }) => message).join('; '))
  return opened
}

type Chosen = { readonly id: string; readonly schedule: string; readonly choice: ScheduleChoice }

async function openOne(deps: StorageDeps, tenant: string, { id, schedule, choice }: Chosen, today: Day) {
  const now = deps.now()
  const key = scheduleKey(id, schedule)
  const claim = [tenant, key, addDays(choice.since, -1), addMilliseconds(now, LEASE_MS), today, now]
  const [claimed] = await withTenant(
    deps.pool,
    tenant,
    async (client) => (await client.query<{ until: Day }>(CLAIM, claim)).rows,
  )
  if (!claimed) return { opened: 0, failures: [] }
  const { procedures, directory } = await deps.rulebooks.of(tenant)
  const procedure = procedureInEffect(procedures, id, today)
  // A kind that is not in effect yet opens nothing, and nothing for the days before it was.
  const inEffect = procedures.filter((each) => each.id === id).map(({ effectiveOn }) => effectiveOn)
  const after =
    [
      claimed.until,
      ...inEffect
        .toSorted()
        .slice(0, 1)
        .map((day) => addDays(day, -1)),
    ]
      .toSorted()
      .at(-1) ?? ''
  const due = scheduledOpenings(procedure, schedule, choice, { after, until: today }, directory)
  const failures: Error[] = []
  let opened = 0
  for (const opening of due)
    try {
      if (await openMatter(deps, tenant, opening)) opened += 1
    } catch (cause) {
      failures.push(new Error(`${opening.key}: ${(cause as Error).message}`, { cause }))
    }
  if (failures.length === 0) await withTenant(deps.pool, tenant, (client) => client.query(OPENED, [tenant, key, today]))
  return { opened, failures }
}

/** The id follows from unit and period, so that opening it twice finds the first. */
async function openMatter(deps: StorageDeps, tenant: string, { key, first, command }: ScheduledOpening) {
  const matterId = derivedId(Date.parse(startOfDay(first)), tenant, key)
  const { repeated } = await handleCommand(deps, { actor: systemActor(tenant), matterId, command })
  return !repeated
}
