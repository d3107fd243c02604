import type { CountSeries } from '../../statistics/count-series.ts'
import type { Detection, StatisticsFailure } from '../../statistics/detection.ts'
import { BAYES_DEFAULTS, bayes } from '../../statistics/detectors/bayes.ts'
import { CUSUM_DEFAULTS, cusum } from '../../statistics/detectors/cusum.ts'
import { EARS_DEFAULTS, ears } from '../../statistics/detectors/ears.ts'
import { FARRINGTON_DEFAULTS, farrington } from '../../statistics/detectors/farrington.ts'
import { farringtonFlexible } from '../../statistics/detectors/farrington-flexible.ts'
import { FARRINGTON_FLEXIBLE_DEFAULTS } from '../../statistics/detectors/flexible-settings.ts'
import { RKI_DEFAULTS, rki } from '../../statistics/detectors/rki.ts'
import { controlOf, type Fixture, type FixtureCase, listOf, pointsOf } from './fixture.ts'
import { compare, type Findings, IDENTICAL, isAnswered, type Tolerance, USUAL } from './shortfall.ts'

type Control = Readonly<Record<string, unknown>>
type Answer = (Detection & Readonly<Record<string, unknown>>) | StatisticsFailure

/** How a method is asked, and which of its answers are compared, by their names in the file. */
type Check = {
  readonly ask: (series: CountSeries, control: Control, points: readonly number[], one: FixtureCase) => Answer
  readonly quantities: readonly (readonly [inFile: string, inAnswer: string, tolerance: Tolerance])[]
}

const BOUND_AND_ALARM = [
  ['upperbound', 'upperbound', USUAL],
  ['alarm', 'alarm', IDENTICAL],
] as const

/** The reference is R's, so each is asked as R computes it; what R gets wrong is right by default (decision 0012). */
const CHECKS: Readonly<Record<string, Check>> = {
  earsC: {
    ask: (series, control, points) => {
      const defaults = EARS_DEFAULTS[control['method'] as 'C1'] ?? EARS_DEFAULTS.C1
      return ears(series, { ...defaults, compatible: true, ...control }, points)
    },
    quantities: BOUND_AND_ALARM,
  },
  farrington: {
    ask: (series, control, points) =>
      farrington(series, { ...FARRINGTON_DEFAULTS, compatible: true, ...control }, points),
    quantities: [
      ...BOUND_AND_ALARM,
      ['trend', 'trend', IDENTICAL],
      ['quantile', 'quantile', USUAL],
      ['median', 'median', USUAL],
    ],
  },
  farringtonFlexible: {
    ask: (series, control, points, { use_dates }) => {
      const useDates = use_dates === true
      const settings = {
        ...FARRINGTON_FLEXIBLE_DEFAULTS,
        pastWeeksNotIncluded: width(control),
        useDates,
        compatible: true,
      }
      return farringtonFlexible(series, { ...settings, ...control }, points)
    },
    quantities: [
      ...BOUND_AND_ALARM,
      ['expected', 'expected', USUAL],
      ['phi', 'phi', USUAL],
      ['trend_used', 'trendUsed', IDENTICAL],
      ['trend_coef', 'trendCoef', USUAL],
      ['score', 'score', USUAL],
      ['pvalue', 'pvalue', USUAL],
      ['mu0', 'mu0', USUAL],
    ],
  },
  cusum: {
    ask: (series, control, points) => cusum(series, { ...CUSUM_DEFAULTS, ...control }, points),
    quantities: [...BOUND_AND_ALARM, ['cusum', 'cusum', USUAL], ['m', 'm', USUAL]],
  },
  rki: {
    ask: (series, control, points) => rki(series, { ...RKI_DEFAULTS, ...control }, points),
    quantities: BOUND_AND_ALARM,
  },
  bayes: {
    ask: (series, control, points) => bayes(series, { ...BAYES_DEFAULTS, ...control }, points),
    quantities: [
      ['upperbound', 'upperbound', IDENTICAL],
      ['alarm', 'alarm', IDENTICAL],
    ],
  },
}

/** Weeks left out are as many as half the window where nothing is said. */
const width = (control: Control): number =>
  typeof control['w'] === 'number' ? control['w'] : FARRINGTON_FLEXIBLE_DEFAULTS.w

/** The check of one case for a method that judges single points; undefined for a file of another kind. */
export function detectorCheck({ algorithm, series }: Fixture) {
  const check = Object.hasOwn(CHECKS, algorithm) ? CHECKS[algorithm] : undefined
  return check && ((one: FixtureCase, findings: Findings) => checkDetectorCase(check, series, one, findings))
}

function checkDetectorCase(check: Check, series: Fixture['series'], one: FixtureCase, findings: Findings): void {
  const control = controlOf(one)
  const points = pointsOf(one)
  if (points.length === 0 && !one['error']) return
  const answer = check.ask(seriesNamed(series, one), control, points, one)
  if (!isAnswered(one, answer, findings)) return
  for (const [inFile, inAnswer, tolerance] of check.quantities) {
    const expected = expectedOf(one, inFile, control)
    if (expected === undefined) continue
    const exact = inFile === 'upperbound' && isWhole(control) ? IDENTICAL : tolerance
    compare(findings, { id: one.id, quantity: inFile }, expected, answer[inAnswer], exact)
  }
}

/** The series a case names; an empty one, which every method refuses, when there is none. */
export const seriesNamed = (series: Fixture['series'], one: FixtureCase): CountSeries =>
  series[String(one['series'])] ?? { frequency: 1, observed: [] }

const isWhole = ({ thresholdMethod }: Control) => thresholdMethod === 'nbPlugin' || thresholdMethod === 'muan'

/** What R reports under this name, where it means anything. */
function expectedOf(one: FixtureCase, name: string, { thresholdMethod = 'delta' }: Control): unknown {
  const expected = one[name]
  if (name === 'mu0' && thresholdMethod === 'delta') return undefined
  if (name !== 'expected' || !Array.isArray(expected)) return expected
  // Where the fit did not succeed R leaves a 0 that stands for nothing.
  const phi = listOf(one['phi'])
  return expected.map((value, i) => (phi[i] === null ? null : value))
}
