import { COUNTED, type Counted, type CountSpan } from '../counts/count-row.ts'
import { startOfDay } from '../time/time.ts'
import { FEW, type ToldCount, toldAlone, toldParts } from '../views/small-counts.ts'
import { DIMENSIONS, type Dimension, type FigureLine, type Figures, type MonthLine } from './figures.ts'
import { SIDES, type Side } from './period.ts'

/** Told by themselves; what was closed in time and what was late are parts of what was closed. */
const ALONE = ['opened', 'closed', 'returned', 'open', 'overdue'] as const satisfies readonly Counted[]

type Lines<Count> = Readonly<Record<Dimension, readonly FigureLine<Count>[]>> & { readonly all: FigureLine<Count> }
type Cell = { readonly all: ToldCount } & Readonly<Record<Dimension, readonly ToldCount[]>>

/**
 * The figures as they may leave the office: no small count, and none from which a small one follows, by unit, kind and category
 * together. What is over and what is told of it come from the same rule as everywhere (`small-counts.ts`).
 */
export function toldFigures(figures: Figures<number>): Figures {
  const cells = Object.fromEntries(
    SIDES.map((side) => [side, Object.fromEntries(COUNTED.map((counted) => [counted, undefined]))]),
  ) as unknown as Record<Side, Record<Counted, Cell>>
  for (const side of SIDES) {
    for (const counted of ALONE) cells[side][counted] = toldColumn(figures, side, counted)
    Object.assign(cells[side], toldOutcome(figures, side, cells[side].closed))
  }
  const line = (key: string, at: (cell: Cell) => ToldCount): FigureLine => ({
    key,
    ...(Object.fromEntries(
      SIDES.map((side) => [side, Object.fromEntries(COUNTED.map((counted) => [counted, at(cells[side][counted])]))]),
    ) as Omit<FigureLine, 'key'>),
  })
  const dimension = (name: Dimension) =>
    figures[name].map(({ key }, row) => line(key, (cell) => cell[name][row] ?? 'hidden'))
  const all = line('', (cell) => cell.all)
  return {
    ...figures,
    all,
    units: dimension('units'),
    kinds: dimension('kinds'),
    categories: dimension('categories'),
    months: toldMonths(figures, all),
  }
}

/** One count in all its parts. A total that one way of dividing gives away is told in none. */
function toldColumn(lines: Lines<number>, side: Side, counted: Counted): Cell {
  const counts = (name: Dimension) => lines[name].map((line) => line[side][counted])
  const told = DIMENSIONS.map((name) => [name, toldParts(counts(name))] as const)
  const total = lines.all[side][counted]
  const totals = told.filter(([name]) => lines[name].length > 0).map(([, parts]) => parts.total)
  const all = total < FEW ? 'few' : totals.includes('hidden') ? 'hidden' : total
  const parts = told.map(([name, each]) => {
    // All of them added up would be the total.
    const gives = typeof all !== 'number' && each.parts.length > 0 && each.parts.every((one) => typeof one === 'number')
    return [name, gives ? each.parts.map(() => 'hidden' as const) : each.parts]
  })
  return { all, ...(Object.fromEntries(parts) as unknown as Record<Dimension, readonly ToldCount[]>) }
}

type Outcome = { readonly onTime: ToldCount; readonly late: ToldCount }
const UNTOLD: Outcome = { onTime: 'hidden', late: 'hidden' }

/** What was in time and what was late, where what was closed is told and neither gives the other away. */
function toldOutcome(lines: Lines<number>, side: Side, closed: Cell): { readonly onTime: Cell; readonly late: Cell } {
  const outcomeOf = (line: FigureLine<number>, told: ToldCount): Outcome => {
    if (typeof told !== 'number') return UNTOLD
    const { onTime, late } = line[side]
    const { total, parts } = toldParts([onTime, late])
    return typeof total === 'number' ? { onTime: parts[0] ?? 'hidden', late: parts[1] ?? 'hidden' } : UNTOLD
  }
  const parts = DIMENSIONS.map(
    (name) => [name, lines[name].map((line, row) => outcomeOf(line, closed[name][row] ?? 'hidden'))] as const,
  )
  const isSafe = parts.every(([name, told]) => addsUp(lines[name], told, side))
  const all = isSafe ? outcomeOf(lines.all, closed.all) : UNTOLD
  const cell = (which: keyof Outcome): Cell => ({
    all: all[which],
    ...(Object.fromEntries(parts.map(([name, told]) => [name, told.map((one) => one[which])])) as unknown as Record<
      Dimension,
      readonly ToldCount[]
    >),
  })
  return { onTime: cell('onTime'), late: cell('late') }
}

/** Whether the total less what is told leaves nothing small: all told, or several that are not small together. */
function addsUp(lines: readonly FigureLine<number>[], told: readonly Outcome[], side: Side): boolean {
  const isTold = (one: Outcome | undefined) => typeof one?.onTime === 'number' && typeof one.late === 'number'
  const untold = lines.filter((line, row) => line[side].closed > 0 && !isTold(told[row]))
  const sum = (counted: 'onTime' | 'late') => untold.reduce((total, line) => total + line[side][counted], 0)
  return untold.length === 0 || (untold.length > 1 && sum('onTime') >= FEW && sum('late') >= FEW)
}

/** Months that make up one of the sides are its parts and are told with it; in several sides at once, as the strictest of them. */
function toldMonths({ months, spans }: Figures<number>, all: FigureLine): MonthLine[] {
  const bySide = SIDES.map((side) => {
    const inside = months.filter(({ month }) => isInside(month, spans[side]))
    const told = (counted: 'opened' | 'closed') => {
      const { total, parts } = toldParts(inside.map((line) => line[counted]))
      const isTold = typeof all[side][counted] === 'number' && typeof total === 'number'
      return new Map(inside.map(({ month }, at) => [month, isTold ? (parts[at] ?? 'hidden') : 'hidden'] as const))
    }
    return { opened: told('opened'), closed: told('closed') }
  })
  const strictest = (line: MonthLine<number>, counted: 'opened' | 'closed'): ToldCount => {
    const told = bySide.flatMap((side) => side[counted].get(line.month) ?? [])
    if (told.length === 0) return toldAlone(line[counted])
    return told.find((one) => one === 'hidden') ?? told.find((one) => one === 'few') ?? line[counted]
  }
  return months.map((line) => ({
    month: line.month,
    opened: strictest(line, 'opened'),
    closed: strictest(line, 'closed'),
  }))
}

const isInside = (month: string, { from, at }: CountSpan) => {
  const first = startOfDay(`${month}-01`)
  return first >= from && first < at
}
