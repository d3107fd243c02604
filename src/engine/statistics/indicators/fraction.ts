import type { Formula } from './formula.ts'

/** `scale · numerator / denominator`: the form in which an indicator has an exact interval. */
export type Fraction = { readonly scale: number; readonly numerator: Formula; readonly denominator: Formula }

/**
 * Reads a formula as one fraction: `a / b`, `365 * a / b`, `a / b * 100`, `1 - a / b` (which is `(b - a) / b`).
 * Undefined for what is no single fraction, such as a sum of two.
 */
export function asFraction(formula: Formula): Fraction | undefined {
  if (formula.op === '/') return divided(formula.left, formula.right)
  if (formula.op === '*') return scaled(formula.left, formula.right) ?? scaled(formula.right, formula.left)
  if (formula.op === '-' && formula.left.op === 'number') return complement(formula.left.value, formula.right)
  return undefined
}

function divided(left: Formula, right: Formula): Fraction | undefined {
  if (right.op === 'number') {
    const inner = asFraction(left)
    return inner && right.value !== 0 ? { ...inner, scale: inner.scale / right.value } : undefined
  }
  const { scale, rest } = withoutScale(left)
  return { scale, numerator: rest, denominator: right }
}

function scaled(left: Formula, right: Formula): Fraction | undefined {
  const inner = left.op === 'number' ? asFraction(right) : undefined
  return inner && left.op === 'number' ? { ...inner, scale: inner.scale * left.value } : undefined
}

/** c - s·a/b = s·(c/s·b - a)/b; kept for c = s, the only one that means something: what is left of the whole. */
function complement(whole: number, part: Formula): Fraction | undefined {
  const inner = asFraction(part)
  if (!inner || inner.scale !== whole) return undefined
  const { scale, numerator, denominator } = inner
  return { scale, numerator: { op: '-', left: denominator, right: numerator }, denominator }
}

function withoutScale(formula: Formula): { scale: number; rest: Formula } {
  if (formula.op !== '*') return { scale: 1, rest: formula }
  const { left, right } = formula
  if (left.op === 'number') return { scale: left.value, rest: right }
  return right.op === 'number' ? { scale: right.value, rest: left } : { scale: 1, rest: formula }
}
