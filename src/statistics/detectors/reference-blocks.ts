/** Indices `from` to `to`, both included, that share a season level, 0 to P - 1; the last level is the current season. */
export type ReferenceBlock = { readonly from: number; readonly to: number; readonly level: number }

export type BlockRule = {
  /** Half window around each reference point. */
  readonly w: number
  /** Season levels: one for the windows, the others for equal parts of the rest of the year. */
  readonly noPeriods: number
  /** Indices from so many before the current point on are left out, so that a starting outbreak does not hide itself. */
  readonly pastWeeksNotIncluded: number
}

/**
 * The past cut into blocks of season levels, oldest first (Noufaily et al. 2013, section 3.1). `references` are the
 * current point and the same point of each year back, newest first. Undefined when there are too many periods.
 */
export function referenceBlocks(references: readonly number[], rule: BlockRule): ReferenceBlock[] | undefined {
  const { w, noPeriods, pastWeeksNotIncluded } = rule
  const last = references[0]! - pastWeeksNotIncluded - 1
  const blocks: ReferenceBlock[] = []
  for (let year = references.length - 1; year >= 0; year--) {
    const middle = references[year]!
    blocks.push({ from: Math.max(1, middle - w), to: year === 0 ? middle : middle + w, level: noPeriods - 1 })
    if (year === 0 || noPeriods === 1) continue
    const gap = gapBlocks(middle + w + 1, references[year - 1]! - w - 1, noPeriods)
    if (!gap) return undefined
    blocks.push(...gap)
  }
  return withoutOverlap(blocks)
    .map((block) => ({ ...block, to: Math.min(block.to, last) }))
    .filter(({ from, to }) => from <= to)
}

/** The rest of a year in equal runs, the first ones a step longer where it does not divide. */
function gapBlocks(from: number, to: number, noPeriods: number): ReferenceBlock[] | undefined {
  const length = to - from + 1
  const runs = noPeriods - 1
  if (length < runs) return undefined
  const blocks: ReferenceBlock[] = []
  let next = from
  for (let level = 0; level < runs; level++) {
    const steps = Math.floor(length / runs) + (level < length % runs ? 1 : 0)
    blocks.push({ from: next, to: next + steps - 1, level })
    next += steps
  }
  return blocks
}

/** Windows wider than a year overlap; every index counts once. */
function withoutOverlap(blocks: readonly ReferenceBlock[]): ReferenceBlock[] {
  let covered = Number.NEGATIVE_INFINITY
  return blocks.map((block) => {
    const from = Math.max(block.from, covered + 1)
    covered = Math.max(covered, block.to)
    return { ...block, from }
  })
}
