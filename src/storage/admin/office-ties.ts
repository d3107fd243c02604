import type { Kysely } from 'kysely'
import type { Pool } from 'pg'
import type { Instant } from '../../domain/time/time.ts'
import type { OfficeStanding } from '../../domain/unit/unit.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { Text } from '../../domain/wording/text.ts'
import { databaseFor } from '../connection/connect.ts'
import type { Tables } from '../schema/tables.ts'
import { type AdminAct, administer } from './admin-changes.ts'

/** What one office is told of another: how it stands, its name, who takes in there, whom to call. */
export type NewTie = {
  readonly tenant: string
  readonly other: string
  readonly stands: OfficeStanding
  readonly name: Text
  readonly intake: Text
  readonly call?: string
  readonly because: string
  readonly at: Instant
}

const SET = `insert into office_ties (tenant, other, stands, name, intake, call, set_at, set_because) values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (tenant, other) do update set name = excluded.name, intake = excluded.intake, call = excluded.call,
    stands = excluded.stands, set_at = excluded.set_at, set_because = excluded.set_because,
    agreed_at = case when office_ties.stands = excluded.stands then office_ties.agreed_at end,
    agreed_by = case when office_ties.stands = excluded.stands then office_ties.agreed_by end,
    other_agreed_at = case when office_ties.stands = excluded.stands then office_ties.other_agreed_at end`

/** Tells one office of another, as the owner of the tables. Standing otherwise than before, both agree anew. */
export const setTie = (owner: Pool, tie: NewTie) =>
  owner.query(SET, [
    tie.tenant,
    tie.other,
    tie.stands,
    JSON.stringify(tie.name),
    JSON.stringify(tie.intake),
    tie.call ?? null,
    tie.at,
    tie.because,
  ])

/** Whether an office agrees that matters go between it and another, and which unit of its own takes in. */
export type Agreement = { readonly other: string; readonly takesIn?: string | undefined; readonly agrees: boolean }

/**
 * Agrees, or takes it back: recorded with its reason. The other office is told by a statement of its own; told twice is once.
 * @throws AnlanError not-found when nobody tied the two
 */
export async function agreeTie(
  db: Kysely<Tables>,
  pool: Pool,
  act: AdminAct,
  { other, takesIn, agrees }: Agreement,
): Promise<void> {
  const agreedAt = agrees ? act.at : null
  await administer(db, act, async (trx) => {
    const before = await trx
      .selectFrom('office_ties')
      .select(['takes_in as takesIn', 'agreed_at as agreedAt'])
      .where('tenant', '=', act.tenant)
      .where('other', '=', other)
      .executeTakeFirst()
    if (!before) throw new AnlanError('not-found')
    await trx
      .updateTable('office_ties')
      .set({ agreed_at: agreedAt, agreed_by: agrees ? act.personName : null, takes_in: takesIn ?? before.takesIn })
      .where('tenant', '=', act.tenant)
      .where('other', '=', other)
      .execute()
    const after = { other, agrees, takesIn: takesIn ?? before.takesIn }
    return {
      subject: 'office',
      subjectId: 'ties',
      what: 'changed',
      before: { other, agrees: before.agreedAt !== null, takesIn: before.takesIn },
      after,
    }
  })
  await databaseFor(pool, other)
    .updateTable('office_ties')
    .set({ other_agreed_at: agreedAt })
    .where('tenant', '=', other)
    .where('other', '=', act.tenant)
    .execute()
}
