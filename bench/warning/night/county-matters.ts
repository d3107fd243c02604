import type { Pool } from 'pg'
import { addDays, type Day } from '../../../src/domain/time/time.ts'
import { mrg32k3a } from '../../../src/statistics/simulator/mrg32k3a.ts'

export type County = { readonly units: number; readonly categories: number; readonly matters: number }

const DAYS = 730
/** Villages of a township, which is the unit of seven in ten of what happens in them. */
const VILLAGES = 20
const AT_ONCE = 20_000

const UNITS = `insert into units (tenant, id, parent_id, path, kind, name, sort)
select $1, u.id, u.parent, u.path, case when u.parent = $2 then 'township' else 'village' end, jsonb_build_object('zh', u.id, 'en', u.id), u.at
from unnest($3::text[], $4::text[], $5::text[]) with ordinality as u(id, parent, path, at) on conflict do nothing`

/** A county of so many units, and two years of its matters: rows of the ledger like any, copied from one that came in through the door. */
export async function plantCountyMatters(
  owner: Pool,
  template: string,
  { units, categories, matters }: County,
  until: Day,
  say: (note: string) => void,
): Promise<void> {
  const { rows } = await owner.query<{ tenant: string; root: string }>(
    'select u.tenant, u.id as root from units u join matters m on m.tenant = u.tenant where m.id = $1 and u.parent_id is null',
    [template],
  )
  const { tenant, root } = rows[0] as { tenant: string; root: string }
  const tree = treeOf(root, units)
  await owner.query(UNITS, [
    tenant,
    root,
    tree.map(({ id }) => id),
    tree.map(({ parent }) => parent),
    tree.map(({ path }) => path),
  ])
  const indexes = await owner.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index where indrelid = 'matters'::regclass and not indisunique`,
  )
  // Indexes are made afterwards, in one go; what the worker meets is the same.
  for (const { name } of indexes.rows) await owner.query(`drop index ${name}`)
  const insert = await copyOf(owner)
  const villages = tree.filter(({ parent }) => parent !== root)
  const places = villages.length > 0 ? villages : tree
  const draw = drawer(places.length, categories)
  for (let written = 0; written < matters; written += AT_ONCE) {
    const drawn = Array.from({ length: Math.min(AT_ONCE, matters - written) }, draw)
    const at = drawn.map(({ place }) => places[place] as Unit)
    const by = drawn.map(({ own }, index) =>
      own ? at[index] : (tree.find(({ id }) => id === at[index]?.parent) ?? at[index]),
    )
    await owner.query(insert, [
      template,
      written,
      drawn.map(({ day, hour }) => `${addDays(until, -day)}T${hour}:00:00Z`),
      drawn.map(({ category }) => `c${category}`),
      by.map((unit) => unit?.id),
      by.map((unit) => unit?.path),
      at.map(({ id }) => id),
      at.map(({ path }) => path),
    ])
    if (written % 100_000 === 0) say(`${written} matters`)
  }
  for (const { name, definition } of indexes.rows) {
    say(name)
    await owner.query(definition)
  }
  await owner.query('vacuum analyze matters')
}

type Unit = { readonly id: string; readonly parent: string; readonly path: string }

function treeOf(root: string, units: number): Unit[] {
  const found: Unit[] = []
  while (found.length < units - 1) {
    const town = `t${found.length}`
    found.push({ id: town, parent: root, path: `/${root}/${town}/` })
    for (let village = 0; village < VILLAGES && found.length < units - 1; village++) {
      const id = `v${found.length}`
      found.push({ id, parent: town, path: `/${root}/${town}/${id}/` })
    }
  }
  return found
}

/** Units and categories differ in size by up to forty times; on days off half as much comes in; categories have their seasons. */
function drawer(places: number, categories: number) {
  const uniform = mrg32k3a([11, 12, 13, 14, 15, 16])
  const byPlace = sums(Array.from({ length: places }, (_, at) => 40 ** (((at * 7919) % places) / places)))
  const byCategory = sums(Array.from({ length: categories }, (_, at) => 40 ** (((at * 17) % categories) / categories)))
  return () => {
    const category = chosen(byCategory, uniform())
    const place = chosen(byPlace, uniform())
    const own = uniform() < 0.3
    const hour = String(Math.floor(uniform() * 10)).padStart(2, '0')
    for (;;) {
      const day = Math.floor(uniform() * DAYS)
      const season = (1 + 0.5 * Math.cos((2 * Math.PI * day) / 365.25 + category)) / 1.5
      if (uniform() < season * (day % 7 < 2 ? 0.5 : 1)) return { category, place, own, day, hour }
    }
  }
}

function sums(weights: readonly number[]): number[] {
  let sum = 0
  return weights.map((weight) => (sum += weight))
}

function chosen(upTo: readonly number[], uniform: number): number {
  const target = uniform * (upTo.at(-1) ?? 0)
  let [low, high] = [0, upTo.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((upTo[middle] ?? 0) > target) high = middle
    else low = middle + 1
  }
  return low
}

/** What came in three weeks ago or earlier is over: nobody's Today lists two years. */
const isOver = `u.opened_at < now() - interval '21 days'`

const OWN: Readonly<Record<string, string>> = {
  state: `case when ${isOver} then 'closed' else m.state end`,
  state_group: `case when ${isOver} then 'done' else m.state_group end`,
  waits_for: `case when ${isOver} then '{}' else m.waits_for end`,
  due_at: `case when not ${isOver} then u.opened_at + interval '15 days' end`,
  closed_at: `case when ${isOver} then u.opened_at + interval '10 days' end`,
  id: 'gen_random_uuid()',
  reference: `'C-' || ($2::int + u.at)`,
  opened_at: 'u.opened_at',
  updated_at: 'u.opened_at',
  category: 'u.category',
  unit_id: 'u.unit_id',
  unit_path: 'u.unit_path',
  place_unit_id: 'u.place_id',
  place_path: 'u.place_path',
}

async function copyOf(owner: Pool): Promise<string> {
  const { rows } = await owner.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = 'matters'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
  )
  const names = rows.map(({ name }) => name)
  return `insert into matters (${names.join(', ')}) select ${names.map((name) => OWN[name] ?? `m.${name}`).join(', ')}
from matters m cross join unnest($3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[]) with ordinality
  as u(opened_at, category, unit_id, unit_path, place_id, place_path, at) where m.id = $1`
}
