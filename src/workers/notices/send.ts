import type { SendMail } from '../../domain/notice/mail.ts'
import type { NoticeLine, OutletAnswer, PostToOutlet } from '../../domain/notice/outlet.ts'
import { addMilliseconds } from '../../domain/time/time.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { isForUnit } from '../../engine/notices/is-for-unit.ts'
import { isHeldBy } from '../../engine/notices/is-held-by.ts'
import { saysNothing } from '../../engine/notices/says-nothing.ts'
import { databaseFor } from '../../storage/connection/connect.ts'
import type { StorageDeps } from '../../storage/deps.ts'
import type { Batch, Ending } from '../../storage/notices/batch.ts'
import { type BatchNotice, readBatch } from '../../storage/notices/batches.ts'
import { readPreference } from '../../storage/notices/preferences.ts'
import { openOutlet } from '../../storage/outlets/list-outlets.ts'
import { nextTry } from '../run-jobs.ts'
import { isFinal } from './mail-sender.ts'
import { mailText } from './mail-text.ts'

type From = { readonly deps: StorageDeps; readonly tenant: string; readonly baseUrl: string }

/** After so many tries, more than a day, it is given up and somebody is told. */
const MOST_TRIES = 16
/** Nor is a receiver waited for that says "not now" for ever. */
const MOST_WAITS = 200

/** Sends one mail. Whether it still may go out is asked again before each try. */
export const sendToPerson =
  (from: From, mail: SendMail) =>
  async (batch: Batch): Promise<Ending> => {
    try {
      return await mailOut(from, mail, batch)
    } catch (cause) {
      const said = cause instanceof Error ? cause.message : String(cause)
      return isFinal(cause) ? { state: 'dead', said } : again(from, batch, said)
    }
  }

async function mailOut({ deps, tenant, baseUrl }: From, mail: SendMail, { batch, target }: Batch): Promise<Ending> {
  const personId = target.slice('person:'.length)
  const preference = await readPreference(databaseFor(deps.pool, tenant), { tenant, personId })
  const { directory } = await deps.rulebooks.of(tenant)
  const notices = (await readBatch(deps, tenant, batch)).filter(
    ({ kind, receiver, readAt, matter }) =>
      !readAt && isHeldBy(receiver, personId, matter, directory) && (preference?.reasons?.includes(kind) ?? true),
  )
  // Read in the meantime, another holds the post, out of sight, or the mails were switched off.
  if (!preference?.confirmed || notices.length === 0) return { state: 'dropped' }
  const said = await mail({
    to: preference.address,
    ...mailText(
      notices.map((notice) => lineOf(notice, directory)),
      baseUrl,
    ),
    // The same for each try, so that a mail server that took it without our hearing so finds the second to be the first.
    messageId: `<${batch}@${new URL(baseUrl).hostname}>`,
  })
  return { state: 'sent', said }
}

/** Sends one message to an outlet of a unit. */
export const sendToOutlet =
  (from: From, id: string, post: PostToOutlet) =>
  async (batch: Batch): Promise<Ending> => {
    try {
      return await postOut(from, id, post, batch)
    } catch (cause) {
      return again(from, batch, cause instanceof Error ? cause.message : String(cause))
    }
  }

async function postOut(from: From, id: string, post: PostToOutlet, batch: Batch): Promise<Ending> {
  const { deps, tenant } = from
  const now = deps.now()
  const address = await openOutlet(databaseFor(deps.pool, tenant), deps.keys, { tenant, id }, now)
  const { directory } = await deps.rulebooks.of(tenant)
  const notices = (await readBatch(deps, tenant, batch.batch)).filter(
    ({ receiver, readAt, matter }) =>
      // A program wants all there was; a group needs not read what was read.
      (address.kind === 'webhook' || !readAt) && isForUnit(receiver, address.unitId, matter, directory),
  )
  if (notices.length === 0) return { state: 'dropped' }
  const lines = notices.map((notice) => lineOf(notice, directory))
  return endingOf(from, batch, await post(address, { id: batch.batch, at: now, lines }))
}

function endingOf(from: From, batch: Batch, answer: OutletAnswer): Ending {
  const { said } = answer
  const now = from.deps.now()
  if (answer.state === 'taken') return { state: 'sent', said }
  // Nothing is lost: what waits goes out when somebody has put the outlet right.
  if (answer.state === 'refused' && answer.final) return { state: 'waiting', said, next: now, stops: true }
  if (answer.state === 'busy' && batch.waited < MOST_WAITS)
    return { state: 'waiting', said, next: addMilliseconds(now, answer.waitMs), busy: true }
  return again(from, batch, said)
}

function again({ deps }: From, { attempts, waited }: Batch, said: string): Ending {
  const failures = attempts - waited
  if (failures >= MOST_TRIES) return { state: 'dead', said }
  return { state: 'waiting', said, next: nextTry(deps.now(), failures) }
}

const lineOf = ({ kind, at, matter, dueAt }: BatchNotice, directory: Directory): NoticeLine => ({
  kind,
  at,
  ...(saysNothing(matter.procedure, directory) ? {} : { matterId: matter.id, reference: matter.reference }),
  ...(dueAt ? { dueAt } : {}),
  ...(matter.exercise ? { exercise: true } : {}),
})
