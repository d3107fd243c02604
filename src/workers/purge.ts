import { addMilliseconds } from '../domain/time/time.ts'
import { withTenant } from '../storage/connection/connect.ts'
import type { StorageDeps } from '../storage/deps.ts'
import { forgetUploads } from '../storage/imports/ledger-uploads.ts'
import { RETRY_WINDOW_MS } from '../storage/write/command-digest.ts'
import { firstId } from '../storage/write/ids.ts'

/** How long a finished job is kept for whoever looks into what happened, in milliseconds: thirty days. */
const DONE_JOBS_MS = 30 * 86_400_000

/** How long a notice is kept, in milliseconds: ninety days. What happened stands in the matter's own record for good. */
const NOTICES_MS = 90 * 86_400_000

/** Rows that go in one statement; the rest goes in the next one, so that no statement is long. */
const BATCH = 5_000

const COMMANDS = `delete from commands where tenant = $1 and key in (select key from commands where tenant = $1 and at < $2 limit ${BATCH})`
const JOBS = `delete from jobs where tenant = $1 and id in (select id from jobs where tenant = $1 and done_at < $2 limit ${BATCH})`
// By the ids, which begin with the time: there is no index of times that each notice would be written to.
const NOTICES = `delete from notices where tenant = $1 and id in (select id from notices where tenant = $1 and id < $2::uuid order by id limit ${BATCH})`
const DELIVERIES = `delete from deliveries where tenant = $1 and id in (select id from deliveries where tenant = $1 and created_at < $2 and state <> 'waiting' limit ${BATCH})`
const ATTEMPTS = `delete from delivery_attempts where tenant = $1 and (batch, attempt) in (select batch, attempt from delivery_attempts where tenant = $1 and at < $2 limit ${BATCH})`
const SESSIONS = `delete from auth.sessions where id in (
  select s.id from auth.sessions s join auth.users u on u.id = s.user_id where u.tenant = $1 and s.expires_at < $2 limit ${BATCH})`
// Whoever left is told nothing any more, and the address is forgotten.
const LEFT = `delete from notice_preferences f using people p where f.tenant = $1 and p.tenant = $1 and p.id = f.person_id and p.left_at <= $2`

/** Forgets used idempotency keys whose time for retries is over, jobs done long ago, sessions that ended, and old notices. @returns how many rows went */
export async function purge(deps: StorageDeps, tenant: string): Promise<number> {
  const now = deps.now()
  const forget = async (text: string, before: string) => {
    for (let all = 0; ; ) {
      const { rowCount } = await withTenant(deps.pool, tenant, (client) => client.query(text, [tenant, before]))
      all += rowCount ?? 0
      if ((rowCount ?? 0) < BATCH) return all
    }
  }
  const commands = await forget(COMMANDS, addMilliseconds(now, -RETRY_WINDOW_MS))
  const jobs = await forget(JOBS, addMilliseconds(now, -DONE_JOBS_MS))
  const sessions = await forget(SESSIONS, now)
  await forgetUploads(deps, tenant)
  const told = addMilliseconds(now, -NOTICES_MS)
  const mails = (await forget(DELIVERIES, told)) + (await forget(ATTEMPTS, told)) + (await forget(LEFT, now))
  return commands + jobs + sessions + mails + (await forget(NOTICES, firstId(Date.parse(told))))
}
