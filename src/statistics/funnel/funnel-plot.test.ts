import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { FUNNEL_SETTINGS, type FunnelCount, type FunnelKind } from './funnel-input.ts'
import { type FunnelPlot, funnelPlot } from './funnel-plot.ts'

type Case = {
  id: string
  kind: FunnelKind
  numerator?: number[]
  denominator?: number[]
  observed?: number[]
  expected?: number[]
  target: number
  target_given: boolean
  winsorise: number
  probs: number[]
  exact_limits: number[][]
  multiplicative_limits: number[][]
  additive_limits: number[][]
} & Record<string, unknown>

const OWN = 'src/statistics/testdata/funnel.json'
const SHARED = '../shared/early-warning/reference/funnel.json'
const files = [OWN, SHARED].filter((path) => existsSync(path))

const casesIn = (path: string): Case[] => (JSON.parse(readFileSync(path, 'utf8')) as { cases: Case[] }).cases

const unitsOf = (each: Case): FunnelCount[] =>
  (each.numerator ?? each.observed ?? []).map((numerator, i) => ({
    numerator,
    denominator: (each.denominator ?? each.expected)?.[i] ?? Number.NaN,
  }))

const plotOf = (units: FunnelCount[], kind: FunnelKind, target?: number): FunnelPlot => {
  const plot = funnelPlot(units, { ...FUNNEL_SETTINGS, kind, ...(target === undefined ? {} : { target }) })
  if (!plot.ok) throw new Error(plot.about)
  return plot
}

/** Relative 1e-6 with an absolute floor of 1e-8. */
function near(got: number, wanted: number, what: string): void {
  expect(Math.abs(got - wanted), `${what}: got ${got}, wanted ${wanted}`).toBeLessThanOrEqual(
    Math.max(1e-8, 1e-6 * Math.abs(wanted)),
  )
}

describe.each(files)('limits of %s', (path) => {
  test.each(casesIn(path).map((each) => [each.id, each] as const))('%s', (_, each) => {
    const settings = { kind: each.kind, winsorise: each.winsorise, probs: each.probs }
    const plot = funnelPlot(unitsOf(each), each.target_given ? { ...settings, target: each.target } : settings)
    if (!plot.ok) throw new Error(plot.about)
    for (const [name, got] of [
      ['target', plot.target],
      ['phi', plot.phi],
      ['phi_test_limit', plot.phiLimit],
      ['phi_used', plot.phiUsed],
      ['tau2', plot.tau2],
    ] as const)
      near(got, each[name] as number, name)
    for (const [i, unit] of plot.units.entries()) {
      for (const [name, got] of [
        ['rate', unit.rate],
        ['se', unit.se],
        ['z', unit.z],
        ['z_winsorised', unit.zWinsorised],
        ['z_multiplicative', unit.zMultiplicative],
        ['z_additive', unit.zAdditive],
        ['p_exact_lower', unit.atMost],
        ['p_exact_upper', unit.atLeast],
      ] as const)
        near(got, (each[name] as number[])[i] as number, `${name} of unit ${i + 1}`)
      for (const [p] of each.probs.entries())
        for (const kind of ['exact', 'multiplicative', 'additive'] as const)
          near(
            unit.limits[kind][p] as number,
            each[`${kind}_limits`][p]?.[i] as number,
            `${kind} limit ${p} of ${i + 1}`,
          )
    }
  })
})

describe('laws of the funnel', () => {
  const units = [
    { numerator: 30, denominator: 200 },
    { numerator: 12, denominator: 90 },
    { numerator: 80, denominator: 410 },
    { numerator: 1, denominator: 35 },
  ]

  test('the order of units changes nothing but the order of the answers', () => {
    const plot = plotOf(units, 'proportion')
    const turned = plotOf(units.toReversed(), 'proportion')
    expect(turned.units.toReversed()[2]?.z).toBeCloseTo(plot.units[2]?.z ?? Number.NaN, 12)
    expect(turned.phi).toBeCloseTo(plot.phi, 12)
  })

  test('counting what went wrong instead of what went right mirrors the limits', () => {
    const plot = plotOf(units, 'proportion')
    const other = plotOf(
      units.map(({ numerator, denominator }) => ({ numerator: denominator - numerator, denominator })),
      'proportion',
    )
    expect(other.target).toBeCloseTo(1 - plot.target, 12)
    for (const [i, unit] of plot.units.entries()) {
      expect(other.units[i]?.z).toBeCloseTo(-unit.z, 10)
      expect(other.units[i]?.atMost).toBeCloseTo(unit.atLeast, 12)
      expect(other.units[i]?.limits.additive[0]).toBeCloseTo(1 - (unit.limits.additive[3] ?? Number.NaN), 12)
    }
  })

  test('near certainty the limits are those of the sums, where qbinom of R 4.2.2 gives 4956', () => {
    // R: k <- 4900:4956; i <- min(which(pbinom(k, 4956, .995) >= .001)) is 4915, and from there as published.
    const [unit] = plotOf([{ numerator: 4930, denominator: 4956 }], 'proportion', 0.995).units
    expect(unit?.limits.exact[0]).toBeCloseTo(0.991533440858059, 12)
  })

  test('limits draw together as units grow', () => {
    const widths = [50, 200, 800, 3200].map((denominator) => {
      const [low = 0, , , high = 0] =
        plotOf([{ numerator: denominator / 10, denominator }], 'proportion', 0.1).units[0]?.limits.exact ?? []
      return high - low
    })
    expect(widths).toEqual(widths.toSorted((a, b) => b - a))
    expect((widths[0] ?? 0) / (widths[3] ?? 1)).toBeCloseTo(8, 0)
  })
})

describe('what is no funnel', () => {
  const good = { numerator: 3, denominator: 10 }
  test.each([
    ['no units', [], 'proportion', 'empty'],
    ['a negative count', [good, { numerator: -1, denominator: 10 }], 'proportion', 'count'],
    ['half a matter', [{ numerator: 1.5, denominator: 10 }], 'proportion', 'count'],
    ['a count that is not a number', [{ numerator: Number.NaN, denominator: 10 }], 'ratio', 'count'],
    ['a unit without matters', [{ numerator: 0, denominator: 0 }], 'proportion', 'denominator'],
    ['an endless expectation', [{ numerator: 1, denominator: Number.POSITIVE_INFINITY }], 'ratio', 'count-too-large'],
    ['more late than there are', [{ numerator: 11, denominator: 10 }], 'proportion', 'more-than-all'],
    ['counts beyond what a double holds', [{ numerator: 1e15, denominator: 1e16 }], 'proportion', 'count-too-large'],
  ] as const)('%s', (_, units, kind, about) => {
    expect(funnelPlot(units, { ...FUNNEL_SETTINGS, kind })).toMatchObject({ ok: false, code: 'bad-series', about })
  })

  test.each([
    [5e-324, 1, 1, 'target'],
    [1e15, 1, 1, 'target'],
    [1e6, 1, 1e6, 'count-too-large'],
    [1, 1, 5e-324, 'denominator'],
  ])('a ratio with target %d of %d where %d were expected is a slip', (target, numerator, denominator, about) => {
    expect(funnelPlot([{ numerator, denominator }], { ...FUNNEL_SETTINGS, kind: 'ratio', target })).toMatchObject({
      ok: false,
      about,
    })
  })

  test('a proportion has a target that some unit could tell from none and from all', () => {
    for (const target of [5e-324, 1e-300, 1 - 2 ** -53])
      expect(funnelPlot([good], { ...FUNNEL_SETTINGS, kind: 'proportion', target })).toMatchObject({ about: 'target' })
  })

  test('pooled expectations beyond any count are refused, not waited for', () => {
    const units = [
      { numerator: 1e9, denominator: 1e-9 },
      { numerator: 1e9, denominator: 1e-9 },
      { numerator: 0, denominator: 1e9 },
    ]
    expect(funnelPlot(units, { ...FUNNEL_SETTINGS, kind: 'ratio' })).toMatchObject({ about: 'count-too-large', at: 3 })
  })

  test('when nobody is late there is nothing to tell apart', () => {
    const units = [
      { numerator: 0, denominator: 10 },
      { numerator: 0, denominator: 400 },
    ]
    expect(funnelPlot(units, { ...FUNNEL_SETTINGS, kind: 'proportion' })).toMatchObject({ code: 'not-computable' })
  })

  test.each([
    ['target', { target: 1 }],
    ['target', { target: Number.NaN }],
    ['winsorise', { winsorise: 0.5 }],
    ['probs', { probs: [0] }],
  ])('a %s out of range', (about, wrong) => {
    expect(funnelPlot([good], { ...FUNNEL_SETTINGS, kind: 'proportion', ...wrong })).toMatchObject({ about })
  })
})
