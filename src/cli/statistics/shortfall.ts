import type { StatisticsFailure } from '../../statistics/detection.ts'
import type { FixtureCase } from './fixture.ts'

/** One value that is not what the reference says; `quantity` names it, with its place from 0 in a list. */
export type Shortfall = {
  readonly id: string
  readonly quantity: string
  readonly expected: unknown
  readonly got: unknown
}

/** How near a value has to be: relative, or absolute where the value is small; 0 for identical. */
export type Tolerance = { readonly relative: number; readonly absolute: number }

export const IDENTICAL: Tolerance = { relative: 0, absolute: 0 }
/** What is asked of most quantities. */
export const USUAL: Tolerance = { relative: 1e-6, absolute: 1e-8 }

/** Below this the logarithms of p-values are compared. */
const SMALL_P = 1e-12

/** What was compared and what fell short; filled while a case is checked. */
export type Findings = { compared: number; readonly shortfalls: Shortfall[] }

/** Notes down whether a value, or each value of a list of any depth, is near enough to the expected one. */
export function compare(
  findings: Findings,
  place: { readonly id: string; readonly quantity: string },
  expected: unknown,
  got: unknown,
  tolerance: Tolerance,
): void {
  if (Array.isArray(expected)) {
    const list = isList(got) ? got : []
    if (list.length !== expected.length) findings.shortfalls.push({ ...place, expected, got })
    else {
      for (const [i, one] of expected.entries()) {
        compare(findings, { ...place, quantity: `${place.quantity}[${i}]` }, one, list[i], tolerance)
      }
    }
    return
  }
  findings.compared++
  const value = numberOf(expected)
  // A list of one is often written without its brackets.
  const single = isList(got) && got.length === 1 ? got[0] : got
  if (!isNear(value, single, tolerance, place.quantity.startsWith('pvalue'))) {
    findings.shortfalls.push({ ...place, expected: value, got: single })
  }
}

/**
 * Compares refusals; true when both the file and the engine have values. Too short a history is one of the ways not to be
 * computable, and files do not always say which.
 */
export function isAnswered<Answered extends { readonly ok: true }>(
  one: FixtureCase,
  answer: Answered | StatisticsFailure,
  findings: Findings,
): answer is Answered {
  const refused = one['error'] ?? null
  if (answer.ok && refused === null) return true
  const code = answer.ok ? 'values' : answer.code.replaceAll('-', '_')
  const got = code === 'history_too_short' && refused === 'not_computable' ? refused : code
  compare(findings, { id: one.id, quantity: 'error' }, refused ?? 'values', got, IDENTICAL)
  return false
}

const isList = (value: unknown): value is readonly unknown[] | Float64Array =>
  Array.isArray(value) || value instanceof Float64Array

/** The IEEE values that JSON has no spelling for. */
function numberOf(value: unknown): unknown {
  if (value === 'NaN') return Number.NaN
  if (value === 'Inf') return Number.POSITIVE_INFINITY
  return value === '-Inf' ? Number.NEGATIVE_INFINITY : value
}

function isNear(expected: unknown, got: unknown, { relative, absolute }: Tolerance, isP: boolean): boolean {
  if (typeof expected !== 'number' || typeof got !== 'number') {
    // No number and a missing value say the same.
    return Object.is(expected, got) || (Number.isNaN(expected) && got === null)
  }
  if (Object.is(expected, got) || expected === got) return true
  if (isP && expected < SMALL_P && expected > 0) {
    return got > 0 && Math.abs(Math.log(got / expected)) <= relative * Math.abs(Math.log(expected))
  }
  return Math.abs(got - expected) <= Math.max(absolute, relative * Math.abs(expected))
}
