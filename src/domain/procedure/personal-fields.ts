import { personalOf } from './form.ts'
import type { Procedure } from './procedure.ts'

/** Names of the fields that are personal, over all forms: those sealed within the matter, and those kept in the reporter vault. */
export type PersonalFields = { readonly sealed: ReadonlySet<string>; readonly vault: ReadonlySet<string> }

// Derived from the definition and nothing else; every command asks.
const known = new WeakMap<Procedure, PersonalFields>()

/** Which fields of a procedure are personal. */
export function personalFields(procedure: Procedure): PersonalFields {
  const found = known.get(procedure) ?? collected(procedure)
  known.set(procedure, found)
  return found
}

function collected({ forms }: Procedure): PersonalFields {
  const found = Object.values(forms)
    .flatMap(({ fields }) => Object.entries(fields))
    .map(([name, field]) => ({ name, personal: personalOf(field) }))
    .filter(({ personal }) => personal)
  const names = (vault: boolean) => found.filter(({ personal }) => !!personal?.vault === vault).map(({ name }) => name)
  return { sealed: new Set(names(false)), vault: new Set(names(true)) }
}
