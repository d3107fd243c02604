import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import { type Text, text } from '../../domain/wording/text.ts'
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
 * number it ends at. Lines without any content are skipped, as spreadsheets leave them behind.
 * @throws AnlanError request-invalid where quotation marks do not fit
 */
export function eachCsvLine(csv: string, onLine: (cells: string[], line: number) => void): void {
  let last = 0
  try {
    parse(csv, {
      bom: true,
      delimiter: delimiterOf(csv),
      max_record_size: LONGEST_LINE,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
      on_record: (cells: string[], { lines }) => {
        last = lines
        onLine(cells, lines)
      },
    })
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause
    // A quotation that never ends was opened after the last line that could be read.
    const line = cause.code === 'CSV_QUOTE_NOT_CLOSED' ? last + 1 : Number((cause as { lines?: unknown }).lines)
    const { zh, en } = QUOTES[cause.code] ?? NO_CSV
    throw usageError(text(`不是能读的 CSV：第${line}行${zh}`, `Not a readable CSV: line ${line} ${en}`))
  }
}

/** Bytes of a line beyond which nothing is a table any more, and reading it would take longer and longer. */
const LONGEST_LINE = 200_000

const NO_CSV = text('读不懂', 'cannot be understood')
const QUOTES: Readonly<Record<string, Text>> = {
  CSV_MAX_RECORD_SIZE: text(`长过${LONGEST_LINE}字节`, `is longer than ${LONGEST_LINE} bytes`),
  CSV_QUOTE_NOT_CLOSED: text('开始的引号没有关上', 'opens a quotation that never ends'),
  INVALID_OPENING_QUOTE: text('有引号不在一格的开头', 'has a quotation mark inside a cell'),
  CSV_INVALID_CLOSING_QUOTE: text('引号关上后同一格里还有字', 'goes on in a cell after its closing quotation mark'),
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: text(
    '引号关上后同一格里还有字',
    'goes on in a cell after its closing quotation mark',
  ),
}

const DELIMITERS = [',', ';', '\t'] as const

/** The mark most frequent in the heading, outside quotations. */
function delimiterOf(csv: string): string {
  const heading = /^\s*([^\r\n]*)/.exec(csv.slice(0, 100_000))?.[1] ?? ''
  const bare = heading.replace(/"[^"]*"/g, '')
  const count = (mark: string) => bare.split(mark).length
  return DELIMITERS.reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}
