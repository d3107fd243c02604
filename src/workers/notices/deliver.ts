import { isHeldBy } from '../../engine/notices/is-held-by.ts'
import { saysNothing } from '../../engine/notices/says-nothing.ts'
import { databaseFor } from '../../storage/connection/connect.ts'
import type { StorageDeps } from '../../storage/deps.ts'
import {
  type Batch,
  type BatchNotice,
  claimBatches,
  type Ending,
  endTry,
  readBatch,
} from '../../storage/notices/batches.ts'
import { planDeliveries } from '../../storage/notices/plan-deliveries.ts'
import { readPreference } from '../../storage/notices/preferences.ts'
import { nextTry } from '../run-jobs.ts'
import { isFinal, type SendMail } from './mail-sender.ts'
import { type MailLine, mailText } from './mail-text.ts'

/** How notices leave the house. */
export type Outlets = { readonly mail?: SendMail; readonly baseUrl: string }

/** After so many tries, more than a day, it is given up and an administrator sees it. */
const MOST_TRIES = 16

/** How many go out at a time: one slow receiver does not hold up the others. */
const AT_A_TIME = 8

/** Plans what is new and sends what is due, in one tenant. @returns how many batches were tried */
export async function deliverNotices(deps: StorageDeps, tenant: string, outlets: Outlets): Promise<number> {
  if (!outlets.mail) return 0
  await planDeliveries(deps, tenant)
  let tried = 0
  for (;;) {
    const batches = [...(await claimBatches(deps, tenant))]
    tried += batches.length
    const lane = async () => {
      for (let batch = batches.shift(); batch; batch = batches.shift()) await tryOnce(deps, tenant, batch, outlets)
    }
    if (batches.length === 0) return tried
    await Promise.all(Array.from({ length: AT_A_TIME }, lane))
  }
}

async function tryOnce(deps: StorageDeps, tenant: string, batch: Batch, outlets: Outlets): Promise<void> {
  const ending = await send(deps, tenant, batch, outlets).catch((cause: Error): Ending => {
    const said = cause.message
    if (isFinal(cause) || batch.attempts >= MOST_TRIES) return { state: 'dead', said }
    return { state: 'waiting', said, next: nextTry(deps.now(), batch.attempts) }
  })
  await endTry(deps, tenant, batch, ending)
}

async function send(
  deps: StorageDeps,
  tenant: string,
  { batch, target }: Batch,
  { mail, baseUrl }: Outlets,
): Promise<Ending> {
  const personId = target.slice('person:'.length)
  const preference = await readPreference(databaseFor(deps.pool, tenant), { tenant, personId })
  const { directory } = await deps.rulebooks.of(tenant)
  const notices = (await readBatch(deps, tenant, batch)).filter(
    ({ receiver, readAt, matter }) => !readAt && isHeldBy(receiver, personId, matter, directory),
  )
  // Read in the meantime, another holds the post, out of sight, or the mails were switched off.
  if (!preference || !mail || notices.length === 0) return { state: 'dropped' }
  const lines = notices.map((notice) => lineOf(notice, saysNothing(notice.matter.procedure, directory)))
  const host = new URL(baseUrl).hostname
  const said = await mail({
    to: preference.address,
    ...mailText(lines, baseUrl),
    // The same for each try, so that a mail server that took it without our hearing so finds the second to be the first.
    messageId: `<${batch}@${host}>`,
  })
  return { state: 'sent', said }
}

function lineOf({ kind, matter, dueAt }: BatchNotice, isQuiet: boolean): MailLine {
  return {
    kind,
    matterId: matter.id,
    ...(isQuiet ? {} : { reference: matter.reference }),
    ...(dueAt ? { dueAt } : {}),
    ...(matter.exercise ? { exercise: true } : {}),
  }
}
