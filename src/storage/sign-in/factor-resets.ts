import { type Kysely, sql, type Transaction } from 'kysely'
import type { FactorReset } from '../../domain/sign-in/sign-in-views.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { type AdminAct, administer, COMMAND_LINE } from '../admin/admin-changes.ts'
import { getPersonHere } from '../admin/admin-people.ts'
import { gaveAccount } from '../admin/confirmations.ts'
import type { Tables } from '../schema/tables.ts'
import { dropFactors } from './factors.ts'

type Db = Kysely<Tables>

/** Resets that wait for a second person. */
export async function listFactorResets(db: Db, tenant: string): Promise<FactorReset[]> {
  const { rows } =
    await sql<FactorReset>`select r.id, r.person_id as "personId", p.name as "personName", coalesce(a.name, r.asked_by) as "askedBy",
      r.asked_at as "askedAt", r.reason
    from factor_resets r
    join people p on p.tenant = r.tenant and p.id = r.person_id
    left join people a on a.tenant = r.tenant and a.id = r.asked_by
    where r.tenant = ${tenant} and r.decided_at is null order by r.asked_at, r.id limit 200`.execute(db)
  return rows
}

/** Asks to take a person's second factor away. Asking again while it waits changes nothing but the record. */
export function askFactorReset(db: Db, act: AdminAct, personId: string): Promise<void> {
  return administer(db, act, async (trx) => {
    const { userId } = await getPersonHere(trx, act.tenant, personId)
    if (!userId) throw new AnlanError('not-found', { person: personId, rule: 'no-account' })
    await trx
      .insertInto('factor_resets')
      .values({
        tenant: act.tenant,
        id: act.changeId,
        person_id: personId,
        asked_by: act.personId,
        asked_at: act.at,
        reason: act.reason,
      })
      .onConflict((conflict) => conflict.columns(['tenant', 'person_id']).where('decided_at', 'is', null).doNothing())
      .execute()
    return { subject: 'person', subjectId: personId, what: 'factorResetAsked' }
  })
}

/**
 * A second person agrees or refuses. It is neither the person concerned, nor whoever asked, nor whoever gave the person the password they
 * have: one of these with a second password and no second factor could sign in as them.
 * @returns the account whose second factors are gone and whose sessions end; undefined when it was refused
 * @throws AnlanError not-found when nothing waits, not-allowed with the rule
 */
export async function decideFactorReset(
  db: Db,
  act: AdminAct,
  { id, agree }: { readonly id: string; readonly agree: boolean },
): Promise<string | undefined> {
  let account: string | undefined
  await administer(db, act, async (trx) => {
    const { personId, askedBy } = await getOpen(trx, act.tenant, id)
    if (act.personId === personId) throw new AnlanError('not-allowed', { rule: 'own-factor' })
    if (agree && act.personId === askedBy) throw new AnlanError('not-allowed', { rule: 'own-act' })
    if (agree && (await gaveAccount(trx, act, personId))) throw new AnlanError('not-allowed', { rule: 'own-act' })
    await trx
      .updateTable('factor_resets')
      .set({ decided_by: act.personId, decided_at: act.at, agreed: agree })
      .where('tenant', '=', act.tenant)
      .where('id', '=', id)
      .execute()
    if (agree) account = await dropOf(trx, act.tenant, personId)
    return { subject: 'person', subjectId: personId, what: agree ? 'factorReset' : 'factorResetRefused' }
  })
  return account
}

/** The way on where nobody else is: whoever may run commands on the server may do anything anyway, and it is on record. */
export async function resetFactorsAtOnce(db: Db, act: AdminAct, personId: string): Promise<string | undefined> {
  if (act.personId !== COMMAND_LINE) throw new AnlanError('not-allowed')
  let account: string | undefined
  await administer(db, act, async (trx) => {
    account = await dropOf(trx, act.tenant, personId)
    return { subject: 'person', subjectId: personId, what: 'factorReset' }
  })
  return account
}

async function dropOf(trx: Transaction<Tables>, tenant: string, personId: string): Promise<string | undefined> {
  const { userId } = await getPersonHere(trx, tenant, personId)
  if (userId) await dropFactors(trx, userId)
  return userId ?? undefined
}

async function getOpen(trx: Transaction<Tables>, tenant: string, id: string) {
  const row = await trx
    .selectFrom('factor_resets')
    .select(['person_id as personId', 'asked_by as askedBy'])
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .where('decided_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw new AnlanError('not-found', { reset: id })
  return row
}
