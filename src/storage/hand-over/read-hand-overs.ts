import { type Kysely, sql } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Stay } from '../../domain/matter/hand-over.ts'
import { present } from '../../domain/present.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import type { HandOverView } from '../../domain/views/team-view.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { mayHandOver } from '../../engine/hand-over/why-it-stays.ts'
import { ledgerOf } from '../read/ledger.ts'
import { visibleTo } from '../read/visible.ts'
import type { Tables } from '../schema/tables.ts'

const LATEST = 20

/** The last hand-overs of posts that this actor oversees, the newest first. */
export async function listHandOvers(
  db: Kysely<Tables>,
  actor: Actor,
  directory: Directory,
  id?: string,
): Promise<HandOverView[]> {
  const rows = await db
    .selectFrom('hand_overs as h')
    .select(['h.id', 'h.from_post_id as from', 'h.to_post_id as to', 'h.reason', 'h.at'])
    .select(['h.finished_at as finishedAt', 'h.undoes'])
    .select(
      sql<number>`(select count(*)::int from hand_over_matters x where x.tenant = h.tenant and x.hand_over_id = h.id)`.as(
        'all',
      ),
    )
    .select(
      sql<number>`(select count(*)::int from hand_over_matters x where x.tenant = h.tenant and x.hand_over_id = h.id and x.state = 'moved')`.as(
        'moved',
      ),
    )
    .where('h.tenant', '=', actor.tenant)
    .$if(id !== undefined, (query) => query.where('h.id', '=', id ?? ''))
    .orderBy('h.at', 'desc')
    .limit(LATEST)
    .execute()
  const own = rows.filter(({ from }) => mayHandOver(actor, from, directory))
  const stays = await stayed(
    db,
    actor,
    directory,
    own.map((row) => row.id),
  )
  return own.map(({ finishedAt, undoes, ...row }) => ({
    ...row,
    ...present({ finishedAt: finishedAt ?? undefined, undoes: undoes ?? undefined }),
    stays: stays.filter(({ handOverId }) => handOverId === row.id).map(({ handOverId: _, ...stay }) => stay),
  }))
}

/** One of them. @throws AnlanError not-found */
export async function getHandOver(
  db: Kysely<Tables>,
  actor: Actor,
  directory: Directory,
  id: string,
): Promise<HandOverView> {
  const [found] = await listHandOvers(db, actor, directory, id)
  if (!found) throw new AnlanError('not-found', { handOver: id })
  return found
}

async function stayed(db: Kysely<Tables>, actor: Actor, directory: Directory, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await ledgerOf(db)
    .innerJoin('hand_over_matters as x', (join) =>
      join.onRef('x.tenant', '=', 'm.tenant').onRef('x.matter_id', '=', 'm.id'),
    )
    .where('m.tenant', '=', actor.tenant)
    .where('x.hand_over_id', 'in', ids)
    .where('x.state', '=', 'stayed')
    .where(visibleTo(actor, directory))
    .select(['x.hand_over_id as handOverId', 'm.id', 'm.reference', 'm.title', 'm.procedure', 'x.why'])
    .orderBy('m.id')
    .limit(1000)
    .execute()
  return rows.map(({ why, ...row }) => ({ ...row, why: why as Stay }))
}
