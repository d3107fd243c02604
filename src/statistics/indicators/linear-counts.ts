import type { Formula } from './formula.ts'

/** Counts times numbers, added up, and a number. */
type Linear = { readonly constant: number; readonly factors: ReadonlyMap<string, number> }

/** Factors this near each other, relatively, are equal: `a / 365 + b / 365`. */
const SAME = 1e-12

/** The number a formula without counts stands for; undefined for any other. */
export function constantOf(formula: Formula): number | undefined {
  const form = linear(formula)
  return form && form.factors.size === 0 ? form.constant : undefined
}

/**
 * Reads a formula as a number times counts that are each added or taken off once: `2 * (a + b) - 2 * c` is
 * `2 · (a + b - c)`. Undefined for what is no count even so: `a + 1`, `2 * a + b`, `a * b`, `a - a`.
 */
export function countOf(formula: Formula): { readonly scale: number; readonly count: Formula } | undefined {
  const form = linear(formula)
  const factors = [...(form?.factors ?? [])].filter(([, factor]) => factor !== 0)
  const scale = Math.abs(factors[0]?.[1] ?? 0)
  if (form?.constant !== 0 || !(scale > 0)) return undefined
  if (factors.some(([, factor]) => Math.abs(Math.abs(factor) - scale) > SAME * scale)) return undefined
  // What is taken off stands behind, for a formula has no sign of its own.
  const [first, ...rest] = factors.toSorted(([, a], [, b]) => Math.sign(b) - Math.sign(a))
  if (first === undefined || first[1] < 0) return undefined
  const measure = (name: string): Formula => ({ op: 'measure', name })
  const count = rest.reduce<Formula>(
    (left, [name, factor]) => ({ op: factor > 0 ? '+' : '-', left, right: measure(name) }),
    measure(first[0]),
  )
  return { scale, count }
}

function linear(formula: Formula): Linear | undefined {
  if (formula.op === 'number') return { constant: formula.value, factors: new Map() }
  if (formula.op === 'measure') return { constant: 0, factors: new Map([[formula.name, 1]]) }
  const left = linear(formula.left)
  const right = linear(formula.right)
  if (!left || !right) return undefined
  if (formula.op === '+') return added(left, right, 1)
  if (formula.op === '-') return added(left, right, -1)
  if (right.factors.size === 0) {
    if (formula.op === '*') return added(NOTHING, left, right.constant)
    return right.constant === 0 ? undefined : added(NOTHING, left, 1 / right.constant)
  }
  return formula.op === '*' && left.factors.size === 0 ? added(NOTHING, right, left.constant) : undefined
}

const NOTHING: Linear = { constant: 0, factors: new Map() }

function added(left: Linear, right: Linear, times: number): Linear {
  const factors = new Map(left.factors)
  for (const [name, factor] of right.factors) factors.set(name, (factors.get(name) ?? 0) + times * factor)
  return { constant: left.constant + times * right.constant, factors }
}
