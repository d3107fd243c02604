import type { Pool } from 'pg'
import { TEST_TENANT, UNITS } from '../people.ts'

/** So many matters of a kind and category registered on a day in a village, as their rows alone: counts read nothing else. */
export type PlantedCount = {
  readonly day: string
  readonly kind: string
  readonly category: string
  readonly unitId: string
  readonly placeUnitId?: string
  readonly n: number
}

const PLANT = `insert into matters (tenant, id, version, head, matter, reference, procedure, state, state_group, title, category, channel,
  unit_id, unit_path, origin_path, place_unit_id, participants, waits_for, terms, opened_at, closed_at, updated_at)
select $1, gen_random_uuid(), 1, decode(repeat('00', 32), 'hex'), '{"procedureVersion":1}', 'P-' || $7 || '-' || row_number() over (), p.kind, 'planted', 'done', 'planted', p.category, 'phone',
  p.unit, p.path, p.path, p.place, '{}', '{}', '{}', p.at, p.at, p.at
from (select *, (day || 'T02:00:00Z')::timestamptz as at from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $8::text[]) as u(day, kind, category, unit, path, place)) p`

/** Writes them. */
export async function plantCounts(
  owner: Pool,
  counts: readonly PlantedCount[],
  { tenant = TEST_TENANT, units = UNITS as readonly { readonly id: string; readonly path: string }[] } = {},
): Promise<void> {
  const paths = new Map(units.map(({ id, path }) => [id, path]))
  const rows = counts.flatMap((count) => Array.from({ length: count.n }, () => count))
  await owner.query(PLANT, [
    tenant,
    rows.map(({ day }) => day),
    rows.map(({ kind }) => kind),
    rows.map(({ category }) => category),
    rows.map(({ unitId }) => unitId),
    rows.map(({ unitId }) => paths.get(unitId) ?? '/'),
    Math.floor(performance.now() * 1000).toString(36),
    rows.map(({ placeUnitId }) => placeUnitId ?? null),
  ])
}
