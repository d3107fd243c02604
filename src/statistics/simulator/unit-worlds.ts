import type { FunnelCount, FunnelKind } from '../funnel/funnel-input.ts'
import { poissonCount } from './count-draw.ts'
import type { Uniform } from './mrg32k3a.ts'

/** A table of units that differ among themselves by a known law, and none of which is out of control. */
export type UnitWorld = {
  readonly kind: FunnelKind
  readonly units: number
  /** `few-large`: two or one in thirty have thousands, the others tens. */
  readonly sizes: 'few-large' | 'even'
  readonly target: number
  /** Mean square of the standardised rates: 1 is chance alone. */
  readonly phi: number
  /** How units lie about the target: even on the log scale, or by a beta or gamma law, which is skewed on either. */
  readonly law: 'even' | 'skewed'
}

export const FUNNEL_WORLDS: readonly UnitWorld[] = [12, 40, 160].flatMap((units) =>
  (['few-large', 'even'] as const).flatMap((sizes) =>
    [0.03, 0.5, 0.95, 1].flatMap((target) =>
      (['even', 'skewed'] as const).flatMap((law) =>
        [1, 1.5, 4, 20, 140].map(
          (phi): UnitWorld => ({ kind: target === 1 ? 'ratio' : 'proportion', units, sizes, target, phi, law }),
        ),
      ),
    ),
  ),
)

/** One table of a world; with `planted`, one unit of middling size lies so many standard deviations off, chance included. */
export function drawUnits(
  world: UnitWorld,
  uniform: Uniform,
  planted?: { readonly at: number; readonly off: number },
): FunnelCount[] {
  const { kind, units, sizes, target } = world
  const isShare = kind === 'proportion'
  const denominators = Array.from({ length: units }, (_, at) => {
    if (sizes === 'even') return Math.round(200 * (1 + uniform()))
    return at < Math.max(2, units / 30)
      ? Math.round(8000 * (1 + uniform()))
      : Math.round(15 * Math.exp(1.2 * Math.abs(normal(uniform))))
  })
  const chance = isShare ? target * (1 - target) : target
  const mean = denominators.reduce((sum, each) => sum + each, 0) / units
  const between = Math.min(((world.phi - 1) * chance) / mean, isShare ? 0.45 * chance : Number.POSITIVE_INFINITY)
  return denominators.map((denominator, at) => {
    const rate = planted?.at === at ? far(world, between, denominator, planted.off) : rateOf(world, between, uniform)
    return {
      numerator: isShare ? binomialDraw(denominator, rate, uniform) : poissonDraw(denominator * rate, uniform),
      denominator,
    }
  })
}

function rateOf({ kind, target, law }: UnitWorld, between: number, uniform: Uniform): number {
  if (between <= 0) return target
  if (law === 'even') return onLogScale(kind, target, spreadOf(kind, target, between) * normal(uniform))
  if (kind === 'ratio') return (gamma(target ** 2 / between, uniform) * between) / target
  const size = (target * (1 - target)) / between - 1
  const [a, b] = [gamma(target * size, uniform), gamma((1 - target) * size, uniform)]
  return Math.min(1 - 1e-9, Math.max(1e-9, a / (a + b)))
}

function far({ kind, target }: UnitWorld, between: number, denominator: number, off: number): number {
  const chance = kind === 'proportion' ? target * (1 - target) : target
  const all = Math.hypot(spreadOf(kind, target, between), Math.sqrt(1 / (denominator * chance)))
  return onLogScale(kind, target, (target > 0.5 && kind === 'proportion' ? -off : off) * all)
}

/** The spread on the log scale that has this variance between rates, nearly. */
const spreadOf = (kind: FunnelKind, target: number, between: number) =>
  kind === 'proportion' ? Math.sqrt(between) / (target * (1 - target)) : Math.sqrt(Math.log1p(between / target ** 2))

const onLogScale = (kind: FunnelKind, target: number, away: number) =>
  kind === 'proportion' ? 1 / (1 + ((1 - target) / target) * Math.exp(-away)) : target * Math.exp(away)

const normal = (uniform: Uniform) => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())

/** Marsaglia and Tsang (2000); below a shape of 1 by a power of one more. */
function gamma(shape: number, uniform: Uniform): number {
  if (shape < 1) return gamma(shape + 1, uniform) * uniform() ** (1 / shape)
  const d = shape - 1 / 3
  for (let turn = 0; turn < 1000; turn++) {
    const x = normal(uniform)
    const v = (1 + x / Math.sqrt(9 * d)) ** 3
    if (v > 0 && Math.log(uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
  return d
}

/** Above these means the normal law rounded is as good here, where tails of a thousandth are looked at. */
const MANY = 500

const poissonDraw = (mean: number, uniform: Uniform): number =>
  mean > MANY ? Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(uniform))) : poissonCount(mean, uniform())

function binomialDraw(n: number, p: number, uniform: Uniform): number {
  if (n * p * (1 - p) > MANY)
    return Math.min(n, Math.max(0, Math.round(n * p + Math.sqrt(n * p * (1 - p)) * normal(uniform))))
  if (p > 0.5) return n - binomialDraw(n, 1 - p, uniform)
  let [count, mass] = [0, Math.exp(n * Math.log1p(-p))]
  let left = uniform() - mass
  for (; left > 0 && count < n; left -= mass) {
    mass *= ((n - count) / (count + 1)) * (p / (1 - p))
    count++
  }
  return count
}
