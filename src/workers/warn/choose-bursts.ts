import type { DayNumber } from '../../domain/time/day-number.ts'
import { adjusted } from '../../statistics/multiple-testing.ts'
import type { JudgedPoint } from '../../statistics/panels/judge-panels.ts'
import { oneBurst } from '../../statistics/panels/one-burst.ts'
import { lineageIn } from './judge-share.ts'

/** A series that stands for a burst, with the share of false alarms if it and all more unusual ones are believed. */
export type Burst = {
  readonly point: JudgedPoint
  readonly subject: string
  readonly of: string
  /** The unit whose matter the warning is. */
  readonly unitId: string
  readonly q: number | undefined
  /** The neighbouring places that stand out together, where it is about no single one. */
  readonly ring?: {
    readonly places: readonly string[]
    readonly last: DayNumber
    /** What came in there in each of the last weeks, oldest first. */
    readonly weeks: readonly number[]
  }
}

export type Tree = {
  readonly paths: Readonly<Record<string, string>>
  /** The unit that has each record. */
  readonly recordUnits: Readonly<Record<string, string>>
}

/** The bursts of a night: of each family what is above the threshold, and of that what stands for the rest. */
export function chooseBursts(
  points: readonly JudgedPoint[],
  pvalues: ArrayLike<number>,
  logThreshold: number,
  tree: Tree,
): Burst[] {
  const crossing = points.filter(({ logP }) => logP !== null && logP < logThreshold)
  const qs = falseShares(pvalues)
  return [...new Set(crossing.map(({ family }) => family))].sort().flatMap((family) => {
    const own = crossing.filter((point) => point.family === family)
    // Where it is known where, that says more than who has it.
    const places = own.filter(({ node }) => !node.startsWith('unit:'))
    const bursts = oneBurst(
      (places.length > 0 ? places : own).map((point) => ({ ...nodeOf(point), point, logP: point.logP ?? 0 })),
      aboveIn(tree),
    )
    return bursts.map(({ point, subject, of }) => ({
      point,
      subject,
      of,
      unitId: tree.recordUnits[of] ?? of,
      q: point.logP === null ? undefined : qs(Math.exp(point.logP)),
    }))
  })
}

const nodeOf = ({ node }: JudgedPoint) => {
  const colon = node.indexOf(':')
  const [subject, of] = [node.slice(0, colon), node.slice(colon + 1)]
  return { subject, of, node: of }
}

/** Units and places are one tree; a record stands below the unit that has it. */
const aboveIn = ({ paths, recordUnits }: Tree) => {
  const lineage = lineageIn(paths)
  const unitsOf = (id: string) => lineage(`unit:${id}`).map((node) => node.slice('unit:'.length))
  return (node: string): readonly string[] => {
    const unit = recordUnits[node]
    return unit === undefined ? unitsOf(node).slice(1) : unitsOf(unit)
  }
}

/** Whether two nodes lie on one line of the tree. */
export const isOneLine = (tree: Tree, one: string, other: string): boolean => {
  const above = aboveIn(tree)
  return one === other || above(one).includes(other) || above(other).includes(one)
}

function falseShares(pvalues: ArrayLike<number>): (p: number) => number | undefined {
  const sorted = Array.from(pvalues).sort((a, b) => a - b)
  const q = adjusted(sorted, 'BH')
  return (p) => {
    const at = sorted.findLastIndex((each) => each <= p * (1 + 1e-9))
    return at < 0 ? undefined : (q[at] ?? undefined)
  }
}

/** The first day of what a burst counts, and its last. */
export const daysOf = ({ point: { step, first }, ring }: Pick<Burst, 'point' | 'ring'>) => ({
  first,
  last: ring?.last ?? (step === 'week' ? first + 6 : first),
})
