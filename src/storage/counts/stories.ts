import { type Kysely, sql } from 'kysely'
import type { MatterEvent } from '../../domain/matter/event.ts'
import type { Instant } from '../../domain/time/time.ts'
import { COUNTED_EVENTS } from '../../engine/counts/standing-at.ts'
import { wholeEvent } from '../../engine/record/stored-event.ts'
import type { Tables } from '../schema/tables.ts'

/** An event, with its number in the matter's chain. */
export type Numbered = { readonly version: number; readonly event: MatterEvent }

/** What happened to these matters, without what no count asks for; `before` a moment, where one is given. */
export async function storiesOf(
  db: Kysely<Tables>,
  tenant: string,
  ids: readonly string[],
  before?: Instant,
): Promise<Map<string, Numbered[]>> {
  const stories = new Map<string, Numbered[]>()
  if (ids.length === 0) return stories
  const until = before === undefined ? sql`` : sql`and e.at < ${before}::timestamptz`
  // Of an opening some facts are told by its answers.
  const { rows } = await sql<{ id: string; version: number; type: string; at: string; event: unknown }>`
    select e.matter_id as id, e.version, e.type, e.at, e.event::jsonb - case e.type when 'MatterOpened' then '{files,links,holders,source}'
      else '{form,files,by,opens,links,holders,documents,relays,source}' end::text[] as event
    from matter_events e
    where e.tenant = ${tenant} and e.matter_id = any(${ids}::uuid[]) ${until} and e.type = any(${[...COUNTED_EVENTS]}::text[])
    order by e.matter_id, e.version`.execute(db)
  for (const { id, version, type, at, event: stored } of rows) {
    const event = wholeEvent(stored, { type, at, tenant, matterId: id })
    const story = stories.get(id)
    if (story) story.push({ version, event })
    else stories.set(id, [{ version, event }])
  }
  return stories
}

/** The events up to a number. */
export const upTo = (story: readonly Numbered[] = [], version: number): MatterEvent[] =>
  story.flatMap((each) => (each.version <= version ? [each.event] : []))
