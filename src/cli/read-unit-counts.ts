import { CsvError, parse } from 'csv-parse/sync'
import { type Text, text } from '../domain/text.ts'
import type { NamedCount } from '../engine/statistics/funnel/compare-units.ts'
import type { FunnelKind } from '../engine/statistics/funnel/funnel-input.ts'
import { usageError } from './usage-error.ts'

export type UnitColumns = {
  readonly unit: string | undefined
  readonly count: string | undefined
  readonly total: string | undefined
}

/** Lines listed before the rest is only counted. */
const MOST_FAULTS = 20

type Line = { readonly record: string[]; readonly info: { readonly lines: number } }

/**
 * Reads one row a unit: name, count, total. Columns not named are the first three.
 * @throws AnlanError request-invalid with a sentence for each line that does not fit
 */
export function readUnitCounts(csv: string, columns: UnitColumns, kind: FunnelKind): NamedCount[] {
  const [heading, ...rows] = linesOf(csv)
  if (!heading || rows.length === 0)
    throw usageError(text('文件里没有数据行', 'The file has no rows below its heading'))
  const at = {
    unit: columnAt(heading.record, columns.unit, 0),
    count: columnAt(heading.record, columns.count, 1),
    total: columnAt(heading.record, columns.total, 2),
  }
  const faults: Text[] = []
  const seen = new Map<string, number>()
  const units = rows.map(({ record, info }) => {
    const unit = {
      name: record[at.unit] ?? '',
      numerator: numberIn(record[at.count]),
      denominator: numberIn(record[at.total]),
    }
    const before = seen.get(unit.name)
    const fault = record.length === heading.record.length ? faultOf(unit, record, at, kind, before) : COLUMNS
    if (fault) faults.push(text(`第${info.lines}行：${fault.zh}`, `Line ${info.lines}: ${fault.en}`))
    seen.set(unit.name, info.lines)
    return unit
  })
  if (faults.length > 0) throw usageError(listed(faults))
  return units
}

function linesOf(csv: string): Line[] {
  try {
    return parse(csv, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as Line[]
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause
    throw usageError(text(`不是可读的CSV：${cause.message}`, `Not a readable CSV: ${cause.message}`))
  }
}

function columnAt(heading: readonly string[], name: string | undefined, place: number): number {
  const at = name === undefined ? place : heading.indexOf(name)
  if (at >= 0 && at < heading.length) return at
  const known = heading.join(', ')
  if (name === undefined)
    throw usageError(text(`至少要三列，只有：${known}`, `Three columns are needed; there are: ${known}`))
  throw usageError(text(`没有“${name}”这一列，有：${known}`, `There is no column "${name}"; there are: ${known}`))
}

/** Plain numbers only: thousands separators and percent signs are better refused than guessed. */
const numberIn = (cell: string | undefined) => (/^\d+(\.\d+)?$/.test(cell ?? '') ? Number(cell) : Number.NaN)

const COLUMNS = text('列数与表头不同', 'has another number of columns than the heading')

function faultOf(
  unit: NamedCount,
  record: readonly string[],
  at: { readonly count: number; readonly total: number },
  kind: FunnelKind,
  before: number | undefined,
): Text | undefined {
  if (unit.name === '') return text('没有单位名称', 'has no unit name')
  if (before !== undefined)
    return text(`“${unit.name}”在第${before}行已经有了`, `"${unit.name}" was already on line ${before}`)
  if (!Number.isInteger(unit.numerator))
    return text(`“${record[at.count]}”不是整数件数`, `"${record[at.count]}" is not a whole count`)
  if (kind === 'proportion' && !Number.isInteger(unit.denominator))
    return text(`“${record[at.total]}”不是整数件数`, `"${record[at.total]}" is not a whole count`)
  if (Number.isNaN(unit.denominator))
    return text(`“${record[at.total]}”不是数`, `"${record[at.total]}" is not a number`)
  if (kind === 'proportion' && unit.numerator > unit.denominator)
    return text(
      `${unit.numerator}多于总数${unit.denominator}；两列若不是部分与总数，加 --ratio`,
      `${unit.numerator} is more than the total ${unit.denominator}; if the one is no part of the other, add --ratio`,
    )
  return undefined
}

function listed(faults: readonly Text[]): Text {
  const more = faults.length - MOST_FAULTS
  const shown = faults.slice(0, MOST_FAULTS)
  const zh = shown.map((fault) => fault.zh)
  const en = shown.map((fault) => fault.en)
  return text(
    [...zh, ...(more > 0 ? [`另有${more}行`] : [])].join('\n'),
    [...en, ...(more > 0 ? [`and ${more} more lines`] : [])].join('\n'),
  )
}
