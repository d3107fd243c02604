import type { Pool } from 'pg'
import { mondayOf } from '../../domain/counts/count-query.ts'
import type { Calendar } from '../../domain/time/calendar.ts'
import { type DayNumber, dayAt, startOfDayNumber } from '../../domain/time/day-number.ts'
import type { Day } from '../../domain/time/time.ts'
import { type JudgedPoint, judgePanels, LEAST_UNUSUAL } from '../../statistics/panels/judge-panels.ts'
import { type PanelCounts, panelCounts, weeksOf } from '../../statistics/panels/panel-series.ts'
import { withTenant } from '../../storage/connection/connect.ts'
import { type CountedShare, dayCounts, firstDayOf } from '../../storage/warnings/day-counts.ts'
import type { FamilyWeek, LatestSeries } from '../../storage/warnings/kept-judgements.ts'

/** A share of an office's families, to be judged as of the end of a day. Plain data: it goes to another thread. */
export type ShareTask = CountedShare & {
  readonly end: DayNumber
  /** `past`: what every week of the last year would have shown; `night`: the latest; else a year of these series. */
  readonly ask: 'past' | 'night' | readonly { readonly node: string; readonly family: string }[]
  readonly alpha: number
  readonly calendar: Calendar
  /** The path of every unit, closed ones as well. */
  readonly paths: Readonly<Record<string, string>>
}

export type ShareAnswer = {
  /** What stands out of a night, or all of the series asked for. */
  readonly points: readonly JudgedPoint[]
  readonly weeks: readonly FamilyWeek[]
  readonly latest: readonly (readonly [family: string, series: readonly LatestSeries[]])[]
  /** Every p-value of the night's weeks. */
  readonly pvalues: readonly number[]
  readonly judged: number
  readonly tooLittle: number
}

/** Weeks of the past that say where a budget would have been kept. */
export const PAST_WEEKS = 52
/** The longest past that a series is judged by. */
const DAYS_BACK = 5 * 365
/** Weeks that a list shows. */
const SHOWN_WEEKS = 26
/** What is likelier than this is kept by nobody. */
const STANDS_OUT = Math.log(0.05)
const LEAST_LOG_P = -700
/** Days of registering read by one statement. */
const PIECE_DAYS = 183

/** Reads the counts of a share and judges them. */
export async function judgeShare(pool: Pool, task: ShareTask): Promise<ShareAnswer> {
  const counts = await withTenant(pool, task.tenant, async (client) => {
    const first = await firstDayOf(client, task.tenant, task.kinds)
    if (first === undefined || first > task.end) return undefined
    const from = Math.max(first, task.end - DAYS_BACK + 1)
    const rows = []
    const families = typeof task.ask === 'object' ? new Set(task.ask.map(({ family }) => family)) : undefined
    const kinds = families
      ? task.kinds.filter((kind) => [...families].some((each) => each.startsWith(`${kind}/`)))
      : task.kinds
    for await (const { subject, of, ...row } of dayCounts(client, { ...task, kinds }, piecesOf(from, task.end)))
      if (!families || families.has(row.family)) rows.push({ ...row, node: `${subject}:${of}` })
    return { from, counts: panelCounts(rows, lineageIn(task.paths), { from, end: task.end }) }
  })
  if (!counts) return { points: [], weeks: [], latest: [], pvalues: [], judged: 0, tooLittle: 0 }
  return answerOf(task, counts.counts, counts.from)
}

function piecesOf(from: DayNumber, end: DayNumber) {
  const count = Math.ceil((end - from + 1) / PIECE_DAYS)
  return Array.from({ length: count }, (_, piece) => {
    const first = from + piece * PIECE_DAYS
    const next = Math.min(first + PIECE_DAYS, end + 1)
    return { from: startOfDayNumber(first), until: startOfDayNumber(next) }
  })
}

/** A unit counts for all above it, and so does a place; a record for itself. */
export const lineageIn =
  (paths: Readonly<Record<string, string>>) =>
  (node: string): readonly string[] => {
    const colon = node.indexOf(':')
    const path = paths[node.slice(colon + 1)]
    const subject = node.slice(0, colon)
    if (path === undefined || (subject !== 'unit' && subject !== 'place')) return [node]
    return path
      .split('/')
      .filter((part) => part !== '')
      .reverse()
      .map((id) => `${subject}:${id}`)
  }

function answerOf(task: ShareTask, counts: PanelCounts, from: DayNumber): ShareAnswer {
  const { ask, end, alpha, calendar, paths } = task
  const lineage = lineageIn(paths)
  const isPast = ask === 'past'
  const one = typeof ask === 'object' ? new Set(ask.map(({ node, family }) => `${family} ${node}`)) : undefined
  const points = judgePanels({
    counts,
    span: { from, end },
    end,
    weeks: ask === 'night' ? 1 : PAST_WEEKS,
    alpha,
    calendar,
    alike: (node) => `${node.slice(0, node.indexOf(':'))} ${lineage(node).length}`,
    ...(isPast ? { unusualOnly: true as const } : {}),
    ...(one ? { only: (node: string, family: string) => one.has(`${family} ${node}`) } : {}),
  })
  const weekly = points.filter(({ step, logP }) => step === 'week' && logP !== null)
  return {
    points: one ? points : isPast ? [] : points.filter(standsOut),
    weeks: one ? [] : leastOf(points),
    latest: ask === 'night' ? latestOf(points, counts) : [],
    pvalues: ask === 'night' ? weekly.map(({ logP }) => Math.exp(logP ?? 0)) : [],
    judged: weekly.length,
    tooLittle: points.filter(({ step, logP }) => step === 'week' && logP === null).length,
  }
}

const standsOut = ({ logP, observed }: JudgedPoint) => logP !== null && logP < STANDS_OUT && observed >= LEAST_UNUSUAL

/** The week of a judged day, or the one in which a judged week ended. */
const weekOf = ({ step, first }: JudgedPoint): Day => mondayOf(dayAt(step === 'week' ? first + 6 : first))

function leastOf(points: readonly JudgedPoint[]): FamilyWeek[] {
  const least = new Map<string, FamilyWeek>()
  for (const point of points) {
    if (point.logP === null || !standsOut(point)) continue
    const week = weekOf(point)
    const name = `${point.family} ${week}`
    const leastLogP = Math.max(point.logP, LEAST_LOG_P)
    const known = least.get(name)
    if (!known || leastLogP < known.leastLogP) least.set(name, { family: point.family, week, leastLogP })
  }
  return [...least.values()]
}

const rounded = (value: number | null) => (value === null ? null : Number(value.toPrecision(4)))

function latestOf(points: readonly JudgedPoint[], counts: PanelCounts): ShareAnswer['latest'] {
  const families = new Map<string, LatestSeries[]>()
  for (const { node, family, step, expected, upper, logP } of points) {
    const daily = counts.get(family)?.get(node)
    if (step !== 'week' || !daily) continue
    const colon = node.indexOf(':')
    const series = {
      subject: node.slice(0, colon),
      of: node.slice(colon + 1),
      counts: weeksOf(daily).slice(-SHOWN_WEEKS),
      expected: rounded(expected),
      upper,
      p: rounded(logP === null ? null : Math.exp(logP)),
    }
    const known = families.get(family)
    if (known) known.push(series)
    else families.set(family, [series])
  }
  return [...families]
}
