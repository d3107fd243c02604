/** A chance as it is written: 0.03, 0.0004, never 4.2e-7. */
export function chanceText(p: number): string {
  if (p < 1e-6) return '< 0.000001'
  const decimals = Math.min(6, Math.max(2, 1 - Math.floor(Math.log10(p))))
  return p.toFixed(decimals)
}

/** A usual count: one decimal below ten. */
export const usualText = (count: number): string =>
  count < 10 ? count.toFixed(1) : Math.round(count).toLocaleString('en')
