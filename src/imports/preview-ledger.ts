import type { RowIssue } from '../domain/views/admin-views.ts'
import type { PreviewedRow } from '../domain/views/import-views.ts'
import { AnlanError } from '../domain/wording/errors.ts'
import { checkMapping } from '../exchange/mapping/check-mapping.ts'
import { type ImportMapping, listOf } from '../exchange/mapping/import-mapping.ts'
import { wantedColumns } from '../exchange/mapping/mapping-columns.ts'
import { tableRows } from '../exchange/table/table-rows.ts'
import { type BulkOutcome, tryInBulk } from '../storage/bulk/bulk.ts'
import type { StorageDeps } from '../storage/deps.ts'
import type { Read } from './early-result.ts'
import { casesOf, type LedgerCase } from './ledger-cases.ts'
import { closeTable, openTable } from './open-table.ts'
import { readCases, readingOf } from './read-cases.ts'
import { refusalIssues } from './refusal-issues.ts'
import { surveyKeys } from './survey-keys.ts'

/** Cases that are tried before the whole is taken in. */
const TRIED = 200

export type PreviewedFile = {
  readonly tenant: string
  readonly path: string
  readonly file: string
  readonly mapping: ImportMapping
  /** Only cases of units whose path begins so. */
  readonly within?: string
}

/**
 * Says of the first rows of a ledger what an import would make of them, by the same decisions. Nothing is written.
 * @throws AnlanError import-refused as the import would
 */
export async function previewLedger(deps: StorageDeps, given: PreviewedFile): Promise<readonly PreviewedRow[]> {
  const { tenant, path, file, mapping } = given
  const { shape } = await openTable(path, file, wantedColumns(mapping), mapping.file)
  try {
    checkMapping(mapping, shape.headings, await deps.rulebooks.of(tenant))
    const keys = await surveyKeys(shape, mapping)
    const reading = readingOf({ mapping, shape }, deps.rulebooks.procedures)
    const { personal } = reading
    const cases: LedgerCase[] = []
    for await (const one of casesOf(tableRows(shape, listOf(mapping.opened)[0]), mapping)) {
      cases.push(one)
      if (cases.length >= TRIED) break
    }
    const read = await readCases(deps, { ...given, keys }, reading, cases)
    const outcomes = await tryInBulk(
      deps,
      tenant,
      read.flatMap((one) => ('history' in one ? [one.history] : [])),
    )
    const left = [...outcomes]
    return cases.flatMap((one, index) => {
      const result = read[index]
      const fate = result && fateOf(result, 'history' in result ? left.shift() : undefined)
      if (!fate) return []
      return one.rows.map(({ number, cells }) => ({
        row: number,
        cells,
        ...said(fate, (refusal) => refusalIssues(refusal, mapping, cells, personal, deps.rulebooks.procedures)),
      }))
    })
  } finally {
    closeTable(shape)
  }
}

type Fate = 'added' | 'known' | 'skipped' | AnlanError | readonly RowIssue[]

function fateOf(result: Read, outcome: BulkOutcome | undefined): Fate {
  if ('skipped' in result) return 'skipped'
  return 'issues' in result ? result.issues : (outcome ?? 'known')
}

function said(
  fate: Fate,
  issuesOf: (refusal: AnlanError) => readonly RowIssue[],
): Pick<PreviewedRow, 'fate' | 'issues'> {
  if (typeof fate === 'string') return { fate, issues: [] }
  return { fate: 'rejected', issues: fate instanceof AnlanError ? issuesOf(fate) : fate }
}
