import { WORDS } from '../exchange/proposal/column-words.ts'
import { ledgerColumns } from '../exchange/proposal/propose-columns.ts'
import { type Proposal, proposeMapping } from '../exchange/proposal/propose-mapping.ts'
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
}

/**
 * Looks at a ledger and says how it could be read. Nothing is taken in.
 * @throws AnlanError import-refused when it is no table
 */
export async function proposeLedger(deps: StorageDeps, { tenant, path, file, kind }: ProposedFile): Promise<Proposal> {
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
    return proposeMapping({
      about: [file, ...('workbook' in shape ? [shape.sheet.name] : []), ...shape.headings.above].join(' '),
      columns: ledgerColumns(shape.headings.names, rows),
      procedures,
      directory,
      rootUnitId: root?.id ?? tenant,
      year: Number(deps.now().slice(0, 4)),
      ...(kind ? { kind } : {}),
    })
  } finally {
    closeTable(shape)
  }
}
