import { compareUnits } from '../../statistics/funnel/compare-units.ts'
import { FEWEST, type NamedCount } from '../../statistics/funnel/comparison.ts'
import { funnelCurve } from '../../statistics/funnel/funnel-curve.ts'

/** A unit with what it is: a township has other limits to keep than a department. */
export type LikeCount = NamedCount & { readonly like: string }

/** Of more units one by itself hardly moves the limits, and leaving out each in turn would take long. */
const MOST_LEFT_OUT = 40
const SETTINGS = { kind: 'proportion', fewest: FEWEST.proportion } as const
/** One or two matters are no habit of anybody. */
const FEWEST_SHOWN = 3
/** Chance of lying above the outer limits. */
const OUTER = 0.001

/**
 * The units that have more of a sign than others of their kind do and chance gives. Each is held against the limits of the others: with
 * few units one that stands far out would else widen the limits until it lies within them. Fewer than the others is no sign of anything.
 */
export function standingOut(units: readonly LikeCount[]): ReadonlySet<string> {
  return new Set([...Map.groupBy(units, ({ like }) => like).values()].flatMap(outOfLike))
}

function outOfLike(units: readonly NamedCount[]): string[] {
  if (units.length <= MOST_LEFT_OUT) return units.filter((unit) => isAboveOthers(unit, units)).map(({ name }) => name)
  const answer = compareUnits(units, SETTINGS)
  return answer.ok ? answer.units.filter(({ verdict }) => verdict === 'high').map(({ name }) => name) : []
}

function isAboveOthers(unit: NamedCount, units: readonly NamedCount[]): boolean {
  const { name, numerator, denominator } = unit
  if (numerator < FEWEST_SHOWN) return false
  const others = units.filter((each) => each.name !== name && each.denominator > 0)
  if (others.every((each) => each.numerator === 0)) return isAlone(unit, others)
  const answer = compareUnits(others, SETTINGS)
  if (!answer.ok || answer.method === 'none') return false
  const [limits] = funnelCurve(answer, [denominator])
  return limits !== undefined && numerator / denominator > limits.outer.upper
}

/** No other unit shows the sign at all: were it everybody's, all of it would lie in this one by that chance only (Fisher's exact law). */
function isAlone({ numerator, denominator }: NamedCount, others: readonly NamedCount[]): boolean {
  const all = others.reduce((sum, each) => sum + each.denominator, denominator)
  let chance = 1
  for (let each = 0; each < numerator; each += 1) chance *= (denominator - each) / (all - each)
  return chance < OUTER
}
