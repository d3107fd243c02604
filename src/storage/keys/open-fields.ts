import { type SqlBool, sql } from 'kysely'
import type { Actor, Signature } from '../../domain/matter/actor.ts'
import type { EventOf } from '../../domain/matter/event.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { maskedForm } from '../../domain/personal/masked-form.ts'
import type { ChosenPurpose } from '../../domain/personal/opening-purpose.ts'
import { present } from '../../domain/present.ts'
import { getDefinition } from '../../domain/procedure/definition.ts'
import { type FieldValue, type FormValues, isSealed, type Sealed } from '../../domain/procedure/form.ts'
import { type PersonalFields, personalFields } from '../../domain/procedure/personal-fields.ts'
import type { Instant } from '../../domain/time/time.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { mayOpenFields, mayOpenVault } from '../../engine/access/personal-access.ts'
import { isConfirmed } from '../admin/confirmations.ts'
import { countOpening } from '../admin/openings.ts'
import { recordSecurityEvent } from '../admin/security-events.ts'
import { databaseFor } from '../connection/connect.ts'
import type { StorageDeps } from '../deps.ts'
import { handleCommand } from '../write/handle.ts'
import { DATA_KEY, unseal, unwrapKey, VAULT_ENTRY, VAULT_KEY } from './keys.ts'

export type OpenFieldsRequest = {
  readonly actor: Actor
  readonly matter: Matter
  readonly fields: readonly string[]
  readonly reason: string
  readonly purpose?: ChosenPurpose
}

/**
 * Opens personal fields of a matter: first the opening is recorded with its reason, then the values are read. It takes no
 * idempotency key: a repeated one would show them again without a record, and long after the right to see them ended.
 * @throws AnlanError field-sealed when this post may not or its holder waits for confirmation, too-many-requests, field-shredded when the key is gone
 */
export async function openFields(deps: StorageDeps, request: OpenFieldsRequest): Promise<FormValues> {
  const { actor, matter, fields, reason, purpose } = request
  const db = databaseFor(deps.pool, actor.tenant)
  const refused = async (cause: unknown): Promise<never> => {
    const at = deps.now()
    if (cause instanceof AnlanError && cause.code === 'field-sealed')
      await recordSecurityEvent(db, { ...actor, what: 'openingRefused', at, matterId: matter.id })
    throw cause
  }
  const split = await splitFields(deps, request).catch(refused)
  await countOpening(db, actor, matter.id, deps.now())
  const command = { type: 'OpenFields', fields, reason, ...present({ purpose }) } as const
  await handleCommand(deps, { actor, matterId: matter.id, command }).catch(refused)
  return readFields(deps, matter, split)
}

/**
 * Opens what two persons agreed to open in an emergency, for somebody whose post may not: recorded as any other opening, with
 * the second person's name, and counted like one.
 */
export async function openInEmergency(
  deps: StorageDeps,
  { actor, matter, fields, reason, confirmedBy }: OpenFieldsRequest & { readonly confirmedBy: Signature },
): Promise<FormValues> {
  const { procedures } = await deps.rulebooks.of(actor.tenant)
  await countOpening(databaseFor(deps.pool, actor.tenant), actor, matter.id, deps.now())
  const command = { type: 'OpenFields', fields, reason, purpose: 'emergency', confirmedBy } as const
  await handleCommand(deps, { actor, matterId: matter.id, command })
  return readFields(deps, matter, placesOf(personalFields(getDefinition(procedures, matter)), fields))
}

type Opening = { readonly at: Instant; readonly values: FormValues }

/**
 * What the actor opened in this matter last, if that was not before `since`: the same opening, shown again under the reason
 * that is on record, by who may open it still. Undefined when there is none.
 */
export async function readLastOpening(
  deps: StorageDeps,
  { actor, matter, since }: Pick<OpenFieldsRequest, 'actor' | 'matter'> & { readonly since: Instant },
): Promise<Opening | undefined> {
  const { directory } = await deps.rulebooks.of(actor.tenant)
  const row = await databaseFor(deps.pool, actor.tenant)
    .selectFrom('matter_events')
    .select(['at', 'event'])
    .where('tenant', '=', actor.tenant)
    .where('matter_id', '=', matter.id)
    .where('type', '=', 'FieldsOpened')
    .where('at', '>=', since)
    .where(sql<SqlBool>`event -> 'by' ->> 'personId' = ${actor.personId}`)
    .where(sql<SqlBool>`event -> 'by' ->> 'postId' = ${actor.postId}`)
    .where(sql<SqlBool>`event ->> 'purpose' is distinct from 'emergency'`)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const { fields } = row.event as unknown as EventOf<'FieldsOpened'>
  const split = await splitFields(deps, { actor, matter, fields })
  if (split.fromMatter.length > 0 && !mayOpenFields(actor, matter, directory)) return undefined
  return { at: row.at, values: await readFields(deps, matter, split) }
}

type Split = { readonly fromMatter: readonly string[]; readonly fromVault: readonly string[] }

/** Which fields lie in the matter and which in the vault. @throws AnlanError field-sealed when this post may not open the vault */
async function splitFields(
  deps: StorageDeps,
  { actor, matter, fields }: Omit<OpenFieldsRequest, 'reason'>,
): Promise<Split> {
  const { directory, procedures } = await deps.rulebooks.of(actor.tenant)
  const places = placesOf(personalFields(getDefinition(procedures, matter)), fields)
  const { fromVault } = places
  if (fromVault.length > 0 && !mayOpenVault(actor, matter, directory)) throw new AnlanError('field-sealed')
  const db = databaseFor(deps.pool, actor.tenant)
  if (fromVault.length > 0 && !(await isConfirmed(db, actor, 'clerk')))
    throw new AnlanError('field-sealed', { rule: 'unconfirmed' })
  return places
}

/**
 * Reads what a step sends to another office under that office's own keys. Whose step it was, to whom and on what basis is on record
 * with the step; nobody is shown it here.
 */
export async function readForCrossing(
  deps: StorageDeps,
  matter: Matter,
  names: readonly string[],
): Promise<FormValues> {
  const { procedures } = await deps.rulebooks.of(matter.tenant)
  return readFields(deps, matter, placesOf(personalFields(getDefinition(procedures, matter)), names))
}

const placesOf = ({ vault }: PersonalFields, fields: readonly string[]): Split => ({
  fromVault: fields.filter((name) => vault.has(name)),
  fromMatter: fields.filter((name) => !vault.has(name)),
})

const readFields = async (
  deps: StorageDeps,
  matter: Matter,
  { fromMatter, fromVault }: Split,
): Promise<FormValues> => ({
  ...(fromMatter.length > 0 ? await unsealed(deps, matter, fromMatter) : {}),
  ...(fromVault.length > 0 ? await readVault(deps, matter, fromVault) : {}),
})

/**
 * What is sealed in a matter as it is shown before anybody opens it, to whoever may: a surname, a number with its middle covered. Worked
 * out each time and kept nowhere, so that nothing is left once the key is destroyed. The vault has no such form.
 */
export async function maskedFields(
  deps: StorageDeps,
  matter: Matter,
  names: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  // A seal that does not open is said when somebody opens it; the page of the matter is not kept from them for it.
  const values = names.length > 0 ? await unsealed(deps, matter, names).catch(() => ({})) : {}
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, maskedForm(value)]))
}

async function unsealed({ pool, keys }: StorageDeps, matter: Matter, names: readonly string[]): Promise<FormValues> {
  const { tenant, id: matterId, fields } = matter
  const row = await databaseFor(pool, tenant)
    .selectFrom('matter_keys')
    .select('wrapped_key as wrapped')
    .where('tenant', '=', tenant)
    .where('matter_id', '=', matterId)
    .executeTakeFirst()
  const sealed = names.flatMap((name) => {
    const value = fields[name]
    return isSealed(value) ? [[name, value] as const] : []
  })
  if (sealed.length === 0) return {}
  const dataKey = unwrapKey(keys, row?.wrapped, { tenant, matterId, field: DATA_KEY })
  return Object.fromEntries(
    sealed.map(([field, value]) => [field, unseal(value, dataKey, { tenant, matterId, field }) as FieldValue]),
  )
}

/** Read as the vault's own role. Entries come in the order in which steps added them; a later answer to the same question counts. */
async function readVault(
  { vault, keys }: StorageDeps,
  { tenant, id: matterId }: Matter,
  names: readonly string[],
): Promise<FormValues> {
  const rows = await databaseFor(vault, tenant)
    .selectFrom('reporter_vault')
    .select(['sealed', 'wrapped_key as wrapped', 'shredded_at as shreddedAt'])
    .where('tenant', '=', tenant)
    .where('matter_id', '=', matterId)
    .orderBy('version')
    .execute()
  if (rows.some(({ shreddedAt }) => shreddedAt)) throw new AnlanError('field-shredded')
  const entries = rows.map(({ sealed, wrapped }) => {
    const key = unwrapKey(keys, wrapped, { tenant, matterId, field: VAULT_KEY })
    return unseal(sealed as unknown as Sealed, key, { tenant, matterId, field: VAULT_ENTRY }) as FormValues
  })
  const values: FormValues = Object.assign({}, ...entries)
  return Object.fromEntries(names.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])))
}
