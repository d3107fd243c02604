import { type Text, text } from '../../domain/wording/text.ts'
import { isTotal } from '../../exchange/table/row-kinds.ts'
import { LARGEST_COUNT } from '../../statistics/count-series.ts'
import type { NamedCount } from '../../statistics/funnel/comparison.ts'
import type { FunnelKind } from '../../statistics/funnel/funnel-input.ts'
import { addFault, eachCsvLine, noFaults, refuseFaults } from '../shell/csv-lines.ts'
import { quotable } from '../shell/plain-text.ts'
import { usageError } from '../shell/usage-error.ts'

export type UnitColumns = {
  readonly unit: string | undefined
  readonly count: string | undefined
  readonly total: string | undefined
}

type Line = { readonly cells: readonly string[]; readonly line: number }

/** The units of a table, and the rows of sums that are none. */
export type UnitTable = {
  readonly units: readonly NamedCount[]
  readonly totals: readonly { readonly name: string; readonly line: number }[]
}

/**
 * Reads one row a unit: name, count, total. A row of sums among them is no unit: it would be compared with itself. Columns not named are the first three.
 * @throws AnlanError request-invalid with a sentence for each line that does not fit
 */
export function readUnitCounts(csv: string, columns: UnitColumns, kind: FunnelKind): UnitTable {
  const lines: Line[] = []
  eachCsvLine(csv, (cells, line) => lines.push({ cells, line }))
  const [heading, ...all] = lines
  if (!heading || all.length === 0) throw usageError(text('文件里没有数据行', 'The file has no rows below its heading'))
  const at = placesOf(heading.cells, columns)
  const isSum = (line: Line) => isTotal(line.cells[at.unit] ?? '')
  const rows = all.filter((line) => !isSum(line))
  const totals = all.filter(isSum)
  const faults = noFaults()
  const seen = new Map<string, number>()
  const units = rows.map(({ cells, line }) => {
    const unit = {
      name: cells[at.unit] ?? '',
      numerator: numberIn(cells[at.count]),
      denominator: numberIn(cells[at.total]),
    }
    const before = seen.get(unit.name)
    const fault = cells.length === heading.cells.length ? faultOf(unit, cells, at, kind, before) : COLUMNS
    if (fault) addFault(faults, line, fault)
    seen.set(unit.name, line)
    return unit
  })
  refuseFaults(faults)
  const whole = units.findIndex((unit) => WHOLE.test(unit.name) && isSumOf(unit, units))
  const named = totals.map(({ cells, line }) => ({ name: cells[at.unit] ?? '', line }))
  if (whole < 0) return { units, totals: named }
  const sum = { name: units[whole]?.name ?? '', line: rows[whole]?.line ?? 0 }
  return { units: units.filter((_, index) => index !== whole), totals: [...named, sum] }
}

/** Names of a whole that may also be the name of a unit: a sum only where it is the sum. */
const WHOLE = /^(?:全县|全市|全区|全省|all)$/i

function isSumOf(total: NamedCount, units: readonly NamedCount[]): boolean {
  const others = units.filter((unit) => unit !== total)
  const sum = (part: 'numerator' | 'denominator') => others.reduce((all, unit) => all + unit[part], 0)
  const isNear = Math.abs(total.denominator - sum('denominator')) <= 1e-6 * total.denominator
  return others.length > 0 && total.numerator === sum('numerator') && isNear
}

function placesOf(heading: readonly string[], columns: UnitColumns) {
  const at = {
    unit: columnAt(heading, columns.unit, 0),
    count: columnAt(heading, columns.count, 1),
    total: columnAt(heading, columns.total, 2),
  }
  const used = [at.unit, at.count, at.total]
  const twice = used.find((place, index) => used.indexOf(place) !== index)
  if (twice === undefined) return at
  const name = quotable(heading[twice] ?? '')
  throw usageError(
    text(
      `“${name}”这一列不能用两次：单位、件数、总数各在一列`,
      `The column "${name}" cannot be used twice: unit, count and total stand in a column each`,
    ),
  )
}

function columnAt(heading: readonly string[], name: string | undefined, place: number): number {
  const at = name === undefined ? place : heading.indexOf(name)
  if (name !== undefined && heading.indexOf(name, at + 1) > at && at >= 0)
    throw usageError(text(`有几列都叫“${quotable(name)}”`, `Several columns are called "${quotable(name)}"`))
  if (at >= 0 && at < heading.length) return at
  const known = quotable(heading.join(', '), 200)
  if (name === undefined)
    throw usageError(text(`至少要三列，只有：${known}`, `Three columns are needed; there are: ${known}`))
  throw usageError(
    text(`没有“${quotable(name)}”这一列，有：${known}`, `There is no column "${quotable(name)}"; there are: ${known}`),
  )
}

/** Plain numbers only: thousands separators and percent signs are better refused than guessed. */
const numberIn = (cell: string | undefined) => (/^\d+(\.\d+)?$/.test(cell ?? '') ? Number(cell) : Number.NaN)

const COLUMNS = text('列数与表头不同', 'has another number of columns than the heading')

function faultOf(
  unit: NamedCount,
  cells: readonly string[],
  at: { readonly count: number; readonly total: number },
  kind: FunnelKind,
  before: number | undefined,
): Text | undefined {
  const name = quotable(unit.name)
  const [count, total] = [quotable(cells[at.count] ?? ''), quotable(cells[at.total] ?? '')]
  if (unit.name === '') return text('没有单位名称', 'has no unit name')
  if (before !== undefined) return text(`“${name}”在第${before}行已经有了`, `"${name}" was already on line ${before}`)
  if (!Number.isInteger(unit.numerator)) return text(`“${count}”不是整数件数`, `"${count}" is not a whole count`)
  if (kind === 'proportion' && !Number.isInteger(unit.denominator))
    return text(`“${total}”不是整数件数`, `"${total}" is not a whole count`)
  if (Number.isNaN(unit.denominator)) return text(`“${total}”不是数`, `"${total}" is not a number`)
  const larger = unit.numerator > LARGEST_COUNT ? count : unit.denominator > LARGEST_COUNT ? total : undefined
  if (larger !== undefined)
    return text(`“${larger}”大于十亿，不会是真的`, `"${larger}" is above a thousand million and cannot be true`)
  if (kind === 'proportion' && unit.numerator > unit.denominator)
    return text(
      `${unit.numerator}多于总数${unit.denominator}；两列若不是部分与总数，加 --ratio`,
      `${unit.numerator} is more than the total ${unit.denominator}; if the one is no part of the other, add --ratio`,
    )
  return undefined
}
