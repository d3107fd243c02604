import type { Actor } from '../../domain/matter/actor.ts'
import { withTenant } from '../connection/connect.ts'
import type { StorageDeps } from '../deps.ts'
import { openBytes, sealBytes } from './ledger-uploads.ts'

/** Bytes of an empty form: styles and pictures of an office are some hundred thousand. */
export const MOST_FORM_BYTES = 3_000_000

/** A unit's own form for the ledger of a kind. */
export type LedgerForm = { readonly name: string; readonly bytes: Uint8Array }

type Place = Pick<Actor, 'tenant' | 'unitId'>

const USE = 'ledger forms'
const READ = 'select name, bytes from ledger_forms where tenant = $1 and unit_id = $2 and procedure = $3'
const KEEP = `insert into ledger_forms (tenant, unit_id, procedure, name, bytes, post_id, at) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (tenant, unit_id, procedure) do update set name = excluded.name, bytes = excluded.bytes, post_id = excluded.post_id, at = excluded.at`
const DROP = 'delete from ledger_forms where tenant = $1 and unit_id = $2 and procedure = $3'

const boundTo = ({ tenant, unitId }: Place, procedure: string) => JSON.stringify([tenant, unitId, procedure])

/** The form that a unit keeps for a kind; undefined when it keeps none. */
export async function findForm(deps: StorageDeps, place: Place, procedure: string): Promise<LedgerForm | undefined> {
  const { rows } = await withTenant(deps.pool, place.tenant, (client) =>
    client.query<{ name: string; bytes: Buffer }>(READ, [place.tenant, place.unitId, procedure]),
  )
  const [found] = rows
  return found && { name: found.name, bytes: openBytes(deps.keys, found.bytes, boundTo(place, procedure), USE) }
}

/** Keeps a form for the unit of whoever sends it, in place of the one before. */
export async function keepForm(
  deps: StorageDeps,
  by: Actor,
  procedure: string,
  { name, bytes }: LedgerForm,
): Promise<void> {
  const { tenant, unitId, postId } = by
  const sealed = sealBytes(deps.keys, bytes, boundTo(by, procedure), USE)
  await withTenant(deps.pool, tenant, (client) =>
    client.query(KEEP, [tenant, unitId, procedure, name, sealed, postId, deps.now()]),
  )
}

/** Takes the form of a unit away. */
export const dropForm = (deps: StorageDeps, { tenant, unitId }: Place, procedure: string) =>
  withTenant(deps.pool, tenant, (client) => client.query(DROP, [tenant, unitId, procedure]))
