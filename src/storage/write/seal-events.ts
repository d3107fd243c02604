import type { MatterEvent } from '../../domain/matter/event.ts'
import type { FieldValue, FormValues } from '../../domain/procedure/form.ts'
import { personalFields } from '../../domain/procedure/personal-fields.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { DATA_KEY, type Keys, newDataKey, seal, unwrapKey, VAULT_ENTRY, VAULT_KEY, wrapKey } from '../keys/keys.ts'

/** The matter whose values are sealed, and its version after the events. */
export type SealedMatter = { readonly tenant: string; readonly matterId: string; readonly version: number }

/** What goes into the vault with one change of a matter. */
export type VaultEntry = { readonly version: number; readonly sealed: string; readonly wrappedKey: string }

/** Events fit for the table: personal values sealed, the reporter's own taken out for the vault. */
export type SealedEvents = {
  readonly events: readonly MatterEvent[]
  /** A data key made now, wrapped; absent when the matter had one or needs none. */
  readonly wrappedKey?: string | undefined
  readonly vault: readonly VaultEntry[]
}

const filled = (value: FieldValue | undefined) => value !== undefined && value !== null && value !== ''

/** Seals what is personal before anything is hashed or stored: events and chain hold ciphertext only. */
export function sealEvents(
  procedure: Procedure,
  events: readonly MatterEvent[],
  keys: Keys,
  matter: SealedMatter,
  wrapped: string | null | undefined,
): SealedEvents {
  const { sealed, vault } = personalFields(procedure)
  const { tenant, matterId } = matter
  const keyPlace = { tenant, matterId, field: DATA_KEY }
  let dataKey: Buffer | undefined
  let wrappedKey: string | undefined
  const keyForSealing = () => {
    if (dataKey) return dataKey
    if (wrapped) dataKey = unwrapKey(keys, wrapped, keyPlace)
    else {
      dataKey = newDataKey()
      wrappedKey = wrapKey(keys, dataKey, keyPlace)
    }
    return dataKey
  }
  const kept: Record<string, FieldValue> = {}
  const sealForm = (form: FormValues): FormValues => {
    const names = Object.keys(form)
    if (!names.some((name) => sealed.has(name) || vault.has(name))) return form
    const out: Record<string, FieldValue> = {}
    for (const name of names) {
      const value = form[name] as FieldValue
      if (vault.has(name)) {
        if (filled(value)) kept[name] = value
      } else if (sealed.has(name) && filled(value))
        out[name] = seal(value, keyForSealing(), { tenant, matterId, field: name }, keys.sealing)
      else out[name] = value
    }
    return out
  }
  const fit = events.map((event) => ('form' in event ? { ...event, form: sealForm(event.form) } : event))
  return { events: fit, wrappedKey, vault: Object.keys(kept).length > 0 ? [vaultEntry(keys, kept, matter)] : [] }
}

/** The reporter's own data under a key that nothing else uses. */
function vaultEntry(keys: Keys, values: FormValues, { tenant, matterId, version }: SealedMatter): VaultEntry {
  const key = newDataKey()
  const sealed = JSON.stringify(seal(values, key, { tenant, matterId, field: VAULT_ENTRY }, keys.sealing))
  return { version, sealed, wrappedKey: wrapKey(keys, key, { tenant, matterId, field: VAULT_KEY }) }
}
