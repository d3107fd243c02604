import { type Kysely, sql } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import { addMilliseconds } from '../../domain/time/time.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import type { FailingJob } from '../../domain/views/admin-views.ts'
import { isErrorCode } from '../../domain/wording/error-text.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { Tables } from '../schema/tables.ts'
import { type AdminAct, administer } from './admin-changes.ts'
import { referenceInSight } from './reference-in-sight.ts'

/** Work that follows from a step and has failed at least once, the longest failing first; with the number of a matter that the reader sees. */
export async function listFailingJobs(
  db: Kysely<Tables>,
  actor: Actor,
  limit: number,
  directory: Directory,
): Promise<FailingJob[]> {
  const rows = await failing(db, actor.tenant)
    .leftJoin('matters as m', (join) =>
      join.onRef('m.tenant', '=', 'j.tenant').on(sql<boolean>`m.id = (j.payload ->> 'matterId')::uuid`),
    )
    .select(['j.id', 'j.kind', 'j.attempts', 'j.last_error as error', 'j.run_at as nextAt', 'm.matter'])
    .orderBy('j.attempts', 'desc')
    .orderBy('j.id')
    .limit(limit)
    .execute()
  return rows.map(({ matter, error, ...row }) => {
    const code = codeOf(error ?? '')
    return { ...row, ...referenceInSight(actor, directory, matter), ...(code ? { code } : {}) }
  })
}

/** An error of ours begins with its code; anything else is a fault of the program. */
function codeOf(error: string) {
  const word = error.split(' ')[0] ?? ''
  return isErrorCode(word) ? word : undefined
}

/** How many jobs of a tenant fail at the moment. */
export async function countFailingJobs(db: Kysely<Tables>, tenant: string): Promise<number> {
  const row = await failing(db, tenant)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

const failing = (db: Kysely<Tables>, tenant: string) =>
  db
    .selectFrom('jobs as j')
    .where('j.tenant', '=', tenant)
    .where('j.done_at', 'is', null)
    .where('j.last_error', 'is not', null)

/** The workers leave a job alone in its first seconds: it is then still in the hands of the request that wrote it. */
const SETTLED_MS = 60_000

/** Lets a failing job run again at once, and writes down who wanted it. @throws AnlanError not-found when it does not fail any more */
export async function retryJob(db: Kysely<Tables>, act: AdminAct, jobId: string): Promise<void> {
  await administer(db, act, async (trx) => {
    const job = await trx
      .updateTable('jobs')
      .set({ run_at: addMilliseconds(act.at, -SETTLED_MS), attempts: 0 })
      .where('tenant', '=', act.tenant)
      .where('id', '=', jobId)
      .where('done_at', 'is', null)
      .where('last_error', 'is not', null)
      .returning(['kind', sql<string>`payload ->> 'matterId'`.as('matterId')])
      .executeTakeFirst()
    if (!job) throw new AnlanError('not-found', { job: jobId })
    const matter = await trx
      .selectFrom('matters')
      .select('reference')
      .where('tenant', '=', act.tenant)
      .where('id', '=', job.matterId)
      .executeTakeFirst()
    return { subject: 'job', subjectId: matter?.reference ?? jobId, what: 'retried', after: { kind: job.kind } }
  })
}
