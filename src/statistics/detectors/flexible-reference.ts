import type { DayNumber } from '../../domain/time/day-number.ts'
import type { CountSeries } from '../count-series.ts'
import { failure, type StatisticsFailure } from '../detection.ts'
import type { ReferenceCounts } from '../numerics/fit/reference-counts.ts'
import { roundedLog } from '../numerics/rounded-exponential.ts'
import type { FarringtonFlexibleSettings } from './flexible-settings.ts'
import { type ReferenceBlock, referenceBlocks } from './reference-blocks.ts'
import { referencesByDate, referencesByStep } from './reference-dates.ts'

/** What improved Farrington compares a point with, and the logarithm of the point's own exposure (0 without). */
export type FlexibleReference = { readonly reference: ReferenceCounts; readonly offset: number }

/** Collects the past of point `k`, missing counts left out; by the calendar when its days are given. */
export function flexibleReference(
  series: CountSeries,
  settings: FarringtonFlexibleSettings,
  days: readonly DayNumber[] | undefined,
  k: number,
): FlexibleReference | StatisticsFailure {
  const { b, w, populationOffset } = settings
  const { frequency } = series
  const references = days ? referencesByDate(days, frequency, b, k) : referencesByStep(frequency, b, k)
  if ('ok' in references) return references
  // R's windows may begin at an index 0, which it passes over.
  const earliest = settings.compatible ? 0 : 1
  if (references.points[b]! - w < earliest) return failure('history-too-short', 'b', k)
  if (k - settings.pastWeeksNotIncluded < 1) return failure('history-too-short', 'pastWeeksNotIncluded', k)
  const blocks = referenceBlocks(references.points, settings)
  if (!blocks) return failure('bad-parameter', 'noPeriods')
  const used = reported(blocks, series.observed, settings.noPeriods)
  if ('ok' in used) return { ...used, at: k }
  const { indices, counts, levels, levelCount } = used
  const offset = populationOffset ? offsetsOf(series, indices, k) : undefined
  if (offset && 'ok' in offset) return offset
  const times = new Float64Array(counts.length)
  for (let i = 0; i < times.length; i++) times[i] = references.timeSince(blocks[0]!.from, indices[i]!)
  // R counts the current time from the first count that is there, the past from the first that might be.
  const current = { time: references.timeSince(indices[0]!, k), level: levelCount - 1 }
  return {
    reference: { counts, times, levels, levelCount, offset: offset?.past, current },
    offset: offset?.current ?? 0,
  }
}

/** Reported counts and their levels, renumbered from 0 without those that have none; the last is the current season. */
type Used = {
  readonly indices: Int32Array
  readonly counts: Float64Array
  readonly levels: Int32Array
  readonly levelCount: number
}

function reported(
  blocks: readonly ReferenceBlock[],
  observed: CountSeries['observed'],
  noPeriods: number,
): Used | StatisticsFailure {
  const places = new Int32Array(noPeriods)
  let size = 0
  for (const { from, to, level } of blocks) {
    for (let index = from; index <= to; index++) {
      if (observed[index - 1] === null) continue
      places[level] = 1
      size++
    }
  }
  if (places[noPeriods - 1] === 0) return failure('not-computable', 'no-counts')
  let levelCount = 0
  for (let level = 0; level < noPeriods; level++) places[level] = places[level] === 1 ? levelCount++ : -1
  // All that is left is the current season: there is nothing that its level could be told from.
  if (noPeriods > 1 && levelCount === 1) return failure('not-computable', 'noPeriods')
  const used = {
    indices: new Int32Array(size),
    counts: new Float64Array(size),
    levels: new Int32Array(size),
    levelCount,
  }
  let i = 0
  for (const { from, to, level } of blocks) {
    for (let index = from; index <= to; index++) {
      const count = observed[index - 1]!
      if (count === null) continue
      used.indices[i] = index
      used.counts[i] = count
      used.levels[i] = places[level]!
      i++
    }
  }
  return used
}

function offsetsOf({ population }: CountSeries, indices: Int32Array, k: number) {
  if (!population) return failure('bad-series', 'population')
  const without = indices.find((index) => !population[index - 1]) ?? (population[k - 1] ? undefined : k)
  if (without !== undefined) return failure('not-computable', 'population', without)
  const logOf = (index: number) => roundedLog(population[index - 1]!)
  return { past: Float64Array.from(indices, logOf), current: logOf(k) }
}
