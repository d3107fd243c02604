import { text } from '../../domain/wording/text.ts'
import type { CountSeries } from '../../statistics/count-series.ts'
import { usageError } from '../shell/usage-error.ts'

/** A file of reference values: series, and cases with their settings and expected answers (see the README beside them). */
export type Fixture = {
  readonly algorithm: string
  readonly series: Readonly<Record<string, CountSeries>>
  readonly cases: readonly FixtureCase[]
  /** Everything else the file says at its top. */
  readonly rest: Readonly<Record<string, unknown>>
}

/** One case: `id`, then whatever its algorithm needs and expects. */
export type FixtureCase = Readonly<Record<string, unknown>> & { readonly id: string }

/** A list of one is often written without its brackets. */
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]

/** The points that a case asks about. @throws AnlanError request-invalid when it names none */
export function pointsOf(one: FixtureCase): number[] {
  const points = one['range'] === undefined ? undefined : listOf(one['range'])
  if (!points?.every((point) => typeof point === 'number')) throw refusal(`"range" (${one.id})`)
  return points as number[]
}

/** Settings that a case gives. Null says that the method's own is meant, except for the names in `meaningful`. */
export function controlOf(one: FixtureCase, meaningful: readonly string[] = []): Readonly<Record<string, unknown>> {
  const control = isRecord(one['control']) ? one['control'] : {}
  return Object.fromEntries(
    Object.entries(control).filter(([name, value]) => value !== null || meaningful.includes(name)),
  )
}

const FORMAT = 'anlan-early-warning-reference/1'

/** Reads a file of reference values. @throws AnlanError request-invalid saying what is wrong with it */
export function readFixture(content: string): Fixture {
  const file = parsed(content)
  if (!isRecord(file) || file['format'] !== FORMAT) throw refusal(`"format": "${FORMAT}"`)
  const { algorithm, series = {}, cases, ...rest } = file
  if (typeof algorithm !== 'string') throw refusal('"algorithm"')
  if (!isRecord(series) || !Object.values(series).every(isSeries)) throw refusal('"series"')
  if (!Array.isArray(cases) || !cases.every(isRecord)) throw refusal('"cases"')
  return {
    algorithm,
    series: Object.fromEntries(Object.entries(series).map(([id, one]) => [id, seriesOf(one as StoredSeries)])),
    cases: cases.map((one, index) => ({ ...one, id: idOf(one, index) })),
    rest,
  }
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    throw usageError(text('文件不是可读的 JSON', 'The file is no readable JSON'))
  }
}

const refusal = (part: string) =>
  usageError(text(`文件里缺少或写错了 ${part}`, `The file lacks ${part}, or it is not what it should be`))

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

type StoredSeries = {
  readonly frequency: number
  readonly start?: readonly [number, number]
  readonly dates?: readonly string[] | null
  readonly observed: readonly (number | null)[]
  readonly population?: readonly (number | null)[] | null
}

const isSeries = (value: unknown): value is StoredSeries =>
  isRecord(value) && typeof value['frequency'] === 'number' && Array.isArray(value['observed'])

function seriesOf({ frequency, start, dates, observed, population }: StoredSeries): CountSeries {
  return {
    frequency,
    observed,
    ...(start ? { start } : {}),
    ...(dates ? { dates } : {}),
    ...(population ? { population } : {}),
  }
}

/** Cases of the simulator carry numbers instead of an id. */
function idOf(one: Readonly<Record<string, unknown>>, index: number): string {
  if (typeof one['id'] === 'string') return one['id']
  const { scenario, replicate } = one
  return scenario === undefined ? `#${index + 1}` : `scenario ${String(scenario)} replicate ${String(replicate)}`
}
