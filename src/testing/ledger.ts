import { randomUUID } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rowIssueText } from '../domain/wording/row-issue-text.ts'
import type { ImportCounts } from '../imports/import-job.ts'
import { type ImportReport, importLedger, type LedgerImport } from '../imports/import-ledger.ts'
import type { TestCounty } from './county.ts'
import { TEST_TENANT } from './people.ts'

/** The smallest mapping of a hazard ledger with the headings of {@link HAZARD_HEADINGS}. */
export const HAZARDS = {
  name: 'hazards',
  key: '编号',
  kind: 'hazard',
  opened: '日期',
  unit: { column: '单位' },
  channel: 'import',
  form: { title: '{事由}', category: 'fire', description: '{事由}', place: '{地点}' },
}
export const HAZARD_HEADINGS = '编号,日期,单位,事由,地点'

let folder: string | undefined

/** Imports a file of this content, as a clerk of the invented county would. */
export function importText(
  county: TestCounty,
  content: string | Buffer,
  mapping: object = HAZARDS,
  more: Partial<LedgerImport> = {},
): Promise<ImportReport> {
  folder ??= mkdtempSync(join(tmpdir(), 'anlan-ledger-'))
  const path = join(folder, `${randomUUID()}.csv`)
  writeFileSync(path, content)
  return importLedger(county.deps, {
    tenant: TEST_TENANT,
    path,
    file: '台账.csv',
    mappingText: JSON.stringify(mapping),
    onProgress: () => {},
    ...more,
  })
}

/** Rejected rows as people read them: number and reasons. */
export const rejections = ({ examples }: ImportCounts, locale: 'zh' | 'en' = 'zh'): [number, string][] =>
  examples.map(({ number, issues }) => [number, issues.map((issue) => rowIssueText(issue, locale)).join('；')])

/** What became of the rows, as numbers. */
export const sums = ({ read, added, known, changed, rejected, skipped }: ImportCounts) => ({
  read,
  added,
  known,
  changed,
  rejected,
  skipped,
})
