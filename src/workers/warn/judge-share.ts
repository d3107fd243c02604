import type { Pool } from 'pg'
import { mondayOf } from '../../domain/counts/count-query.ts'
import { present } from '../../domain/present.ts'
import type { Calendar } from '../../domain/time/calendar.ts'
import { type DayNumber, dayAt } from '../../domain/time/day-number.ts'
import type { Day } from '../../domain/time/time.ts'
import { type JudgedPoint, judgePanels, LEAST_UNUSUAL } from '../../statistics/panels/judge-panels.ts'
import { type PanelCounts, weeksOf } from '../../statistics/panels/panel-series.ts'
import type { CountedShare } from '../../storage/warnings/day-counts.ts'
import type { FamilyWeek, LatestSeries } from '../../storage/warnings/kept-judgements.ts'
import { readFamilies } from './read-families.ts'

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
  /** The series of a family as they are kept: a list of `LatestSeries` in writing, which passes between threads for next to nothing. */
  readonly latest: readonly (readonly [family: string, series: string])[]
  /** Every p-value of the night's weeks. */
  readonly pvalues: Float64Array
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

/** Reads the counts of a share and judges them, a family after the other: none needs another, and so only one is held at a time. */
export async function judgeShare(pool: Pool, task: ShareTask): Promise<ShareAnswer> {
  const { ask, end } = task
  const families = typeof ask === 'object' ? [...new Set(ask.map(({ family }) => family))] : undefined
  const lineage = lineageIn(task.paths)
  const share = { ...task, ...present({ families }) }
  const rows = await readFamilies(pool, share, { end, daysBack: DAYS_BACK, lineage })
  const parts = (rows?.families ?? []).map((family) =>
    answerOf(
      task,
      new Map([[family, rows?.nodesOf(family) ?? new Map<string, Uint16Array>()]]),
      rows?.span.from ?? end,
    ),
  )
  return joinedAnswers(parts)
}

/** What several shares or families say, as one. */
export function joinedAnswers(parts: readonly ShareAnswer[]): ShareAnswer {
  const pvalues = new Float64Array(parts.reduce((sum, part) => sum + part.pvalues.length, 0))
  let at = 0
  for (const part of parts) {
    pvalues.set(part.pvalues, at)
    at += part.pvalues.length
  }
  return {
    points: parts.flatMap(({ points }) => points),
    weeks: parts.flatMap(({ weeks }) => weeks),
    latest: parts.flatMap(({ latest }) => latest),
    pvalues,
    judged: parts.reduce((sum, { judged }) => sum + judged, 0),
    tooLittle: parts.reduce((sum, { tooLittle }) => sum + tooLittle, 0),
  }
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
    ...(isPast ? { unusualOnly: true as const, everyNight: true as const } : {}),
    ...(one ? { only: (node: string, family: string) => one.has(`${family} ${node}`) } : {}),
  })
  const weekly = points.filter(({ step, logP }) => step === 'week' && logP !== null)
  return {
    points: one ? points : isPast ? [] : points.filter(standsOut),
    weeks: one ? [] : leastOf(points),
    latest: ask === 'night' ? latestOf(points, counts) : [],
    pvalues: Float64Array.from(ask === 'night' ? weekly : [], ({ logP }) => Math.exp(logP ?? 0)),
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
  return [...families].map(([family, series]) => [family, JSON.stringify(series)] as const)
}
