import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'
import { sameJson } from './same-json.ts'

test('two values are the same exactly when they are spelt the same', () => {
  const few = fc.constantFrom('a', 'b', '__proto__', 'toString')
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom(null, 0, 1, true, false, '', 'a'),
      fc.array(tie('value'), { maxLength: 2 }),
      fc.dictionary(few, fc.option(tie('value'), { nil: null }), { maxKeys: 2 }),
    ),
  }))
  fc.assert(
    fc.property(value, value, (a, b) => {
      expect(sameJson(a, b)).toBe(canonicalJson(a) === canonicalJson(b))
      expect(sameJson(a, JSON.parse(canonicalJson(a)))).toBe(true)
    }),
    { numRuns: 1_000 },
  )
  expect(sameJson({ a: 1, b: undefined }, { a: 1 })).toBe(true)
  expect(sameJson({ a: 1 }, { a: 1, b: undefined })).toBe(true)
})
