import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type CheckedFixture, checkFixture } from './check-fixture.ts'
import { type Fixture, readFixture } from './fixture.ts'

const OWN = 'src/statistics/testdata'
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

  test('numbers of a funnel, a scan and a run of the simulator where a refusal was expected', () => {
    for (const name of ['funnel.json', 'scan.json']) {
      const table = read(OWN, name)
      const [first] = table.cases
      const { shortfalls } = checked({ ...table, cases: [{ ...(first as object), id: 'x', error: 'bad_parameter' }] })
      expect(shortfalls).toMatchObject([{ quantity: 'error', expected: 'bad_parameter', got: 'values' }])
    }
    const simulator = read(OWN, 'simulator.json')
    const [run] = simulator.cases
    const { shortfalls } = checked({ ...simulator, cases: [{ ...(run as object), id: 'x', scenario: 29 }] })
    expect(shortfalls).toMatchObject([{ quantity: 'scenario', got: 29 }])
  })

  test('another refusal than the one expected, but takes too short a history for not computable', () => {
    const short = { series: 'none', error: 'history_too_short' }
    expect(changed(short).shortfalls).toMatchObject([{ quantity: 'error', got: 'bad_series' }])
    const early = { ...one, range: [60], error: 'not_computable' }
    expect(checked({ ...fixture, cases: [early] }).shortfalls).toEqual([])
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
    expect(checkFixture({ ...fixture, algorithm: 'tarot', cases: [] })).toBeUndefined()
  })
})

describe('a check reads', () => {
  const cusum = read(OWN, 'cusum.json')
  const usual = cusum.cases.find((each) => each['error'] === undefined && !('m' in (each['control'] as object)))
  if (!usual) throw new Error('no case with the usual mean')
  const rewritten = (patch: object) => checked({ ...cusum, cases: [{ ...usual, ...patch }] })

  test('a single point and a single value without their brackets', () => {
    const first = (name: string) => (usual[name] as unknown[])[0]
    const names = ['range', 'upperbound', 'alarm', 'cusum', 'm']
    const { compared, shortfalls } = rewritten(Object.fromEntries(names.map((name) => [name, first(name)])))
    expect(shortfalls).toEqual([])
    expect(compared).toBe(4)
  })

  test('a setting that is null, or not there at all, as the usual one', () => {
    const control = usual['control'] as object
    expect(rewritten({ control: { ...control, m: null, alpha: null } }).shortfalls).toEqual([])
    const glr = read(OWN, 'glr.json')
    const plain = glr.cases.find((each) => JSON.stringify(each['control']).includes('"mu0":{"S":1,"trend":false'))
    if (!plain) throw new Error('no case with the usual model')
    for (const mu0 of [null, {}, { S: 1 }]) {
      const one = { ...plain, control: { ...(plain['control'] as object), mu0 } }
      expect(checked({ ...glr, cases: [one] }).shortfalls).toEqual([])
    }
  })

  test('what it does not know, and outputs that are not there, without a word', () => {
    const { upperbound: _, ...lean } = usual
    expect(checked({ ...cusum, cases: [{ ...lean, note: { more: [1] } } as typeof usual] }).shortfalls).toEqual([])
  })

  test('no points as nothing to compare, and refuses a case that does not say which', () => {
    expect(rewritten({ range: [], upperbound: [], alarm: [], cusum: [], m: [] }).compared).toBe(0)
    expect(() => rewritten({ range: undefined })).toThrow(/request-invalid/)
    expect(() => rewritten({ range: 'all' })).toThrow(/request-invalid/)
  })

  test('where the search for a chart failed the true maximum, not what the search left', () => {
    const glr = read(OWN, 'glr.json')
    const one = glr.cases.find((each) => Array.isArray(each['newton_ok']) && each['newton_ok'].includes(true))
    if (!one) throw new Error('no case with both values')
    const at = (one['newton_ok'] as boolean[]).indexOf(true)
    const lost = (name: string, value: unknown) => (one[name] as unknown[]).map((each, i) => (i === at ? value : each))
    const off = { ...one, upperbound: lost('upperbound', 99) }
    expect(checked({ ...glr, cases: [off] }).shortfalls).toHaveLength(1)
    expect(checked({ ...glr, cases: [{ ...off, newton_ok: lost('newton_ok', false) }] }).shortfalls).toEqual([])
  })
})
