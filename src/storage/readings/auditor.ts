import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { isConfirmed } from '../admin/confirmations.ts'
import type { Tables } from '../schema/tables.ts'

/**
 * Only the auditor, confirmed in that post by a second person, and nobody who administers in any post: who gives rights does not
 * look after how they are used.
 * @throws AnlanError not-allowed
 */
export async function mustAudit(db: Kysely<Tables>, actor: Actor): Promise<void> {
  if (!actor.roles.includes('auditor')) throw new AnlanError('not-allowed', { rule: 'not-auditor' })
  if (!(await isConfirmed(db, actor, 'auditor'))) throw new AnlanError('not-allowed', { rule: 'unconfirmed' })
  const administers = await db
    .selectFrom('posts')
    .select('id')
    .where('tenant', '=', actor.tenant)
    .where('person_id', '=', actor.personId)
    .where('closed_at', 'is', null)
    .where(sql<SqlBool>`'administrator' = any (roles)`)
    .limit(1)
    .executeTakeFirst()
  if (administers) throw new AnlanError('not-allowed', { rule: 'auditor-administers' })
}

/** Whether somebody is that. */
export const audits = (db: Kysely<Tables>, actor: Actor): Promise<boolean> =>
  actor.roles.includes('auditor')
    ? mustAudit(db, actor).then(
        () => true,
        (cause: unknown) => {
          if (cause instanceof AnlanError) return false
          throw cause
        },
      )
    : Promise.resolve(false)
