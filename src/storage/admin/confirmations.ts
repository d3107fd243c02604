import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import { CONFIRMED_ROLES, type Role } from '../../domain/unit/role.ts'
import type { WaitingPost } from '../../domain/views/admin-views.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { Text } from '../../domain/wording/text.ts'
import type { Tables } from '../schema/tables.ts'
import { markForLog } from '../transparency/pending.ts'
import { type AdminAct, administer, COMMAND_LINE } from './admin-changes.ts'

const GUARDED = sql.lit(`{${CONFIRMED_ROLES.join(',')}}`)

/** Roles of post `s` that wait: guarded, and not confirmed for the person who holds it now. */
export const WAITING_ROLES = sql<string[]>`array(
  select unnest(s.roles) intersect select unnest(${GUARDED}::text[])
  except select unnest(case when s.confirmed_person_id = s.person_id then s.confirmed_roles else '{}' end))`

/** Whether this person's holding of this post, or of that from which they stand in for it, was confirmed for a role by a second person. */
export async function isConfirmed(
  db: Kysely<Tables>,
  { tenant, personId, postId, standsIn }: Pick<Actor, 'tenant' | 'personId' | 'postId' | 'standsIn'>,
  role: Role,
): Promise<boolean> {
  const post = await db
    .selectFrom('posts')
    .select('id')
    .where('tenant', '=', tenant)
    .where('id', '=', standsIn?.ownPostId ?? postId)
    .where('person_id', '=', personId)
    .where('confirmed_person_id', '=', personId)
    .where(sql<boolean>`${role} = any (confirmed_roles) and ${role} = any (roles)`)
    .executeTakeFirst()
  return post !== undefined
}

/** Posts whose holder waits for a second person, with who asked for it and why. */
export async function listWaitingPosts(db: Kysely<Tables>, tenant: string): Promise<WaitingPost[]> {
  const { rows } = await sql<Row>`
    select s.id as "postId", s.unit_id as "unitId", s.title, s.person_id as "personId", p.name as "personName",
      ${WAITING_ROLES} as roles, coalesce(not a.must_change_password, false) as ready,
      c.person_name as "askedBy", c.at as "askedAt", c.reason
    from posts s
    join people p on p.tenant = s.tenant and p.id = s.person_id
    left join auth.users a on a.id = p.user_id and a.tenant = p.tenant
    left join lateral (
      select c.person_name, c.at, c.reason from admin_changes c
      where c.tenant = s.tenant and (c.subject = 'post' and c.subject_id = s.id or c.subject = 'person' and c.subject_id = s.person_id)
        and c.what in ('added', 'changed', 'holderChanged', 'passwordReset')
      order by c.at desc, c.id desc limit 1) c on true
    where s.tenant = ${tenant} and s.closed_at is null and cardinality(${WAITING_ROLES}) > 0
    order by c.at desc nulls last, s.id limit 200`.execute(db)
  return rows.map(({ askedBy, askedAt, reason, ...row }) => ({
    ...row,
    ...(askedBy ? { askedBy } : {}),
    ...(askedAt ? { askedAt } : {}),
    ...(reason ? { reason } : {}),
  }))
}

type Row = Omit<WaitingPost, 'askedBy' | 'askedAt' | 'reason'> & {
  readonly title: Text
  readonly askedBy: string | null
  readonly askedAt: string | null
  readonly reason: string | null
}

/**
 * Confirms that a person holds a post with its guarded roles. The second person is an administrator or auditor, confirmed in that post,
 * and neither the holder nor anybody who brought it about: gave the post or its roles, the account or its one-time password.
 * @throws AnlanError not-found when nothing waits, not-allowed with the rule
 */
export function confirmHolder(
  db: Kysely<Tables>,
  act: AdminAct,
  { postId, personId, roles: seen }: { postId: string; personId: string; roles?: readonly string[] | undefined },
): Promise<void> {
  return administer(db, act, async (trx) => {
    const waiting = (await listWaitingPosts(trx, act.tenant)).find((one) => one.postId === postId)
    const isAsSeen = !seen || waiting?.roles.every((role) => seen.includes(role))
    if (waiting?.personId !== personId || !isAsSeen) throw new AnlanError('not-found', { post: postId })
    if (act.personId !== COMMAND_LINE) await mustBeSecond(trx, act, waiting)
    const roles = sql<string[]>`roles`
    await trx
      .updateTable('posts')
      .set({ confirmed_person_id: personId, confirmed_roles: roles })
      .where('tenant', '=', act.tenant)
      .where('id', '=', postId)
      .execute()
    return { subject: 'post', subjectId: postId, what: 'confirmed', after: { personId, roles: waiting.roles } }
  })
}

async function mustBeSecond(trx: Transaction<Tables>, act: AdminAct, waiting: WaitingPost): Promise<void> {
  const refuse = (rule: string) => new AnlanError('not-allowed', { rule })
  const confirmer = { tenant: act.tenant, personId: act.personId, postId: act.postId }
  if (!(await isConfirmed(trx, confirmer, 'administrator')) && !(await isConfirmed(trx, confirmer, 'auditor')))
    throw refuse('unconfirmed')
  if (act.personId === waiting.personId) throw refuse('own-right')
  if (await broughtAbout(trx, act, waiting)) throw refuse('own-act')
  // Until then whoever made the account could sign in as its holder.
  if (!waiting.ready) throw refuse('one-time-password')
}

/**
 * Whether the actor had a hand in it: in the post since it was last confirmed for anybody, in the account since this person was last
 * confirmed. That somebody else held the post meanwhile says nothing of who knows the password.
 */
async function broughtAbout(trx: Transaction<Tables>, act: AdminAct, waiting: WaitingPost): Promise<boolean> {
  const { rows } = await sql`
    select 1 from admin_changes c
    where c.tenant = ${act.tenant} and c.person_id = ${act.personId} and c.subject = 'post' and c.subject_id = ${waiting.postId}
      and (c.what in ('added', 'holderChanged') or c.what = 'changed' and c.before -> 'roles' is distinct from c.after -> 'roles')
      and c.at >= ${lastConfirmed(act, sql`k.subject_id = ${waiting.postId}`)}
    limit 1`.execute(trx)
  return rows.length > 0 || gaveAccount(trx, act, waiting.personId)
}

/**
 * Whether the actor made this person's account or gave it the password of today, since the person was last confirmed in a post: they may
 * still know it.
 */
export async function gaveAccount(trx: Transaction<Tables>, act: AdminAct, personId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from admin_changes c where c.tenant = ${act.tenant} and c.person_id = ${act.personId}
      and c.subject = 'person' and c.subject_id = ${personId}
      and (c.what in ('added', 'passwordReset') or c.what = 'changed' and c.after ? 'account')
      and c.at >= ${lastConfirmed(act, sql`k.after ->> 'personId' = ${personId}`)}
    limit 1`.execute(trx)
  return rows.length > 0
}

const lastConfirmed = ({ tenant }: AdminAct, which: RawBuilder<unknown>) => sql`coalesce(
  (select max(k.at) from admin_changes k where k.tenant = ${tenant} and k.subject = 'post' and k.what = 'confirmed' and ${which}),
  '-infinity')`

/** Somebody else may know the password now: what the person's posts were confirmed for waits again. */
export async function forgetConfirmations(trx: Transaction<Tables>, act: AdminAct, personId: string): Promise<void> {
  if (act.personId === COMMAND_LINE) return
  const waiting = await trx
    .updateTable('posts')
    .set({ confirmed_person_id: null, confirmed_roles: [] })
    .where('tenant', '=', act.tenant)
    .where('confirmed_person_id', '=', personId)
    .returning('id')
    .execute()
  await markForLog(
    trx,
    act.tenant,
    waiting.map((post) => ({ kind: 'post', subject: post.id })),
  )
}
