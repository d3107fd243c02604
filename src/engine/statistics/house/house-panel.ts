import { dayNumber } from '../../day-number.ts'
import { checkInput } from '../check-input.ts'
import type { CountSeries } from '../count-series.ts'
import type { StatisticsFailure } from '../detection.ts'
import { checkHouseSettings, countsOf, type HouseDetection, judge, stepsAFit } from './house.ts'
import { type HouseDesign, houseDesign } from './house-design.ts'
import type { HouseSettings } from './house-settings.ts'
import { fitPool, type Pool } from './pool.ts'

/** One series of a panel. Series of the same pool (category, …) are expected to share season, weekdays and scatter. */
export type PanelMember = { readonly id: string; readonly pool: string; readonly series: CountSeries }

export type PanelAnswer = { readonly id: string; readonly result: HouseDetection | StatisticsFailure }

/**
 * The house detector over many series at once, judged at the same points: what a category has in common is fitted on
 * its sum, and each series starts from there, so that short and rare series get an answer too. The answers do not
 * depend on the order of the series, nor on other pools.
 */
export function housePanel(
  members: readonly PanelMember[],
  settings: HouseSettings,
  points: readonly number[],
): readonly PanelAnswer[] {
  const refused = checkHouseSettings(settings)
  const answers = new Map<PanelMember, HouseDetection | StatisticsFailure>()
  const pools = new Map<string, PanelMember[]>()
  const checked = new Map<readonly string[], number>()
  for (const member of members) {
    const wrong = refused ?? checkMember(member.series, points, checked)
    if (wrong) {
      answers.set(member, wrong)
      continue
    }
    const pool = pools.get(poolKey(member))
    if (pool) pool.push(member)
    else pools.set(poolKey(member), [member])
  }
  for (const pool of pools.values()) {
    // Sums over the members are rounded: always in the same order, the last digit is always the same.
    pool.sort((a, b) => (a.id < b.id ? -1 : 1))
    for (const [member, result] of judgePool(pool, settings, points)) answers.set(member, result)
  }
  return members.map((member) => ({ id: member.id, result: answers.get(member)! }))
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

/** Only series over the same days can be added up. */
const poolKey = ({ pool, series }: PanelMember) =>
  JSON.stringify([pool, series.frequency, series.observed.length, series.dates?.[0] ?? null])

function judgePool(
  pool: readonly PanelMember[],
  settings: HouseSettings,
  points: readonly number[],
): (readonly [PanelMember, HouseDetection])[] {
  const counts = pool.map(({ series }) => countsOf(series))
  const { frequency, dates } = pool[0]!.series
  const days = dates?.map((date) => dayNumber(date))
  const steps = counts[0]!.length
  const judged = pool.map(() => [] as HouseDetection[])
  for (const block of blocks(points, frequency)) {
    const to = Math.max(block.to - settings.gap, 0)
    const design = houseDesign({ frequency, steps, origin: to, ...(days ? { days } : {}) }, settings)
    const common = commonOf(design, counts, { to, frequency, settings })
    for (const [index, y] of counts.entries())
      judged[index]!.push(judge({ y, frequency, design, settings, ...common }, block.points))
  }
  return pool.map((member, index) => [member, joined(judged[index]!)])
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

type Common = { readonly prior?: Pool['prior']; readonly commonDispersion?: Pool['dispersion'] }

function commonOf(
  design: HouseDesign,
  counts: readonly Float64Array[],
  { to, frequency, settings }: { to: number; frequency: number; settings: HouseSettings },
): Common {
  const from = Math.max(to + settings.gap - Math.round(settings.years * frequency), 0)
  const enough = counts.length > 1 && to - from >= settings.leastHistory
  const pool = enough ? fitPool(design, counts, { from, to, frequency }, settings) : undefined
  return pool ? { prior: pool.prior, commonDispersion: pool.dispersion } : {}
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
