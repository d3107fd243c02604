import { FEW } from '../../domain/views/small-counts.ts'

/** Of which lines it is told how reporters rated: `small` ones have fewer than five ratings, `hidden` ones would give those away. */
export type LineTold = 'told' | 'small' | 'hidden'

/**
 * Lines by their ratings, question by question. The figure of the unit above counts all of them: where what is not told would be fewer
 * than five together, the smallest of the others is not told either, or it followed from that figure.
 */
export function toldLines(ratings: readonly (readonly number[])[]): LineTold[] {
  const lines = ratings.map((counts): LineTold => (counts.every((count) => count >= FEW) ? 'told' : 'small'))
  for (const question of ratings[0]?.keys() ?? []) {
    const of = (line: number) => ratings[line]?.[question] ?? 0
    const left = lines.reduce((sum, line, at) => (line === 'told' ? sum : sum + of(at)), 0)
    if (left === 0 || left >= FEW) continue
    const told = [...lines.keys()].filter((at) => lines[at] === 'told')
    const smallest = told.reduce<number | undefined>(
      (least, at) => (least === undefined || of(at) < of(least) ? at : least),
      undefined,
    )
    if (smallest !== undefined) lines[smallest] = 'hidden'
  }
  return lines
}
