import { dayNumber } from '../../domain/time/day-number.ts'
import { checkInput } from '../check-input.ts'
import type { CountSeries } from '../count-series.ts'
import type { StatisticsFailure } from '../detection.ts'
import { checkHouseSettings, countsOf, type HouseDetection, judge, stepsAFit } from './house.ts'
import { type HouseDesign, houseDesign } from './house-design.ts'
import type { HouseSettings } from './house-settings.ts'
import type { HouseWork } from './learn.ts'
import { fitPool } from './pool/fit-pool.ts'

/** Whether a series is to be judged at a point. */
export type Asked = (member: PanelMember, point: number) => boolean

/** One series of a panel. Series of the same pool (category, …) are expected to share season, weekdays and scatter. */
export type PanelMember = {
  readonly id: string
  readonly pool: string
  readonly series: CountSeries
  /** Counts that are judged in the place of the series' own, which says what is expected all the same. */
  readonly judged?: readonly number[]
}

export type PanelAnswer = { readonly id: string; readonly result: HouseDetection | StatisticsFailure }

/**
 * The house detector over many series at once, judged at the same points: what a category has in common is fitted on
 * its sum, and each series starts from there, so that short and rare series get an answer too. The answers do not
 * depend on the order of the series, nor on other pools. Of points that are not asked for nothing is answered (`no-count`),
 * which saves their fits: the answers to the others are the same.
 */
export function housePanel(
  members: readonly PanelMember[],
  settings: HouseSettings,
  points: readonly number[],
  asked: Asked = () => true,
): readonly PanelAnswer[] {
  const refused = checkHouseSettings(settings)
  const checked = new Map<readonly string[], number>()
  const failures = members.map(({ series }) => refused ?? checkMember(series, points, checked))
  const sound = members.filter((_, index) => !failures[index])
  const answers = new Map<PanelMember, HouseDetection>()
  for (const pools of poolsByCalendar(sound))
    for (const [member, result] of judgePools(pools, settings, points, asked)) answers.set(member, result)
  return members.map((member, index) => ({ id: member.id, result: failures[index] ?? answers.get(member)! }))
}

type MemberPool = readonly PanelMember[]

/** The pools over each calendar: only series over the same steps can be added up. */
function poolsByCalendar(members: readonly PanelMember[]): (readonly MemberPool[])[] {
  const calendars = new Map<string, Map<string, PanelMember[]>>()
  // Sums over the members are rounded: always in the same order, the last digit is always the same.
  for (const member of [...members].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const { frequency, observed, dates } = member.series
    const calendar = JSON.stringify([frequency, observed.length, dates?.[0] ?? null])
    const pools = calendars.get(calendar) ?? new Map<string, PanelMember[]>()
    calendars.set(calendar, pools)
    const pool = pools.get(member.pool)
    if (pool) pool.push(member)
    else pools.set(member.pool, [member])
  }
  return [...calendars.values()].map((pools) => [...pools.values()])
}

/** Series of a panel mostly share one list of dates; reading 20,000 times the same calendar would take longer than all fits. */
function checkMember(
  series: CountSeries,
  points: readonly number[],
  checked: Map<readonly string[], number>,
): StatisticsFailure | undefined {
  const { dates, ...undated } = series
  const known =
    dates !== undefined && checked.get(dates) === series.frequency && dates.length === series.observed.length
  const wrong = checkInput(known ? undated : series, points)
  if (!wrong && dates) checked.set(dates, series.frequency)
  return wrong
}

/** Judges pools over the same steps, which share the columns of every fit. */
function judgePools(
  pools: readonly MemberPool[],
  settings: HouseSettings,
  points: readonly number[],
  asked: Asked,
): (readonly [PanelMember, HouseDetection])[] {
  const { frequency, dates, observed } = pools[0]![0]!.series
  const days = dates?.map((date) => dayNumber(date))
  const counted = pools.map((pool) =>
    pool.map((member) => ({ member, y: countsOf(member.series), parts: [] as HouseDetection[] })),
  )
  for (const block of blocks(points, frequency)) {
    const to = Math.max(block.to - settings.gap, 0)
    const when = { frequency, steps: observed.length, origin: to, ...(days ? { days } : {}) }
    const design = houseDesign(when, settings)
    for (const pool of counted) {
      const wanted = pool.map(({ member }) => block.points.filter((point) => asked(member, point)))
      const counts = pool.map(({ y }) => y)
      const common = wanted.some((own) => own.length > 0)
        ? commonOf(design, counts, { to, frequency, settings })
        : undefined
      for (const [index, { member, y, parts }] of pool.entries()) {
        const own = wanted[index] ?? []
        const instead = member.judged ? { judged: member.judged } : {}
        const judged = judge({ y, frequency, design, settings, ...common, ...instead }, own)
        parts.push(own.length === block.points.length ? judged : withGaps(judged, block.points))
      }
    }
  }
  return pools.flatMap((pool, at) => pool.map((member, index) => [member, joined(counted[at]![index]!.parts)] as const))
}

/** The answers in the places of all points; those that were not asked for are left open. */
function withGaps(judged: HouseDetection, points: readonly number[]): HouseDetection {
  const places = points.map((point) => judged.points.indexOf(point))
  const at = <T>(list: readonly T[], none: T) => places.map((place) => (place < 0 ? none : (list[place] as T)))
  return {
    ok: true,
    points,
    upperbound: at<number | null>(judged.upperbound, null),
    alarm: at<boolean | null>(judged.alarm, null),
    pvalue: at<number | null>(judged.pvalue, null),
    logP: at<number | null>(judged.logP, null),
    expected: at<number | null>(judged.expected, null),
    dispersion: at<number | null>(judged.dispersion, null),
    error: at<number | null>(judged.error, null),
    reason: at<HouseDetection['reason'][number]>(judged.reason, 'no-count'),
  }
}

type Block = { readonly to: number; readonly points: readonly number[] }

/** Points that one fit answers: one a step, for days one a week, as in the detector of one series. */
function blocks(points: readonly number[], frequency: number): Block[] {
  const every = stepsAFit(frequency)
  const found = new Map<number, number[]>()
  for (const point of points) {
    const to = every * Math.floor((point - 1) / every)
    found.set(to, [...(found.get(to) ?? []), point])
  }
  return [...found].map(([to, own]) => ({ to, points: own }))
}

type Common = Pick<HouseWork, 'prior' | 'commonScatter' | 'poolLately' | 'usualHabit'>

function commonOf(
  design: HouseDesign,
  counts: readonly Float64Array[],
  { to, frequency, settings }: { to: number; frequency: number; settings: HouseSettings },
): Common {
  const from = Math.max(to + settings.gap - Math.round(settings.years * frequency), 0)
  const enough = counts.length > 1 && to - from >= settings.leastHistory
  const pool = enough ? fitPool(design, counts, { from, to, frequency }, settings) : undefined
  return pool ?? {}
}

function joined(parts: readonly HouseDetection[]): HouseDetection {
  return {
    ok: true,
    points: parts.flatMap((part) => part.points),
    upperbound: parts.flatMap((part) => part.upperbound),
    alarm: parts.flatMap((part) => part.alarm),
    pvalue: parts.flatMap((part) => part.pvalue),
    logP: parts.flatMap((part) => part.logP),
    expected: parts.flatMap((part) => part.expected),
    dispersion: parts.flatMap((part) => part.dispersion),
    error: parts.flatMap((part) => part.error),
    reason: parts.flatMap((part) => part.reason),
  }
}
