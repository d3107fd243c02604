import { strToU8, zipSync } from 'fflate'

/** A cell as a test says it: a text, a number with the index of its style, or the tag as a program would write it. */
export type TestCell =
  | string
  | number
  | { readonly number: number; readonly style: number }
  | { readonly xml: string }
  | undefined

export type TestSheet = {
  readonly name: string
  readonly hidden?: true
  readonly rows: readonly (readonly TestCell[])[]
  readonly merges?: readonly string[]
}

/** Formats of the styles that a number may name: 0 plain, 1 day, 2 moment, 3 own Chinese date, 4 length of time, 5 money, 6 time. */
const FORMATS = [0, 14, 22, 164, 165, 166, 20]
const CODES = { 164: 'yyyy"年"m"月"d"日";@', 165: '[h]:mm', 166: '"¥"#,##0.00_);[Red]\\(0.00\\)' }

const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)

function cellXml(cell: TestCell, place: string, strings: string[]): string {
  if (cell === undefined) return ''
  if (typeof cell === 'object' && 'xml' in cell) return cell.xml.replace('PLACE', place)
  if (typeof cell === 'string') return `<c r="${place}" t="s"><v>${strings.push(cell) - 1}</v></c>`
  const { number, style } = typeof cell === 'number' ? { number: cell, style: 0 } : cell
  return `<c r="${place}" s="${style}"><v>${number}</v></c>`
}

const letterOf = (column: number): string =>
  (column >= 26 ? letterOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))

function sheetXml({ rows, merges = [] }: TestSheet, strings: string[]): string {
  const written = rows.map((row, index) => {
    const cells = row.map((cell, column) => cellXml(cell, `${letterOf(column)}${index + 1}`, strings))
    return row.length === 0 ? '' : `<row r="${index + 1}">${cells.join('')}</row>`
  })
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  return `<worksheet xmlns="${MAIN}"><sheetData>${written.join('')}</sheetData>${merged && `<mergeCells>${merged}</mergeCells>`}</worksheet>`
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const related = (targets: readonly (readonly [string, string])[]): string =>
  `<Relationships>${targets.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`).join('')}</Relationships>`

/** The parts of a workbook by name, to be changed before they are packed. */
export function workbookParts(sheets: readonly TestSheet[], from1904 = false): Record<string, string> {
  const strings: string[] = []
  const written = sheets.map(
    (sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, strings)] as const,
  )
  const list = sheets.map(
    ({ name, hidden }, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"${hidden ? ' state="hidden"' : ''}/>`,
  )
  const formats = Object.entries(CODES).map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${escaped(code)}"/>`)
  return {
    '_rels/.rels': related([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': related([
      ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['styles', 'styles.xml'],
      ['sharedStrings', '/xl/sharedStrings.xml'],
    ]),
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts>${formats.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${FORMATS.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(written),
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings.map((text) => (text.startsWith('<') ? text : `<si><t xml:space="preserve">${escaped(text)}</t></si>`)).join('')}</sst>`,
  }
}

/** Packs parts as Office does. */
export const packed = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])))

/** A workbook as the bytes of its file. */
export const workbookFile = (sheets: readonly TestSheet[]): Uint8Array => packed(workbookParts(sheets))
