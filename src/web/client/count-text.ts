import type { KindCount } from '../../domain/views/views.ts'

/** How many there are of these kinds, as a tab or a figure says it: 1,234, and 10,000+ where counting stopped. */
export function countText(counts: readonly KindCount[], kinds: readonly string[]): string {
  const some = counts.filter(({ procedure }) => kinds.includes(procedure))
  const sum = some.reduce((total, { all }) => total + all, 0)
  return `${sum.toLocaleString('en')}${some.some(({ isLimit }) => isLimit) ? '+' : ''}`
}
