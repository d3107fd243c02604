import { dayAt, dayNumber } from '../../domain/time/day-number.ts'
import { addDays, addMilliseconds, CHINA_OFFSET_MS, type Day, dayOf, startOfDay } from '../../domain/time/time.ts'
import { parseSeriesName, type SeriesKey, seriesName } from '../../domain/warnings/series-key.ts'
import type { WarningSettings } from '../../domain/warnings/warning-settings.ts'
import type { SeriesPoint } from '../../domain/warnings/warning-view.ts'
import { warningKindOf } from '../../domain/warnings/watched-kinds.ts'
import type { JudgedPoint } from '../../statistics/panels/judge-panels.ts'
import { databaseFor, withTenant } from '../../storage/connection/connect.ts'
import type { StorageDeps } from '../../storage/deps.ts'
import { getTenant } from '../../storage/tenants/office-settings.ts'
import { keepFamilies, keepSeries, keepWeeks } from '../../storage/warnings/kept-judgements.ts'
import { claimNight, finishNight, giveBackNight, readMark, type WarningMark } from '../../storage/warnings/marks.ts'
import { goBack, keepNight } from '../../storage/warnings/nights.ts'
import { picturesWanted, standingWarnings } from '../../storage/warnings/standing-warnings.ts'
import { clusterPoints } from './clusters/cluster-points.ts'
import { judgeNight } from './judge-night.ts'
import { keyOfBurst } from './key-of-burst.ts'
import { type Night, raiseWarnings } from './raise-warnings.ts'

/** How long one server is left to judge a night before another may, for the case that it dies; what failed waits so long, too. */
const LEASE_MS = 30 * 60_000
/** A warning that ended longer ago says nothing about what crosses now. */
const RECENT_DAYS = 35
/** Nights that nobody judged are judged late, as far back as a burst in them is still worth looking into. */
const LATE_NIGHTS = 14
/** Years of series drawn a night: those of open warnings, and of ended ones that have none yet. */
const MOST_PICTURES = 60

export type WarnOptions = {
  /** Threads that judge; none judges in this one. */
  readonly threads?: number
}

/**
 * Judges the day that is over in one tenant, once, and the days before that nobody judged, and raises what is unusual.
 * @returns how many warnings were raised or went on
 */
export async function warnTenant(deps: StorageDeps, tenant: string, options: WarnOptions = {}): Promise<number> {
  const rulebook = await deps.rulebooks.of(tenant)
  const warning = warningKindOf(rulebook.procedures)
  if (!warning) return 0
  const now = deps.now()
  const yesterday = addDays(dayOf(now), -1)
  let known = await withTenant(deps.pool, tenant, (client) => readMark(client, tenant))
  // Nothing is over before the first hour of the day.
  if (known?.judgedUntil === yesterday) return 0
  if (known && known.judgedUntil > yesterday)
    known = await withTenant(deps.pool, tenant, async (client) => {
      await goBack(client, tenant, yesterday, now)
      return readMark(client, tenant)
    })
  const { warnings } = await getTenant(databaseFor(deps.pool, tenant), tenant)
  if (warnings.perMonth <= 0) return 0
  const lastOver = lastNight(now, warnings)
  let told = 0
  for (const night of nightsDue(known, lastOver)) {
    const until = addMilliseconds(deps.now(), LEASE_MS)
    const mark = await withTenant(deps.pool, tenant, (client) =>
      claimNight(client, tenant, night, { now: deps.now(), until }),
    )
    if (!mark) return told
    const judging = { tenant, night, isLate: night < lastOver, warning, rulebook, perMonth: warnings.perMonth, mark }
    try {
      told += await judgeAndKeep(deps, judging, options)
    } catch (cause) {
      await withTenant(deps.pool, tenant, (client) => giveBackNight(client, tenant, until))
      throw cause
    }
  }
  return told
}

/** The nights to judge, the oldest first: the last one, and what was missed before it. */
function nightsDue(known: WarningMark | undefined, last: Day): Day[] {
  const missed = known ? dayNumber(last) - dayNumber(known.judgedUntil) : 1
  const due = Math.min(Math.max(missed, 0), LATE_NIGHTS)
  return Array.from({ length: due }, (_, at) => addDays(last, at + 1 - due))
}

/** The last day that may be judged: yesterday, once the hour has come. */
export function lastNight(now: string, { hour }: WarningSettings): Day {
  const hours = new Date(Date.parse(now) + CHINA_OFFSET_MS).getUTCHours()
  return addDays(dayOf(now), hours >= hour ? -1 : -2)
}

type Judging = Omit<Night, 'tree' | 'recordTitles' | 'standing'> & {
  readonly perMonth: number
  readonly mark: WarningMark
}

async function judgeAndKeep(deps: StorageDeps, judging: Judging, { threads }: WarnOptions): Promise<number> {
  const { tenant, night, warning, mark } = judging
  const within = <T>(work: Parameters<typeof withTenant<T>>[2]) => withTenant(deps.pool, tenant, work)
  const judged = await judgeNight(deps, { ...judging, pastFrom: mark.pastFrom, threads })
  const { answer, past, logThreshold, basis, pastFrom } = judged
  if (past) await within((client) => keepWeeks(client, tenant, past))
  const closedSince = startOfDay(addDays(night, -RECENT_DAYS))
  const standing = await within((client) => standingWarnings(client, tenant, warning.id, closedSince))
  const told = await raiseWarnings(deps, { ...judging, ...judged, standing }, judged.bursts)
  const names = await within((client) => picturesWanted(client, tenant, warning.id, MOST_PICTURES))
  const keys = names.flatMap((name) => parseSeriesName(name) ?? []).filter(({ subject }) => subject !== 'cluster')
  if (keys.length > 0) {
    const year = await judged.yearOf(keys.map(({ subject, of, family }) => ({ node: `${subject}:${of}`, family })))
    for (const key of keys) {
      const points = pointsOf(year.points, key, logThreshold)
      await within((client) => keepSeries(client, tenant, seriesName(key), { judgedOn: night, points }))
    }
  }
  for (const burst of judged.bursts) {
    const points = clusterPoints(burst)
    const name = seriesName(keyOfBurst(burst))
    if (points.length > 0) await within((client) => keepSeries(client, tenant, name, { judgedOn: night, points }))
  }
  await within(async (client) => {
    await keepWeeks(client, tenant, answer.weeks)
    await keepFamilies(client, tenant, night, answer.latest)
    await keepNight(client, tenant, night, deps.now())
    await finishNight(client, tenant, {
      judgedUntil: night,
      pastFrom,
      logThreshold,
      basis,
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
