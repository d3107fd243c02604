/** A matrix by rows without its zeros: weekday and holiday columns are empty on most days. */
export type SparseRows = {
  /** Where each row begins in `column` and `value`; one more than there are rows. */
  readonly start: Int32Array
  readonly column: Int32Array
  readonly value: Float64Array
  /**
   * Each row times itself, lower half: where in a p × p matrix, and how much. Many series share a design, so that
   * their normal equations need no product of columns but these.
   */
  readonly squareStart: Int32Array
  readonly squareAt: Int32Array
  readonly square: Float64Array
}

/** Leaves the zeros of a matrix of `p` columns out. */
export function sparseRows(x: Float64Array, p: number): SparseRows {
  const rows = x.length / p
  const [start, squareStart] = [new Int32Array(rows + 1), new Int32Array(rows + 1)]
  const column: number[] = []
  const value: number[] = []
  const squareAt: number[] = []
  const square: number[] = []
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < p; j++) {
      const entry = x[i * p + j]!
      if (entry === 0) continue
      column.push(j)
      value.push(entry)
      for (let at = start[i]!; at < column.length; at++) {
        squareAt.push(j * p + column[at]!)
        square.push(entry * value[at]!)
      }
    }
    start[i + 1] = column.length
    squareStart[i + 1] = square.length
  }
  return {
    start,
    column: Int32Array.from(column),
    value: Float64Array.from(value),
    squareStart,
    squareAt: Int32Array.from(squareAt),
    square: Float64Array.from(square),
  }
}

/** Row `i` times a vector. */
export function rowTimes({ start, column, value }: SparseRows, i: number, vector: Float64Array): number {
  let sum = 0
  for (let at = start[i]!; at < start[i + 1]!; at++) sum += value[at]! * vector[column[at]!]!
  return sum
}
