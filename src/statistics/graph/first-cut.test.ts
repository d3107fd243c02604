import { describe, expect, test } from 'vitest'
import { mrg32k3a } from '../simulator/mrg32k3a.ts'
import { type Cascade, type Link, wire } from './cascade.ts'
import { exactReach } from './exact-reach.ts'
import { analyse, INTERVAL, sampled } from './first-cut.ts'

const link = (from: string, to: string, chance: number): Link => ({ from, to, chance })
const from = (begins: string[], links: Link[], weights?: Record<string, number>): Cascade => ({
  begins,
  links,
  ...(weights ? { weights } : {}),
})

/** Another way to the same number, with nothing in common with the one under test: every world, links that fire or do not, one by one. */
function inEveryWorld({ links, begins, weights = {} }: Cascade, without = -1): number {
  let expected = 0
  for (let world = 0; world < 2 ** links.length; world += 1) {
    const fires = links.map((_, index) => ((world >> index) & 1) === 1)
    const chance = links.reduce((all, each, index) => all * (fires[index] ? each.chance : 1 - each.chance), 1)
    if (chance === 0) continue
    const reached = new Set(begins)
    for (let grew = true; grew; ) {
      grew = false
      links.forEach(({ from: a, to: b }, index) => {
        if (!fires[index] || index === without || !reached.has(a) || reached.has(b)) return
        reached.add(b)
        grew = true
      })
    }
    for (const node of reached) if (!begins.includes(node)) expected += chance * (weights[node] ?? 1)
  }
  return expected
}

/** Small graphs of every shape: circles, links back to themselves and side by side, chances of 0 and 1, parts that nothing leads to. */
function anyCascade(seed: number): Cascade {
  const uniform = mrg32k3a([seed + 1, 2, 3, 4, 5, 6])
  const upTo = (most: number) => Math.floor(uniform() * most)
  const nodes = Array.from({ length: 2 + upTo(6) }, (_, index) => `n${index}`)
  const some = () => nodes[upTo(nodes.length)] as string
  const links = Array.from({ length: upTo(12) }, () =>
    link(some(), some(), uniform() < 0.2 ? upTo(2) : Math.round(uniform() * 100) / 100),
  )
  const begins = Array.from({ length: 1 + upTo(2) }, some)
  const weights = uniform() < 0.5 ? Object.fromEntries(nodes.map((node) => [node, upTo(10)])) : undefined
  return from([...new Set(begins)], links, weights)
}

describe('the expected reach', () => {
  test('is that of every world counted one by one, on 400 graphs of every shape, with each link cut', () => {
    for (let seed = 0; seed < 400; seed += 1) {
      const cascade = anyCascade(seed)
      const { method, expected, cuts } = analyse(cascade)
      expect(method).toBe('exact')
      expect(expected).toBeCloseTo(inEveryWorld(cascade), 9)
      cascade.links.forEach((_, index) => {
        const falls = cuts.find((cut) => cut.link === index)?.falls ?? 0
        expect(expected - falls).toBeCloseTo(inEveryWorld(cascade, index), 9)
      })
    }
  })

  test('in a row is the sum of the products', () => {
    const { expected, chances } = analyse(from(['a'], [link('a', 'b', 0.5), link('b', 'c', 0.4), link('c', 'd', 0.1)]))
    expect(chances).toEqual({ a: 1, b: 0.5, c: 0.2, d: expect.closeTo(0.02, 12) })
    expect(expected).toBeCloseTo(0.72, 12)
  })

  test('of links side by side is that at least one fires', () => {
    expect(analyse(from(['a'], [link('a', 'b', 0.5), link('a', 'b', 0.2)])).expected).toBeCloseTo(0.6, 12)
    const twoWays = from(['a'], [link('a', 'b', 1), link('a', 'c', 1), link('b', 'd', 0.5), link('c', 'd', 0.2)])
    expect(analyse(twoWays).chances.d).toBeCloseTo(0.6, 12)
  })

  test('counts what weighs more as more, and never where it begins', () => {
    expect(analyse(from(['a'], [link('a', 'b', 0.5)], { a: 100, b: 8 })).expected).toBe(4)
  })

  test('is nothing where nothing leads on', () => {
    expect(analyse(from(['a'], [link('b', 'c', 1), link('a', 'a', 1)]))).toMatchObject({
      expected: 0,
      cuts: [],
      first: [],
    })
    expect(analyse(from([], [link('b', 'c', 1)])).expected).toBe(0)
  })

  test('needs chances between 0 and 1', () => {
    expect(() => analyse(from(['a'], [link('a', 'b', 1.2)]))).toThrow(RangeError)
    expect(() => analyse(from(['a'], [link('a', 'b', Number.NaN)]))).toThrow(RangeError)
  })
})

describe('the link to cut first', () => {
  const fire = [link('烟道油污', '厨房火灾', 0.2), link('电线老化', '厨房火灾', 0.1), link('厨房火灾', '人员伤亡', 0.3)]

  test('is the one that spares most', () => {
    const { first, cuts } = analyse(from(['烟道油污', '电线老化'], fire, { 人员伤亡: 10 }))
    expect(first).toEqual([2])
    expect(cuts[0]).toMatchObject({ link: 2, falls: expect.closeTo(0.28 * 0.3 * 10, 12) })
  })

  test('is several where they spare the same', () => {
    expect(analyse(from(['a'], [link('a', 'b', 0.5), link('a', 'c', 0.5)])).first).toEqual([0, 1])
  })

  test('is none where another certain way leads round every link', () => {
    const doubled = [link('a', 'b', 1), link('a', 'b', 1)]
    expect(analyse(from(['a'], doubled))).toMatchObject({ expected: 1, cuts: [], first: [] })
  })
})

describe('a graph too wide to be exact', () => {
  const uniform = mrg32k3a([7, 7, 7, 7, 7, 7])
  const wide = from(
    ['n0', 'n1'],
    Array.from({ length: 160 }, () => {
      const [a, b] = [Math.floor(uniform() * 60), Math.floor(uniform() * 60)]
      return link(`n${a}`, `n${b}`, 0.1 + uniform() / 4)
    }),
  )

  test('is played with the same draws every time, and says how sure it is', () => {
    const once = analyse(wide)
    expect(once).toMatchObject({ method: 'sampled', draws: 4000 })
    expect(once.error).toBeGreaterThan(0)
    expect(analyse(wide)).toEqual(once)
    expect(once.first.length).toBeGreaterThan(0)
  })

  test('is played within four standard errors of the exact number, wherever both are there', () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const wired = wire(anyCascade(seed))
      const cascade = anyCascade(seed)
      const { expected, error } = sampled(wired, 2000)
      expect(Math.abs(expected - analyse(cascade).expected)).toBeLessThanOrEqual(4 * error + 1e-9)
    }
  })

  test('names every link that the draws do not tell from the best', () => {
    const even = wire(from(['a'], [link('a', 'b', 0.5), link('a', 'c', 0.5), link('a', 'd', 0.05)]))
    const { first, cuts } = sampled(even, 4000)
    expect(first).toEqual(expect.arrayContaining([0, 1]))
    expect(first).not.toContain(2)
    expect(cuts.every(({ falls, error }) => falls > 0 && INTERVAL * error < falls)).toBe(true)
  })

  test('leaves the exact way when there are too many states, and not before', () => {
    expect(exactReach(wire(wide))).toBeUndefined()
    const row = Array.from({ length: 20 }, (_, index) => link(`n${index}`, `n${index + 1}`, 0.5))
    expect(exactReach(wire(from(['n0'], row)))?.at(-1)).toBeCloseTo(0.5 ** 20, 15)
  })
})
