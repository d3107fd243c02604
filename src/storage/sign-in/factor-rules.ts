import { type Kysely, sql } from 'kysely'
import type { FactorRule } from '../../domain/sign-in/sign-in-views.ts'
import { type AdminAct, administer } from '../admin/admin-changes.ts'
import type { Tables } from '../schema/tables.ts'

type Db = Kysely<Tables>

/** For whom a second factor is demanded. */
export async function listFactorRules(db: Db, tenant: string): Promise<FactorRule[]> {
  const rows = await db
    .selectFrom('factor_rules')
    .select(['scope', 'subject'])
    .where('tenant', '=', tenant)
    .orderBy('scope')
    .orderBy('subject')
    .limit(1000)
    .execute()
  return rows as FactorRule[]
}

/** Demands a second factor of these from now on, and of nobody else. Whoever has none sets one up before anything else. */
export function setFactorRules(db: Db, act: AdminAct, rules: readonly FactorRule[]): Promise<void> {
  const { tenant, at } = act
  return administer(db, act, async (trx) => {
    const before = await listFactorRules(trx, tenant)
    await trx.deleteFrom('factor_rules').where('tenant', '=', tenant).execute()
    if (rules.length > 0)
      await trx
        .insertInto('factor_rules')
        .values(rules.map((rule) => ({ ...rule, tenant, at })))
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    return {
      subject: 'office',
      subjectId: 'factorRules',
      what: 'changed',
      before: { factorRules: before },
      after: { factorRules: rules },
    }
  })
}

/** Whether the rules ask a second factor of a person, in any post held. */
export async function isFactorDemanded(db: Db, tenant: string, userId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from factor_rules r where r.tenant = ${tenant} and (r.scope = 'office' or exists (
    select from people p join posts s on s.tenant = p.tenant and s.person_id = p.id and s.closed_at is null
    where p.tenant = ${tenant} and p.user_id = ${userId}
      and (r.scope = 'post' and r.subject = s.id or r.scope = 'role' and r.subject = any (s.roles)))) limit 1`.execute(
    db,
  )
  return rows.length > 0
}

/** How many people with an account there are, and how many of them have a second factor. */
export async function countFactors(
  db: Db,
  tenant: string,
): Promise<{ readonly all: number; readonly withFactor: number }> {
  const { rows } = await sql<{ all: number; withFactor: number }>`select count(*)::int as all,
      (count(*) filter (where exists (select from auth.totp_secrets t where t.user_id = p.user_id and t.confirmed_at is not null)
        or exists (select from auth.passkeys k where k.user_id = p.user_id)))::int as "withFactor"
    from people p where p.tenant = ${tenant} and p.left_at is null and p.user_id is not null`.execute(db)
  return rows[0] ?? { all: 0, withFactor: 0 }
}
