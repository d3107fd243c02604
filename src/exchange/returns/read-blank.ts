import type { BlankCell, BlankSheet } from '../../domain/returns/return-views.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { text } from '../../domain/wording/text.ts'
import { type Area, areaOf, lettersOf } from '../workbook/edit/cell-change.ts'
import { readWhole } from '../workbook/read-xml.ts'
import { plainRows } from '../workbook/sheet-rows.ts'
import { openWorkbook, type Sheet, type Workbook } from '../workbook/workbook.ts'
import { workbookFault } from '../workbook/workbook-fault.ts'

/** A form that people fill fits a wall; what is larger is a ledger. */
const MOST_ROWS = 300
const MOST_COLUMNS = 80
/** Sheets of one workbook that may be chosen. */
const MOST_SHEETS = 30

const tooLarge = () =>
  new AnlanError('import-refused', {
    rule: 'form-too-large',
    text: text(
      `这张表太大（上报报表最多${MOST_ROWS}行、${MOST_COLUMNS}列）。删掉多余的行列；如果是台账，请用“导出”`,
      `This sheet is too large for a form (at most ${MOST_ROWS} rows and ${MOST_COLUMNS} columns). Delete what is not needed; a ledger is exported instead`,
    ),
  })

export type Blank = BlankSheet & { readonly sheets: readonly string[] }

/**
 * Reads a superior's blank form: texts, formulas and merges of one sheet, and which sheets there are. Nothing is calculated.
 * @param said the sheet; without it the first that is shown and has something in it
 * @throws AnlanError import-refused with the reason
 */
export async function readBlank(book: Uint8Array, said?: string): Promise<Blank> {
  const workbook = await openWorkbook(book)
  try {
    const shown = workbook.sheets.filter(({ hidden }) => !hidden).slice(0, MOST_SHEETS)
    const sheets = shown.map(({ name }) => name)
    if (said !== undefined && !sheets.includes(said))
      throw new AnlanError('request-invalid', { issues: [{ field: 'sheet', rule: 'not-an-option' }] })
    for (const sheet of shown.filter(({ name }) => said === undefined || name === said)) {
      const rows = await readSheet(workbook, sheet)
      if (rows.length > 0 || said !== undefined) return { sheet: sheet.name, sheets, rows }
    }
    throw workbookFault('no-sheet')
  } finally {
    workbook.parts.close()
  }
}

async function readSheet(workbook: Workbook, sheet: Sheet): Promise<BlankCell[][]> {
  const { formulas, merges, right: widest, bottom } = await readShape(workbook, sheet)
  const texts: (readonly string[])[] = []
  let [right, last] = [widest, bottom]
  for await (const { row, cells } of plainRows(workbook, sheet)) {
    if (cells.length === 0) continue
    if (row > MOST_ROWS || cells.length > MOST_COLUMNS) throw tooLarge()
    texts[row] = cells
    right = Math.max(right, cells.length - 1)
    last = Math.max(last, row)
  }
  if (texts.length === 0) return []
  const covered = new Set(merges.flatMap((box) => placesIn(box).slice(1)))
  const mergeAt = new Map(merges.map((box) => [placeAt(box.left, box.top), box]))
  return Array.from({ length: last }, (_, above) =>
    Array.from({ length: right + 1 }, (__, column): BlankCell[] => {
      const row = above + 1
      const cell = placeAt(column, row)
      if (covered.has(cell)) return []
      const box = mergeAt.get(cell)
      return [
        {
          cell,
          text: texts[row]?.[column] ?? '',
          ...(formulas.has(cell) ? { formula: true as const } : {}),
          ...(box && box.bottom > box.top ? { rows: box.bottom - box.top + 1 } : {}),
          ...(box && box.right > box.left ? { columns: box.right - box.left + 1 } : {}),
        },
      ]
    }).flat(),
  )
}

const placeAt = (column: number, row: number): string => `${lettersOf(column)}${row}`

const placesIn = ({ left, top, right, bottom }: Area): string[] =>
  Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (__, column) => placeAt(left + column, top + row)),
  ).flat()

type Shape = {
  readonly formulas: Set<string>
  readonly merges: Area[]
  right: number
  bottom: number
}

/** What stands beside the texts: formulas, also those that one cell writes for many, merges, and how far cells with a border reach. */
async function readShape({ parts }: Workbook, { part }: Sheet): Promise<Shape> {
  const shape: Shape = { formulas: new Set(), merges: [], right: -1, bottom: 0 }
  let cell = ''
  await readWhole(parts.open(part), {
    open: (name, { r, ref, s }) => {
      if (name === 'c') {
        cell = r ?? ''
        // An empty cell with a look of its own is one to be filled.
        if (s && s !== '0') reach(shape, areaOf(cell))
      }
      if (name === 'f') shape.formulas.add(cell)
      if (name === 'f' && ref) for (const place of boundedPlaces(ref)) shape.formulas.add(place)
      if (name === 'mergeCell' && ref) {
        const box = areaOf(ref)
        if (!box || box.right >= MOST_COLUMNS || box.bottom > MOST_ROWS || shape.merges.length > MOST_ROWS * 4)
          throw tooLarge()
        shape.merges.push(box)
        reach(shape, box)
      }
    },
    close: () => {},
    text: () => {},
  })
  return shape
}

function boundedPlaces(ref: string): string[] {
  const box = areaOf(ref)
  if (!box) return []
  if (box.right >= MOST_COLUMNS || box.bottom > MOST_ROWS) throw tooLarge()
  return placesIn(box)
}

/** Cells that are only coloured far out are no part of the form. */
function reach(shape: Shape, box: Area | undefined): void {
  if (!box || box.right >= MOST_COLUMNS || box.bottom > MOST_ROWS) return
  shape.right = Math.max(shape.right, box.right)
  shape.bottom = Math.max(shape.bottom, box.bottom)
}
