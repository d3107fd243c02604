import { createHash } from 'node:crypto'
import { type ImportMapping, listOf } from '../exchange/mapping/import-mapping.ts'
import { addShape, isRuined, keyOf, noShapes } from '../exchange/mapping/row-key.ts'
import { holds } from '../exchange/mapping/source-value.ts'
import { type TableRow, type TableShape, tableRows } from '../exchange/table/table-rows.ts'

/** What only the whole file shows of the keys of its rows. */
export type KeySurvey = {
  /** Rows below the headings. */
  readonly rows: number
  /** Rows of one key that differ: all of them, by key. */
  readonly repeated: ReadonlyMap<string, readonly number[]>
  /** Whether a spreadsheet changed what stands in a key column. */
  readonly isRuined: (column: string, cell: string) => boolean
}

/**
 * Reads the keys of all rows before the first is taken in: of two rows that share a key and differ, neither may go in just
 * because it stands first. Holds eight bytes a row.
 */
export async function surveyKeys(shape: TableShape, mapping: ImportMapping): Promise<KeySurvey> {
  const shapes = new Map(listOf(mapping.key).map((column) => [column, noShapes()]))
  let hashes = new Float64Array(4096)
  let rows = 0
  let all = 0
  for await (const row of tableRows(shape, listOf(mapping.opened)[0])) {
    all += 1
    if (!isCase(row, mapping)) continue
    const { cells } = row
    for (const [column, counts] of shapes) addShape(counts, cells[column] ?? '')
    if (mapping.rows === 'events') continue
    if (rows === hashes.length) {
      const larger = new Float64Array(2 * rows)
      larger.set(hashes)
      hashes = larger
    }
    hashes[rows] = hashOf(keyOf(mapping, cells).key)
    rows += 1
  }
  const twice = repeatedIn(hashes.subarray(0, rows).sort())
  return {
    rows: all,
    repeated: twice.size === 0 ? new Map() : await differing(shape, mapping, twice),
    isRuined: (column, cell) => {
      const counts = shapes.get(column)
      return counts !== undefined && isRuined(cell, counts)
    },
  }
}

/** The rows that stand for cases. */
async function* casesIn(shape: TableShape, mapping: ImportMapping): AsyncGenerator<TableRow> {
  for await (const row of tableRows(shape, listOf(mapping.opened)[0])) if (isCase(row, mapping)) yield row
}

const isCase = ({ fault, skipped, cells }: TableRow, { where }: ImportMapping): boolean =>
  !fault && !skipped && holds(where, cells)

/** Two 24-bit hashes side by side; equal ones are compared letter by letter afterwards. */
function hashOf(key: string): number {
  let [a, b] = [0x811c9dc5, 0x1000193]
  for (let index = 0; index < key.length; index += 1) {
    const unit = key.charCodeAt(index)
    a = Math.imul(a ^ unit, 0x01000193)
    b = Math.imul(b + unit, 0x85ebca6b) ^ (b >>> 13)
  }
  return (a >>> 8) * 0x1000000 + (b >>> 8)
}

function repeatedIn(sorted: Float64Array): Set<number> {
  const twice = new Set<number>()
  for (let index = 1; index < sorted.length; index += 1) {
    const hash = sorted[index]
    if (hash !== undefined && hash === sorted[index - 1]) twice.add(hash)
  }
  return twice
}

async function differing(
  shape: TableShape,
  mapping: ImportMapping,
  hashes: ReadonlySet<number>,
): Promise<Map<string, number[]>> {
  const found = new Map<string, { rows: number[]; digest: string; differs: boolean }>()
  for await (const { number, cells, all } of casesIn(shape, mapping)) {
    const { key } = keyOf(mapping, cells)
    if (key === '' || !hashes.has(hashOf(key))) continue
    const digest = createHash('sha1').update(all.join('\u001F')).digest('base64')
    const before = found.get(key)
    if (!before) found.set(key, { rows: [number], digest, differs: false })
    else {
      before.rows.push(number)
      before.differs ||= before.digest !== digest
    }
  }
  return new Map([...found].flatMap(([key, { rows, differs }]) => (differs ? [[key, rows] as const] : [])))
}
