/**
 * What becomes of one cell. `none`: nothing to do, because nobody changed it, only the office did, or both came to the same.
 * `change`: only the sheet says something new. `conflict`: both do, and not the same.
 */
export type CellFate = 'none' | 'change' | 'conflict'

/**
 * Three-way merge of one cell.
 * @param base what the ledger said when the sheet was written; undefined when nobody can tell any more
 * @param same whether two texts say the same
 */
export function mergeCell(
  { base, now, sheet }: { readonly base: string | undefined; readonly now: string; readonly sheet: string },
  same: (said: string, cell: string) => boolean,
): CellFate {
  if (same(now, sheet)) return 'none'
  if (base === undefined) return 'conflict'
  if (same(base, sheet)) return 'none'
  return same(base, now) ? 'change' : 'conflict'
}
