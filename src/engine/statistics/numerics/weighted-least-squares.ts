/** The answer of `weightedLeastSquares`. */
export type WeightedLeastSquares = {
  readonly rank: number
  /** One coefficient a column; null for a column that depends on those before it. */
  readonly coefficients: readonly (number | null)[]
  /** (X'WX)^-1 over the independent columns; null in the rows and columns of dependent ones. */
  readonly covariance: readonly (readonly (number | null)[])[]
  /** Diagonal of the projection onto the weighted columns. */
  readonly hat: Float64Array
}

/** A column whose rest is this small a share of its own length depends on those before it: R's glm.fit at its default. */
const DEPENDENT_BELOW = 1e-11

/**
 * Solves min Σ weight·(target - X b)², X given by columns. QR by the modified Gram-Schmidt method, orthogonalised twice
 * ("twice is enough", Giraud et al. 2005), which is as accurate as reflections and gives the projection for nothing.
 */
export function weightedLeastSquares(
  columns: readonly Float64Array[],
  target: Float64Array,
  weights: Float64Array,
): WeightedLeastSquares {
  const roots = weights.map(Math.sqrt)
  const { basis, kept, triangle } = orthogonalise(columns.map((column) => times(column, roots)))
  const inverse = invertTriangle(triangle)
  const projected = projections(basis, times(target, roots))
  const rank = kept.length
  const place = columns.map((_, column) => kept.indexOf(column))
  return {
    rank,
    coefficients: place.map((row) => (row < 0 ? null : sumOver(row, rank, (k) => inverse[row]![k]! * projected[k]!))),
    covariance: place.map((a) => place.map((b) => (a < 0 || b < 0 ? null : rowProduct(inverse, a, b)))),
    hat: hatDiagonal(basis, target.length),
  }
}

const times = (values: Float64Array, factors: Float64Array) =>
  values.map((value, row) => value * (factors[row] as number))

type Orthogonal = { basis: Float64Array[]; kept: number[]; triangle: number[][] }

/** `triangle[k]` is the k-th column of R: how the k-th kept column is put together from the basis. */
function orthogonalise(columns: readonly Float64Array[]): Orthogonal {
  const basis: Float64Array[] = []
  const kept: number[] = []
  const triangle: number[][] = []
  for (const [index, column] of columns.entries()) {
    const rest = column.slice()
    const first = projections(basis, rest)
    const second = projections(basis, rest)
    const length = Math.sqrt(dot(rest, rest))
    if (basis.length === column.length || !(length > DEPENDENT_BELOW * Math.sqrt(dot(column, column)))) continue
    basis.push(rest.map((value) => value / length))
    kept.push(index)
    triangle.push([...first.map((value, k) => value + (second[k] as number)), length])
  }
  return { basis, kept, triangle }
}

/** Coefficients along the basis; takes them off `rest`, one after the other. */
function projections(basis: readonly Float64Array[], rest: Float64Array): number[] {
  return basis.map((direction) => {
    const along = dot(direction, rest)
    for (let i = 0; i < rest.length; i++) rest[i] = (rest[i] as number) - along * (direction[i] as number)
    return along
  })
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}

/** R^-1 by rows; R is upper triangular and given by columns. */
function invertTriangle(triangle: readonly (readonly number[])[]): number[][] {
  const size = triangle.length
  const inverse = triangle.map(() => new Array<number>(size).fill(0))
  for (let column = 0; column < size; column++) {
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

function hatDiagonal(basis: readonly Float64Array[], rows: number): Float64Array {
  const hat = new Float64Array(rows)
  for (const direction of basis) for (let i = 0; i < rows; i++) hat[i] = hat[i]! + direction[i]! * direction[i]!
  return hat.map(atMostOne)
}

/** Values this near 1 count as 1, as in R's lm.influence. */
const atMostOne = (value: number) => (value > 1 - 10 * Number.EPSILON ? 1 : value)
