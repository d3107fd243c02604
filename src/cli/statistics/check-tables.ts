import { funnelPlot } from '../../statistics/funnel/funnel-plot.ts'
import { adjusted, type Correction } from '../../statistics/multiple-testing.ts'
import { spaceTimeScan } from '../../statistics/scan/space-time-scan.ts'
import { SCENARIOS, simulatedRun } from '../../statistics/simulator/noufaily.ts'
import { type FixtureCase, listOf } from './fixture.ts'
import { compare, type Findings, IDENTICAL, isAnswered, type Tolerance, USUAL } from './shortfall.ts'

const NINE_DIGITS: Tolerance = { relative: 1e-9, absolute: 0 }

const CORRECTIONS: readonly Correction[] = ['BH', 'BY', 'holm', 'hochberg', 'bonferroni']

/** Checks one case of corrections for many p-values. */
export function checkAdjustedCase(one: FixtureCase, findings: Findings): void {
  const p = listOf(one['p']).map((value) => (typeof value === 'number' ? value : null))
  for (const correction of CORRECTIONS) {
    if (one[correction] === undefined) continue
    compare(findings, { id: one.id, quantity: correction }, one[correction], adjusted(p, correction), NINE_DIGITS)
  }
}

/** Checks one funnel plot. */
export function checkFunnelCase(one: FixtureCase, findings: Findings): void {
  const { id, kind } = one
  const numerators = (one['numerator'] ?? one['observed']) as number[]
  const denominators = (one['denominator'] ?? one['expected']) as number[]
  const plot = funnelPlot(
    numerators.map((numerator, i) => ({ numerator, denominator: denominators[i] ?? Number.NaN })),
    {
      kind: kind === 'ratio' ? 'ratio' : 'proportion',
      winsorise: one['winsorise'] as number,
      probs: one['probs'] as number[],
      ...(one['target_given'] === true ? { target: one['target'] as number } : {}),
    },
  )
  if (!isAnswered(one, plot, findings)) return
  const { units } = plot
  const levels = one['probs'] as number[]
  const byLevel = (kind: 'exact' | 'multiplicative' | 'additive') =>
    levels.map((_, level) => units.map(({ limits }) => limits[kind][level]))
  const got: Readonly<Record<string, unknown>> = {
    target: plot.target,
    rate: units.map(({ rate }) => rate),
    se: units.map(({ se }) => se),
    z: units.map(({ z }) => z),
    z_winsorised: units.map(({ zWinsorised }) => zWinsorised),
    phi: plot.phi,
    phi_test_limit: plot.phiLimit,
    phi_used: plot.phiUsed,
    tau2: plot.tau2,
    exact_limits: byLevel('exact'),
    multiplicative_limits: byLevel('multiplicative'),
    additive_limits: byLevel('additive'),
    z_multiplicative: units.map(({ zMultiplicative }) => zMultiplicative),
    z_additive: units.map(({ zAdditive }) => zAdditive),
    p_exact_lower: units.map(({ atMost }) => atMost),
    p_exact_upper: units.map(({ atLeast }) => atLeast),
  }
  for (const [quantity, value] of Object.entries(got)) {
    if (one[quantity] !== undefined) compare(findings, { id, quantity }, one[quantity], value, USUAL)
  }
}

type StoredCluster = { zone: number[]; duration: number; cases: number; expected: number; llr: number }

/** Checks the most unusual clusters of one scan; its simulated chance is not the same from one generator to another. */
export function checkScanCase(one: FixtureCase, findings: Findings): void {
  const { id } = one
  const y = one['y'] as number[]
  const scan = spaceTimeScan(
    {
      places: (one['x'] as number[]).map((x, i) => ({ x, y: y[i] ?? Number.NaN })),
      cases: one['cases'] as number[][],
      expected: one['expected_raw'] as number[][],
    },
    { windows: one['windows'] as number[], maxShare: one['max_fraction'] as number },
  )
  if (!isAnswered(one, scan, findings)) return
  const top = one['top'] as StoredCluster[]
  const found = scan.clusters(top.length)
  const column = (name: keyof StoredCluster) => top.map((cluster) => cluster[name])
  const check = (quantity: string, expected: unknown, got: unknown, tolerance: Tolerance) =>
    compare(findings, { id, quantity }, expected, got, tolerance)
  check('zone_count', one['zone_count'], scan.zoneCount, IDENTICAL)
  check('total_cases', one['total_cases'], scan.totalCases, IDENTICAL)
  check(
    'zone',
    column('zone'),
    found.map(({ zone }) => zone.map((unit) => unit + 1)),
    IDENTICAL,
  )
  check(
    'duration',
    column('duration'),
    found.map(({ duration }) => duration),
    IDENTICAL,
  )
  check(
    'cases',
    column('cases'),
    found.map(({ cases }) => cases),
    IDENTICAL,
  )
  check(
    'expected',
    column('expected'),
    found.map(({ expected }) => expected),
    NINE_DIGITS,
  )
  check(
    'llr',
    column('llr'),
    found.map(({ logLikelihoodRatio }) => logLikelihoodRatio),
    NINE_DIGITS,
  )
}

/** Checks one run of the portable simulator. */
export function checkSimulatorCase(one: FixtureCase, findings: Findings): void {
  const [scenario, replicate] = [one['scenario'] as number, one['replicate'] as number]
  if (!(scenario >= 1 && scenario <= SCENARIOS && replicate >= 1)) {
    compare(findings, { id: one.id, quantity: 'scenario' }, `1 to ${SCENARIOS}`, scenario, IDENTICAL)
    return
  }
  const run = simulatedRun(scenario, replicate)
  const got: Readonly<Record<string, unknown>> = {
    sum_y0: sum(run.quiet),
    sum_yA: sum(run.past),
    sum_yB: sum(run.current),
    dot_yB: run.current.reduce((total, count, i) => total + count * (i + 1), 0),
    first10: run.quiet.slice(0, 10),
  }
  for (const [quantity, value] of Object.entries(got)) {
    compare(findings, { id: one.id, quantity }, one[quantity], value, IDENTICAL)
  }
  const outbreaks = [run.outbreak, ...run.pastOutbreaks]
  for (const [i, stored] of [one['current'], ...(one['past'] as unknown[])].entries()) {
    for (const [name, value] of Object.entries(stored as object)) {
      const found = outbreaks[i]?.[name as 'onset'] ?? null
      compare(findings, { id: one.id, quantity: `outbreak ${i} ${name}` }, value, found, IDENTICAL)
    }
  }
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
