import { addTo, type Sums } from '../../../domain/counts/add-up.ts'
import type { CountQuery } from '../../../domain/counts/count-query.ts'
import type { Counted } from '../../../domain/counts/count-row.ts'
import { type Block, type Column, numbersOf } from './block.ts'
import type { Eye } from './eye.ts'
import { keyMaker, type Registry } from './key-ids.ts'
import { type Measure, measureTest } from './measures.ts'

/** A block with its kind. */
export type NamedBlock = { readonly procedure: string; readonly block: Block }

/** So many sums are kept in one plain array, more by name. */
const DENSE = 4_000_000

/**
 * Adds up cells. What a value of a column means is worked out once for each value that a block has, so that a cell costs a few looks into
 * arrays. @returns whether there are cells that the reader's line of units does not reach
 */
export function addBlocks(sums: Sums, blocks: readonly NamedBlock[], query: CountQuery, eye: Eye): boolean {
  const { by, counted } = query
  const registries = by.map((): Registry => ({ ids: new Map(), names: [] }))
  const keysOf = keyMaker(by, registries)
  const test = measureTest(query)
  const prepared = blocks.map(({ procedure, block }) => ({
    block,
    hidden: hiddenCells(procedure, block, eye),
    parts: counted.map((each) => ({ measure: test(each, block), keys: keysOf(procedure, block, each) })),
  }))
  const sizes = registries.map(({ names }) => names.length)
  const adder = adderFor(sizes.reduce((product, size) => product * size, 1) * counted.length)
  let reachesOutside = false
  for (const { block, hidden, parts } of prepared) {
    if (hidden.outside) reachesOutside = true
    for (const [at, { measure, keys }] of parts.entries())
      if (measure.some) addCells({ block, hidden, measure, keys, sizes, at, of: counted.length }, adder)
  }
  adder.each((place, n) =>
    addTo(
      sums,
      by,
      valuesAt(Math.floor(place / counted.length), sizes, registries),
      counted[place % counted.length] as Counted,
      n,
    ),
  )
  return reachesOutside
}

type Adder = {
  /** The sums themselves, where they are in one array. */
  readonly all?: Float64Array
  readonly add: (place: number, n: number) => void
  readonly each: (tell: (place: number, n: number) => void) => void
}

function adderFor(places: number): Adder {
  if (places <= DENSE) {
    const all = new Float64Array(places)
    return {
      all,
      add: (place, n) => {
        all[place] = (all[place] ?? 0) + n
      },
      each: (tell) => {
        for (let place = 0; place < places; place += 1) if (all[place]) tell(place, all[place] ?? 0)
      },
    }
  }
  const some = new Map<number, number>()
  return {
    add: (place, n) => some.set(place, (some.get(place) ?? 0) + n),
    each: (tell) => {
      for (const [place, n] of some) if (n !== 0) tell(place, n)
    },
  }
}

function valuesAt(place: number, sizes: readonly number[], registries: readonly Registry[]): string[] {
  const values: string[] = []
  for (let [key, rest] = [sizes.length - 1, place]; key >= 0; key -= 1) {
    const size = sizes[key] ?? 1
    values[key] = registries[key]?.names[rest % size] ?? ''
    rest = Math.floor(rest / size)
  }
  return values
}

/** Which cells the reader does not see or does not ask for; undefined where there are none. */
type Hidden = { readonly cells?: Uint8Array; readonly outside: boolean }

export function hiddenCells(procedure: string, { cells, columns }: Block, eye: Eye): Hidden {
  const refused = (column: Column, isWanted: (value: string) => boolean) => {
    const marks = new Uint8Array(column.values.length)
    let some = false
    for (let at = 0; at < marks.length; at += 1)
      if (!isWanted(String(column.values[at]))) {
        marks[at] = 1
        some = true
      }
    return some ? { of: column.of, marks } : undefined
  }
  const unit = refused(columns.unit, eye.reaches)
  const origin = unit && refused(columns.origin, eye.reaches)
  const others = [
    refused(columns.guard, eye.isLet),
    refused(columns.unit, eye.asksUnit),
    refused(columns.place, eye.asksPlace),
    refused(columns.category, (category) => eye.asksCategory(procedure, category)),
    refused(columns.state, eye.asksState),
    refused(columns.level, eye.asksLevel),
  ].filter((each) => each !== undefined)
  if (!(unit && origin) && others.length === 0) return { outside: false }
  const hidden = new Uint8Array(cells)
  let outside = false
  if (unit && origin)
    for (let cell = 0; cell < cells; cell += 1)
      if (unit.marks[unit.of[cell] ?? 0] && origin.marks[origin.of[cell] ?? 0]) {
        hidden[cell] = 1
        outside = true
      }
  for (const { of, marks } of others)
    for (let cell = 0; cell < cells; cell += 1) if (marks[of[cell] ?? 0]) hidden[cell] = 1
  return { cells: hidden, outside }
}

type Part = {
  readonly block: Block
  readonly hidden: Hidden
  readonly measure: Measure
  /** The number of the value of each key, by column. */
  readonly keys: readonly { readonly of: Column['of']; readonly ids: Float64Array }[]
  readonly sizes: readonly number[]
  readonly at: number
  readonly of: number
}

// Reused from block to block: to allocate them would cost more than to fill them.
let chosen = new Uint32Array(0)
let places = new Float64Array(0)

/** Which cells count, then column by column where they go: each loop looks into one array of one width. */
function addCells({ block, hidden, measure, keys, sizes, at, of }: Part, { all, add }: Adder): void {
  if (chosen.length < block.cells) {
    chosen = new Uint32Array(block.cells)
    places = new Float64Array(block.cells)
  }
  const count = choose(chosen, block.cells, hidden.cells, measure)
  places.fill(0, 0, count)
  for (const [key, { ids, of: column }] of keys.entries()) place(places, chosen, count, column, ids, sizes[key] ?? 1)
  const [n, numbers] = [block.n.of, numbersOf(block.n)]
  for (let each = 0; each < count; each += 1) {
    const to = (places[each] ?? 0) * of + at
    const many = numbers[n[chosen[each] ?? 0] ?? 0] ?? 0
    if (all) all[to] = (all[to] ?? 0) + many
    else add(to, many)
  }
}

function choose(into: Uint32Array, cells: number, hidden: Uint8Array | undefined, { columns }: Measure): number {
  let count = 0
  for (let cell = 0; cell < cells; cell += 1) if (!hidden?.[cell]) into[count++] = cell
  for (const { of, marks } of [columns.how, columns.day].flatMap((each) => each ?? [])) {
    const before = count
    count = 0
    for (let each = 0; each < before; each += 1) {
      const cell = into[each] ?? 0
      if (marks[of[cell] ?? 0]) into[count++] = cell
    }
  }
  return count
}

function place(
  into: Float64Array,
  cells: Uint32Array,
  count: number,
  column: Column['of'],
  ids: Float64Array,
  size: number,
): void {
  for (let each = 0; each < count; each += 1)
    into[each] = (into[each] ?? 0) * size + (ids[column[cells[each] ?? 0] ?? 0] ?? 0)
}
