import { AnlanError } from '../../domain/wording/errors.ts'
import { text } from '../../domain/wording/text.ts'
import { createCsvReader } from '../table/csv-reader.ts'

/** The headings under which a column is known; the first is the one the documentation names. */
export type Columns = Readonly<Record<string, { readonly headings: readonly string[]; readonly required?: true }>>

/** A row with its number in the file (the heading is row 1) and its cells by column. */
export type TableRow<C extends Columns> = {
  readonly row: number
  readonly cells: Readonly<Partial<Record<keyof C & string, string>>>
}

const MOST_ROWS = 700_000

/**
 * Reads a small table from CSV text by its headings, Chinese or English, in any order. Cells are trimmed; empty ones are absent.
 * @throws AnlanError `import-refused` when it is no table or a needed column is missing, naming the column
 */
export function tableRows<C extends Columns>(csv: string, columns: C): TableRow<C>[] {
  const [heading, ...lines] = linesOf(csv)
  const headings = (heading ?? []).map((name) => name.toLowerCase())
  const places = Object.entries(columns).map(([column, { headings: known, required }]) => {
    const names = known.map((each) => each.toLowerCase())
    const at = headings.findIndex((name) => names.includes(name))
    if (at < 0 && required) throw missingColumn(known, heading ?? [])
    return [column as keyof C & string, at] as const
  })
  return lines.flatMap((line, index) => {
    if (line.every((cell) => cell === '')) return []
    const cells = places.flatMap(([column, at]) => (line[at] ? [[column, line[at]]] : []))
    return [{ row: index + 2, cells: Object.fromEntries(cells) as TableRow<C>['cells'] }]
  })
}

function linesOf(csv: string): string[][] {
  const whole = csv.replace(/^\uFEFF/, '')
  const [first = ''] = whole.split('\n', 1)
  const reader = createCsvReader([',', '\t', ';'].find((each) => first.includes(each)) ?? ',')
  const records = [...reader.read(whole), ...reader.end()].slice(0, MOST_ROWS)
  const broken = records.find(({ fault }) => fault === 'quotation')
  if (broken)
    throw new AnlanError('import-refused', {
      text: text(
        `这个文件不是能读的 CSV 表：第${broken.line}行的引号没有成对`,
        `This file is no readable CSV table: a quotation in line ${broken.line} never ends`,
      ),
    })
  return records.map(({ cells }) => cells.map((cell) => cell.trim()))
}

function missingColumn(known: readonly string[], found: readonly string[]): AnlanError {
  const [name = '', ...others] = known
  const also = others.length > 0 ? `（${others.join('、')}）` : ''
  const there = found.slice(0, 12).join('、')
  return new AnlanError('import-refused', {
    column: name,
    text: text(
      `表里没有“${name}”${also}这一列；有的列：${there}`,
      `The table has no column "${name}"${others.length > 0 ? ` (${others.join(', ')})` : ''}; it has: ${there}`,
    ),
  })
}
