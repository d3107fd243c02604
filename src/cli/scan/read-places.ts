import { type DayNumber, dayAt } from '../../domain/time/day-number.ts'
import { type Text, text } from '../../domain/wording/text.ts'
import { addFault, eachCsvLine, noFaults, refuseFaults } from '../shell/csv-lines.ts'
import { quotable } from '../shell/plain-text.ts'
import { usageError } from '../shell/usage-error.ts'
import { readDay } from '../warn/read-day.ts'

export type PlaceTable = {
  readonly names: readonly string[]
  readonly places: readonly { readonly x: number; readonly y: number }[]
  /** Days of the table, oldest first; a day without a row has no cases. */
  readonly days: readonly string[]
  readonly cases: readonly (readonly number[])[]
}

const NAMES = {
  place: ['place', '地点', '单位'],
  x: ['x', 'lon', 'lng', 'longitude', '经度'],
  y: ['y', 'lat', 'latitude', '纬度'],
  date: ['date', '日期'],
  count: ['count', '数量', '件数'],
} as const
type Column = keyof typeof NAMES

/** More cells than this do not fit beside the work. */
const MOST_CELLS = 5_000_000

/**
 * Reads one row a place and day: name, where it lies, how many.
 * @throws AnlanError request-invalid with a sentence for each line that does not fit
 */
export function readPlaces(csv: string): PlaceTable {
  const faults = noFaults()
  const found = new Map<string, { x: number; y: number; counts: Map<DayNumber, number> }>()
  let at: Record<Column, number> | undefined
  eachCsvLine(csv, (cells, line) => {
    if (!at) {
      at = columnsIn(cells)
      return
    }
    const fault = addRow(found, cells, at)
    if (fault) addFault(faults, line, fault)
  })
  refuseFaults(faults)
  const all = [...found.values()].flatMap(({ counts }) => [...counts.keys()])
  if (all.length === 0) throw usageError(text('文件里没有一行数据', 'The file holds no row of data'))
  const first = all.reduce((least, day) => Math.min(least, day))
  const last = all.reduce((most, day) => Math.max(most, day))
  const length = last - first + 1
  if (length * found.size > MOST_CELLS)
    throw usageError(text('地点乘天数太多，分段再读', 'Too many places times days; read it in parts'))
  return {
    names: [...found.keys()],
    places: [...found.values()].map(({ x, y }) => ({ x, y })),
    days: Array.from({ length }, (_, index) => dayAt(first + index)),
    cases: [...found.values()].map(({ counts }) =>
      Array.from({ length }, (_, index) => counts.get(first + index) ?? 0),
    ),
  }
}

function columnsIn(heading: readonly string[]): Record<Column, number> {
  const placeOf = (column: Column) => heading.findIndex((cell) => (NAMES[column] as readonly string[]).includes(cell))
  const at = {
    place: placeOf('place'),
    x: placeOf('x'),
    y: placeOf('y'),
    date: placeOf('date'),
    count: placeOf('count'),
  }
  const missing = (Object.keys(at) as Column[]).find((column) => at[column] < 0)
  if (missing === undefined) return at
  const shown = quotable(heading.join(', '), 200)
  throw usageError(
    text(
      `没有“${NAMES[missing].join('、')}”这一列，有：${shown}`,
      `There is no column "${NAMES[missing][0]}"; there are: ${shown}`,
    ),
  )
}

function addRow(
  found: Map<string, { x: number; y: number; counts: Map<DayNumber, number> }>,
  cells: readonly string[],
  at: Readonly<Record<Column, number>>,
): Text | undefined {
  const cell = (column: Column) => (cells[at[column]] ?? '').trim()
  const [x, y] = [Number(cell('x')), Number(cell('y'))]
  if (cell('place') === '') return text('没有地点', 'has no place')
  if (cell('x') === '' || cell('y') === '' || !Number.isFinite(x) || !Number.isFinite(y))
    return text('坐标不是数', 'has coordinates that are no numbers')
  const day = readDay(cell('date'))
  if (typeof day !== 'number') return day
  if (!/^\d{1,9}$/.test(cell('count')))
    return text(`“${quotable(cell('count'))}”不是整数件数`, `"${quotable(cell('count'))}" is not a whole count`)
  const known = found.get(cell('place')) ?? { x, y, counts: new Map<DayNumber, number>() }
  if (known.x !== x || known.y !== y)
    return text(`“${quotable(cell('place'))}”前面是别的坐标`, `"${quotable(cell('place'))}" lay elsewhere before`)
  known.counts.set(day, (known.counts.get(day) ?? 0) + Number(cell('count')))
  found.set(cell('place'), known)
  return undefined
}
