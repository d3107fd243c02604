import type { SendMail } from '../../domain/notice/mail.ts'
import type { PostToOutlet } from '../../domain/notice/outlet.ts'
import type { StorageDeps } from '../../storage/deps.ts'
import type { Batch, Ending } from '../../storage/notices/batch.ts'
import { claimForOutlet, claimMails, endTry, leadBatches, listDueOutlets } from '../../storage/notices/batches.ts'
import { planDeliveries } from '../../storage/notices/plan-deliveries.ts'
import { sendToOutlet, sendToPerson } from './send.ts'

/** How notices leave the house. */
export type Outlets = { readonly mail?: SendMail; readonly post?: PostToOutlet; readonly baseUrl: string }

/** How many go out at a time, to all mailboxes and to each outlet. */
const LANES = { mails: 8, outlet: 6 } as const

/** So long a round takes up anew what is due for one receiver, in ms: then the others get their turn. */
const ROUND_MS = 20_000

/** Plans what is new and sends what is due, in one tenant. Nobody waits for a receiver that is slow. @returns how many batches were tried */
export async function deliverNotices(deps: StorageDeps, tenant: string, outlets: Outlets): Promise<number> {
  const { mail, post, baseUrl } = outlets
  if (!mail && !post) return 0
  await planDeliveries(deps, tenant, mail !== undefined)
  await leadBatches(deps, tenant)
  const from = { deps, tenant, baseUrl }
  const [mails, ...others] = await Promise.all([
    mail ? drain(from, LANES.mails, () => claimMails(deps, tenant), sendToPerson(from, mail)) : 0,
    ...(post ? await listDueOutlets(deps, tenant) : []).map((id) =>
      drain(from, LANES.outlet, () => claimForOutlet(deps, tenant, id), sendToOutlet(from, id, post as PostToOutlet)),
    ),
  ])
  return others.reduce((sum, each) => sum + each, mails)
}

type From = { readonly deps: StorageDeps; readonly tenant: string; readonly baseUrl: string }

/** Takes and tries until nothing is due, or others wait. */
async function drain(
  { deps, tenant }: From,
  lanes: number,
  claim: () => Promise<readonly Batch[]>,
  send: (batch: Batch) => Promise<Ending>,
): Promise<number> {
  const until = performance.now() + ROUND_MS
  let tried = 0
  do {
    const batches = [...(await claim())]
    if (batches.length === 0) break
    tried += batches.length
    const lane = async () => {
      for (let batch = batches.shift(); batch; batch = batches.shift())
        await endTry(deps, tenant, batch, await send(batch))
    }
    await Promise.all(Array.from({ length: lanes }, lane))
  } while (performance.now() < until)
  return tried
}
