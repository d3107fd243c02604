import { systemActor } from '../../domain/matter/actor.ts'
import type { CrossingNews } from '../../domain/matter/crossing.ts'
import type { StorageDeps } from '../deps.ts'
import { handleAndFollow } from '../write/follow-up.ts'
import type { Crossing } from './crossing-id.ts'

/** Records in the office that sent a matter what came of it. What is known there already changes nothing. */
export const hearHere = async (
  deps: StorageDeps,
  { tenant, matterId, version }: Pick<Crossing, 'tenant' | 'matterId' | 'version'>,
  news: CrossingNews,
): Promise<void> => {
  await handleAndFollow(deps, {
    actor: systemActor(tenant),
    matterId,
    command: { type: 'RecordCrossing', version, ...news },
  })
}
