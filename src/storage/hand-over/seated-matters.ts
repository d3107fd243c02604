import { type Kysely, sql } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Stay } from '../../domain/matter/hand-over.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { findDefinition } from '../../domain/procedure/definition.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { HandOverPreview } from '../../domain/views/team-view.ts'
import { seatsHeld } from '../../engine/hand-over/seats-held.ts'
import { type Route, whyItStays } from '../../engine/hand-over/why-it-stays.ts'
import { ledgerOf } from '../read/ledger.ts'
import { visibleTo } from '../read/visible.ts'
import type { Tables } from '../schema/tables.ts'

/** More than any post has; what is over it takes a second act. */
const MOST = 5_000

/** Open matters in which a post holds a seat by name, those that whoever hands over sees. */
export async function seatedMatters(
  db: Kysely<Tables>,
  actor: Actor,
  postId: string,
  { directory }: Rulebook,
): Promise<readonly Matter[]> {
  const rows = await ledgerOf(db)
    .where('m.tenant', '=', actor.tenant)
    .where('m.state_group', '<>', 'done')
    .where(sql<boolean>`m.participants && array[${postId}]::text[]`)
    .where(visibleTo(actor, directory))
    .select('m.matter')
    .orderBy('m.id')
    .limit(MOST)
    .execute()
  return rows.map(({ matter }) => matter as Matter).filter((matter) => seatsHeld(matter, postId).length > 0)
}

/** Why a matter stays, by the definition it was opened under. */
export function stayOf(matter: Matter, route: Route, rulebook: Rulebook, now: Instant): Stay | undefined {
  const procedure = findDefinition(rulebook.procedures, matter)
  return procedure ? whyItStays(procedure, matter, route, rulebook.directory, now) : 'role'
}

/** What would go to the other post and what would stay, before anything is done. */
export async function previewHandOver(
  db: Kysely<Tables>,
  actor: Actor,
  route: Route,
  rulebook: Rulebook,
  now: Instant,
): Promise<HandOverPreview> {
  const matters = await seatedMatters(db, actor, route.from, rulebook)
  const judged = matters.map((matter) => ({ matter, why: stayOf(matter, route, rulebook, now) }))
  const counts = new Map<string, number>()
  for (const { matter, why } of judged) if (!why) counts.set(matter.procedure, (counts.get(matter.procedure) ?? 0) + 1)
  return {
    moves: rulebook.procedures.flatMap(({ id }, index, all) => {
      const count = all.findIndex((each) => each.id === id) === index ? counts.get(id) : undefined
      return count ? [{ procedure: id, count }] : []
    }),
    stays: judged.flatMap(({ matter: { id, reference, title, procedure }, why }) =>
      why ? [{ id, reference, title, procedure, why }] : [],
    ),
  }
}
