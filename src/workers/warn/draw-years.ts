import { dayNumber } from '../../domain/time/day-number.ts'
import { parseSeriesName, seriesName } from '../../domain/warnings/series-key.ts'
import type { SeriesPoint } from '../../domain/warnings/warning-view.ts'
import { watchedKinds, watchedRecords } from '../../domain/warnings/watched-kinds.ts'
import { withTenant } from '../../storage/connection/connect.ts'
import type { StorageDeps } from '../../storage/deps.ts'
import { keepSeries } from '../../storage/warnings/kept-judgements.ts'
import { readMark } from '../../storage/warnings/marks.ts'
import { judgeInThreads } from './in-threads.ts'
import { levelOf } from './judge-night.ts'
import { pointsOf } from './warn-tenant.ts'

/** Draws the year of a series as the last night would have judged it; undefined where no night did yet, or too many wait. */
export type DrawYear = (tenant: string, name: string) => Promise<readonly SeriesPoint[] | undefined>

/** Of one office; more would wait longer than whoever scrolls past them. */
const LONGEST_LINE = 60

type Waiting = {
  readonly tenant: string
  readonly name: string
  readonly year: Promise<readonly SeriesPoint[] | undefined>
  readonly drawn: (points: readonly SeriesPoint[] | undefined) => void
  readonly failed: (cause: unknown) => void
}

/**
 * Years of the series that people look at. A night draws only those with a warning; what is asked for besides is drawn once a night and
 * kept: one thread at a time, for all of an office that wait together.
 */
export function yearsAside(
  deps: StorageDeps,
  threads = 1,
): { readonly draw: DrawYear; readonly idle: () => Promise<void> } {
  const line = new Map<string, Waiting>()
  let running: Promise<void> | undefined
  const work = async () => {
    for (let first = line.values().next().value; first; first = line.values().next().value) {
      const { tenant } = first
      const together = [...line.values()].filter((each) => each.tenant === tenant)
      try {
        const years = await drawYears(
          deps,
          tenant,
          together.map(({ name }) => name),
          threads,
        )
        for (const { name, drawn } of together) drawn(years.get(name))
      } catch (cause) {
        for (const { failed } of together) failed(cause)
      }
      for (const { name } of together) line.delete(`${tenant} ${name}`)
    }
    running = undefined
  }
  const draw: DrawYear = (tenant, name) => {
    const place = `${tenant} ${name}`
    const known = line.get(place)
    if (known) return known.year
    if ([...line.values()].filter((each) => each.tenant === tenant).length >= LONGEST_LINE)
      return Promise.resolve(undefined)
    const {
      promise: year,
      resolve: drawn,
      reject: failed,
    } = Promise.withResolvers<readonly SeriesPoint[] | undefined>()
    line.set(place, { tenant, name, year, drawn, failed })
    running ??= work()
    return year
  }
  return { draw, idle: async () => running }
}

async function drawYears(deps: StorageDeps, tenant: string, names: readonly string[], threads: number) {
  const years = new Map<string, readonly SeriesPoint[]>()
  const keys = names.flatMap((name) => parseSeriesName(name) ?? [])
  const mark = await withTenant(deps.pool, tenant, (client) => readMark(client, tenant))
  if (keys.length === 0 || mark?.logThreshold === null || mark?.logThreshold === undefined) return years
  const { judgedUntil, logThreshold } = mark
  const { procedures, directory, calendar } = await deps.rulebooks.of(tenant)
  const { units, closedPaths = {} } = directory
  const task = {
    tenant,
    kinds: watchedKinds(procedures),
    records: watchedRecords(procedures),
    calendar,
    paths: { ...closedPaths, ...Object.fromEntries(Object.values(units).map(({ id, path }) => [id, path])) },
    ask: keys.map(({ subject, of, family }) => ({ node: `${subject}:${of}`, family })),
    end: dayNumber(judgedUntil),
    alpha: levelOf(logThreshold),
  }
  const answer = await judgeInThreads(deps.pool, task, threads)
  for (const key of keys) {
    const name = seriesName(key)
    const points = pointsOf(answer.points, key, logThreshold)
    years.set(name, points)
    await withTenant(deps.pool, tenant, (client) => keepSeries(client, tenant, name, { judgedOn: judgedUntil, points }))
  }
  return years
}
