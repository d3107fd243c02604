import { findPersonal } from '../domain/free-text/personal-data.ts'
import type { History } from '../domain/matter/history.ts'
import { columnLetters } from '../domain/matter/row-source.ts'
import type { Procedure } from '../domain/procedure/procedure.ts'
import type { Directory } from '../domain/unit/unit.ts'
import type { RowIssue } from '../domain/views/admin-views.ts'
import { text } from '../domain/wording/text.ts'
import { personalColumns } from '../exchange/mapping/kept-cells.ts'
import { unitColumns } from '../exchange/mapping/mapping-columns.ts'
import { caseHistory } from '../exchange/mapping/row-history.ts'
import type { RowContext } from '../exchange/mapping/row-reading.ts'
import { timeRules } from '../exchange/mapping/row-times.ts'
import { unitsToCreate } from '../exchange/mapping/unit-names.ts'
import { createLedgerTimes } from '../exchange/table/ledger-times.ts'
import { importedId } from '../storage/bulk/import-batches.ts'
import { addImportedUnits } from '../storage/bulk/import-units.ts'
import type { StorageDeps } from '../storage/deps.ts'
import { earlyResult, type Read } from './early-result.ts'
import type { ImportJob } from './import-job.ts'
import type { LedgerCase } from './ledger-cases.ts'

export type Reading = Pick<RowContext, 'readTime' | 'personal' | 'place'>

/** How the rows of a table are read, and where they stand. */
export function readingOf(
  { mapping, shape }: Pick<ImportJob, 'mapping' | 'shape'>,
  procedures: readonly Procedure[],
): Reading {
  const sheet = 'workbook' in shape ? shape.sheet.name : ''
  const letters = Object.entries(shape.headings.places).flatMap(([column, [place]]) =>
    place === undefined ? [] : [[column, columnLetters(place)] as const],
  )
  return {
    readTime: createLedgerTimes(timeRules(mapping)),
    personal: personalColumns(mapping, procedures),
    // A sheet that is called after somebody goes without its name.
    place: { ...(sheet && findPersonal(sheet).length === 0 ? { sheet } : {}), letters: Object.fromEntries(letters) },
  }
}

/** Makes the units that the rows name, then says what each case tells. */
export async function readCases(
  deps: StorageDeps,
  job: Pick<ImportJob, 'tenant' | 'mapping' | 'keys' | 'within'>,
  given: Reading,
  piece: readonly LedgerCase[],
): Promise<Read[]> {
  const { tenant, mapping, keys } = job
  const read = piece.map(({ rows }): Read | undefined => earlyResult(rows, mapping, keys, given.personal))
  const cells = piece.flatMap(({ rows }, index) => (read[index] ? [] : rows.map((row) => row.cells)))
  const { directory } = await deps.rulebooks.of(tenant)
  await addImportedUnits(deps, tenant, unitsToCreate(mapping, cells, directory))
  const rulebook = await deps.rulebooks.of(tenant)
  const context: RowContext = {
    ...given,
    tenant,
    mapping,
    rulebook,
    now: deps.now(),
    idOf: (key) => importedId(tenant, mapping.name, key),
  }
  return piece.map(({ rows }, index) => {
    const early = read[index]
    if (early) return early
    const result = caseHistory(
      context,
      rows.map((row) => row.cells),
      rows.map((row) => row.number),
    )
    const elsewhere = 'history' in result && outside(result.history, job, rulebook.directory)
    return elsewhere ? { issues: [elsewhere] } : result
  })
}

/** What is wrong where a case belongs to a unit that whoever imports has no charge of. */
function outside(
  { opening }: History,
  { within, mapping }: Pick<ImportJob, 'within' | 'mapping'>,
  { units }: Directory,
): RowIssue | undefined {
  const unit = units[opening.command.unitId]
  if (within === undefined || unit?.path.startsWith(within)) return undefined
  const [column] = unitColumns(mapping.unit)
  return {
    field: 'unit',
    rule: 'wrong',
    ...(column ? { column } : {}),
    said: text(
      `“${unit?.name.zh ?? ''}”不在本单位范围内，由它自己或上级导入`,
      `${unit?.name.en ?? ''} is not below your unit: it, or whoever is above it, takes this in`,
    ),
  }
}
