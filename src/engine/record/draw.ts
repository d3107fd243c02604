import type { Sha256 } from './chain.ts'

/** Which matters are drawn and from how many: anyone who has the list and the seed comes to the same. */
export type Draw = { readonly size: number; readonly digest: string; readonly references: readonly string[] }

/**
 * Draws lots by a seed that was on record before: each number is hashed with the seed, `SHA-256(seed ‖ "\n" ‖ number)`, and the
 * smallest hashes win. The digest is that of the whole list, one number a line, in order.
 */
export function drawLots(population: readonly string[], count: number, seed: string, sha256: Sha256): Draw {
  const listed = [...population].sort()
  const lots = listed.map((reference) => ({ reference, lot: sha256(`${seed}\n${reference}`) }))
  const winners = lots.sort((a, b) => (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : 0)).slice(0, count)
  return {
    size: listed.length,
    digest: sha256(listed.join('\n')),
    references: winners.map(({ reference }) => reference),
  }
}
