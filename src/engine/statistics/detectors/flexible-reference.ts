import type { CountSeries } from '../count-series.ts'
import { failure, type StatisticsFailure } from '../detection.ts'
import type { ReferenceCounts } from '../numerics/reference-counts.ts'
import type { FarringtonFlexibleSettings } from './farrington-flexible.ts'
import { type ReferenceBlock, referenceBlocks } from './reference-blocks.ts'
import { referencesByDate, referencesByStep } from './reference-dates.ts'

/** What improved Farrington compares a point with, and the logarithm of the point's own exposure (0 without). */
export type FlexibleReference = { readonly reference: ReferenceCounts; readonly offset: number }

/** Collects the past of point `k`, missing counts left out. */
export function flexibleReference(
  series: CountSeries,
  settings: FarringtonFlexibleSettings,
  k: number,
): FlexibleReference | StatisticsFailure {
  const { b, w, useDates, populationOffset } = settings
  const references = useDates ? referencesByDate(series, b, k) : referencesByStep(series.frequency, b, k)
  if ('ok' in references) return references
  if (references.points[b]! - w < 1) return failure('history-too-short', 'b', k)
  const blocks = referenceBlocks(references.points, settings)
  if (!blocks) return failure('bad-parameter', 'noPeriods')
  const used = reported(blocks, series.observed)
  const first = used[0]
  if (first === undefined) return failure('not-computable', 'no-counts', k)
  const offset = populationOffset ? offsetsOf(series, [...used.map(({ index }) => index), k]) : undefined
  if (offset && 'ok' in offset) return offset
  const levels = numbered(used.map(({ level }) => level))
  const current = levels.place.get(settings.noPeriods - 1)
  if (current === undefined) return failure('not-computable', 'no-counts', k)
  const origin = blocks[0]!.from
  return {
    reference: {
      counts: Float64Array.from(used, ({ index }) => series.observed[index - 1]!),
      times: Float64Array.from(used, ({ index }) => references.timeSince(origin, index)),
      levels: levels.numbers,
      levelCount: levels.place.size,
      offset: offset?.slice(0, -1),
      // R counts the current time from the first count that is there, the past from the first that might be.
      current: { time: references.timeSince(first.index, k), level: current },
    },
    offset: offset?.[used.length] ?? 0,
  }
}

type Used = { readonly index: number; readonly level: number }

function reported(blocks: readonly ReferenceBlock[], observed: CountSeries['observed']): Used[] {
  const used: Used[] = []
  for (const { from, to, level } of blocks) {
    for (let index = from; index <= to; index++) if (observed[index - 1] !== null) used.push({ index, level })
  }
  return used
}

/** Levels that occur, numbered from 0 in ascending order. */
function numbered(levels: readonly number[]): { numbers: Int32Array; place: Map<number, number> } {
  const place = new Map([...new Set(levels)].sort((a, b) => a - b).map((level, number) => [level, number]))
  return { numbers: Int32Array.from(levels, (level) => place.get(level)!), place }
}

function offsetsOf({ population }: CountSeries, indices: readonly number[]): Float64Array | StatisticsFailure {
  if (!population) return failure('bad-series', 'population')
  const without = indices.find((index) => !population[index - 1])
  if (without !== undefined) return failure('not-computable', 'population', without)
  return Float64Array.from(indices, (index) => Math.log(population[index - 1]!))
}
