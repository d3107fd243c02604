import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type CheckedFixture, checkFixture } from './check-fixture.ts'
import { type Fixture, readFixture } from './fixture.ts'

const OWN = 'src/engine/statistics/testdata'
/** All series, those of R's package too, where they are at hand. */
const SHARED = process.env['ANLAN_REFERENCE'] ?? '../shared/early-warning/reference'

const read = (folder: string, name: string): Fixture => readFixture(readFileSync(`${folder}/${name}`, 'utf8'))
const filesIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.json'))

function checked(fixture: Fixture): CheckedFixture {
  const answer = checkFixture(fixture)
  if (!answer) throw new Error(`no such algorithm: ${fixture.algorithm}`)
  return answer
}

describe("the engine gives R's values", () => {
  test.each(filesIn(OWN))('for our own series: %s', (name) => {
    const answer = checked(read(OWN, name))
    expect(answer.shortfalls).toEqual([])
    expect(answer.compared).toBeGreaterThan(100)
  })

  const shared = existsSync(SHARED) ? filesIn(SHARED) : []
  if (shared.length === 0) test.skip('for all series: there is no folder of all reference values here', () => {})
  else {
    test.each(shared)('for all series: %s', (name) => {
      expect(checked(read(SHARED, name)).shortfalls).toEqual([])
    })
  }
})

describe('a check finds', () => {
  const fixture = read(OWN, 'farringtonFlexible.json')
  const one = fixture.cases.find((each) => each['error'] === undefined && (each['upperbound'] as number[])[0])
  if (!one) throw new Error('no case with a bound')
  const changed = (patch: object) => checked({ ...fixture, cases: [{ ...one, ...patch }] })

  test('a bound that is off in the sixth digit', () => {
    const [first = 0, ...rest] = one['upperbound'] as number[]
    const { shortfalls } = changed({ upperbound: [first * (1 + 3e-6), ...rest] })
    expect(shortfalls).toMatchObject([{ id: one.id, quantity: 'upperbound[0]', got: first }])
  })

  test('an alarm that is not there, and a value where a refusal was expected', () => {
    const [first, ...rest] = one['alarm'] as boolean[]
    expect(changed({ alarm: [!first, ...rest] }).shortfalls).toHaveLength(1)
    expect(changed({ error: 'history_too_short' }).shortfalls).toMatchObject([{ quantity: 'error', got: 'values' }])
  })

  test('a list of another length, and a value that is missing', () => {
    expect(changed({ alarm: [true] }).shortfalls).toMatchObject([{ quantity: 'alarm' }])
    const [, ...rest] = one['upperbound'] as number[]
    expect(changed({ upperbound: [null, ...rest] }).shortfalls).toHaveLength(1)
  })

  test('a small p-value by its logarithm', () => {
    const small = (one['pvalue'] as number[]).map(() => 1e-20)
    expect(changed({ pvalue: small }).shortfalls.length).toBe(small.length)
  })

  test('a file that is none', () => {
    expect(() => readFixture('{')).toThrow(/request-invalid/)
    expect(() => readFixture('{"format":"other"}')).toThrow(/request-invalid/)
    expect(checkFixture({ ...fixture, algorithm: 'tarot' })).toBeUndefined()
  })
})
