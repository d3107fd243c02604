import { strToU8, Zip, ZipDeflate } from 'fflate'
import { type CellKind, sheetCell } from '../../sheet/sheet-kinds.ts'
import { lettersOf } from '../edit/cell-change.ts'
import { escaped, serialOf } from '../edit/cell-xml.ts'
import { ROW_TAG_HEADING } from '../row-tag.ts'
import { LOOKS, STYLES } from './book-styles.ts'
import { columnWidths, linesOf } from './column-widths.ts'

/** A ledger to be written: what stands above it, its columns, and its rows, each with the tag by which it is known again. */
export type LedgerBook = {
  readonly title: string
  /** Who took it, when and for what: below the title and at the foot of each page. */
  readonly mark: string
  readonly headings: readonly string[]
  readonly kinds: readonly CellKind[]
  readonly rows: AsyncIterable<{ readonly tag: string; readonly cells: readonly string[] }>
}

type Row = { readonly tag: string; readonly cells: readonly string[] }

/** Rows by which the widths of the columns are found: they stand before the rows. */
const LOOKED_AT = 300
/** Rows that are written at a time: few enough to be forgotten at once. */
const AT_ONCE = 50
/** Title, mark and headings. */
const ABOVE = 3

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/**
 * A ledger as a new workbook (.xlsx), packed as its rows come: memory does not grow with it. The last column is hidden and says
 * which matter a row is.
 */
export async function* ledgerBook(book: LedgerBook): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((fault, bytes) => {
    if (fault) throw fault
    ready.push(bytes)
  })
  const part = (name: string) => {
    const made = new ZipDeflate(name, { level: 3 })
    zip.add(made)
    return made
  }
  const sheet = part('xl/worksheets/sheet1.xml')
  const first: Row[] = []
  let number = ABOVE
  let widths: readonly number[] | undefined
  const write = (rows: readonly Row[]) => {
    const known = widths ?? []
    if (rows.length > 0) sheet.push(strToU8(rows.map((row) => rowXml(book, row, ++number, known)).join('')))
    return ready.splice(0)
  }
  const begin = () => {
    widths = columnWidths(
      book.headings,
      book.kinds,
      first.map(({ cells }) => cells),
    )
    sheet.push(strToU8(sheetHead(book, widths)))
    return write(first)
  }
  let waiting: Row[] = []
  for await (const row of book.rows) {
    if (!widths) {
      first.push(row)
      if (first.length === LOOKED_AT) yield* begin()
      continue
    }
    waiting.push(row)
    if (waiting.length < AT_ONCE) continue
    yield* write(waiting)
    waiting = []
  }
  if (!widths) yield* begin()
  yield* write(waiting)
  sheet.push(strToU8(sheetFoot(book, number, widths ?? [])), true)
  for (const [name, xml] of Object.entries(otherParts(book, number))) part(name).push(strToU8(HEAD + xml), true)
  zip.end()
  yield* ready.splice(0)
}

const cell = (place: string, look: number, text: string) =>
  text === ''
    ? `<c r="${place}" s="${look}"/>`
    : `<c r="${place}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`

const lettersBy = new Map<number, string>()

function columnLetters(column: number): string {
  const known = lettersBy.get(column) ?? lettersOf(column)
  lettersBy.set(column, known)
  return known
}

function rowXml({ kinds }: LedgerBook, { tag, cells }: Row, number: number, widths: readonly number[]): string {
  const written = kinds.map((kind, column) => {
    const place = `${columnLetters(column)}${number}`
    const value = sheetCell(kind, cells[column] ?? '')
    if (typeof value === 'number') return `<c r="${place}" s="${LOOKS.number}"><v>${value}</v></c>`
    if (typeof value === 'string') return cell(place, LOOKS[kind], value.slice(0, MOST_LETTERS))
    const serial = serialOf(value.day, false)
    return serial ? `<c r="${place}" s="${LOOKS.day}"><v>${serial}</v></c>` : cell(place, LOOKS.day, value.day)
  })
  // Not fixed: a spreadsheet finds the height anew when the row is edited.
  const height = LINE * linesOf(cells, widths) + 3
  return `<row r="${number}" ht="${height}">${written.join('')}${cell(`${columnLetters(kinds.length)}${number}`, LOOKS.tag, tag)}</row>`
}

/** Letters that a line of A4 still shows large enough; wider ledgers go on A3, as offices print them. */
const WIDE = 170
const PAPER = { a3: 8, a4: 9 }

/** How high a line is, in points. */
const LINE = 15

/** What one cell holds. */
const MOST_LETTERS = 32_767

function sheetHead({ title, mark, headings }: LedgerBook, widths: readonly number[]): string {
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
  const last = headings.length + 1
  const named = [...headings, ROW_TAG_HEADING].map((heading, column) =>
    cell(`${columnLetters(column)}${ABOVE}`, LOOKS.heading, heading),
  )
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="${ABOVE}" topLeftCell="A${ABOVE + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}<col min="${last}" max="${last}" width="12" hidden="1" customWidth="1"/></cols><sheetData><row r="1" ht="30" customHeight="1">${cell('A1', LOOKS.title, title)}</row><row r="2" ht="18" customHeight="1">${cell('A2', LOOKS.mark, mark)}</row><row r="${ABOVE}" ht="32" customHeight="1">${named.join('')}</row>`
}

/** What follows the rows, in the order that the format asks for. */
function sheetFoot({ headings, mark }: LedgerBook, last: number, widths: readonly number[]): string {
  const paper = widths.reduce((sum, width) => sum + width, 0) > WIDE ? PAPER.a3 : PAPER.a4
  const right = columnLetters(headings.length - 1)
  const merges =
    headings.length > 1
      ? `<mergeCells count="2"><mergeCell ref="A1:${right}1"/><mergeCell ref="A2:${right}2"/></mergeCells>`
      : ''
  return `</sheetData><autoFilter ref="A${ABOVE}:${right}${last}"/>${merges}<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="${paper}" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>${escaped(footer(mark))}</oddFooter></headerFooter></worksheet>`
}

/** A page's foot holds 255 letters, in which & begins a field. */
const footer = (mark: string) => `&L&8${mark.slice(0, 180).replaceAll('&', '＆')}&R&8第 &P 页 共 &N 页`

const sheetName = (title: string) =>
  title
    .replace(/[\\/*?:[\]']/g, ' ')
    .trim()
    .slice(0, 31) || '台账'

function otherParts({ title, headings }: LedgerBook, last: number): Readonly<Record<string, string>> {
  const name = sheetName(title)
  const right = columnLetters(headings.length - 1)
  const types = [
    ['/xl/workbook.xml', 'sheet.main'],
    ['/xl/worksheets/sheet1.xml', 'worksheet'],
    ['/xl/styles.xml', 'styles'],
  ].map(
    ([part, type]) =>
      `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`,
  )
  const related = (targets: readonly (readonly [string, string])[]) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`).join('')}</Relationships>`
  return {
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'${escaped(name)}'!$A$${ABOVE}:$${right}$${last}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">'${escaped(name)}'!$1:$${ABOVE}</definedName></definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': related([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': STYLES,
    '_rels/.rels': related([['officeDocument', 'xl/workbook.xml']]),
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.join('')}</Types>`,
  }
}
