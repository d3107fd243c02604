/** Columns in the order in which they were used, the first `rank` of them independent, and what was done to them. */
export type Reduced = {
  readonly rank: number
  readonly order: readonly number[]
  /** Upper triangular R by columns; below its diagonal the reflections. */
  readonly triangle: readonly Float64Array[]
  /** Applies the reflections to one more column. */
  readonly reflect: (column: Float64Array) => Float64Array
}

/** A column whose rest is this small a share of its length depends on those before it: R's glm at its default. */
const DEPENDENT_BELOW = 1e-11
/** Below this the running norm of a rest has lost its digits and is computed anew. */
const NORM_LOST = 1e-6

/**
 * Householder reduction with R's limited pivoting: a dependent column goes to the end. The order of every sum is that
 * of LINPACK dqrdc2 and dqrsl (Dongarra, Bunch, Moler, Stewart, LINPACK Users' Guide 1979) over plain BLAS.
 */
export function reduceByReflections(columns: readonly Float64Array[]): Reduced {
  const rows = columns[0]?.length ?? 0
  const x = columns.map((column) => column.slice())
  const order = x.map((_, column) => column)
  const lengths = x.map((column) => norm(column, 0))
  const rests = lengths.slice()
  const heads: number[] = []
  let rank = x.length
  for (let l = 0; l < Math.min(rows, rank); l++) {
    while (l < rank && rests[l]! < (lengths[l] || 1) * DEPENDENT_BELOW) {
      for (const list of [x, order, lengths, rests] as unknown[][]) list.push(...list.splice(l, 1))
      rank--
    }
    if (l >= rank || l === rows - 1) break
    heads.push(reflectRest(x, rests, l))
  }
  return { rank: Math.min(rank, rows), order, triangle: x, reflect: (column) => reflected(x, heads, column) }
}

/** Makes column `l` a reflection, applies it to the columns after it, and returns its leading element. */
function reflectRest(x: readonly Float64Array[], rests: number[], l: number): number {
  const column = x[l]!
  const length = norm(column, l)
  if (length === 0) return 0
  const signed = column[l]! < 0 ? -length : length
  const scale = 1 / signed
  for (let i = l; i < column.length; i++) column[i] = column[i]! * scale
  column[l] = 1 + column[l]!
  for (let j = l + 1; j < x.length; j++) {
    addMultiple(x[j]!, -dot(column, x[j]!, l) / column[l]!, column, l)
    rests[j] = restAfter(x[j]!, rests[j]!, l)
  }
  const head = column[l]!
  column[l] = -signed
  return head
}

function restAfter(column: Float64Array, rest: number, l: number): number {
  if (rest === 0) return 0
  const share = Math.max(1 - (Math.abs(column[l]!) / rest) ** 2, 0)
  return share < NORM_LOST ? norm(column, l + 1) : rest * Math.sqrt(share)
}

function reflected(x: readonly Float64Array[], heads: readonly number[], column: Float64Array): Float64Array {
  const rotated = column.slice()
  for (const [l, head] of heads.entries()) {
    if (head === 0) continue
    const diagonal = x[l]![l]!
    x[l]![l] = head
    addMultiple(rotated, -dot(x[l]!, rotated, l) / head, x[l]!, l)
    x[l]![l] = diagonal
  }
  return rotated
}

function norm(column: Float64Array, from: number): number {
  return Math.sqrt(dot(column, column, from))
}

function dot(a: Float64Array, b: Float64Array, from: number): number {
  let sum = 0
  for (let i = from; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

function addMultiple(target: Float64Array, factor: number, column: Float64Array, from: number): void {
  for (let i = from; i < target.length; i++) target[i] = target[i]! + factor * column[i]!
}
