import type { Procedure } from './procedure.ts'

type Following = { readonly procedure: string; readonly procedureVersion: number; readonly id?: string }

/** The definition a matter follows: the version it was opened under, for as long as it lives. Undefined when this program has it no more. */
export const findDefinition = (procedures: readonly Procedure[], matter: Following): Procedure | undefined =>
  byVersion(procedures).get(versionKey(matter.procedure, matter.procedureVersion))

const versionKey = (id: string, version: number) => `${id}.v${version}`
const known = new WeakMap<readonly Procedure[], ReadonlyMap<string, Procedure>>()

/** Looked up once: a command asks several times, and there are hundreds. */
function byVersion(procedures: readonly Procedure[]): ReadonlyMap<string, Procedure> {
  const made =
    known.get(procedures) ?? new Map(procedures.map((each) => [versionKey(each.id, each.version), each] as const))
  known.set(procedures, made)
  return made
}

/** The same. @throws Error when this program does not have it */
export function getDefinition(procedures: readonly Procedure[], matter: Following): Procedure {
  const found = findDefinition(procedures, matter)
  if (!found)
    throw new Error(`no definition for ${matter.procedure}.v${matter.procedureVersion} of matter ${matter.id}`)
  return found
}
