import { countableKinds } from '../../domain/bulletins/countable.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'

/**
 * Kinds that a form may ask of by name: matters in earnest, also those with a sight of their own, for who sees them. A record is none,
 * and an exercise is out of every count.
 */
export const askableKinds = (procedures: readonly Procedure[]): Procedure[] =>
  procedures.filter(({ record, exercise }) => !exercise && (!record || record.work))

/** What is counted where a form names no kind: what bulletins count. */
export const countedKinds = (procedures: readonly Procedure[]): string[] =>
  countableKinds(procedures).map(({ id }) => id)
