import type { Pool } from 'pg'
import type { Actor } from '../../../src/domain/matter/actor.ts'
import { addDays, type Day } from '../../../src/domain/time/time.ts'
import type { StorageDeps } from '../../../src/storage/deps.ts'
import { handleCommand } from '../../../src/storage/write/handle.ts'
import { warnTenant } from '../../../src/workers/warn/warn-tenant.ts'
import type { QuietCount } from './quiet-shapes.ts'

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

const PLANT = `insert into matters (tenant, id, version, head, matter, reference, procedure, state, state_group, title, category, channel,
  unit_id, unit_path, origin_path, place_unit_id, participants, waits_for, terms, opened_at, closed_at, updated_at)
select $1, gen_random_uuid(), 1, decode(repeat('00', 32), 'hex'), '{"procedureVersion":1}', 'Q-' || row_number() over (), 'report', 'planted', 'done', 'planted', p.category, 'phone',
  p.unit, u.path, u.path, p.place, '{}', '{}', '{}', p.at, p.at, p.at
from (select *, (day || 'T02:00:00Z')::timestamptz as at from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::int[]) as q(day, category, unit, place, n),
  generate_series(1, q.n)) p join units u on u.tenant = $1 and u.id = p.unit`

/** Writes them as rows of the ledger alone: counts read nothing else. */
export async function plantQuiet(owner: Pool, tenant: string, counts: readonly QuietCount[]): Promise<void> {
  await owner.query(PLANT, [
    tenant,
    counts.map(({ day }) => day),
    counts.map(({ category }) => category),
    counts.map(({ unitId }) => unitId),
    counts.map(({ placeUnitId }) => placeUnitId),
    counts.map(({ n }) => n),
  ])
}
