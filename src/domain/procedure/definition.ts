import type { Procedure } from './procedure.ts'

type Following = { readonly procedure: string; readonly procedureVersion: number; readonly id?: string }

/** The definition a matter follows: the version it was opened under, for as long as it lives. Undefined when this program has it no more. */
export const findDefinition = (procedures: readonly Procedure[], matter: Following): Procedure | undefined =>
  procedures.find(({ id, version }) => id === matter.procedure && version === matter.procedureVersion)

/** The same. @throws Error when this program does not have it */
export function getDefinition(procedures: readonly Procedure[], matter: Following): Procedure {
  const found = findDefinition(procedures, matter)
  if (!found)
    throw new Error(`no definition for ${matter.procedure}.v${matter.procedureVersion} of matter ${matter.id}`)
  return found
}
