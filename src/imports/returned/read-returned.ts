import { AnlanError } from '../../domain/wording/errors.ts'
import { text } from '../../domain/wording/text.ts'
import { WORDS } from '../../exchange/proposal/column-words.ts'
import { tableRows } from '../../exchange/table/table-rows.ts'
import { ROW_TAG_HEADING, type RowTag, readRowTag, type TagMac } from '../../exchange/workbook/row-tag.ts'
import { closeTable, openTable } from '../open-table.ts'

/** Rows of a sheet that comes back: as many as a ledger is given out with, and some that were added. */
const MOST_ROWS = 120_000

/** By all headings that ledgers have: in an office's own form they may be two rows, of which one alone holds the tags' too. */
const WANTED = [ROW_TAG_HEADING, ...new Set(Object.values(WORDS).flat())]

/** A row as it stands. `tag`: which matter it is; `forged` when it says one and this office did not write it. */
export type SheetRowRead = {
  readonly number: number
  readonly cells: readonly string[]
  readonly tag?: RowTag
  readonly forged?: true
}

/** A file that may be a ledger given out by this office. */
export type SheetBack = { readonly tenant: string; readonly path: string; readonly file: string }

/** What stands in a sheet that came back. */
export type SheetRead = { readonly headings: readonly string[]; readonly rows: readonly SheetRowRead[] }

/**
 * Reads a sheet that this office gave out. Undefined when it has no column that says which matter each row is.
 * @throws AnlanError import-refused with the reason
 */
export async function readReturned({ path, file }: SheetBack, mac: TagMac): Promise<SheetRead | undefined> {
  const { shape } = await openTable(path, file, WANTED)
  try {
    const [place] = shape.headings.places[ROW_TAG_HEADING] ?? []
    if (place === undefined) return undefined
    const rows: SheetRowRead[] = []
    for await (const { number, all, skipped } of tableRows(shape, ROW_TAG_HEADING)) {
      if (skipped) continue
      if (rows.length === MOST_ROWS) throw tooLong()
      const cell = (all[place] ?? '').trim()
      const tag = cell === '' ? undefined : readRowTag(cell, mac)
      rows.push({ number, cells: all, ...(tag ? { tag } : {}), ...(cell !== '' && !tag ? { forged: true } : {}) })
    }
    return { headings: shape.headings.names, rows }
  } finally {
    closeTable(shape)
  }
}

const tooLong = () =>
  new AnlanError('import-refused', {
    rule: 'too-long',
    text: text(
      `带回的表最多${MOST_ROWS.toLocaleString('en')}行，请分几份带回`,
      `A sheet that comes back has at most ${MOST_ROWS.toLocaleString('en')} rows; bring it back in parts`,
    ),
  })
