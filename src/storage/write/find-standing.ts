import type { PoolClient } from 'pg'
import type { Matter } from '../../domain/matter/matter.ts'
import type { Earlier } from '../../domain/procedure/records/points-to.ts'
import { fieldsAt, type Written } from '../../domain/procedure/records/record-version.ts'
import type { RecordVersions } from '../../engine/decide/decide-context.ts'
import type { NamedMatters } from '../../engine/decide/named-matters.ts'
import { wholeMatter } from '../../engine/record/lean-matter.ts'

/** What a command has to know before it is decided. */
export type Wanted = {
  readonly tenant: string
  readonly matterId?: string | undefined
  /** The idempotency key it may have been used under. */
  readonly key?: string | undefined
  /** References it names, as they are kept. */
  readonly references?: readonly string[]
  /** Questions of the matter whose answers name records that bring rows: they are read too, with their stories. */
  readonly rowSources?: readonly string[]
  /** Questions of the matter whose answers name records at which earlier matters of its kind are counted. */
  readonly timesSources?: readonly string[]
}

/** A matter as it stands, the head of its chain, and its data key when it has one. */
export type Seen = { readonly matter: Matter; readonly head: string; readonly wrappedKey: string | null }

/** What the same key was used for. */
export type Done = { readonly digest: string; readonly matterId: string }

export type Found = {
  readonly seen?: Seen
  readonly done?: Done
  readonly named?: NamedMatters
  readonly versions?: RecordVersions
  readonly earlier?: readonly Earlier[]
}

const MATTER = `select m.matter, encode(m.head, 'hex') as head, k.wrapped_key as "wrappedKey"`
const FROM = ` from (select 1) as one
left join matters m on m.tenant = $1 and m.id = $2
left join matter_keys k on k.tenant = $1 and k.matter_id = $2`
const KEY = `, c.digest, c.matter_id as "doneId"`
const FROM_KEY = ` left join commands c on c.tenant = $1 and c.key = $3`
const named = (which: string) =>
  `, (select json_agg(n.matter) from matters n where n.tenant = $1 and (${which})) as named`
const stories = (which: string) =>
  `, (select json_agg(json_build_object('reference', n.reference, 'version', e.version, 'form', e.event->'form') order by e.version)
from matters n join matter_events e on e.tenant = n.tenant and e.matter_id = n.id
where n.tenant = $1 and (${which}) and json_typeof(e.event->'form') = 'object') as stories`
const typed = (at: number) => `n.reference = any($${at}::text[])`
const recorded = (at: number) =>
  `n.reference in (select split_part(m.matter->'fields'->>source, '@', 1) from unnest($${at}::text[]) source)`

const earlier = (at: number) =>
  `, (select json_agg(json_build_object('pointsTo', e.points_to, 'openedAt', e.matter->>'openedAt', 'outcome', e.matter->>'outcome'))
from matters e where e.tenant = $1 and e.procedure = m.procedure and e.id <> m.id and not e.exercise and e.about_path is null and e.hidden_from is null and e.opened_at <= m.opened_at
and e.points_to && array(select split_part(m.matter->'fields'->>source, '@', 1) from unnest($${at}::text[]) source)) as earlier`

/** The one read of a command; it carries only what this command needs. */
export function findStatement({ tenant, matterId, key, references = [], rowSources = [], timesSources = [] }: Wanted) {
  const names = references.length > 0
  const rows = rowSources.length > 0
  const at = key ? 4 : 3
  const which = [...(names ? [typed(at)] : []), ...(rows ? [recorded(names ? at + 1 : at)] : [])].join(' or ')
  const counted = timesSources.length > 0
  const last = at + Number(names) + Number(rows)
  const read = `${which ? named(which) : ''}${rows ? stories(which) : ''}${counted ? earlier(last) : ''}`
  return {
    name: `find-matter${key ? '-key' : ''}${names ? '-named' : ''}${rows ? '-rows' : ''}${counted ? '-earlier' : ''}`,
    text: `${MATTER}${key ? KEY : ''}${read}${FROM}${key ? FROM_KEY : ''}`,
    values: [
      tenant,
      matterId ?? null,
      ...(key ? [key] : []),
      ...(names ? [references] : []),
      ...(rows ? [rowSources] : []),
      ...(counted ? [timesSources] : []),
    ],
  }
}

/** What the read gives, as one row. */
export type StandingRow = {
  matter: Matter | null
  head: string
  wrappedKey: string | null
  digest?: string | null
  doneId?: string
  /** In a list of JSON: as their rows keep them. */
  named?: Parameters<typeof wholeMatter>[0][] | null
  earlier?: (Omit<Earlier, 'outcome'> & { readonly outcome: string | null })[] | null
  stories?: (Written & { readonly reference: string })[] | null
}

/** Finds matter, used key and named matters in one round trip. */
export async function findStanding(client: PoolClient, wanted: Wanted): Promise<Found> {
  const { rows } = await client.query<StandingRow>(findStatement(wanted))
  const row = rows[0]
  if (!row) throw new Error('a select without a table gives one row')
  return foundIn(row)
}

/** The row in words. */
export function foundIn(row: StandingRow): Found {
  const { matter, head, wrappedKey, digest, doneId, named: matters, stories: written, earlier: others } = row
  return {
    ...(matter ? { seen: { matter, head, wrappedKey } } : {}),
    ...(digest && doneId ? { done: { digest, matterId: doneId } } : {}),
    ...(matters ? { named: byReference(matters.map(wholeMatter)) } : {}),
    ...(others ? { earlier: others.map(({ outcome, ...one }) => ({ ...one, ...(outcome ? { outcome } : {}) })) } : {}),
    ...(written ? { versions: versionsOf(written) } : {}),
  }
}

const versionsOf =
  (written: readonly (Written & { readonly reference: string })[]): RecordVersions =>
  (reference, version) => {
    const story = written.filter((each) => each.reference === reference)
    return story.length > 0 ? fieldsAt(story, version) : undefined
  }

export const byReference = (matters: readonly Matter[]): NamedMatters =>
  new Map(matters.map((matter) => [matter.reference, matter]))
