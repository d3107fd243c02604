import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { FACTS, type Fact, type Facts } from './facts.ts'

type Numbers = Uint8Array | Uint16Array | Uint32Array
/** A column: the values that occur, and for each cell which of them. */
export type Column = { readonly values: readonly (string | number)[]; readonly of: Numbers }
/** Cells by columns: each fact, and how many matters there are. */
export type Block = { readonly cells: number; readonly n: Column; readonly columns: Readonly<Record<Fact, Column>> }

const numbers = new WeakMap<Column, Float64Array>()

/** The values of a column as numbers; worked out once. */
export function numbersOf(column: Column): Float64Array {
  const known = numbers.get(column)
  if (known) return known
  const made = new Float64Array(column.values.length)
  for (let at = 0; at < made.length; at += 1) made[at] = Number(column.values[at])
  numbers.set(column, made)
  return made
}

/** Cells while they change: how many there are of each, by their facts as one text. */
export type LooseCells = Map<string, number>

/** The facts as one text, and back. */
export const factsText = (facts: Facts): string => JSON.stringify(facts)

/** Adds to or takes from a cell; one with nothing in it goes. @returns false when there were not so many */
export function addFacts(cells: LooseCells, facts: Facts, n: number): boolean {
  const text = factsText(facts)
  const sum = (cells.get(text) ?? 0) + n
  if (sum === 0) cells.delete(text)
  else cells.set(text, sum)
  return sum >= 0
}

/** Packs cells; equal cells give equal bytes. */
export function packBlock(cells: LooseCells): Buffer {
  const sorted = [...cells].sort(([one], [other]) => (one < other ? -1 : 1))
  const rows = sorted.map(([text, n]) => [...(JSON.parse(text) as Facts), n])
  const columns = Array.from({ length: FACTS.length + 1 }, (_, at) => columnOf(rows.map((row) => row[at] ?? '')))
  const head = Buffer.from(JSON.stringify({ cells: rows.length, values: columns.map(({ values }) => values) }))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(head.length)
  const bodies = columns.map(({ of }) => Buffer.from(of.buffer, of.byteOffset, of.byteLength))
  return deflateRawSync(Buffer.concat([length, head, ...bodies]), { level: 4 })
}

function columnOf(all: readonly (string | number)[]): Column {
  const known = new Map<string | number, number>()
  const each = all.map((value) => {
    const at = known.get(value) ?? known.size
    known.set(value, at)
    return at
  })
  return { values: [...known.keys()], of: numbersFor(known.size).from(each) }
}

/** As narrow as the number of values allows. */
const numbersFor = (values: number) => (values <= 0x100 ? Uint8Array : values <= 0x1_00_00 ? Uint16Array : Uint32Array)

/** What was packed, by columns. */
export function unpackBlock(packed: Uint8Array): Block {
  const bytes = inflateRawSync(packed)
  const length = bytes.readUInt32LE(0)
  const head = JSON.parse(bytes.toString('utf8', 4, 4 + length)) as { cells: number; values: (string | number)[][] }
  let at = 4 + length
  const columns = head.values.map((values): Column => {
    const kind = numbersFor(values.length)
    const size = head.cells * kind.BYTES_PER_ELEMENT
    // Copied, so that it begins where numbers of its width may.
    const of = new kind(new Uint8Array(bytes.subarray(at, at + size)).buffer)
    at += size
    return { values, of }
  })
  const n = columns[FACTS.length] ?? { values: [], of: new Uint8Array() }
  const named = Object.fromEntries(FACTS.map((fact, index) => [fact, columns[index]]))
  return { cells: head.cells, n, columns: named as Record<Fact, Column> }
}

/** The cells of a block, to be changed. */
export function looseCells({ cells, n, columns }: Block): LooseCells {
  const all: LooseCells = new Map()
  const value = ({ values, of }: Column, cell: number) => values[of[cell] ?? 0] ?? ''
  for (let cell = 0; cell < cells; cell += 1)
    all.set(factsText(FACTS.map((fact) => value(columns[fact], cell))), Number(value(n, cell)))
  return all
}
