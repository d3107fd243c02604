import type { NoticeKind } from '../../domain/notice/notice.ts'
import { NOTICE_KIND_NAMES } from '../../domain/notice/notice.ts'
import type { OutletKind } from '../../domain/notice/outlet.ts'
import { databaseFor } from '../../storage/connection/connect.ts'
import { addOutlet } from '../../storage/outlets/change-outlets.ts'
import { newId } from '../../storage/write/ids.ts'
import type { TestCounty } from '../county.ts'
import { actorOf, TEST_TENANT } from '../people.ts'

/** What an administrator writes down as the reason, in tests. */
export function testAct(county: TestCounty, reason = '值班群要收通知') {
  const { tenant, personId, postId } = actorOf('administrator')
  const at = county.deps.now()
  return { tenant, personId, postId, personName: '钱虚拟', reason, at, changeId: newId(Date.parse(at)) }
}

type Given = {
  readonly kind: OutletKind
  readonly url: string
  readonly unitId?: string
  readonly secret?: string
  readonly reasons?: readonly NoticeKind[]
  readonly mode?: 'atOnce' | 'digest'
}

/** An outlet of the township, set up by the administrator; its id says which. */
export async function outletOf(county: TestCounty, id: string, given: Given): Promise<void> {
  const { kind, url, secret, unitId = 'dongpu', reasons = NOTICE_KIND_NAMES, mode = 'atOnce' } = given
  const outlet = {
    id,
    unitId,
    kind,
    name: `东浦镇${id}`,
    url,
    reasons,
    mode,
    digestAt: 510,
    ...(secret ? { secret } : {}),
  }
  await addOutlet(databaseFor(county.deps.pool, TEST_TENANT), county.deps.keys, testAct(county), outlet, [])
}
