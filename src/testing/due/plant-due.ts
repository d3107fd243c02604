import { addMilliseconds } from '../../domain/time/time.ts'
import { continueDraft } from '../../storage/bulk/bulk-draft.ts'
import { writeDrafts } from '../../storage/bulk/write-drafts.ts'
import type { StorageDeps } from '../../storage/deps.ts'
import { newId } from '../../storage/write/ids.ts'
import { actorOf, TEST_TENANT } from '../people.ts'

const MONTH_MS = 30 * 86_400_000

/** So many matters of the smallest kind whose only limit ran out weeks ago, as a ledger brings them in. @returns their ids */
export async function plantDue(deps: StorageDeps, count: number, tenant = TEST_TENANT): Promise<string[]> {
  const rulebook = await deps.rulebooks.of(tenant)
  const grounds = { tenant, rulebook, keys: deps.keys }
  const actor = { ...actorOf('clerk'), tenant }
  const now = addMilliseconds(deps.now(), -MONTH_MS)
  const drafts = Array.from({ length: count }, () => {
    const matterId = newId(Date.parse(now))
    const identity = { matterId, reference: `SY-9999-${matterId.slice(-12)}` }
    const form = { title: '路灯不亮' }
    const command = { type: 'OpenMatter', procedure: 'tiny', channel: 'window', unitId: 'dongpu', form } as const
    return continueDraft(grounds, undefined, { command, actor, now, identity })
  })
  await writeDrafts(deps, drafts, { tenant, rulebook, followed: true })
  return drafts.map(({ matter }) => matter.id)
}
