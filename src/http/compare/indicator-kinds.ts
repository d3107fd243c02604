import { countableKinds } from '../../domain/bulletins/countable.ts'
import { PACKED_INDICATORS } from '../../domain/indicators/packs/all-packs.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'

/**
 * Kinds that an indicator may be held to: those that are counted at all, and those that the pack's own names: cases have a sight of their
 * own, and only indicators of courts, by which units are never compared, count them. Without `id`, of any indicator.
 */
export function indicatorKinds(procedures: readonly Procedure[], id?: string): Procedure[] {
  const packed = PACKED_INDICATORS.filter((each) => id === undefined || each.id === id)
  const named = new Set(packed.flatMap(({ kinds = [] }) => kinds))
  const countable = new Set(countableKinds(procedures).map((kind) => kind.id))
  const latest = new Map(procedures.map((procedure) => [procedure.id, procedure]))
  return [...latest.values()].filter((kind) => countable.has(kind.id) || named.has(kind.id))
}
