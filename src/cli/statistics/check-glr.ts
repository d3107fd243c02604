import type { CountSeries } from '../../statistics/count-series.ts'
import { GLR_DEFAULTS, type GlrSettings, glr } from '../../statistics/detectors/glr/glr.ts'
import { seriesNamed } from './check-detectors.ts'
import { controlOf, type Fixture, type FixtureCase, listOf, pointsOf } from './fixture.ts'
import { compare, type Findings, IDENTICAL, isAnswered, type Tolerance, USUAL } from './shortfall.ts'

/** Where the dispersion is estimated, R stops early. */
const ESTIMATED: Tolerance = { relative: 1e-4, absolute: 1e-8 }

/**
 * Checks one case of the likelihood ratio charts: as R computes it, once more from R's own means and dispersion, and
 * the true maxima where R's search may have lost them.
 */
export function checkGlrCase({ series }: Fixture, one: FixtureCase, findings: Findings): void {
  const counts = seriesNamed(series, one)
  const settings = settingsOf(one)
  const points = pointsOf(one)
  if (points.length === 0 && !one['error']) return
  const answer = glr(counts, settings, points)
  if (!isAnswered(one, answer, findings)) return
  const tolerance = settings.alpha === null ? ESTIMATED : USUAL
  const check = (quantity: string, expected: unknown, got: unknown, near: Tolerance) => {
    if (expected !== undefined) compare(findings, { id: one.id, quantity }, expected, got, near)
  }
  check('upperbound', whereFound(one, answer.upperbound), answer.upperbound, tolerance)
  check('alarm', one['alarm'], answer.alarm, IDENTICAL)
  check('mu0_used', one['mu0_used'], answer.mu0Used, tolerance)
  check('alpha_used', one['alpha_used'], answer.alphaUsed, tolerance)
  if (one['mu0_used'] === undefined || one['alpha_used'] === undefined) return
  if (settings.alpha === null) checkFromGiven(counts, settings, points, one, findings)
  if (one['exact_given_restarts']) checkMaxima(counts, settings, points, one, findings)
}

/** Alpha null stands for an estimate; all else that is null or absent for the usual. */
function settingsOf(one: FixtureCase): GlrSettings {
  const { 'c.ARL': cARL = GLR_DEFAULTS.cARL, mu0 = {}, ...control } = controlOf(one, ['alpha'])
  const means =
    typeof mu0 === 'number' || Array.isArray(mu0) ? listOf(mu0) : { ...GLR_DEFAULTS.mu0, ...(mu0 as object) }
  return { ...GLR_DEFAULTS, ...control, mu0: means, cARL, compatible: true } as GlrSettings
}

/**
 * R's values, and our own where its search lost the maximum: there R's depends on the last digit of every step, and the
 * true one is asked for.
 */
function whereFound(one: FixtureCase, got: readonly unknown[]): unknown {
  const found = one['exact_given_restarts'] ? listOf(one['newton_ok']) : []
  const values = one['upperbound']
  return Array.isArray(values) ? values.map((value, i) => (found[i] === false ? got[i] : value)) : values
}

function given(settings: GlrSettings, one: FixtureCase): GlrSettings {
  return { ...settings, mu0: listOf(one['mu0_used']) as number[], alpha: one['alpha_used'] as number }
}

function checkFromGiven(
  counts: CountSeries,
  settings: GlrSettings,
  points: readonly number[],
  one: FixtureCase,
  findings: Findings,
): void {
  const answer = glr(counts, given(settings, one), points)
  if (!isAnswered(one, answer, findings)) return
  const quantity = 'upperbound from mu0_used and alpha_used'
  compare(findings, { id: one.id, quantity }, one['upperbound'], answer.upperbound, USUAL)
}

/** The chart's true values between R's own restarts: one chart a stretch, with a threshold that is never reached. */
function checkMaxima(
  counts: CountSeries,
  settings: GlrSettings,
  points: readonly number[],
  one: FixtureCase,
  findings: Findings,
): void {
  const alarms = listOf(one['alarm'])
  const means = listOf(one['mu0_used']) as readonly number[]
  const values: number[] = []
  for (let from = 0; from < points.length; ) {
    const next = alarms.indexOf(true, from)
    const to = next < 0 ? points.length : next + 1
    const stretch = { ...given(settings, one), mu0: means.slice(from, to), cARL: Number.MAX_VALUE, compatible: false }
    const answer = glr(counts, stretch, points.slice(from, to))
    if (!isAnswered(one, answer, findings)) return
    values.push(...answer.statistic)
    from = to
  }
  compare(findings, { id: one.id, quantity: 'exact_given_restarts' }, one['exact_given_restarts'], values, USUAL)
}
