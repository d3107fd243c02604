import { cauchyCombination } from '../delay-judge.ts'

/** A family of p-values judged together: the units of one category. */
export type Family = { readonly id: string; readonly logP: readonly number[] }

export type FamilyVerdict = {
  readonly id: string
  readonly logP: number
  readonly selected: boolean
  /** Which members stand out; empty unless the family does. */
  readonly members: readonly number[]
}

/**
 * False-discovery control from the top down: first the families in which anything stands out (their p-values combined,
 * whatever their dependence), then their members at a level that is the smaller the fewer families were selected
 * (Benjamini and Bogomolov 2014), so that the share of false ones within selected families stays near `q`.
 */
export function topDown(families: readonly Family[], q: number): readonly FamilyVerdict[] {
  const combined = families.map(({ logP }) => cauchyCombination(logP))
  const chosen = new Set(stepUp(combined, q))
  const inner = (q * chosen.size) / Math.max(families.length, 1)
  return families.map(({ id, logP }, index) => ({
    id,
    logP: combined[index]!,
    selected: chosen.has(index),
    members: chosen.has(index) ? stepUp(logP, inner) : [],
  }))
}

/** Which p-values Benjamini and Hochberg's step-up rule takes at `q`, in ascending place. */
export function stepUp(logP: readonly number[], q: number): readonly number[] {
  const order = logP.map((_, index) => index).sort((a, b) => logP[a]! - logP[b]!)
  let last = -1
  for (const [rank, index] of order.entries())
    if (logP[index]! <= Math.log((q * (rank + 1)) / order.length)) last = rank
  return order.slice(0, last + 1).sort((a, b) => a - b)
}
