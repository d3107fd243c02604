import { reduceByReflections } from './reflections.ts'

/** Coefficients of a least squares problem; null for a column that depends on those before it. */
export type Solution = {
  readonly rank: number
  readonly coefficients: readonly (number | null)[]
}

/** What goes with them: of use after the last of many solves only, so it is computed on demand. */
export type Precision = {
  /** (X'WX)^-1 over the independent columns; null in the rows and columns of dependent ones. */
  readonly covariance: readonly (readonly (number | null)[])[]
  /** Diagonal of the projection onto the weighted columns. */
  readonly hat: Float64Array
}

/**
 * Solves min Σ root²·(target - X b)², X given by columns, weights by their square roots: QR by reflections, step by
 * step as R's `lm` does it, so that even what is left of a trend in a constant history is the same rounding error.
 */
export function weightedLeastSquares(
  columns: readonly Float64Array[],
  target: Float64Array,
  roots: Float64Array,
): Solution & { readonly precision: () => Precision } {
  const { rank, order, triangle, reflect } = reduceByReflections(columns.map((column) => times(column, roots)))
  const solution = backSubstituted(triangle, reflect(times(target, roots)), rank)
  const place = columns.map((_, column) => order.indexOf(column)).map((at) => (at < rank ? at : -1))
  return {
    rank,
    coefficients: place.map((row) => (row < 0 ? null : solution[row]!)),
    precision: () => {
      const inverse = invertTriangle(triangle, rank)
      const kept = order.slice(0, rank).map((column) => times(columns[column]!, roots))
      return {
        covariance: place.map((a) => place.map((b) => (a < 0 || b < 0 ? null : rowProduct(inverse, a, b)))),
        hat: hatDiagonal(kept, inverse, target.length),
      }
    },
  }
}

function times(values: Float64Array, factors: Float64Array): Float64Array {
  const products = new Float64Array(values.length)
  for (let i = 0; i < values.length; i++) products[i] = values[i]! * factors[i]!
  return products
}

/** Upper triangular R by columns: `triangle[column][row]`. */
type Triangle = readonly Float64Array[]

function backSubstituted(triangle: Triangle, rotated: Float64Array, rank: number): Float64Array {
  const solution = rotated.slice(0, rank)
  for (let column = rank - 1; column >= 0; column--) {
    solution[column] = solution[column]! / triangle[column]![column]!
    for (let row = 0; row < column; row++) solution[row] = solution[row]! - solution[column]! * triangle[column]![row]!
  }
  return solution
}

/** R^-1 by rows. */
function invertTriangle(triangle: Triangle, rank: number): number[][] {
  const inverse = Array.from({ length: rank }, () => new Array<number>(rank).fill(0))
  for (let column = 0; column < rank; column++) {
    inverse[column]![column] = 1 / triangle[column]![column]!
    for (let row = column - 1; row >= 0; row--) {
      const sum = sumOver(row + 1, column + 1, (k) => triangle[k]![row]! * inverse[k]![column]!)
      inverse[row]![column] = -sum / triangle[row]![row]!
    }
  }
  return inverse
}

const rowProduct = (inverse: readonly (readonly number[])[], a: number, b: number) =>
  sumOver(Math.max(a, b), inverse.length, (k) => inverse[a]![k]! * inverse[b]![k]!)

function sumOver(from: number, to: number, term: (k: number) => number): number {
  let sum = 0
  for (let k = from; k < to; k++) sum += term(k)
  return sum
}

/** Rows of Q = X R^-1, squared and added. */
function hatDiagonal(
  kept: readonly Float64Array[],
  inverse: readonly (readonly number[])[],
  rows: number,
): Float64Array {
  const hat = new Float64Array(rows)
  for (let column = 0; column < kept.length; column++) {
    for (let i = 0; i < rows; i++) {
      let q = 0
      for (let k = 0; k <= column; k++) q += kept[k]![i]! * inverse[k]![column]!
      hat[i] = hat[i]! + q * q
    }
  }
  return hat.map(atMostOne)
}

/** Values this near 1 count as 1, as in R's lm.influence. */
const atMostOne = (value: number) => (value > 1 - 10 * Number.EPSILON ? 1 : value)
