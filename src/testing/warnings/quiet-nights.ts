import type { Pool } from 'pg'
import type { Actor } from '../../domain/matter/actor.ts'
import { addDays, type Day, startOfDay } from '../../domain/time/time.ts'
import type { StorageDeps } from '../../storage/deps.ts'
import { handleCommand } from '../../storage/write/handle.ts'
import { warnTenant } from '../../workers/warn/warn-tenant.ts'

export type QuietNights = {
  readonly tenant: string
  readonly leader: Actor
  /** The first and the last night, named by the day that is over. */
  readonly from: Day
  readonly until: Day
}

/** Half past eight in the morning in China. */
const MORNING = 'T00:30:00.000Z'

/**
 * Lets the worker judge night after night, each on its morning. What it raises is ended by the leader the same day as not real, as it is
 * in an office where nothing is wrong. @returns the days on which warnings were raised, one for each
 */
export async function quietNights(
  deps: StorageDeps,
  owner: Pool,
  { tenant, leader, from, until }: QuietNights,
  onNight: (night: Day, raised: number) => void = () => {},
): Promise<readonly Day[]> {
  const raised: Day[] = []
  for (let night = from; night <= until; night = addDays(night, 1)) {
    const now = `${addDays(night, 1)}${MORNING}`
    const at = { ...deps, now: () => now }
    await warnTenant(at, tenant, { threads: 0 })
    const { rows } = await owner.query<{ id: string }>(
      `select id from matters where tenant = $1 and procedure = 'warning' and state = 'raised' order by id`,
      [tenant],
    )
    for (const { id } of rows) {
      const form = { verdict: 'notReal', cause: 'chance', dismissReason: '只是碰巧' }
      await handleCommand(at, { actor: leader, matterId: id, command: { type: 'TakeStep', step: 'dismiss', form } })
      raised.push(night)
    }
    onNight(night, raised.length)
  }
  return raised
}

/** The days between, both included. */
export const daysBetween = (from: Day, until: Day): number =>
  (Date.parse(startOfDay(until)) - Date.parse(startOfDay(from))) / 86_400_000 + 1
