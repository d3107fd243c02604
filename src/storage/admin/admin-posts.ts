import { type Kysely, sql, type Transaction } from 'kysely'
import type { Role } from '../../domain/unit/role.ts'
import type { AdminPost } from '../../domain/views/admin-views.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { Text } from '../../domain/wording/text.ts'
import type { Tables } from '../schema/tables.ts'
import { type AdminAct, administer, COMMAND_LINE } from './admin-changes.ts'
import { WAITING_ROLES } from './confirmations.ts'

export type NewPost = {
  readonly id: string
  readonly unitId: string
  readonly title: Text
  readonly roles: readonly Role[]
  readonly personId?: string | undefined
}
/** `personId: null` leaves the post without a holder. */
export type PostChange = {
  readonly title?: Text | undefined
  readonly roles?: readonly Role[] | undefined
  readonly personId?: string | null | undefined
}

const MOST_POSTS = 10_000

/** Every post of a tenant with the matters it owns, closed posts too. */
export async function listAdminPosts(db: Kysely<Tables>, tenant: string): Promise<AdminPost[]> {
  const rows = await db
    .selectFrom('posts as s')
    .leftJoin(
      db
        .selectFrom('matters')
        .select(['owner_post_id', sql<number>`count(*)::int`.as('count')])
        .where('tenant', '=', tenant)
        .where('state_group', '<>', 'done')
        .where('owner_post_id', 'is not', null)
        .groupBy('owner_post_id')
        .as('owned'),
      'owned.owner_post_id',
      's.id',
    )
    .select([
      's.id',
      's.unit_id as unitId',
      's.title',
      's.roles',
      's.person_id as personId',
      's.closed_at as closedAt',
      'owned.count',
      WAITING_ROLES.as('waitingRoles'),
    ])
    .where('s.tenant', '=', tenant)
    .orderBy('s.sort')
    .orderBy('s.id')
    .limit(MOST_POSTS)
    .execute()
  return rows.map(({ personId, closedAt, title, roles, count, waitingRoles, ...row }) => ({
    ...row,
    title: title as Text,
    roles: roles as Role[],
    openMatters: count ?? 0,
    waitingRoles: personId ? (waitingRoles as Role[]) : [],
    ...(personId ? { personId } : {}),
    ...(closedAt ? { closedAt } : {}),
  }))
}

/** Adds a post to a unit. @throws AnlanError request-invalid for a closed unit or somebody who has left */
export function addPost(db: Kysely<Tables>, act: AdminAct, post: NewPost): Promise<void> {
  const { tenant } = act
  return administer(db, act, async (trx) => {
    await mustBeOpenUnit(trx, tenant, post.unitId)
    if (post.personId) await mustBeHere(trx, tenant, post.personId)
    await trx
      .insertInto('posts')
      .values({
        tenant,
        id: post.id,
        unit_id: post.unitId,
        title: JSON.stringify(post.title),
        roles: [...post.roles],
        person_id: post.personId ?? null,
        ...confirmation(act, post.personId ?? null, post.roles),
        sort: sql<number>`(select coalesce(max(c.sort), 0) + 1 from posts c where c.tenant = ${tenant} and c.unit_id = ${post.unitId})`,
      })
      .execute()
    return { subject: 'post', subjectId: post.id, what: 'added', after: post }
  })
}

/** Changes a post's title, roles or holder. Its matters stay with it. */
export function changePost(db: Kysely<Tables>, act: AdminAct, id: string, change: PostChange): Promise<void> {
  const { tenant } = act
  return administer(db, act, async (trx) => {
    const { confirmedPersonId, confirmedRoles, ...before } = await getOpenPost(trx, tenant, id)
    if (change.personId) await mustBeHere(trx, tenant, change.personId)
    const after = {
      title: change.title ?? (before.title as Text),
      roles: change.roles ?? (before.roles as Role[]),
      personId: change.personId === undefined ? before.personId : change.personId,
    }
    await trx
      .updateTable('posts')
      .set({
        title: JSON.stringify(after.title),
        roles: [...after.roles],
        person_id: after.personId,
        ...confirmation(act, after.personId, after.roles, { confirmedPersonId, confirmedRoles }),
      })
      .where('tenant', '=', tenant)
      .where('id', '=', id)
      .execute()
    const what = after.personId === before.personId ? 'changed' : 'holderChanged'
    return { subject: 'post', subjectId: id, what, before, after }
  })
}

/** Closes a post for a reason. @throws AnlanError still-in-use while it owns open matters */
export function closePost(db: Kysely<Tables>, act: AdminAct, id: string): Promise<void> {
  const { tenant } = act
  return administer(db, act, async (trx) => {
    const { confirmedPersonId: _person, confirmedRoles: _roles, ...before } = await getOpenPost(trx, tenant, id)
    const { count } = await trx
      .selectFrom('matters')
      .select(sql<number>`count(*)::int`.as('count'))
      .where('tenant', '=', tenant)
      .where('owner_post_id', '=', id)
      .where('state_group', '<>', 'done')
      .executeTakeFirstOrThrow()
    if (count > 0) throw new AnlanError('still-in-use', { matters: count })
    await trx
      .updateTable('posts')
      .set({ closed_at: act.at, person_id: null, confirmed_person_id: null, confirmed_roles: [] })
      .where('tenant', '=', tenant)
      .where('id', '=', id)
      .execute()
    return { subject: 'post', subjectId: id, what: 'closed', before }
  })
}

/**
 * What stays confirmed: what was, while the same person holds the post with the same roles. The command line needs no second person.
 */
function confirmation(
  act: AdminAct,
  personId: string | null,
  roles: readonly string[],
  before: { confirmedPersonId: string | null; confirmedRoles: readonly string[] } = {
    confirmedPersonId: null,
    confirmedRoles: [],
  },
) {
  if (act.personId === COMMAND_LINE)
    return { confirmed_person_id: personId, confirmed_roles: personId ? [...roles] : [] }
  const stays = personId !== null && before.confirmedPersonId === personId
  return {
    confirmed_person_id: stays ? personId : null,
    confirmed_roles: stays ? before.confirmedRoles.filter((role) => roles.includes(role)) : [],
  }
}

async function getOpenPost(trx: Transaction<Tables>, tenant: string, id: string) {
  const post = await trx
    .selectFrom('posts')
    .select([
      'title',
      'roles',
      'person_id as personId',
      'confirmed_person_id as confirmedPersonId',
      'confirmed_roles as confirmedRoles',
    ])
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (!post) throw new AnlanError('not-found', { post: id })
  return post
}

async function mustBeOpenUnit(trx: Transaction<Tables>, tenant: string, id: string): Promise<void> {
  const unit = await trx
    .selectFrom('units')
    .select('id')
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (!unit) throw new AnlanError('request-invalid', { issues: [{ field: 'unitId', rule: 'not-a-unit' }] })
}

async function mustBeHere(trx: Transaction<Tables>, tenant: string, id: string): Promise<void> {
  const person = await trx
    .selectFrom('people')
    .select('id')
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .where('left_at', 'is', null)
    .executeTakeFirst()
  if (!person) throw new AnlanError('request-invalid', { issues: [{ field: 'personId', rule: 'not-an-option' }] })
}
