import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { type CsvRecord, createCsvReader } from './csv-reader.ts'
import { findHeadings, type Headings, MOST_ROWS_ABOVE } from './headings.ts'
import { type SkippedKind, skippedKind } from './row-kinds.ts'
import { type Encoding, type EncodingFault, watchEncoding } from './text-encoding.ts'

/** What must be known of a file before its rows can be read. */
export type FileShape = {
  readonly path: string
  readonly encoding: Encoding
  readonly delimiter: string
  readonly headings: Headings
}

/**
 * A row with its number in the file, as spreadsheets count. `cells` go by the wanted columns; `fault` says why they cannot
 * be told apart, `skipped` why the row holds no case.
 */
export type CsvRow = {
  readonly number: number
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
  /** All cells as they stand, wanted or not. */
  readonly all: readonly string[]
  readonly fault?: 'columns' | 'quotation'
  readonly skipped?: SkippedKind
}

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
  for await (const chunk of watched) watch.take(chunk as Buffer)
  return { digest: hash.digest('hex'), encoding: watch.end(said) }
}

const DELIMITERS = [',', ';', '\t', '|', '，'] as const

/** Finds delimiter and headings: those under which most of the wanted columns are there. */
export async function findShape(
  path: string,
  encoding: Encoding,
  wanted: readonly string[],
  said?: string,
): Promise<FileShape> {
  const start = await textStart(path, encoding)
  const named = /^\uFEFF?sep=(.)\r?\n/i.exec(start)?.[1]
  const found = (said ? [said] : named ? [named] : DELIMITERS).map((delimiter) => {
    const reader = createCsvReader(delimiter)
    const rows = [...reader.read(start), ...reader.end()].slice(0, MOST_ROWS_ABOVE + 1)
    const headings = findHeadings(
      rows.map((row) => (isSeparatorRow(row) ? [] : row.cells)),
      wanted,
    )
    const matched = wanted.filter((column) => headings.places[column]?.length).length
    return { delimiter, headings, score: 1000 * matched + headings.names.length }
  })
  const { delimiter, headings } = found.reduce((best, one) => (one.score > best.score ? one : best))
  return { path, encoding, delimiter, headings }
}

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

/**
 * Reads the rows below the headings, from a file packed with gzip or not, no faster than it is asked: memory does not
 * grow with the file. Rows that cannot be read come with a fault instead of stopping the rest.
 * @param dated the column without which no case begins
 */
export async function* csvRows(
  { path, encoding, delimiter, headings }: FileShape,
  dated: string | undefined,
  onBytes: (count: number) => void = () => {},
): AsyncGenerator<CsvRow> {
  const places = Object.entries(headings.places).map(([column, [place = -1]]) => [column, place] as const)
  const datedAt = headings.places[dated ?? '']?.[0]
  const width = headings.names.length
  const reader = createCsvReader(delimiter)
  reader.expect(width)
  const rowOf = (record: CsvRecord): CsvRow => {
    const { row: number, line, cells: all, fault } = record
    const cells: Record<string, string> = {}
    for (const [column, place] of places) if (column !== '__proto__') cells[column] = all[place] ?? ''
    if (fault) return { number, line, cells, all, fault }
    const skipped = skippedKind(all, headings.names, datedAt === undefined ? undefined : (all[datedAt] ?? ''))
    if (skipped) return { number, line, cells, all, skipped }
    const isWide = all.length > width && all.slice(width).some((cell) => cell !== '')
    return all.length < width || isWide ? { number, line, cells, all, fault: 'columns' } : { number, line, cells, all }
  }
  // An empty line is no row, but it is counted as spreadsheets count it.
  const below = (records: readonly CsvRecord[]) =>
    records.filter(({ row, cells }) => row > headings.last && !(cells.length === 1 && cells[0] === ''))
  for await (const text of textOf(path, encoding, onBytes))
    for (const record of below(reader.read(text))) yield rowOf(record)
  for (const record of below(reader.end())) yield rowOf(record)
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
