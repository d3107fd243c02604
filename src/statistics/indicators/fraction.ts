import type { Formula } from './formula.ts'
import { constantOf, countOf } from './linear-counts.ts'

/** `scale · numerator / denominator`: the form in which an indicator has an exact interval. */
export type Fraction = { readonly scale: number; readonly numerator: Formula; readonly denominator: Formula }

/**
 * Reads a formula as one fraction: `a / b`, `365 * a / b`, `a / (b / 365)`, `1 - a / b` (which is `(b - a) / b`). A
 * factor common to a whole side goes into the scale, so that a side which is a count stands there as that count.
 * Undefined for what is no single fraction, such as a sum of two.
 */
export function asFraction(formula: Formula): Fraction | undefined {
  if (formula.op === '/') return divided(formula.left, formula.right)
  if (formula.op === '*') return scaled(formula.left, formula.right) ?? scaled(formula.right, formula.left)
  if (formula.op === '-' && formula.left.op === 'number') return complement(formula.left.value, formula.right)
  return undefined
}

/** Whether a side of a fraction is a count: each of its counts added or taken off once, nothing else. */
export const isCount = (side: Formula): boolean => countOf(side)?.scale === 1

function divided(left: Formula, right: Formula): Fraction | undefined {
  const number = constantOf(right)
  if (number !== undefined) return number === 0 ? undefined : times(asFraction(left), 1 / number)
  const above = countOf(left) ?? { scale: 1, count: left }
  const below = countOf(right) ?? { scale: 1, count: right }
  return { scale: above.scale / below.scale, numerator: above.count, denominator: below.count }
}

function scaled(left: Formula, right: Formula): Fraction | undefined {
  const number = constantOf(left)
  return number === undefined ? undefined : times(asFraction(right), number)
}

const times = (fraction: Fraction | undefined, number: number): Fraction | undefined =>
  fraction && number > 0 ? { ...fraction, scale: fraction.scale * number } : undefined

/** c - s·a/b = s·(c/s·b - a)/b; kept for c = s, the only one that means something: what is left of the whole. */
function complement(whole: number, part: Formula): Fraction | undefined {
  const inner = asFraction(part)
  if (!inner || inner.scale !== whole) return undefined
  const { scale, numerator, denominator } = inner
  const rest = divided({ op: '-', left: denominator, right: numerator }, denominator)
  return times(rest, scale)
}
