/** Replaces a symmetric positive matrix (p × p, by rows, lower half read) by its lower Cholesky factor; false when it is not positive. */
export function factorise(a: Float64Array, p: number): boolean {
  for (let j = 0; j < p; j++) {
    for (let i = j; i < p; i++) {
      let sum = at(a, i * p + j)
      for (let k = 0; k < j; k++) sum -= at(a, i * p + k) * at(a, j * p + k)
      if (i === j) {
        if (!(sum > 0)) return false
        a[i * p + j] = Math.sqrt(sum)
      } else a[i * p + j] = sum / at(a, j * p + j)
    }
  }
  return true
}

/** Solves L L' x = b in place. */
export function solveFactorised(l: Float64Array, p: number, b: Float64Array): void {
  forward(l, p, b)
  for (let i = p - 1; i >= 0; i--) {
    let sum = at(b, i)
    for (let k = i + 1; k < p; k++) sum -= at(l, k * p + i) * at(b, k)
    b[i] = sum / at(l, i * p + i)
  }
}

/** x' (L L')^-1 x. */
export function inverseForm(l: Float64Array, p: number, x: Float64Array): number {
  const half = Float64Array.from(x)
  forward(l, p, half)
  let sum = 0
  for (let i = 0; i < p; i++) sum += at(half, i) ** 2
  return sum
}

function forward(l: Float64Array, p: number, b: Float64Array): void {
  for (let i = 0; i < p; i++) {
    let sum = at(b, i)
    for (let k = 0; k < i; k++) sum -= at(l, i * p + k) * at(b, k)
    b[i] = sum / at(l, i * p + i)
  }
}

const at = (values: Float64Array, index: number) => values[index] as number
