import type pg from 'pg'
import { createDice } from '../../src/demo/dice.ts'
import { beginPointing } from '../../src/demo/load-matters.ts'
import { yearOfOpenings } from '../../src/demo/openings.ts'
import type { World } from '../../src/demo/walk.ts'
import { writeDrafts } from '../../src/storage/bulk/write-drafts.ts'
import { withTenant } from '../../src/storage/connection/connect.ts'
import { BENCH_TENANT, type BenchInstallation } from '../bench-installation.ts'

/** Matters made up one by one; the rest are copies of them with other ids, numbers and times. */
const MADE_UP = 10_000
const SEED = 4711
const PHOTO = { sha256: '0'.repeat(64), name: '现场.png', type: 'image/png', size: 1000 }

/** Fills the bench tenant up to so many matters, unless it holds them from an earlier run. */
export async function fillLedger(
  { database, deps }: BenchInstallation,
  matters: number,
  onProgress: (note: string) => void,
): Promise<void> {
  const have = await countMatters(database.owner)
  if (have === matters) return
  if (have > 0)
    await database.owner.query(
      'truncate matters, matter_events, deadlines, matter_links, jobs, counters, matter_keys, reporter_vault',
    )
  await joinTowns(database.owner)
  const base = Math.min(MADE_UP, matters)
  await makeUp(deps, base, onProgress)
  await copy(database.owner, base, matters, onProgress)
  await database.owner.query(`delete from counters`)
  await database.owner.query(
    `insert into counters (tenant, unit_id, procedure, state_group, slot, value)
    select tenant, unit_id, procedure, state_group, 0, count(*) from matters where not exercise group by 1, 2, 3, 4`,
  )
  await database.owner.query('vacuum analyze matters, counters')
}

/** The unit over all towns, about half of the county's matters: readers of benches are the county, the towns and a village. */
export const TOWNS = { id: 'towns', path: '/qinglan/towns/' }

async function joinTowns(owner: pg.Pool): Promise<void> {
  const values = [BENCH_TENANT, TOWNS.id, TOWNS.path]
  const { rowCount } = await owner.query(
    `insert into units (tenant, id, parent_id, path, kind, name) select tenant, $2, id, $3, 'department', name from units
    where tenant = $1 and parent_id is null on conflict do nothing`,
    values,
  )
  if (rowCount === 0) return
  await owner.query(
    `with towns as (select path from units where tenant = $1 and kind = 'township')
    update units u set path = $3 || substr(u.path, length('/qinglan/') + 1), parent_id = case when kind = 'township' then $2 else parent_id end
    from towns t where u.tenant = $1 and starts_with(u.path, t.path)`,
    values,
  )
}

const countMatters = async (owner: pg.Pool): Promise<number> =>
  (await owner.query<{ n: number }>('select count(*)::int as n from matters where tenant = $1', [BENCH_TENANT])).rows[0]
    ?.n ?? 0

/** Years of the demo county, by the program's own decisions. */
async function makeUp(
  deps: BenchInstallation['deps'],
  count: number,
  onProgress: (note: string) => void,
): Promise<void> {
  const rulebook = await deps.rulebooks.of(BENCH_TENANT)
  const now = deps.now()
  const numbers = new Map<string, number>()
  const world: World = {
    context: { tenant: BENCH_TENANT, rulebook, keys: deps.keys },
    dice: createDice(SEED),
    now,
    photos: [PHOTO],
    reference: (prefix, year) => {
      const number = (numbers.get(`${prefix} ${year}`) ?? 0) + 1
      numbers.set(`${prefix} ${year}`, number)
      return `${prefix}-${year}-${String(number).padStart(4, '0')}`
    },
    drafts: [],
    records: new Map(),
    refusals: [],
  }
  let written = 0
  while (written < count) {
    const openings = yearOfOpenings(rulebook, BENCH_TENANT, now, world.dice)
    for (const opening of openings.slice(0, count - written)) beginPointing(world, opening)
    // Each year points to its own records: those of a thousand years would be looked through for every matter.
    world.records.clear()
    const drafts = world.drafts.splice(0).slice(0, count - written)
    await writeDrafts(deps, drafts, { tenant: BENCH_TENANT, rulebook, followed: true })
    written += drafts.length
    onProgress(`${written}`)
  }
  for (const key of numbers.keys()) {
    const [prefix = '', year] = key.split(' ')
    await withTenant(deps.pool, BENCH_TENANT, (client) =>
      deps.references.skipTaken(client, BENCH_TENANT, prefix, Number(year)),
    )
  }
}

const COLUMNS = `version, head, matter, procedure, state, state_group, title, category, level, channel, origin_path, about_path,
  place, place_unit_id, place_path, owner_post_id, participants, waits_for, terms, source_number, exercise, hidden_from, points_to`

/** In each sixth copy the village does itself what happened there, so that there are matters whose unit is a village. */
const IN_VILLAGE = '$2::int % 6 = 1 and place_path is not null'

// Each copy lies some days further back, so that the order by time mixes copies and originals.
const COPY = `insert into matters (tenant, id, reference, opened_at, closed_at, due_at, updated_at, unit_id, unit_path, ${COLUMNS})
select tenant, md5(id::text || $2::int)::uuid, reference || '-' || $2::int, opened_at - shift, closed_at - shift, due_at - shift, updated_at,
  case when ${IN_VILLAGE} then place_unit_id else unit_id end, case when ${IN_VILLAGE} then place_path else unit_path end, ${COLUMNS}
from (select *, $2::int * interval '3 days 1 hour 7 minutes' as shift from matters where tenant = $1 and reference !~ '-.*-.*-') as original
limit $3`

async function copy(owner: pg.Pool, base: number, matters: number, onProgress: (note: string) => void): Promise<void> {
  const { rows: indexes } = await owner.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index where indrelid = 'matters'::regclass and not indisunique`,
  )
  // Indexes are made afterwards, in one go; what the queries meet is the same.
  for (const { name } of indexes) await owner.query(`drop index ${name}`)
  for (let [have, turn] = [base, 1]; have < matters; turn += 1) {
    const { rowCount } = await owner.query(COPY, [BENCH_TENANT, turn, matters - have])
    have += rowCount ?? 0
    if (turn % 5 === 0) onProgress(`${have}`)
  }
  for (const { name, definition } of indexes) {
    onProgress(name)
    await owner.query(definition)
  }
}
