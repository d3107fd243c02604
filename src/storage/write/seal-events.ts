import type { MatterEvent } from '../../domain/matter/event.ts'
import type { FieldValue, FormValues } from '../../domain/procedure/form.ts'
import { personalFields } from '../../domain/procedure/personal-fields.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { type Keys, newDataKey, seal, unwrapKey, wrapKey } from '../keys/keys.ts'

/** The reporter's own data under a key that nothing else uses. */
export type VaultEntry = { readonly sealed: string; readonly wrappedKey: string }

/** Events fit for the table: personal values sealed, the reporter's own taken out for the vault. */
export type SealedEvents = {
  readonly events: readonly MatterEvent[]
  /** A data key made now, wrapped; absent when the matter had one or needs none. */
  readonly wrappedKey?: string | undefined
  readonly vault?: VaultEntry | undefined
}

const filled = (value: FieldValue | undefined) => value !== undefined && value !== null && value !== ''

/** Seals what is personal before anything is hashed or stored: events and chain hold ciphertext only. */
export function sealEvents(
  procedure: Procedure,
  events: readonly MatterEvent[],
  keys: Keys,
  wrapped: string | null | undefined,
): SealedEvents {
  const { sealed, vault } = personalFields(procedure)
  let dataKey: Buffer | undefined
  let wrappedKey: string | undefined
  const keyForSealing = () => {
    if (dataKey) return dataKey
    if (wrapped) dataKey = unwrapKey(keys, wrapped)
    else {
      dataKey = newDataKey()
      wrappedKey = wrapKey(keys, dataKey)
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
      } else out[name] = sealed.has(name) && filled(value) ? seal(value, keyForSealing()) : value
    }
    return out
  }
  const fit = events.map((event) => ('form' in event ? { ...event, form: sealForm(event.form) } : event))
  return { events: fit, wrappedKey, vault: Object.keys(kept).length > 0 ? vaultEntry(keys, kept) : undefined }
}

function vaultEntry(keys: Keys, values: FormValues): VaultEntry {
  const key = newDataKey()
  return { sealed: JSON.stringify(seal(values, key)), wrappedKey: wrapKey(keys, key) }
}
