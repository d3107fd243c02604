/** A chance in a column of numbers: 0.03, 0.0004, never 4.2e-7. */
export function chanceNumber(p: number): string {
  if (p < 1e-5) return '< 0.00001'
  const decimals = Math.min(5, Math.max(2, 1 - Math.floor(Math.log10(p))))
  return p.toFixed(decimals)
}

/** A usual count: one decimal below ten. */
export const usualText = (count: number): string =>
  count < 10 ? count.toFixed(1) : Math.round(count).toLocaleString('en')
