import type { PoolClient } from 'pg'
import { DIGEST_AT } from '../../domain/notice/mail-preference.ts'
import { NOTICE_KIND_NAMES } from '../../domain/notice/notice.ts'
import { addMilliseconds, type Instant } from '../../domain/time/time.ts'
import type { Keys } from '../../storage/keys/keys.ts'
import { sealAddress } from '../../storage/outlets/sealed-address.ts'
import { newId } from '../../storage/write/ids.ts'

/** Nobody has such a robot, and it is paused. */
const ROBOT = {
  id: 'demo-robot',
  unitId: 'dongpu',
  kind: 'dingtalk',
  name: '东浦镇值班群',
  host: 'oapi.dingtalk.com',
  url: 'https://oapi.dingtalk.com/robot/send?access_token=demo',
  secret: 'SECdemo0000000000',
}
const ADMINISTRATOR = { postId: 'administrator', personName: '钱虚拟' }

const WRITE = `insert into outlets (tenant, id, unit_id, kind, name, host, sealed, reasons, mode, digest_at, quiet_from, quiet_until, state, free_at, created_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, 'atOnce', $9, 1290, 420, 'paused', $10, $10) on conflict do nothing`
const RECORD = `insert into admin_changes (tenant, id, at, person_id, person_name, post_id, subject, subject_id, what, reason)
select $1, $2, $3, s.person_id, $4, s.id, 'outlet', $5, $6, $7 from posts s where s.tenant = $1 and s.id = $8 and s.person_id is not null
on conflict do nothing`

/** A township's robot, set up and paused again, with both acts on record. */
export async function writeDemoOutlets(client: PoolClient, tenant: string, keys: Keys, now: Instant): Promise<void> {
  const { id, unitId, kind, name, host, url, secret } = ROBOT
  const sealed = sealAddress(keys, { tenant, id }, { url, secrets: [{ secret }] })
  const added = addMilliseconds(now, -12 * 86_400_000)
  await client.query(WRITE, [tenant, id, unitId, kind, name, host, sealed, NOTICE_KIND_NAMES, DIGEST_AT, added])
  const record = (at: Instant, what: string, reason: string) =>
    client.query(RECORD, [
      tenant,
      newId(Date.parse(at)),
      at,
      ADMINISTRATOR.personName,
      id,
      what,
      reason,
      ADMINISTRATOR.postId,
    ])
  await record(added, 'added', '东浦镇要在值班群里收通知')
  await record(addMilliseconds(added, 7_200_000), 'paused', '演示用，不往外发')
}
