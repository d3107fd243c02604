import exceljs from 'exceljs'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { packedParts } from '../../../testing/workbook/random/parts.ts'
import {
  FREE_FROM,
  madeWorkbook,
  type WorkbookWish,
  workbookWishes,
} from '../../../testing/workbook/random/random-workbook.ts'
import { type CellChange, type CellValue, lettersOf } from './cell-change.ts'
import { setCells } from './set-cells.ts'

const values: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constantFrom('已整改', '=HYPERLINK("x")', '<&>', '  留空', '😀', null, true, false),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }).map((number) => number + 0),
)

/** Changes of cells that are neither within a merge nor a formula. */
const changesOf = (wish: WorkbookWish): fc.Arbitrary<readonly CellChange[]> =>
  fc.uniqueArray(
    fc.record({
      sheet: fc.constantFrom(...wish.sheets.map(({ name }) => name)),
      cell: fc
        .tuple(fc.integer({ min: FREE_FROM, max: 40 }), fc.integer({ min: 1, max: 20 }))
        .map(([column, row]) => `${lettersOf(column)}${row}`),
      value: values,
    }),
    { minLength: 1, maxLength: 8, selector: ({ sheet, cell }) => `${sheet}!${cell}` },
  )

const cases = workbookWishes.chain((wish) => fc.tuple(fc.constant(wish), changesOf(wish)))

/** What every cell of a workbook says and how it looks, as another program reads it. */
async function cellsOf(file: Uint8Array): Promise<Map<string, { value: unknown; style: string }>> {
  const book = new exceljs.Workbook()
  await book.xlsx.load(Buffer.from(file) as unknown as ArrayBuffer)
  const found = new Map<string, { value: unknown; style: string }>()
  for (const sheet of book.worksheets)
    sheet.eachRow({ includeEmpty: false }, (row) =>
      row.eachCell({ includeEmpty: false }, (cell) => {
        found.set(`${sheet.name}!${cell.address}`, { value: cell.value, style: JSON.stringify(cell.style) })
      }),
    )
  return found
}

const DAY_MS = 86_400_000

function expectDay(found: Date, serial: number): void {
  const days = (found.getTime() - Date.UTC(1899, 11, 30)) / DAY_MS
  if (!Number.isNaN(days)) expect(days).toBeCloseTo(serial, 4)
}

/** The bytes of a sheet without some of its cells, and without what grows with new ones. */
const without = (xml: string, cells: ReadonlySet<string>): string =>
  xml
    .replace(/<c r="([A-Z]+\d+)"(?:[^>]*\/>|.*?<\/c>)/gs, (whole, place: string) => (cells.has(place) ? '' : whole))
    .replace(/<row r="\d+"><\/row>/g, '')
    .replace(/ spans="[^"]*"|<dimension[^>]*>/g, '')
    .replace(/(<row[^>]*)><\/row>/g, '$1/>')

describe('a random workbook of another program, some cells changed', () => {
  test('differs by those cells and by nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ([wish, changes]) => {
        const before = await madeWorkbook(wish)
        const after = await setCells(before, changes)
        const [was, is] = [await cellsOf(before), await cellsOf(after)]
        for (const { sheet, cell, value } of changes) {
          const place = `${sheet}!${cell}`
          const found = is.get(place)?.value ?? null
          // That program turns numbers of a day's format into days, and far ones into none.
          if (found instanceof Date && typeof value === 'number') expectDay(found, value)
          else expect(found, place).toEqual(value)
          if (was.has(place) && is.has(place)) expect(is.get(place)?.style, place).toBe(was.get(place)?.style)
          was.delete(place)
          is.delete(place)
        }
        expect([...is].filter(([, { value }]) => value !== null)).toEqual(
          [...was].filter(([, { value }]) => value !== null),
        )
      }),
      { numRuns: 40 },
    )
  })

  test('has every other part byte by byte, and every other cell of a changed sheet', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ([wish, changes]) => {
        const before = await madeWorkbook(wish)
        const after = await setCells(before, changes)
        const [was, is] = [await packedParts(before), await packedParts(after)]
        expect([...is.keys()]).toEqual([...was.keys()])
        const touched = [...is.keys()].filter((name) => is.get(name) !== was.get(name))
        const sheets = new Map(wish.sheets.map(({ name }, index) => [`xl/worksheets/sheet${index + 1}.xml`, name]))
        const changed = new Set(changes.map(({ sheet }) => sheet))
        for (const part of touched)
          expect(part === 'xl/workbook.xml' || changed.has(sheets.get(part) ?? ''), part).toBe(true)
        const [old, fresh] = [unzipSync(before), unzipSync(after)]
        for (const [part, name] of sheets) {
          const cells = new Set(changes.filter(({ sheet }) => sheet === name).map(({ cell }) => cell))
          const text = (parts: typeof old) => without(Buffer.from(parts[part] ?? []).toString(), cells)
          expect(text(fresh)).toBe(text(old))
        }
        const main = (parts: typeof old) =>
          Buffer.from(parts['xl/workbook.xml'] ?? [])
            .toString()
            .replace(' fullCalcOnLoad="1"', '')
        expect(main(fresh)).toBe(main(old))
      }),
      { numRuns: 40 },
    )
  })
})
