import { type Kysely, sql } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Stay } from '../../domain/matter/hand-over.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import type { Instant } from '../../domain/time/time.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { mayHandOver, type Route } from '../../engine/hand-over/why-it-stays.ts'
import { databaseFor } from '../connection/connect.ts'
import type { StorageDeps } from '../deps.ts'
import type { Tables } from '../schema/tables.ts'
import { handleCommand } from '../write/handle.ts'
import { derivedId } from '../write/ids.ts'
import { seatedMatters } from './seated-matters.ts'

/** One act of handing over; the id comes from who asks, so that asking twice is once. */
export type HandOver = Route & { readonly id: string; readonly reason: string; readonly undoes?: string }

/**
 * Writes down what a post hands over and leaves it to the workers, in one transaction. Asked again it is the same one.
 * @throws AnlanError not-allowed when the actor does not oversee the post; request-invalid when nobody holds the other
 */
export async function startHandOver(
  db: Kysely<Tables>,
  actor: Actor,
  handOver: HandOver,
  rulebook: Rulebook,
  now: Instant,
): Promise<void> {
  const { from, to, id, reason, undoes } = handOver
  const { directory } = rulebook
  if (!mayHandOver(actor, from, directory)) throw new AnlanError('not-allowed', { rule: 'hand-over' })
  if (from === to || !directory.posts[to]?.holder)
    throw new AnlanError('request-invalid', { issues: [{ field: 'postId', rule: 'not-a-post' }] })
  const ids = undoes
    ? await movedBy(db, actor.tenant, undoes)
    : (await seatedMatters(db, actor, from, rulebook)).map((matter) => matter.id)
  await db.transaction().execute(async (trx) => {
    const made = await trx
      .insertInto('hand_overs')
      .values({
        tenant: actor.tenant,
        id,
        from_post_id: from,
        to_post_id: to,
        actor: JSON.stringify(actor),
        reason,
        undoes: undoes ?? null,
        at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) return
    await sql`insert into hand_over_matters (tenant, hand_over_id, matter_id, state)
      select ${actor.tenant}, ${id}, unnest(${ids}::uuid[]), 'waiting'`.execute(trx)
    await trx
      .insertInto('jobs')
      .values({
        tenant: actor.tenant,
        id: derivedId(Date.parse(now), 'hand-over', id),
        kind: 'hand-over',
        payload: JSON.stringify({ handOverId: id }),
        run_at: now,
      })
      .execute()
  })
}

const movedBy = async (db: Kysely<Tables>, tenant: string, id: string): Promise<string[]> =>
  (
    await db
      .selectFrom('hand_over_matters')
      .select('matter_id')
      .where('tenant', '=', tenant)
      .where('hand_over_id', '=', id)
      .where('state', '=', 'moved')
      .execute()
  ).map(({ matter_id }) => matter_id)

const PAGE = 50

/**
 * Hands over what is still waiting, matter by matter, each in a statement of its own and under a key of its own: broken off anywhere it
 * goes on from there, and done twice it is done once.
 */
export async function runHandOver(deps: StorageDeps, tenant: string, id: string): Promise<void> {
  const db = databaseFor(deps.pool, tenant)
  const act = await db
    .selectFrom('hand_overs')
    .select(['from_post_id as from', 'to_post_id as to', 'reason', 'actor'])
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!act) throw new Error(`no hand-over ${id}`)
  const command = { type: 'HandOverSeats', from: act.from, to: act.to, reason: act.reason } as const
  for (;;) {
    const waiting = await db
      .selectFrom('hand_over_matters')
      .select('matter_id')
      .where('tenant', '=', tenant)
      .where('hand_over_id', '=', id)
      .where('state', '=', 'waiting')
      .orderBy('matter_id')
      .limit(PAGE)
      .execute()
    if (waiting.length === 0) break
    for (const { matter_id: matterId } of waiting) {
      const why = await handOne(deps, {
        actor: act.actor as Actor,
        matterId,
        key: `hand-over:${id}:${matterId}`,
        command,
      })
      await db
        .updateTable('hand_over_matters')
        .set({ state: why ? 'stayed' : 'moved', why: why ?? null })
        .where('tenant', '=', tenant)
        .where('hand_over_id', '=', id)
        .where('matter_id', '=', matterId)
        .execute()
    }
  }
  await db
    .updateTable('hand_overs')
    .set({ finished_at: deps.now() })
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .execute()
}

/** @returns why it stays, when it does */
async function handOne(deps: StorageDeps, request: Parameters<typeof handleCommand>[1]): Promise<Stay | undefined> {
  try {
    await handleCommand(deps, request)
    return undefined
  } catch (cause) {
    if (!(cause instanceof AnlanError)) throw cause
    if (cause.code === 'guard-refused') return (cause.details['why'] as Stay | undefined) ?? 'role'
    if (cause.code === 'matter-not-found') return 'sight'
    throw cause
  }
}
