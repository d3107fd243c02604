import type { LedgerReading } from '../domain/views/import-views.ts'
import { AnlanError } from '../domain/wording/errors.ts'
import { WORDS } from '../exchange/proposal/column-words.ts'
import { type LedgerColumn, ledgerColumns, refusedWhy } from '../exchange/proposal/propose-columns.ts'
import { mappingOf, type Proposal } from '../exchange/proposal/propose-mapping.ts'
import { type ProposalGrounds, proposeReading } from '../exchange/proposal/propose-reading.ts'
import { tableRows } from '../exchange/table/table-rows.ts'
import type { StorageDeps } from '../storage/deps.ts'
import { closeTable, openTable } from './open-table.ts'

/** Rows that are looked at before somebody says what the columns are. */
const SAMPLE = 500

export type ProposedFile = {
  readonly tenant: string
  readonly path: string
  readonly file: string
  /** The kind of matter, where somebody said it. */
  readonly kind?: string
  /** What somebody put right; without it, what headings and first rows tell. */
  readonly reading?: LedgerReading
  /** The unit for rows that name none; the tenant's own otherwise. */
  readonly unitId?: string
}

export type ProposedLedger = Proposal & {
  /** The columns with the cells of the first rows; of those that may not be taken in none. */
  readonly sample: readonly LedgerColumn[]
}

/**
 * Looks at a ledger and says how it could be read. Nothing is taken in.
 * @throws AnlanError import-refused when it is no table
 */
export async function proposeLedger(deps: StorageDeps, given: ProposedFile): Promise<ProposedLedger> {
  const { tenant, path, file, kind, unitId } = given
  const { procedures, directory } = await deps.rulebooks.of(tenant)
  const titles = procedures.flatMap(({ ledger }) => ledger.map(({ title }) => title.zh))
  const { shape } = await openTable(path, file, [...new Set([...Object.values(WORDS).flat(), ...titles])])
  try {
    const rows: (readonly string[])[] = []
    for await (const { all, skipped, fault } of tableRows(shape, undefined)) {
      if (!skipped && !fault) rows.push(all)
      if (rows.length >= SAMPLE) break
    }
    const root = Object.values(directory.units).find(({ parentId }) => parentId === undefined)
    const about = [file, ...('workbook' in shape ? [shape.sheet.name] : []), ...shape.headings.above].join(' ')
    const grounds: ProposalGrounds = {
      about,
      columns: ledgerColumns(shape.headings.names, rows),
      procedures,
      directory,
      rootUnitId: unitId ?? root?.id ?? tenant,
      // 2026年3月份台账: the title says the year that the dates leave out.
      year: Number(/(20\d{2})年/.exec(about)?.[1] ?? deps.now().slice(0, 4)),
      ...(kind ? { kind } : {}),
    }
    const reading = given.reading ?? proposeReading(grounds)
    const procedure = procedures.findLast(({ id }) => id === reading.kind)
    if (!procedure) throw new AnlanError('request-invalid', { issues: [{ field: 'kind', rule: 'not-an-option' }] })
    const sample = grounds.columns.map((column) => (refusedWhy(column) ? { ...column, cells: [] } : column))
    return { ...mappingOf(reading, procedure, grounds), sample }
  } finally {
    closeTable(shape)
  }
}
