import type { Evidence } from '../src/engine/match/duplicates.ts'

const NAMES = ['base', 'common', 'rarest', 'category', 'place', 'time'] as const satisfies readonly (keyof Evidence)[]
const ROUNDS = 25
/** Keeps weights finite where a feature tells all apart. */
const RIDGE = 1

/** Weights of a logistic law by Newton's method with a small ridge: log-odds of `same` a unit of each kind of evidence. */
export function fitLogistic(pairs: readonly { found: Evidence; same: boolean }[]): Evidence {
  let weights: number[] = NAMES.map(() => 0)
  for (let round = 0; round < ROUNDS; round += 1) {
    const slope: number[] = weights.map((weight) => -RIDGE * weight)
    const curve: number[][] = NAMES.map((_, i) => NAMES.map((_, j) => (i === j ? RIDGE : 0)))
    for (const { found, same } of pairs) {
      const x = NAMES.map((name) => found[name])
      const chance = 1 / (1 + Math.exp(-x.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0)))
      const spread = chance * (1 - chance)
      x.forEach((value, i) => {
        slope[i] = (slope[i] ?? 0) + ((same ? 1 : 0) - chance) * value
        const row = curve[i] ?? []
        x.forEach((other, j) => {
          row[j] = (row[j] ?? 0) + spread * value * other
        })
      })
    }
    const step = solve(curve, slope)
    weights = weights.map((weight, i) => weight + (step[i] ?? 0))
  }
  return Object.fromEntries(NAMES.map((name, i) => [name, Math.round((weights[i] ?? 0) * 10) / 10])) as Evidence
}

/** Gauss elimination with pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0])
  const at = (row: number, column: number) => rows[row]?.[column] ?? 0
  for (let i = 0; i < rows.length; i += 1) {
    const pivot = rows.reduce((best, _, r) => (r >= i && Math.abs(at(r, i)) > Math.abs(at(best, i)) ? r : best), i)
    const top = rows[pivot] ?? []
    rows[pivot] = rows[i] ?? []
    rows[i] = top
    for (let r = 0; r < rows.length; r += 1) {
      if (r === i) continue
      const factor = at(r, i) / at(i, i)
      rows[r] = (rows[r] ?? []).map((value, column) => value - factor * at(i, column))
    }
  }
  return rows.map((row, i) => (row[rows.length] ?? 0) / at(i, i))
}
