import type { PoolClient } from 'pg'
import type { Instant } from '../../domain/time/time.ts'
import { plantMap } from './plant-map.ts'
import { DEMO_DESKS, DEMO_POSTS } from './posts.ts'
import { DEMO_UNITS } from './units.ts'

const NAME = { zh: '清澜县综治中心', en: 'Qinglan Governance Centre' }

/** No such number is ever given out. */
const SETTINGS = {
  demo: 'loading',
  contact: {
    phone: '0000-1234567',
    dutyPhone: '0000-7654321',
    hours: { zh: '工作日 8:30–17:30', en: 'working days 8:30–17:30' },
    address: { zh: '清澜县安澜路1号', en: '1 Anlan Road, Qinglan' },
  },
}

const TENANT = `insert into tenants (tenant, name, created_at, settings) values ($1, $2, $3, $4) on conflict (tenant) do nothing`
const UNITS = `insert into units (tenant, id, parent_id, path, kind, name, sort)
select $1, u.id, u."parentId", u.path, u.kind, u.name, u.sort
from jsonb_to_recordset($2::jsonb) as u(id text, "parentId" text, path text, kind text, name jsonb, sort integer) order by u.sort
on conflict (tenant, id) do nothing`
const PEOPLE = `insert into people (tenant, id, name)
select $1, p.id, p.name from jsonb_to_recordset($2::jsonb) as p(id text, name text) on conflict (tenant, id) do nothing`
const POSTS = `insert into posts (tenant, id, unit_id, title, roles, person_id, confirmed_person_id, confirmed_roles, sort)
select $1, p.id, p."unitId", p.title, r.roles, p."personId", p."personId", r.roles, p.sort
from jsonb_to_recordset($2::jsonb) as p(id text, "unitId" text, title jsonb, roles jsonb, "personId" text, sort integer),
  lateral (select array(select jsonb_array_elements_text(p.roles)) as roles) as r
on conflict (tenant, id) do nothing`

/** Writes the invented county's units, posts and people, those that are not there yet. */
export async function plantCounty(client: PoolClient, tenant: string, now: Instant): Promise<void> {
  const units = DEMO_UNITS.map((unit, sort) => ({ ...unit, sort }))
  const posts = [...DEMO_POSTS, ...DEMO_DESKS].map(({ holder, ...post }, sort) => ({
    ...post,
    personId: holder?.personId,
    sort,
  }))
  const people = DEMO_POSTS.flatMap(({ holder }) => (holder ? [{ id: holder.personId, name: holder.name }] : []))
  await client.query(TENANT, [tenant, JSON.stringify(NAME), now, JSON.stringify(SETTINGS)])
  await client.query(UNITS, [tenant, JSON.stringify(units)])
  await client.query(PEOPLE, [tenant, JSON.stringify(people)])
  await client.query(POSTS, [tenant, JSON.stringify(posts)])
  await plantMap(client, tenant, now)
}
