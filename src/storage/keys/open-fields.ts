import type { Actor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { getDefinition } from '../../domain/procedure/definition.ts'
import { type FieldValue, type FormValues, isSealed, type Sealed } from '../../domain/procedure/form.ts'
import { personalFields } from '../../domain/procedure/personal-fields.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { mayOpenVault } from '../../engine/access/personal-access.ts'
import { databaseFor } from '../connection/connect.ts'
import type { StorageDeps } from '../deps.ts'
import { handleCommand } from '../write/handle.ts'
import { unseal, unwrapKey } from './keys.ts'

export type OpenFieldsRequest = {
  readonly actor: Actor
  readonly matter: Matter
  readonly fields: readonly string[]
  readonly reason: string
}

/**
 * Opens personal fields of a matter: first the opening is recorded with its reason, then the values are read. It takes no
 * idempotency key: a repeated one would show them again without a record, and long after the right to see them ended.
 * @throws AnlanError field-sealed when this post may not, field-shredded when the key is gone
 */
export async function openFields(deps: StorageDeps, request: OpenFieldsRequest): Promise<FormValues> {
  const { actor, matter, fields, reason } = request
  const { directory, procedures } = await deps.rulebooks.of(actor.tenant)
  const { vault: inVault } = personalFields(getDefinition(procedures, matter))
  const fromVault = fields.filter((name) => inVault.has(name))
  if (fromVault.length > 0 && !mayOpenVault(actor, matter, directory)) throw new AnlanError('field-sealed')
  const command = { type: 'OpenFields', fields, reason } as const
  await handleCommand(deps, { actor, matterId: matter.id, command })
  const fromMatter = fields.filter((name) => !inVault.has(name))
  return {
    ...(fromMatter.length > 0 ? await unsealed(deps, matter, fromMatter) : {}),
    ...(fromVault.length > 0 ? await readVault(deps, matter, fromVault) : {}),
  }
}

async function unsealed(
  { pool, keys }: StorageDeps,
  { tenant, id, fields }: Matter,
  names: readonly string[],
): Promise<FormValues> {
  const row = await databaseFor(pool, tenant)
    .selectFrom('matter_keys')
    .select('wrapped_key as wrapped')
    .where('tenant', '=', tenant)
    .where('matter_id', '=', id)
    .executeTakeFirst()
  const sealed = names.flatMap((name) => {
    const value = fields[name]
    return isSealed(value) ? [[name, value] as const] : []
  })
  if (sealed.length === 0) return {}
  const dataKey = unwrapKey(keys, row?.wrapped)
  return Object.fromEntries(sealed.map(([name, value]) => [name, unseal(value, dataKey) as FieldValue]))
}

async function readVault(
  { pool, keys }: StorageDeps,
  { tenant, id }: Matter,
  names: readonly string[],
): Promise<FormValues> {
  const row = await databaseFor(pool, tenant)
    .selectFrom('reporter_vault')
    .select(['sealed', 'wrapped_key as wrapped', 'shredded_at as shreddedAt'])
    .where('tenant', '=', tenant)
    .where('matter_id', '=', id)
    .executeTakeFirst()
  if (row?.shreddedAt) throw new AnlanError('field-shredded')
  if (!row?.sealed) return {}
  const values = unseal(row.sealed as unknown as Sealed, unwrapKey(keys, row.wrapped)) as FormValues
  return Object.fromEntries(names.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])))
}
