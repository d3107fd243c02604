import { type Kysely, sql } from 'kysely'
import type { AdminPerson } from '../../domain/views/admin-views.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { Tables } from '../schema/tables.ts'
import { markForLog } from '../transparency/pending.ts'
import { type AdminAct, administer } from './admin-changes.ts'
import { forgetConfirmations } from './confirmations.ts'

const MOST_PEOPLE = 10_000

/** Every official of a tenant with sign-in name and posts, those who left too. */
export async function listAdminPeople(db: Kysely<Tables>, tenant: string): Promise<AdminPerson[]> {
  const rows = await db
    .selectFrom('people as p')
    .leftJoin('auth.users as a', (join) => join.onRef('a.id', '=', 'p.user_id').onRef('a.tenant', '=', 'p.tenant'))
    .select([
      'p.id',
      'p.name',
      'p.left_at as leftAt',
      'a.username',
      'a.must_change_password as mustChangePassword',
      'a.one_time_until as oneTimeUntil',
      sql<boolean>`exists (select from auth.totp_secrets t where t.user_id = p.user_id and t.confirmed_at is not null)
        or exists (select from auth.passkeys k where k.user_id = p.user_id)`.as('hasFactor'),
      sql<boolean>`exists (select from auth.accounts l where l.user_id = p.user_id and l.provider_id = 'house:' || p.tenant)`.as(
        'isLinked',
      ),
      sql<
        string[]
      >`array(select s.id from posts s where s.tenant = p.tenant and s.person_id = p.id and s.closed_at is null order by s.sort, s.id)`.as(
        'postIds',
      ),
    ])
    .where('p.tenant', '=', tenant)
    .orderBy(sql`p.left_at is not null`)
    .orderBy('p.name')
    .orderBy('p.id')
    .limit(MOST_PEOPLE)
    .execute()
  return rows.map(({ leftAt, username, mustChangePassword, oneTimeUntil, ...row }) => ({
    ...row,
    mustChangePassword: mustChangePassword ?? false,
    ...(leftAt ? { leftAt } : {}),
    ...(username ? { username } : {}),
    ...(mustChangePassword && oneTimeUntil ? { oneTimeUntil } : {}),
  }))
}

/** Adds an official whose sign-in account was made before. */
export function addPerson(
  db: Kysely<Tables>,
  act: AdminAct,
  person: { readonly id: string; readonly name: string; readonly userId: string },
): Promise<void> {
  return administer(db, act, async (trx) => {
    const { id, name, userId } = person
    await trx.insertInto('people').values({ tenant: act.tenant, id, name, user_id: userId }).execute()
    return { subject: 'person', subjectId: id, what: 'added', after: { name } }
  })
}

/** Connects an official with a sign-in account that was made before. */
export function connectAccount(db: Kysely<Tables>, act: AdminAct, id: string, userId: string): Promise<void> {
  return administer(db, act, async (trx) => {
    await getPersonHere(trx, act.tenant, id)
    await forgetConfirmations(trx, act, id)
    await trx
      .updateTable('people')
      .set({ user_id: userId })
      .where('tenant', '=', act.tenant)
      .where('id', '=', id)
      .execute()
    return { subject: 'person', subjectId: id, what: 'changed', before: { account: false }, after: { account: true } }
  })
}

/** Corrects an official's name. What was signed before shows the new name. */
export function renamePerson(db: Kysely<Tables>, act: AdminAct, id: string, name: string): Promise<void> {
  return administer(db, act, async (trx) => {
    const before = await getPersonHere(trx, act.tenant, id)
    await trx.updateTable('people').set({ name }).where('tenant', '=', act.tenant).where('id', '=', id).execute()
    return { subject: 'person', subjectId: id, what: 'changed', before: { name: before.name }, after: { name } }
  })
}

/** Lets an official leave: the posts become vacant, the person stays in what was signed. The account is closed by its own room. */
export function leavePerson(db: Kysely<Tables>, act: AdminAct, id: string): Promise<void> {
  const { tenant } = act
  return administer(db, act, async (trx) => {
    await getPersonHere(trx, tenant, id)
    const vacated = await trx
      .updateTable('posts')
      .set({ person_id: null, confirmed_person_id: null, confirmed_roles: [] })
      .where('tenant', '=', tenant)
      .where('person_id', '=', id)
      .returning('id')
      .execute()
    await markForLog(
      trx,
      tenant,
      vacated.map((post) => ({ kind: 'post', subject: post.id })),
    )
    await trx.updateTable('people').set({ left_at: act.at }).where('tenant', '=', tenant).where('id', '=', id).execute()
    return { subject: 'person', subjectId: id, what: 'left', before: { posts: vacated.map((post) => post.id) } }
  })
}

/** Writes down that somebody got a new one-time password. */
export function recordPasswordReset(db: Kysely<Tables>, act: AdminAct, id: string): Promise<void> {
  return administer(db, act, async (trx) => {
    await getPersonHere(trx, act.tenant, id)
    await forgetConfirmations(trx, act, id)
    return { subject: 'person', subjectId: id, what: 'passwordReset' }
  })
}

/** Writes down that all sessions of somebody were ended. */
export function recordSessionsEnded(db: Kysely<Tables>, act: AdminAct, id: string): Promise<void> {
  return administer(db, act, async (trx) => {
    await getPersonHere(trx, act.tenant, id)
    return { subject: 'person', subjectId: id, what: 'sessionsEnded' }
  })
}

/** An official who has not left, with the account. @throws AnlanError not-found */
export async function getPersonHere(db: Kysely<Tables>, tenant: string, id: string) {
  const person = await db
    .selectFrom('people as p')
    .leftJoin('auth.users as a', (join) => join.onRef('a.id', '=', 'p.user_id').onRef('a.tenant', '=', 'p.tenant'))
    .select(['p.id', 'p.name', 'p.user_id as userId', 'a.username'])
    .where('p.tenant', '=', tenant)
    .where('p.id', '=', id)
    .where('p.left_at', 'is', null)
    .executeTakeFirst()
  if (!person) throw new AnlanError('not-found', { person: id })
  return person
}
