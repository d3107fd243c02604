import { expect, test } from 'vitest'
import type { Procedure } from '../domain/procedure/procedure.ts'
import { faultsOf } from '../engine/definition/faults-of.ts'
import { PROCEDURES } from '../procedures/all.ts'

type Tree = { [key: string]: unknown }

/** A definition with one slip in it: what stands at the path is replaced, or left out when `value` is undefined. */
export function planted(procedure: Procedure, path: string, value: unknown): Procedure {
  const copy = JSON.parse(JSON.stringify(procedure)) as Tree
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  let at: Tree = copy
  for (const key of keys) {
    if (typeof at[key] !== 'object' || at[key] === null) throw new Error(`${procedure.id} has nothing at ${path}`)
    at = at[key] as Tree
  }
  if (value === undefined) delete at[last]
  else at[last] = value
  return copy as unknown as Procedure
}

/** What was written wrong, in which definition and where, and the sentence that says so, found at the same place unless named. */
export type Slip = readonly [
  what: string,
  id: string,
  path: string,
  value: unknown,
  zh: string,
  en: string,
  at?: string,
]

/** A published definition. */
export function procedureOf(id: string): Procedure {
  const found = PROCEDURES.find((procedure) => procedure.id === id)
  if (!found) throw new Error(`no procedure ${id}`)
  return found
}

/** All faults of a definition among the published ones. */
export const told = (procedure: Procedure) =>
  faultsOf(procedure, PROCEDURES).map(({ path, sentence }) => ({ path, zh: sentence.zh, en: sentence.en }))

/** One test for each slip: exactly this sentence at exactly this place. */
export const finds = (slips: readonly Slip[]) => {
  for (const [what, id, path, value, zh, en, at = path] of slips)
    test(`${what}, at ${path}`, () => {
      expect(told(planted(procedureOf(id), path, value))).toEqual([{ path: at, zh, en }])
    })
}
