import { countableKinds } from '../../domain/bulletins/countable.ts'
import type { IndicatorsView } from '../../domain/compare/compare-view.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'

/** Kinds an indicator may be held to: those that are counted, and those with a sight of their own that one names. */
export function kindsFor(procedures: readonly Procedure[], indicators: IndicatorsView['indicators']) {
  const named = new Set(indicators.flat().flatMap(({ kinds = [] }) => kinds))
  const countable = new Set(countableKinds(procedures).map(({ id }) => id))
  const latest = new Map(procedures.map(({ id, title }) => [id, title]))
  return [...latest].filter(([id]) => countable.has(id) || named.has(id)).map(([id, title]) => ({ id, title }))
}
