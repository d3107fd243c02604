import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { PROCEDURES } from '../../procedures/all.ts'
import { planted } from '../../testing/planted.ts'
import { faultsOf } from './faults-of.ts'

type Leaf = { readonly path: string; readonly value: unknown }

const leavesOf = (value: unknown, path = ''): Leaf[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, path === '' ? key : `${path}.${key}`))
    : [{ path, value }]

/** Places where a definition names something that stands elsewhere in it, or in another one. */
const REFERENCE = new RegExp(
  [
    String.raw`^opening\.(form|state|starts\.\d+|by\.\d+)$`,
    String.raw`^steps\.\w+\.(to|form|extends)$`,
    String.raw`^steps\.\w+\.(from|by|guards|starts|meets|cancels|pauses|resumes|issues)\.\d+$`,
    String.raw`^steps\.\w+\.linksTo\.(field|type)$`,
    String.raw`^steps\.\w+\.opens\.\d+\.(procedure|each|link|carry\.\w+|when\.field|when\.is\.\d+)$`,
    String.raw`^states\.\w+\.(group|outcome|lane)$`,
    String.raw`^deadlines\.\w+\.(from|unit|roll|length\.(by|dayIn|numberIn)|when\.field|when\.is\.\d+|extension\.\d+\.by\.\d+|onExpiry\.takes|escalation\.\d+\.to)$`,
    String.raw`\.(kind|sets|known|mark|unit|when\.field|when\.is\.\d+|roles\.\d+)$`,
    String.raw`^ledger\.\d+\.field$`,
  ].join('|'),
)

/** Things that others name; leaving one out leaves those without it. */
const named = ({ states, steps, forms, deadlines, documents, outcomes }: Procedure): string[] => {
  const all = Object.values(steps)
  const uses = (key: 'starts' | 'meets' | 'cancels' | 'issues') => all.flatMap((step) => step[key] ?? [])
  return [
    ...Object.keys(states).map((state) => `states.${state}`),
    ...Object.keys(forms).map((form) => `forms.${form}`),
    ...Object.keys(outcomes).map((outcome) => `outcomes.${outcome}`),
    ...Object.keys(deadlines).map((deadline) => `deadlines.${deadline}`),
    ...Object.keys(documents)
      .filter((document) => uses('issues').includes(document))
      .map((document) => `documents.${document}`),
  ]
}

const one = fc.constantFrom(...PROCEDURES)
const told = (procedure: Procedure) => faultsOf(procedure, PROCEDURES).map(({ path }) => path)
const runs = { numRuns: 200 }

test('a name that is misspelt anywhere is found where it stands', () => {
  const misspelt = one.chain((procedure) =>
    fc.record({
      procedure: fc.constant(procedure),
      leaf: fc.constantFrom(...leavesOf(procedure).filter(({ path }) => REFERENCE.test(path))),
    }),
  )
  fc.assert(
    fc.property(misspelt, ({ procedure, leaf }) => {
      const found = told(planted(procedure, leaf.path, `${leaf.value}x`))
      expect(found).toContain(leaf.path)
    }),
    runs,
  )
})

test('a thing that others name is missed when it is left out', () => {
  const left = one.chain((procedure) =>
    fc.record({ procedure: fc.constant(procedure), path: fc.constantFrom(...named(procedure)) }),
  )
  fc.assert(
    fc.property(left, ({ procedure, path }) => {
      expect(told(planted(procedure, path, undefined))).not.toEqual([])
    }),
    runs,
  )
})

test('a negative number is found wherever it stands', () => {
  const numbers = one.chain((procedure) =>
    fc.record({
      procedure: fc.constant(procedure),
      leaf: fc.constantFrom(...leavesOf(procedure).filter(({ value }) => typeof value === 'number')),
    }),
  )
  fc.assert(
    fc.property(numbers, ({ procedure, leaf }) => {
      const path = leaf.path.split('.')
      // A number that is asked for, and what an answer is worth, may be negative itself; money and counts may not.
      const key = path.slice(0, -1)
      const field = key.reduce<unknown>((at, each) => (at as Record<string, unknown>)[each], procedure)
      fc.pre((field as { kind?: string }).kind !== 'number' && path.at(-1) !== 'worth')
      expect(told(planted(procedure, leaf.path, -1 - Number(leaf.value)))).not.toEqual([])
    }),
    runs,
  )
})

test('a day that no calendar has is found', () => {
  const strange = fc.oneof(
    fc.constantFrom('2026-13-45', '2026-02-30', '26-01-01', '2026/01/01', '', '2026-1-1', '1899-12-31', '2101-01-01'),
    fc.string(),
  )
  fc.assert(
    fc.property(one, strange, (procedure, day) => {
      fc.pre(!/^(19[5-9]\d|20\d\d)-\d\d-\d\d$/.test(day) || day === '2026-13-45' || day === '2026-02-30')
      expect(told(planted(procedure, 'effectiveOn', day))).toContain('effectiveOn')
    }),
  )
})

test('whatever stands anywhere instead, the check answers and does not break', () => {
  const junk = fc.constantFrom(null, 0, -1, '', 'x', true, [], {}, ['x'], { x: 1 }, [[]], '__proto__', 'constructor')
  const anywhere = one.chain((procedure) =>
    fc.record({
      whole: fc.constant(procedure),
      leaf: fc.constantFrom(...leavesOf(procedure).map(({ path }) => path)),
      depth: fc.integer({ min: 1, max: 8 }),
      value: junk,
    }),
  )
  fc.assert(
    fc.property(anywhere, ({ whole, leaf, depth, value }) => {
      const path = leaf.split('.').slice(0, depth).join('.')
      expect(Array.isArray(told(planted(whole, path, value)))).toBe(true)
    }),
    { numRuns: 400 },
  )
})
