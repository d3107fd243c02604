import { availableParallelism } from 'node:os'
import { mondayOf } from '../../domain/counts/count-query.ts'
import { middlesOf } from '../../domain/map/middle-of-area.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { dayNumber } from '../../domain/time/day-number.ts'
import { addDays, type Day } from '../../domain/time/time.ts'
import { watchedKinds, watchedRecords } from '../../domain/warnings/watched-kinds.ts'
import { budgetThreshold } from '../../statistics/budget.ts'
import { databaseFor, withTenant } from '../../storage/connection/connect.ts'
import type { StorageDeps } from '../../storage/deps.ts'
import { readMap } from '../../storage/map/map-areas.ts'
import { watchedRecordsOf } from '../../storage/warnings/day-counts.ts'
import { type FamilyWeek, readWeeks } from '../../storage/warnings/kept-judgements.ts'
import { type Burst, chooseBursts, type Tree } from './choose-bursts.ts'
import { clusterBursts } from './clusters/cluster-bursts.ts'
import { clustersInThread } from './clusters/in-thread.ts'
import { FEWEST_PLACES } from './clusters/judge-clusters.ts'
import { judgeInThreads } from './in-threads.ts'
import { PAST_WEEKS, type ShareAnswer, type ShareTask } from './judge-share.ts'

/** The level until the past of an office can say where its budget is kept. */
const FIRST_LEVEL = 0.0005
/** No bound is shown at a looser or stricter level than these. */
const [STRICTEST, LOOSEST] = [1e-9, 0.05]
const WEEKS_A_MONTH = 365.2425 / 84
/** The part of the budget that clusters may cost, where there is a map to find them on. */
const CLUSTERS_SHARE = 0.25

export type JudgingOfNight = {
  readonly tenant: string
  readonly rulebook: Rulebook
  readonly night: Day
  readonly perMonth: number
  /** The first week of which is kept what stood out; null where nothing is kept yet. */
  readonly pastFrom: Day | null
  /** Threads that judge; none judges in this one. */
  readonly threads?: number | undefined
}

/** What a night says of an office. Nothing is written: the worker keeps it, a command prints it. */
export type JudgedNight = {
  readonly answer: ShareAnswer
  readonly bursts: readonly Burst[]
  readonly logThreshold: number
  readonly basis: 'own past' | 'tail of own past' | 'nominal'
  readonly tree: Tree
  readonly recordTitles: Readonly<Record<string, string>>
  readonly pastFrom: Day
  /** What stood out in the year before, where that was not kept. */
  readonly past: readonly FamilyWeek[] | undefined
  /** A year of these series, by the same bound. */
  readonly yearOf: (ask: Exclude<ShareTask['ask'], string>) => Promise<ShareAnswer>
}

/** Judges the end of a day in one office: the threshold from its own past, the series, and which of them stand for a burst. */
export async function judgeNight(deps: StorageDeps, judging: JudgingOfNight): Promise<JudgedNight> {
  const { tenant, rulebook, night, perMonth, threads = Math.max(Math.min(availableParallelism() - 1, 2), 1) } = judging
  const { units, closedPaths = {} } = rulebook.directory
  const paths = { ...closedPaths, ...Object.fromEntries(Object.values(units).map(({ id, path }) => [id, path])) }
  const records = watchedRecords(rulebook.procedures)
  const kinds = watchedKinds(rulebook.procedures)
  const task = { tenant, kinds, records, calendar: rulebook.calendar, paths }
  const run = (more: Pick<ShareTask, 'ask' | 'end' | 'alpha'>) =>
    judgeInThreads(deps.pool, { ...task, ...more }, threads)
  const within = <T>(work: Parameters<typeof withTenant<T>>[2]) => withTenant(deps.pool, tenant, work)
  const thisWeek = mondayOf(night)
  const yearAgo = addDays(thisWeek, -7 * PAST_WEEKS)
  const isKept = judging.pastFrom !== null && judging.pastFrom <= yearAgo
  const past = isKept ? undefined : (await run({ ask: 'past', end: dayNumber(thisWeek) - 1, alpha: FIRST_LEVEL })).weeks
  const places = await placesOf(deps, tenant)
  const onClusters = places.length >= FEWEST_PLACES ? perMonth * CLUSTERS_SHARE : 0
  const threshold = thresholdFrom(past ?? (await within((client) => readWeeks(client, tenant, yearAgo, thisWeek))), {
    weeks: PAST_WEEKS,
    perMonth: perMonth - onClusters,
  })
  const logThreshold = threshold?.logThreshold ?? Math.log(FIRST_LEVEL)
  const alpha = levelOf(logThreshold)
  const answer = await run({ ask: 'night', end: dayNumber(night), alpha })
  const named = await within((client) => watchedRecordsOf(client, tenant, records))
  const tree = { paths, recordUnits: Object.fromEntries(named.map(({ reference, unitId }) => [reference, unitId])) }
  const bursts = chooseBursts(answer.points, answer.pvalues, logThreshold, tree)
  const scanned = { tenant, kinds, end: dayNumber(night), perMonth: onClusters, places, paths }
  const { clusters } = await clustersInThread(deps.pool, scanned, threads)
  return {
    answer,
    bursts: [...bursts, ...clusterBursts(clusters, bursts, tree)],
    logThreshold,
    basis: threshold?.basis ?? 'nominal',
    tree,
    recordTitles: Object.fromEntries(named.map(({ reference, title }) => [reference, title])),
    pastFrom: isKept ? (judging.pastFrom ?? yearAgo) : yearAgo,
    past,
    yearOf: (ask) => run({ ask, end: dayNumber(night), alpha }),
  }
}

/** Where the places of the office's map lie; none without a map. */
async function placesOf({ pool }: StorageDeps, tenant: string) {
  const map = await readMap(databaseFor(pool, tenant), tenant)
  return [...middlesOf(map?.areas ?? [])].map(([unitId, middle]) => ({ unitId, ...middle }))
}

/** The level of the bound that is shown beside a threshold. */
export const levelOf = (logThreshold: number): number => Math.min(Math.max(Math.exp(logThreshold), STRICTEST), LOOSEST)

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
