import type { Procedure } from '../../domain/procedure/procedure.ts'

/** Kinds that a form may ask of: matters in earnest. A record is none, and an exercise is out of every count. */
export const countableKinds = (procedures: readonly Procedure[]): Procedure[] =>
  procedures.filter(({ record, exercise }) => !exercise && (!record || record.work))

/** What is counted where a form names no kind: those that everybody in the line of units sees. */
export const countedKinds = (procedures: readonly Procedure[]): string[] => [
  ...new Set(countableKinds(procedures).flatMap(({ id, sight }) => (sight ? [] : [id]))),
]
