import { type Text, text } from '../../domain/wording/text.ts'
import { createCsvReader } from '../../exchange/table/csv-reader.ts'
import { usageError } from './usage-error.ts'

/** Lines named before the rest is only counted. */
const MOST_FAULTS = 20

/** What is wrong with the lines of a file: the first ones by number and rule, and how many there are. */
export type LineFaults = { readonly first: Text[]; count: number }

export const noFaults = (): LineFaults => ({ first: [], count: 0 })

/** Notes what is wrong with a line. */
export function addFault(faults: LineFaults, line: number, { zh, en }: Text): void {
  faults.count += 1
  if (faults.count <= MOST_FAULTS) faults.first.push(text(`第${line}行：${zh}`, `Line ${line}: ${en}`))
}

/** @throws AnlanError request-invalid if there is any fault, with a sentence for each line that does not fit */
export function refuseFaults({ first, count }: LineFaults): void {
  if (count === 0) return
  const more = count - first.length
  const zh = [...first.map((fault) => fault.zh), ...(more > 0 ? [`另有${more}行`] : [])]
  const en = [...first.map((fault) => fault.en), ...(more > 0 ? [`and ${more} more lines`] : [])]
  throw usageError(text(zh.join('\n'), en.join('\n')))
}

/**
 * Reads a CSV table, separated by commas, semicolons or tabs as its heading shows, and hands each line over with the
 * number it begins at. Lines without any content are skipped, as spreadsheets leave them behind.
 * @throws AnlanError request-invalid where quotation marks do not fit: numbers are not compared with a row missing
 */
export function eachCsvLine(csv: string, onLine: (cells: string[], line: number) => void): void {
  const reader = createCsvReader(delimiterOf(csv))
  for (const { cells, line, fault } of [...reader.read(csv.replace(/^\uFEFF/, '')), ...reader.end()]) {
    if (fault) throw noCsv(line, text('开始的引号没有关上', 'opens a quotation that never ends'))
    if (cells.some((cell) => cell.length > LONGEST_CELL))
      throw noCsv(line, text(`长过${LONGEST_CELL}个字`, `is longer than ${LONGEST_CELL} characters`))
    if (cells.some((cell) => cell !== '')) onLine([...cells], line)
  }
}

const noCsv = (line: number, { zh, en }: Text) =>
  usageError(text(`不是能读的 CSV：第${line}行${zh}`, `Not a readable CSV: line ${line} ${en}`))

/** Beyond this nothing is a cell of a table any more. */
const LONGEST_CELL = 200_000

const DELIMITERS = [',', ';', '\t'] as const

/** The mark most frequent in the heading, outside quotations. */
function delimiterOf(csv: string): string {
  const heading = /^\s*([^\r\n]*)/.exec(csv.slice(0, 100_000))?.[1] ?? ''
  const bare = heading.replace(/"[^"]*"/g, '')
  const count = (mark: string) => bare.split(mark).length
  return DELIMITERS.reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}
