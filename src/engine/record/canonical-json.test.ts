import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

describe('canonical JSON', () => {
  test('the example of RFC 8785 section 3.2.2 is spelt as there', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  test('keys are sorted by UTF-16 units, as in section 3.2.3', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    }
    const order = [...canonicalJson(value).matchAll(/:"([^"]+)"/g)].map(([, name]) => name)
    expect(order).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ])
  })

  test('however many keys there are, they are sorted the same way', () => {
    const names = Array.from({ length: 200_000 }, (_, index) => `k${200_000 - index}`)
    const spelt = canonicalJson(Object.fromEntries(names.map((name) => [name, 0])))
    expect(Object.keys(JSON.parse(spelt))).toEqual(names.toSorted((a, b) => (a < b ? -1 : 1)))
  })

  test('the numbers of appendix B are spelt as there', () => {
    const bits = (hex: string) => new DataView(new BigUint64Array([BigInt(`0x${hex}`)]).buffer).getFloat64(0, true)
    const numbers: Record<string, string> = {
      '0000000000000000': '0',
      '8000000000000000': '0',
      '0000000000000001': '5e-324',
      '7fefffffffffffff': '1.7976931348623157e+308',
      '4340000000000000': '9007199254740992',
      '44b52d02c7e14af5': '9.999999999999997e+22',
      '44b52d02c7e14af6': '1e+23',
      '444b1ae4d6e2ef4e': '999999999999999700000',
      '444b1ae4d6e2ef50': '1e+21',
      '3eb0c6f7a0b5ed8d': '0.000001',
      '41b3de4355555557': '333333333.33333343',
      '43143ff3c1cb0959': '1424953923781206.2',
    }
    for (const [hex, spelt] of Object.entries(numbers)) expect(canonicalJson(bits(hex)), hex).toBe(spelt)
  })

  test('an undefined value is absent, elsewhere it is refused like everything JSON cannot say', () => {
    expect(canonicalJson({ b: undefined, a: 1 })).toBe('{"a":1}')
    for (const wrong of [
      Number.NaN,
      Number.POSITIVE_INFINITY,
      '\ud83d',
      { '\udc00': 1 },
      [undefined],
      undefined,
      1n,
      new Date(0),
    ]) {
      expect(() => canonicalJson(wrong)).toThrow(TypeError)
    }
  })

  test('it says the same as JSON, whatever the order of the keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const spelt = canonicalJson(value)
        expect(JSON.stringify(JSON.parse(spelt))).toHaveLength(JSON.stringify(value).length)
        expect(canonicalJson(JSON.parse(spelt))).toBe(spelt)
      }),
    )
    const reversed = (value: object) => Object.fromEntries(Object.entries(value).reverse())
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), (value) => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value))
      }),
    )
  })
})
