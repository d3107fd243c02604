import { createReadStream } from 'node:fs'
import { Transform } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { CsvError, parse } from 'csv-parse'

export type CsvOptions = {
  readonly encoding: 'utf-8' | 'gb18030'
  readonly delimiter: string
  readonly onBytes: (count: number) => void
}

/** A row with its number in the file; the heading is row 1. `fault` says why the row cannot be read at all. */
export type CsvRow = {
  readonly number: number
  readonly cells: Readonly<Record<string, string>>
  readonly fault?: 'columns'
}

/**
 * Reads a CSV file, packed with gzip or not, row by row and no faster than it is asked: memory does not grow with it.
 * Rows with too few or too many cells come with a fault instead of stopping the rest.
 * @throws CsvError for a file that is no CSV at all (a quotation that never ends)
 */
export async function* csvRows(path: string, { encoding, delimiter, onBytes }: CsvOptions): AsyncGenerator<CsvRow> {
  const bytes = createReadStream(path)
  bytes.on('data', (chunk) => onBytes(chunk.length))
  const plain = path.endsWith('.gz') ? bytes.compose(createGunzip()) : bytes
  const parser = parse({ delimiter, bom: true, relax_column_count: true, trim: true })
  const rows = plain.compose(decoder(encoding)).compose(parser) as AsyncIterable<string[]>
  let headings: string[] | undefined
  let number = 0
  for await (const cells of rows) {
    number += 1
    if (cells.length === 1 && cells[0] === '') continue // an empty line, counted as spreadsheets count it
    if (!headings) headings = cells
    else yield rowOf(number, headings, cells)
  }
}

/** The headings of a CSV file. */
export async function csvHeadings(path: string, options: Omit<CsvOptions, 'onBytes'>): Promise<string[]> {
  const { encoding, delimiter } = options
  const bytes = createReadStream(path)
  const plain = path.endsWith('.gz') ? bytes.compose(createGunzip()) : bytes
  const parser = parse({ delimiter, bom: true, relax_column_count: true, skip_empty_lines: true, trim: true, to: 1 })
  for await (const cells of plain.compose(decoder(encoding)).compose(parser) as AsyncIterable<string[]>) {
    bytes.destroy()
    return cells
  }
  return []
}

/** Whether an error says that the file is not CSV. */
export const isCsvFault = (cause: unknown): cause is CsvError => cause instanceof CsvError

function rowOf(number: number, headings: readonly string[], cells: readonly string[]): CsvRow {
  const named: Record<string, string> = {}
  for (const [index, heading] of headings.entries()) named[heading] = cells[index] ?? ''
  for (let index = headings.length; index < cells.length; index += 1) named[`(${index + 1})`] = cells[index] ?? ''
  return cells.length === headings.length ? { number, cells: named } : { number, cells: named, fault: 'columns' }
}

function decoder(encoding: string): Transform {
  const reader = new TextDecoder(encoding)
  return new Transform({
    readableObjectMode: false,
    decodeStrings: false,
    transform: (chunk: Buffer, _, done) => done(null, reader.decode(chunk, { stream: true })),
    flush: (done) => done(null, reader.decode()),
  })
}
