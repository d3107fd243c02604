import type { PoolClient } from 'pg'
import type { Instant } from '../../domain/time/time.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import type { Batch, Ending } from './batch.ts'
import { tellOffice, whoAnswersFor } from './office-notices.ts'

const FREE = `update outlets set free_at = greatest(free_at, $3) where tenant = $1 and id = $2`
const STOP = `update outlets set state = 'stopped' where tenant = $1 and id = $2 and state = 'active'`
const UNIT = 'select unit_id as "unitId" from outlets where tenant = $1 and id = $2'
const FAILED = `update notice_preferences set failed_at = $3, failed_said = $4 where tenant = $1 and person_id = $2`
const ARRIVES = `update notice_preferences set failed_at = null, failed_said = null
  where tenant = $1 and person_id = $2 and failed_at is not null`

type Ended = {
  readonly tenant: string
  readonly batch: Batch
  readonly ending: Ending
  readonly now: Instant
  readonly directory: Directory
}

/** What a try says of its receiver: that it is busy, gone, or works again; and who is told of a failure. */
export async function tellEnding(client: PoolClient, ended: Ended): Promise<void> {
  const [kind, id] = ended.batch.target.split(':', 2) as [string, string]
  if (kind === 'outlet') await outletEnded(client, id, ended)
  else await mailEnded(client, id, ended)
}

async function outletEnded(client: PoolClient, id: string, { tenant, ending, now, directory }: Ended): Promise<void> {
  if (ending.state === 'waiting' && ending.busy) await client.query(FREE, [tenant, id, ending.next])
  if (ending.state === 'waiting' && ending.stops) await client.query(STOP, [tenant, id])
  if (ending.state !== 'dead' && !(ending.state === 'waiting' && ending.stops)) return
  const { rows } = await client.query<{ unitId: string }>(UNIT, [tenant, id])
  const receivers = rows.flatMap(({ unitId }) => whoAnswersFor(unitId, directory))
  await tellOffice(client, tenant, receivers, { kind: 'outletFailed', subjectId: id, at: now })
}

async function mailEnded(client: PoolClient, id: string, { tenant, ending, now, directory }: Ended): Promise<void> {
  if (ending.state === 'sent') await client.query(ARRIVES, [tenant, id])
  if (ending.state !== 'dead') return
  await client.query(FAILED, [tenant, id, now, withoutAddresses(ending.said).slice(0, 500)])
  const units = Object.values(directory.posts).filter(({ holder }) => holder?.personId === id)
  const receivers = [...new Set(units.flatMap(({ unitId }) => whoAnswersFor(unitId, directory)))]
  await tellOffice(client, tenant, receivers, { kind: 'mailFailed', subjectId: id, at: now })
}

/** Mail servers repeat the address in their refusal; who reads the list of failures need not know it. */
export const withoutAddresses = (said: string): string => said.replace(/[^\s<>"']+@[^\s<>"']+/g, '…')
