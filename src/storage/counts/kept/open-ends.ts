import { type CountQuery, isAsked } from '../../../domain/counts/count-query.ts'
import type { CountRow } from '../../../domain/counts/count-row.ts'
import { dayAt, dayNumberOf } from '../../../domain/time/day-number.ts'
import type { Day, Instant } from '../../../domain/time/time.ts'
import type { CountScope } from '../count-rows.ts'
import { hiddenCells, type NamedBlock } from './add-blocks.ts'
import { type Block, factsText, numbersOf } from './block.ts'
import { eyeOf } from './eye.ts'
import { FACTS, HOW } from './facts.ts'
import type { Counting } from './moment.ts'

/** Where the longest open and the longest overdue are: by that they are found among a million, without looking through them. */
export type OpenEnds = {
  /** For each unit since when the longest overdue of its own is. */
  readonly overdueSince: ReadonlyMap<string, Instant>
  /** Since when those are that are overdue longest, as many as were asked for. */
  readonly longest: readonly Instant[]
  /** Of which kinds those are that are open since longest ago, and the days on which they were registered. */
  readonly oldest: readonly Place[]
  /** The same of all of the highest level, where they are few: many are soon come across. */
  readonly major: readonly Place[] | undefined
}
type Place = { readonly procedure: string; readonly day: Day }

/** So many kinds with days are looked up. */
const MOST_PLACES = 60

/** The first so many by a number; of the same number all names. */
type Firsts = {
  readonly reaches: (number: number) => boolean
  readonly add: (number: number, name: string, n: number) => void
  readonly all: () => { readonly number: number; readonly name: string }[]
}

function firstOf(limit: number): Firsts {
  let found: { number: number; name: string; n: number }[] = []
  let last = Number.POSITIVE_INFINITY
  return {
    reaches: (number) => number <= last,
    add: (number, name, n) => {
      const same = found.find((each) => each.number === number && each.name === name)
      if (same) same.n += n
      else found.push({ number, name, n })
      found.sort((one, other) => one.number - other.number)
      let sum = 0
      for (const each of found) {
        sum += each.n
        if (sum < limit) continue
        last = each.number
        found = found.filter(({ number: its }) => its <= last)
        break
      }
    },
    all: () => found,
  }
}

/** Finds them in what is open in the reader's sight and the unit asked for. */
export function openEnds(
  scope: CountScope,
  query: CountQuery,
  limit: number,
): { readonly counting: Counting; readonly ends: () => OpenEnds } {
  const at = Date.parse(query.span.at)
  const since = new Map<string, number>()
  const [late, old] = [firstOf(limit), firstOf(limit)]
  const addLate = (unitId: string, due: number, n: number) => {
    since.set(unitId, Math.min(since.get(unitId) ?? due, due))
    if (late.reaches(due)) late.add(due, '', n)
  }
  const major = new Map<string, Place>()
  const addMajor = (procedure: string, opened: number) => {
    if (major.size <= MOST_PLACES) major.set(`${opened} ${procedure}`, { procedure, day: dayAt(opened) })
  }
  const asked = isAsked(query, scope.directory)
  const addRow = (row: CountRow) => {
    if (row.closedAt !== undefined || !asked(row)) return
    old.add(dayNumberOf(row.openedAt), row.procedure, 1)
    if (row.level === 'major') addMajor(row.procedure, dayNumberOf(row.openedAt))
    if (row.overdueSince !== undefined) addLate(row.unitId, Date.parse(row.overdueSince), 1)
  }
  const eye = eyeOf(scope.actor, scope.directory, query)
  return {
    counting: {
      span: query.span,
      addKept: (kept, gone) => {
        const away = countsOf(gone)
        let reachesOutside = false
        for (const { procedure, block } of kept) {
          const { cells, outside } = hiddenCells(procedure, block, eye)
          if (outside) reachesOutside = true
          eachOpen(block, cells, (cell, unitId, opened, due, isMajor) => {
            // One that is gone since is looked for in vain.
            if (isMajor) addMajor(procedure, opened)
            const isLate = due !== 0 && due <= at
            const isFirstLate = isLate && (due < (since.get(unitId) ?? Number.POSITIVE_INFINITY) || late.reaches(due))
            if (!isFirstLate && !old.reaches(opened)) return
            const n = numberIn(block, cell) + (away.size > 0 ? (away.get(nameOf(procedure, block, cell)) ?? 0) : 0)
            if (n <= 0) return
            if (old.reaches(opened)) old.add(opened, procedure, n)
            if (isFirstLate) addLate(unitId, due, n)
          })
        }
        return reachesOutside
      },
      addRows: (rows) => rows.forEach(addRow),
    },
    ends: () => ({
      overdueSince: new Map([...since].map(([unitId, due]) => [unitId, new Date(due).toISOString()])),
      longest: [...new Set(late.all().map(({ number }) => new Date(number).toISOString()))],
      oldest: old.all().map(({ number, name }) => ({ procedure: name, day: dayAt(number) })),
      major: major.size > MOST_PLACES ? undefined : [...major.values()],
    }),
  }
}

function eachOpen(
  { cells, columns: { how, unit, opened, due, level } }: Block,
  hidden: Uint8Array | undefined,
  tell: (cell: number, unitId: string, opened: number, due: number, isMajor: boolean) => void,
): void {
  const open = how.values.indexOf(HOW.open)
  if (open < 0) return
  const [days, dues] = [numbersOf(opened), numbersOf(due)]
  const highest = level.values.indexOf('major')
  for (let cell = 0; cell < cells; cell += 1) {
    if (how.of[cell] !== open || hidden?.[cell]) continue
    const unitId = unit.values[unit.of[cell] ?? 0] as string
    tell(cell, unitId, days[opened.of[cell] ?? 0] ?? 0, dues[due.of[cell] ?? 0] ?? 0, level.of[cell] === highest)
  }
}

const numberIn = ({ n }: Block, cell: number) => numbersOf(n)[n.of[cell] ?? 0] ?? 0

/** A cell by its facts, with its kind. */
const nameOf = (procedure: string, { columns }: Block, cell: number) =>
  `${procedure} ${factsText(FACTS.map((fact) => columns[fact].values[columns[fact].of[cell] ?? 0] ?? ''))}`

const countsOf = (gone: readonly NamedBlock[]) =>
  new Map(
    gone.flatMap(({ procedure, block }) =>
      Array.from(
        { length: block.cells },
        (_, cell) => [nameOf(procedure, block, cell), numberIn(block, cell)] as const,
      ),
    ),
  )
