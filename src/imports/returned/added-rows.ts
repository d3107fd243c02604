import { ROW_TAG_HEADING } from '../../exchange/workbook/row-tag.ts'
import type { SheetRead, SheetRowRead } from './read-returned.ts'

/** Rows of a sheet that are no matter yet, as a ledger of their own for the ordinary import; columns that hold nothing are left out. */
export function addedLedger({ headings }: SheetRead, added: readonly SheetRowRead[]): Uint8Array {
  const kept = headings.flatMap((heading, place) =>
    heading !== '' && heading !== ROW_TAG_HEADING && added.some(({ cells }) => (cells[place] ?? '') !== '')
      ? [place]
      : [],
  )
  const lines = [headings, ...added.map(({ cells }) => cells)].map((cells) =>
    kept.map((place) => quoted(cells[place] ?? '')).join(','),
  )
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf8')
}

const quoted = (cell: string): string => (/[",\r\n\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
