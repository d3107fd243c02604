import type { MatterEvent } from '../../domain/matter/event.ts'
import type { FieldValue, FormValues } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { type Keys, newDataKey, seal, unwrapKey, wrapKey } from '../keys/keys.ts'

/** Events fit for the table: personal values sealed, the reporter's own taken out for the vault. */
export type SealedEvents = {
  readonly events: MatterEvent[]
  /** A data key made now, wrapped; absent when the matter had one or needs none. */
  readonly wrappedKey?: string
  readonly vault?: { readonly sealed: string; readonly wrappedKey: string }
}

type Marks = { personal: Set<string>; vault: Set<string> }
const marksOf = new WeakMap<Procedure, Marks>()

/** Which field names are personal, over all forms of a procedure; worked out once per definition. */
function marks(procedure: Procedure): Marks {
  const known = marksOf.get(procedure)
  if (known) return known
  const fields = Object.values(procedure.forms).flatMap((form) => Object.entries(form.fields))
  const found = {
    personal: new Set(fields.flatMap(([name, field]) => (field.personal && !field.personal.vault ? [name] : []))),
    vault: new Set(fields.flatMap(([name, field]) => (field.personal?.vault ? [name] : []))),
  }
  marksOf.set(procedure, found)
  return found
}

const filled = (value: FieldValue | undefined) => value !== undefined && value !== null && value !== ''

/** Seals what is personal before anything is hashed or stored: events and chain hold ciphertext only. */
export function sealEvents(
  procedure: Procedure,
  events: readonly MatterEvent[],
  keys: Keys,
  wrapped: string | null | undefined,
): SealedEvents {
  const { personal, vault } = marks(procedure)
  let dataKey: Buffer | undefined
  let made: string | undefined
  const keyForSealing = () => {
    if (dataKey) return dataKey
    if (wrapped) dataKey = unwrapKey(keys, wrapped)
    else {
      dataKey = newDataKey()
      made = wrapKey(keys, dataKey)
    }
    return dataKey
  }
  const kept: Record<string, FieldValue> = {}
  const sealForm = (form: FormValues): FormValues => {
    const names = Object.keys(form)
    if (!names.some((name) => personal.has(name) || vault.has(name))) return form
    const out: Record<string, FieldValue> = {}
    for (const name of names) {
      const value = form[name]
      if (vault.has(name)) {
        if (filled(value)) kept[name] = value as FieldValue
      } else out[name] = personal.has(name) && filled(value) ? seal(value, keyForSealing()) : (value as FieldValue)
    }
    return out
  }
  const sealedEvents = events.map((event) => ('form' in event ? { ...event, form: sealForm(event.form) } : event))
  return {
    events: sealedEvents,
    ...(made ? { wrappedKey: made } : {}),
    ...(Object.keys(kept).length > 0 ? { vault: vaultEntry(keys, kept) } : {}),
  }
}

/** The reporter's own data under a key that nothing else uses. */
function vaultEntry(keys: Keys, values: FormValues) {
  const key = newDataKey()
  return { sealed: JSON.stringify(seal(values, key)), wrappedKey: wrapKey(keys, key) }
}
