import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { type CsvRecord, createCsvReader } from './csv-reader.ts'
import { findHeadings, type Headings, MOST_ROWS_ABOVE } from './headings.ts'
import { tableFault } from './table-fault.ts'
import { type Encoding, type EncodingFault, watchEncoding } from './text-encoding.ts'

/** What must be known of a text before its rows can be read. */
export type CsvShape = {
  readonly path: string
  readonly encoding: Encoding
  readonly delimiter: string
  readonly headings: Headings
}

/** Columns of a table; a workbook's reader has the same limit. */
const MOST_COLUMNS = 500
/** What a packed text may unpack to: ten million rows. */
const MOST_BYTES = 2_000_000_000

/** The bytes of a file, read once: what they hash to, and how they are written. */
export async function surveyBytes(
  path: string,
  said: Encoding | undefined,
): Promise<{ readonly digest: string; readonly encoding: Encoding | EncodingFault }> {
  const hash = createHash('sha256')
  const watch = watchEncoding()
  const bytes = createReadStream(path)
  const watched = path.endsWith('.gz') ? bytes.compose(createGunzip()) : bytes
  bytes.on('data', (chunk) => hash.update(chunk as Buffer))
  let unpacked = 0
  for await (const chunk of watched) {
    unpacked += (chunk as Buffer).length
    if (unpacked > MOST_BYTES) throw tableFault('too-large')
    watch.take(chunk as Buffer)
  }
  return { digest: hash.digest('hex'), encoding: watch.end(said) }
}

const DELIMITERS = [',', ';', '\t', '|', '，'] as const

/** Finds delimiter and headings: those under which most of the wanted columns are there. */
export async function findCsvShape(
  path: string,
  encoding: Encoding,
  wanted: readonly string[],
  said?: string,
): Promise<CsvShape> {
  const start = await textStart(path, encoding)
  const named = /^\uFEFF?sep=(.)\r?\n/i.exec(start)?.[1]
  const found = (said ? [said] : named ? [named] : DELIMITERS).map((delimiter) => {
    const reader = createCsvReader(delimiter)
    const rows = [...reader.read(start), ...reader.end()].slice(0, MOST_ROWS_ABOVE + 1)
    const headings = findHeadings(
      rows.map((row) => (isSeparatorRow(row) ? [] : row.cells.slice(0, MOST_COLUMNS + 1))),
      wanted,
    )
    const matched = wanted.filter((column) => headings.places[column]?.length).length
    return { delimiter, headings, score: 1000 * matched + headings.names.length }
  })
  const { delimiter, headings } = found.reduce((best, one) => (one.score > best.score ? one : best))
  if (headings.names.length > MOST_COLUMNS) throw tableFault('too-wide')
  if (headings.names.filter((name) => UTF_7.test(name)).length > 1) throw tableFault('utf-7')
  return { path, encoding, delimiter, headings }
}

/** How old mail programs wrote Chinese with plain letters: `+lpBgow-`. Nobody's heading looks so. */
const UTF_7 = /\+[A-Za-z0-9+/]{3,}-/

const isSeparatorRow = ({ row, cells }: CsvRecord) => row === 1 && /^sep=/i.test(cells.join(''))

/** Enough text to see the headings. */
const START = 200_000

async function textStart(path: string, encoding: Encoding): Promise<string> {
  let start = ''
  for await (const text of textOf(path, encoding, () => {})) {
    start += text
    if (start.length > START) break
  }
  return start
}

/** The rows of a text, from a file packed with gzip or not, no faster than it is asked: memory does not grow with the file. */
export async function* csvRecords(
  { path, encoding, delimiter, headings }: CsvShape,
  onBytes: (count: number) => void,
): AsyncGenerator<CsvRecord> {
  const reader = createCsvReader(delimiter)
  reader.expect(headings.names.length)
  // An empty line is no row, but it is counted as spreadsheets count it.
  const filled = (records: readonly CsvRecord[]) =>
    records.filter(({ cells }) => !(cells.length === 1 && cells[0] === ''))
  for await (const text of textOf(path, encoding, onBytes)) yield* filled(reader.read(text))
  yield* filled(reader.end())
}

async function* textOf(path: string, encoding: Encoding, onBytes: (count: number) => void): AsyncGenerator<string> {
  const bytes = createReadStream(path)
  bytes.on('data', (chunk) => onBytes(chunk.length))
  const decoder = new TextDecoder(encoding)
  try {
    for await (const chunk of path.endsWith('.gz') ? bytes.compose(createGunzip()) : bytes)
      yield decoder.decode(chunk as Buffer, { stream: true })
    yield decoder.decode()
  } finally {
    bytes.destroy()
  }
}
