import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { type AdminAct, administer } from '../admin/admin-changes.ts'
import { getPersonHere } from '../admin/admin-people.ts'
import type { Tables } from '../schema/tables.ts'

type Db = Kysely<Tables>

/** Somebody of this office as a house (OIDC) names them: its address and its stable subject. */
export type HouseName = { readonly tenant: string; readonly issuer: string; readonly subject: string }
export type HousePerson = { readonly userId: string; readonly username: string; readonly personId: string }

const provider = (tenant: string) => `house:${tenant}`
const subjectOf = ({ issuer, subject }: HouseName) => `${issuer} ${subject}`

/** Accounts that work, with the official behind each. */
const people = (db: Db, tenant: string) =>
  db
    .selectFrom('auth.users as u')
    .innerJoin('people as p', (join) => join.onRef('p.user_id', '=', 'u.id').onRef('p.tenant', '=', 'u.tenant'))
    .select(['u.id as userId', 'u.username', 'p.id as personId'])
    .where('u.tenant', '=', tenant)
    .where('u.banned', '=', false)
    .where('p.left_at', 'is', null)

/** Who was linked to this name. */
export const findLinked = (db: Db, name: HouseName): Promise<HousePerson | undefined> =>
  people(db, name.tenant)
    .innerJoin('auth.accounts as a', 'a.user_id', 'u.id')
    .where('a.provider_id', '=', provider(name.tenant))
    .where('a.account_id', '=', subjectOf(name))
    .executeTakeFirst()

/** Roles that nobody comes into by what another house calls them: who holds one links the account with its password. */
const NEVER = ['administrator', 'auditor']

/** Who has this sign-in name, and is linked to nobody at the house yet; never whoever administers or audits. */
export const findUnlinked = (db: Db, tenant: string, username: string): Promise<HousePerson | undefined> =>
  people(db, tenant)
    .where('u.username', '=', username.toLowerCase())
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('posts as s')
            .select('s.id')
            .whereRef('s.tenant', '=', 'p.tenant')
            .whereRef('s.person_id', '=', 'p.id')
            .where(sql<boolean>`s.roles && ${NEVER}::text[]`),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('auth.accounts as a')
            .select('a.id')
            .whereRef('a.user_id', '=', 'u.id')
            .where('a.provider_id', '=', provider(tenant)),
        ),
      ),
    )
    .executeTakeFirst()

/** Links an account to a name for good. @returns false when either is linked already */
export async function linkHouse(db: Db, name: HouseName, userId: string): Promise<boolean> {
  if (await isLinked(db, name.tenant, userId)) return false
  const now = new Date().toISOString()
  const row = { id: randomUUID(), account_id: subjectOf(name), provider_id: provider(name.tenant), user_id: userId }
  const linked = await db
    .insertInto('auth.accounts')
    .values({ ...row, created_at: now, updated_at: now })
    .onConflict((conflict) => conflict.columns(['provider_id', 'account_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return linked !== undefined
}

/** Whether an account is linked. */
export async function isLinked(db: Db, tenant: string, userId: string): Promise<boolean> {
  const found = await db
    .selectFrom('auth.accounts')
    .select('id')
    .where('user_id', '=', userId)
    .where('provider_id', '=', provider(tenant))
    .executeTakeFirst()
  return found !== undefined
}

/** Takes a link away, on record: whoever the house names so is unknown here again. @returns the account, whose sessions end */
export async function unlinkHouse(db: Db, act: AdminAct, personId: string): Promise<string | undefined> {
  let account: string | undefined
  await administer(db, act, async (trx) => {
    const { userId } = await getPersonHere(trx, act.tenant, personId)
    account = userId ?? undefined
    await trx
      .deleteFrom('auth.accounts')
      .where('user_id', '=', userId ?? '')
      .where('provider_id', '=', provider(act.tenant))
      .execute()
    return { subject: 'person', subjectId: personId, what: 'houseUnlinked' }
  })
  return account
}

/** Takes one's own link away. @returns whether there was one */
export async function unlinkOwn(db: Db, tenant: string, userId: string): Promise<boolean> {
  const own = db.deleteFrom('auth.accounts').where('user_id', '=', userId).where('provider_id', '=', provider(tenant))
  return (await own.returning('id').executeTakeFirst()) !== undefined
}

/** How many are linked. */
export async function countLinked(db: Db, tenant: string): Promise<number> {
  const { count } = await db
    .selectFrom('auth.accounts')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('provider_id', '=', provider(tenant))
    .executeTakeFirstOrThrow()
  return count
}

/** The token of the house with which a session began. */
export async function houseTokenOf(db: Db, sessionId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('auth.oidc_sessions')
    .select('id_token')
    .where('session_id', '=', sessionId)
    .executeTakeFirst()
  return row?.id_token
}

/** Ends the sessions that began with the session at the house, or all of this subject where the house names no session. */
export async function endHouseSessions(
  db: Db,
  tenant: string,
  { subject, sid }: { readonly subject?: string; readonly sid?: string },
): Promise<number> {
  const begun = db
    .selectFrom('auth.oidc_sessions')
    .select('session_id')
    .where('tenant', '=', tenant)
    .$if(sid !== undefined, (query) => query.where('sid', '=', sid ?? ''))
    .$if(sid === undefined, (query) => query.where('subject', '=', subject ?? ''))
  return (await db.deleteFrom('auth.sessions').where('id', 'in', begun).returning('id').execute()).length
}
