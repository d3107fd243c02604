import { availableParallelism } from 'node:os'
import { mondayOf } from '../../domain/counts/count-query.ts'
import { dayAt, dayNumber } from '../../domain/time/day-number.ts'
import { addDays, addMilliseconds, CHINA_OFFSET_MS, type Day, dayOf, startOfDay } from '../../domain/time/time.ts'
import { parseSeriesName, type SeriesKey, seriesName } from '../../domain/warnings/series-key.ts'
import type { WarningSettings } from '../../domain/warnings/warning-settings.ts'
import type { SeriesPoint } from '../../domain/warnings/warning-view.ts'
import { warningKindOf, watchedKinds, watchedRecords } from '../../domain/warnings/watched-kinds.ts'
import { budgetThreshold } from '../../statistics/budget.ts'
import type { JudgedPoint } from '../../statistics/panels/judge-panels.ts'
import { databaseFor, withTenant } from '../../storage/connection/connect.ts'
import type { StorageDeps } from '../../storage/deps.ts'
import { getTenant } from '../../storage/tenants/office-settings.ts'
import { watchedRecordsOf } from '../../storage/warnings/day-counts.ts'
import {
  type FamilyWeek,
  keepFamilies,
  keepSeries,
  keepWeeks,
  readWeeks,
} from '../../storage/warnings/kept-judgements.ts'
import { claimNight, finishNight, giveBackNight, readMark, type WarningMark } from '../../storage/warnings/marks.ts'
import { picturesWanted, standingWarnings } from '../../storage/warnings/standing-warnings.ts'
import { chooseBursts } from './choose-bursts.ts'
import { judgeInThreads } from './in-threads.ts'
import { PAST_WEEKS, type ShareTask } from './judge-share.ts'
import { type Night, raiseWarnings } from './raise-warnings.ts'

/** How long one server is left to judge a night before another may, for the case that it dies; what failed waits so long, too. */
const LEASE_MS = 30 * 60_000
/** A warning that ended longer ago says nothing about what crosses now. */
const RECENT_DAYS = 14
/** The level until the past of an office can say where its budget is kept. */
const FIRST_LEVEL = 0.0005
/** No bound is shown at a looser or stricter level than these. */
const [STRICTEST, LOOSEST] = [1e-9, 0.05]
/** Years of series drawn a night: those of open warnings, and of ended ones that have none yet. */
const MOST_PICTURES = 60
const WEEKS_A_MONTH = 365.2425 / 84

export type WarnOptions = {
  /** Threads that judge; none judges in this one. */
  readonly threads?: number
}

/**
 * Judges the day that is over in one tenant, once, and raises what is unusual.
 * @returns how many warnings were raised or went on
 */
export async function warnTenant(deps: StorageDeps, tenant: string, options: WarnOptions = {}): Promise<number> {
  const rulebook = await deps.rulebooks.of(tenant)
  const warning = warningKindOf(rulebook.procedures)
  if (!warning) return 0
  const now = deps.now()
  const known = await withTenant(deps.pool, tenant, (client) => readMark(client, tenant))
  // Nothing is over before the first hour of the day.
  if (known && known.judgedUntil >= addDays(dayOf(now), -1)) return 0
  const { warnings } = await getTenant(databaseFor(deps.pool, tenant), tenant)
  const night = lastNight(now, warnings)
  if (warnings.perMonth <= 0 || (known && known.judgedUntil >= night)) return 0
  const until = addMilliseconds(now, LEASE_MS)
  const mark = await withTenant(deps.pool, tenant, (client) => claimNight(client, tenant, night, { now, until }))
  if (!mark) return 0
  try {
    return await judgeNight(deps, { tenant, night, warning, rulebook, perMonth: warnings.perMonth, mark }, options)
  } catch (cause) {
    await withTenant(deps.pool, tenant, (client) => giveBackNight(client, tenant, until))
    throw cause
  }
}

/** The last day that may be judged: yesterday, once the hour has come. */
function lastNight(now: string, { hour }: WarningSettings): Day {
  const hours = new Date(Date.parse(now) + CHINA_OFFSET_MS).getUTCHours()
  return addDays(dayOf(now), hours >= hour ? -1 : -2)
}

type Judging = Omit<Night, 'tree' | 'recordTitles' | 'standing'> & {
  readonly perMonth: number
  readonly mark: WarningMark
}

async function judgeNight(deps: StorageDeps, judging: Judging, options: WarnOptions): Promise<number> {
  const { tenant, night, warning, rulebook, mark } = judging
  const { threads = Math.min(availableParallelism(), 2) } = options
  const { units, closedPaths = {} } = rulebook.directory
  const paths = { ...closedPaths, ...Object.fromEntries(Object.values(units).map(({ id, path }) => [id, path])) }
  const records = watchedRecords(rulebook.procedures)
  const task = {
    tenant,
    kinds: watchedKinds(rulebook.procedures),
    records,
    calendar: rulebook.calendar,
    paths,
  }
  const run = (more: Pick<ShareTask, 'ask' | 'end' | 'alpha'>) =>
    judgeInThreads(deps.pool, { ...task, ...more }, threads)
  const within = <T>(work: Parameters<typeof withTenant<T>>[2]) => withTenant(deps.pool, tenant, work)
  const thisWeek = mondayOf(night)
  const pastFrom = mark.pastFrom ?? addDays(thisWeek, -7 * PAST_WEEKS)
  if (mark.pastFrom === null) {
    const past = await run({ ask: 'past', end: dayNumber(thisWeek) - 1, alpha: FIRST_LEVEL })
    await within((client) => keepWeeks(client, tenant, past.weeks))
  }
  const from = [pastFrom, addDays(thisWeek, -7 * PAST_WEEKS)].sort().at(-1) ?? pastFrom
  const threshold = thresholdFrom(await within((client) => readWeeks(client, tenant, from, thisWeek)), {
    weeks: Math.round((dayNumber(thisWeek) - dayNumber(from)) / 7),
    perMonth: judging.perMonth,
  })
  const logThreshold = threshold?.logThreshold ?? Math.log(FIRST_LEVEL)
  const alpha = Math.min(Math.max(Math.exp(logThreshold), STRICTEST), LOOSEST)
  const answer = await run({ ask: 'night', end: dayNumber(night), alpha })
  const named = await within((client) => watchedRecordsOf(client, tenant, records))
  const tree = { paths, recordUnits: Object.fromEntries(named.map(({ reference, unitId }) => [reference, unitId])) }
  const bursts = chooseBursts(answer.points, answer.pvalues, logThreshold, tree)
  const closedSince = startOfDay(addDays(night, -RECENT_DAYS))
  const standing = await within((client) => standingWarnings(client, tenant, warning.id, closedSince))
  const recordTitles = Object.fromEntries(named.map(({ reference, title }) => [reference, title]))
  const told = await raiseWarnings(deps, { ...judging, tree, recordTitles, standing }, bursts)
  const names = await within((client) => picturesWanted(client, tenant, warning.id, MOST_PICTURES))
  const keys = names.flatMap((name) => parseSeriesName(name) ?? [])
  if (keys.length > 0) {
    const ask = keys.map(({ subject, of, family }) => ({ node: `${subject}:${of}`, family }))
    const year = await run({ ask, end: dayNumber(night), alpha })
    for (const key of keys) {
      const points = pointsOf(year.points, key, logThreshold)
      await within((client) => keepSeries(client, tenant, seriesName(key), { judgedOn: night, points }))
    }
  }
  await within(async (client) => {
    await keepWeeks(client, tenant, answer.weeks)
    await keepFamilies(client, tenant, night, new Map(answer.latest))
    await finishNight(client, tenant, {
      judgedUntil: night,
      pastFrom,
      logThreshold,
      basis: threshold?.basis ?? 'nominal',
      judged: answer.judged,
      tooLittle: answer.tooLittle,
    })
  })
  return told.length
}

/** The points of one series and step as pages show them, the oldest first. */
export const pointsOf = (
  points: readonly JudgedPoint[],
  { subject, of, family, step }: SeriesKey,
  logThreshold: number,
): SeriesPoint[] =>
  points
    .filter((point) => point.step === step && point.family === family && point.node === `${subject}:${of}`)
    .sort((a, b) => a.first - b.first)
    .map(({ first, observed, expected, upper, logP }) => ({
      day: dayAt(first),
      observed,
      expected: expected === null ? null : Number(expected.toPrecision(4)),
      upper,
      p: logP === null ? null : Number(Math.exp(logP).toPrecision(3)),
      crossed: logP !== null && logP < logThreshold,
    }))

/** No family stood out that week: more likely than any threshold. */
const NOTHING = Math.log(0.5)

/** Where the office's budget would have been kept on its own past: of a family at most one warning a week counts. */
export function thresholdFrom(
  weeks: readonly FamilyWeek[],
  { weeks: count, perMonth }: { readonly weeks: number; readonly perMonth: number },
) {
  const families = new Set(weeks.map(({ family }) => family)).size
  const byWeek = Map.groupBy(weeks, ({ week }) => week)
  const past = [...byWeek.values()].map((own) => own.map(({ leastLogP }) => leastLogP))
  while (past.length < count) past.push([])
  const full = past.map((own) => [...own, ...Array<number>(Math.max(families - own.length, 0)).fill(NOTHING)])
  return budgetThreshold(full, { alarms: perMonth, steps: WEEKS_A_MONTH })
}
