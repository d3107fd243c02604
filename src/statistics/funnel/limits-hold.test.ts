import { expect, test } from 'vitest'
import { mrg32k3a } from '../simulator/mrg32k3a.ts'
import { drawUnits, FUNNEL_WORLDS, type UnitWorld } from '../simulator/unit-worlds.ts'
import { compareUnits } from './compare-units.ts'

const judged = (world: UnitWorld, units: ReturnType<typeof drawUnits>) => {
  const answer = compareUnits(
    units.map((unit, at) => ({ ...unit, name: String(at) })),
    { kind: world.kind, fewest: 0 },
  )
  if (!answer.ok) throw new Error(answer.about)
  return answer
}

const isCalled = ({ verdict }: { readonly verdict: string }) => verdict === 'low' || verdict === 'high'

test('of units that are in control 99 in 100 are not called out, however they scatter and whoever is large', () => {
  const uniform = mrg32k3a([11, 1, 12345, 67890, 4321, 77])
  let [called, all] = [0, 0]
  for (const world of FUNNEL_WORLDS.filter(({ units, phi }) => units < 100 && phi !== 1.5 && phi !== 20)) {
    const answer = judged(world, drawUnits(world, uniform))
    called += answer.units.filter(isCalled).length
    all += answer.units.length
  }
  expect(all).toBeGreaterThan(2000)
  expect(called / all).toBeLessThan(0.01)
})

test('one that lies eight standard deviations off is found among forty, unless no verdict is given at all', () => {
  const uniform = mrg32k3a([12, 1, 12345, 67890, 4321, 77])
  let [found, asked] = [0, 0]
  for (const world of FUNNEL_WORLDS.filter(({ units, phi, law }) => units === 40 && phi <= 4 && law === 'even')) {
    const answer = judged(world, drawUnits(world, uniform, { at: 20, off: 8 }))
    if (answer.method === 'none') continue
    asked++
    if (answer.units[20] && isCalled(answer.units[20])) found++
  }
  expect(asked).toBeGreaterThan(15)
  expect(found / asked).toBeGreaterThan(0.85)
})

test('the middle does not follow the largest, and neither does the spread', () => {
  const even = Array.from({ length: 30 }, (_, at) => ({
    name: `第${at + 1}所`,
    numerator: 40 + ((at * 7) % 9),
    denominator: 100,
  }))
  const alone = compareUnits(even, { kind: 'proportion', fewest: 30 })
  const beside = compareUnits([...even, { name: '大院', numerator: 90_000, denominator: 100_000 }], {
    kind: 'proportion',
    fewest: 30,
  })
  if (!alone.ok || !beside.ok) throw new Error('refused')
  expect(beside.pooled).toBeGreaterThan(0.88)
  expect(Math.abs(beside.target - alone.target)).toBeLessThan(0.03)
  expect(beside.units.filter(isCalled).map(({ name }) => name)).toEqual(['大院'])
})

test('where one in ten and more lie outside any limits, nobody is called out and the reason is said', () => {
  const split = Array.from({ length: 40 }, (_, at) => ({
    name: String(at),
    numerator: at % 2 ? 20 : 980,
    denominator: 1000,
  }))
  const answer = compareUnits(split, { kind: 'proportion', fewest: 30 })
  expect(answer).toMatchObject({ method: 'none', expectedByChance: 0 })
  if (answer.ok) expect(new Set(answer.units.map(({ verdict }) => verdict))).toEqual(new Set(['no-limits']))
})

test('a unit with matters where none were expected is set aside; a part of nothing is a slip', () => {
  const units = [
    { name: '甲', numerator: 2, denominator: 0 },
    { name: '乙', numerator: 30, denominator: 28 },
    { name: '丙', numerator: 12, denominator: 14 },
  ]
  expect(compareUnits(units, { kind: 'ratio', fewest: 5 })).toMatchObject({
    ok: true,
    units: [{ verdict: 'none-expected' }, {}, {}],
  })
  expect(compareUnits(units.slice(0, 1), { kind: 'proportion', fewest: 5 })).toMatchObject({
    about: 'more-than-all',
    at: 1,
  })
})
