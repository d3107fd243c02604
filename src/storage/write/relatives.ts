import type { RelayRequest } from '../../domain/matter/event.ts'
import { CARRIES_ON, isAdopted } from '../../domain/matter/link.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { withTenant } from '../connection/connect.ts'
import type { StorageDeps } from '../deps.ts'

/**
 * Open matters that came of this one, where they live now: what was escalated is followed. Those that a step asked for and
 * that are not open yet belong to them, so that nothing is told past them. What is said in a complaint about a unit goes only
 * where that unit does not see it either.
 */
const CHILDREN = `with recursive line(id) as (
    select l.from_id from matter_links l where l.tenant = $1 and l.to_id = $2::uuid and l.type = 'childOf'
    union
    select l.from_id from matter_links l join line on l.to_id = line.id where l.tenant = $1 and l.type = any($3::text[])
  )
  select m.id from line join matters m on m.tenant = $1 and m.id = line.id where m.state_group <> 'done'
    and ($4::text is null or m.matter ->> 'aboutUnitId' = $4)
  union
  select (c ->> 'id')::uuid from jobs j, jsonb_array_elements(j.payload -> 'children') c
  where j.tenant = $1 and j.kind = 'open-children' and j.done_at is null
    and (j.payload ->> 'matterId' = $2::uuid::text and c ->> 'link' = 'childOf'
      or j.payload ->> 'matterId' in (select id::text from line) and c ->> 'link' = any($3::text[]))
    and ($4::text is null or c ->> 'aboutUnitId' = $4)
    and not exists (select 1 from matters m where m.tenant = $1 and m.id = (c ->> 'id')::uuid)
  limit 500`

/** Open matters that were merged into this one, and those merged into them before. */
const MERGED = `with recursive line(id) as (
    select l.from_id from matter_links l where l.tenant = $1 and l.to_id = $2::uuid and l.type = 'duplicateOf'
    union
    select l.from_id from matter_links l join line on l.to_id = line.id where l.tenant = $1 and l.type = 'duplicateOf'
  )
  select m.id from line join matters m on m.tenant = $1 and m.id = line.id where m.state_group <> 'done' limit 500`

/** The ids of the matters that stand so to this one. */
export async function relativesOf(
  deps: StorageDeps,
  matter: Matter,
  to: RelayRequest['to'],
): Promise<readonly string[]> {
  if (to === 'parent') return parentsOf(deps, matter)
  const [name, text, values] =
    to === 'children'
      ? ['relatives-children', CHILDREN, [matter.tenant, matter.id, CARRIES_ON, matter.aboutUnitId ?? null]]
      : ['relatives-merged', MERGED, [matter.tenant, matter.id]]
  const { rows } = await withTenant(deps.pool, matter.tenant, (client) =>
    client.query<{ id: string }>({ name, text, values } as { name: string; text: string; values: unknown[] }),
  )
  return rows.map(({ id }) => id)
}

const MATTERS = 'select matter from matters where tenant = $1 and id = any($2::uuid[]) limit 50'

/**
 * The matters that wait for this one, by id, the nearest first: the one it was opened from and, where it carries another on,
 * those that waited for that one; and those that took it on. A link made by hand makes nobody wait.
 */
export async function parentsOf(deps: StorageDeps, matter: Matter): Promise<readonly string[]> {
  const opener = matter.channel === 'system' ? matter.links[0] : undefined
  const claimed = matter.links.filter((link) => link !== opener && link.type === 'childOf' && !link.back)
  const carriesOn = opener && CARRIES_ON.includes(opener.type) ? opener.matterId : undefined
  const ids = [...claimed.map(({ matterId }) => matterId), ...(carriesOn ? [carriesOn] : [])]
  const read = ids.length > 0 ? await readMatters(deps, matter.tenant, ids) : []
  const before = read.find(({ id }) => id === carriesOn)
  const adopters = read.filter(({ links }) => links.some((link) => isAdopted(link) && link.matterId === matter.id))
  const all = [
    ...(opener ? [opener.matterId] : []),
    ...adopters.map(({ id }) => id),
    ...(before ? await parentsOf(deps, before) : []),
  ]
  return [...new Set(all)]
}

const readMatters = (deps: StorageDeps, tenant: string, ids: readonly string[]): Promise<Matter[]> =>
  withTenant(deps.pool, tenant, async (client) => {
    const { rows } = await client.query<{ matter: Matter }>({
      name: 'relatives-matters',
      text: MATTERS,
      values: [tenant, ids],
    })
    return rows.map(({ matter }) => matter)
  })
