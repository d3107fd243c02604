import { chinaCalendar } from '../../procedures/calendar/china-holidays.ts'
import { midPUpper } from '../../statistics/house/count-law.ts'
import { housePanel, type PanelMember } from '../../statistics/house/house-panel.ts'
import { houseDefaults } from '../../statistics/house/house-settings.ts'
import { ONE_SERIES, type OneSeries } from './algorithms.ts'

/** A share of a panel, as it travels to a worker. */
export type PartTask = {
  readonly algorithm: string
  readonly alpha: number | undefined
  /** Mark the days of the State Council's notices. */
  readonly holidays: boolean
  readonly members: readonly PanelMember[]
  readonly points: readonly number[]
}

export type PartAnswer = {
  readonly id: string
  /** Code of a refusal, for the whole series. */
  readonly refused?: string
  readonly logP: readonly (number | null)[]
  readonly expected: readonly (number | null)[]
  readonly dispersion: readonly (number | null)[]
  readonly upper: readonly (number | null)[]
  readonly alarm: readonly (boolean | null)[]
  readonly reason: readonly string[]
  /** Of the reports of each point the share in by now, where they come late. */
  readonly share?: readonly number[]
}

/** Judges a share of a panel. The answers depend on nothing outside the series and their pools. */
export function judgePart({ algorithm, alpha, holidays, members, points }: PartTask): readonly PartAnswer[] {
  if (algorithm !== 'house') return members.map((member) => oneSeries(algorithm, alpha, member, points))
  const first = members[0]
  if (!first) return []
  const defaults = houseDefaults(first.series.frequency)
  const settings = { ...defaults, alpha: alpha ?? defaults.alpha, ...(holidays ? { calendar: chinaCalendar } : {}) }
  return housePanel(members, settings, points).map(({ id, result }) =>
    result.ok
      ? {
          id,
          logP: result.logP,
          expected: result.expected,
          dispersion: result.dispersion,
          upper: result.upperbound,
          alarm: result.alarm,
          reason: result.reason,
        }
      : refusal(id, `${result.code} ${result.about}`),
  )
}

/** A series that could not be judged at all. */
export const refusal = (id: string, refused: string): PartAnswer => ({
  id,
  refused,
  logP: [],
  expected: [],
  dispersion: [],
  upper: [],
  alarm: [],
  reason: [],
})

function oneSeries(
  algorithm: string,
  alpha: number | undefined,
  { id, series }: PanelMember,
  points: readonly number[],
): PartAnswer {
  const result = (ONE_SERIES[algorithm] as OneSeries)(series, alpha, points)
  if (!result.ok) return refusal(id, `${result.code} ${result.about}`)
  return {
    id,
    logP: result.pvalue.map((p) => (p === null ? null : Math.log(p))),
    expected: result.expected ?? points.map(() => null),
    dispersion: points.map(() => null),
    upper: result.upperbound,
    alarm: result.alarm,
    reason: result.alarm.map((alarm, index) =>
      alarm === null ? (result.refused?.[index] ?? 'not-judged') : alarm ? 'above' : 'within',
    ),
  }
}

/** The bound that goes with another level than the one a point was judged at. */
export const upperAt = (logAlpha: number, expected: number, dispersion: number): number =>
  midPUpper(Math.exp(logAlpha), expected, dispersion)
