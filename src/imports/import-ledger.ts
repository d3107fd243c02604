import { AnlanError } from '../domain/wording/errors.ts'
import { type Text, text } from '../domain/wording/text.ts'
import { checkMapping } from '../exchange/mapping/check-mapping.ts'
import { type ImportMapping, readMapping } from '../exchange/mapping/import-mapping.ts'
import { wantedColumns } from '../exchange/mapping/mapping-columns.ts'
import { findCsvShape, surveyBytes } from '../exchange/table/csv-rows.ts'
import { findSheetShape } from '../exchange/table/sheet-shape.ts'
import type { TableShape } from '../exchange/table/table-rows.ts'
import type { Encoding, EncodingFault } from '../exchange/table/text-encoding.ts'
import { beginBatch, digestOfText, forgetOldRows } from '../storage/bulk/import-batches.ts'
import type { StorageDeps } from '../storage/deps.ts'
import { importFile } from './import-file.ts'
import type { ImportCounts } from './import-job.ts'
import { surveyKeys } from './survey-keys.ts'

export type LedgerImport = {
  readonly tenant: string
  /** Where the file lies, and what its sender called it. */
  readonly path: string
  readonly file: string
  /** The mapping as its file holds it. */
  readonly mappingText: string
  /** Record on the matters what the ledger says otherwise now; else it is only listed. */
  readonly applies?: boolean
  readonly onProgress: (counts: Readonly<ImportCounts>, bytes: number) => void
}

export type ImportReport = {
  readonly batchId: string
  readonly counts: ImportCounts
  /** The encoding of a text, or the sheet of a workbook. */
  readonly readAs: string
}

/**
 * Takes a ledger in. File, mapping and keys are looked through as a whole before the first row is written: whatever is
 * refused here has changed nothing.
 * @throws AnlanError import-refused with the reason in words
 */
export async function importLedger(deps: StorageDeps, given: LedgerImport): Promise<ImportReport> {
  const { path, mappingText } = given
  const mapping = readMapping(mappingText)
  const { digest, encoding } = await surveyBytes(path, mapping.file?.encoding).catch(damaged)
  const shape = await shapeOf(given, mapping, encoding)
  try {
    return await takeLedger(deps, given, mapping, shape, digest)
  } finally {
    if ('workbook' in shape) shape.workbook.parts.close()
  }
}

/** Sheet or separators, and where the headings stand. */
function shapeOf(
  { path, file }: LedgerImport,
  mapping: ImportMapping,
  encoding: Encoding | EncodingFault,
): Promise<TableShape> {
  const wanted = wantedColumns(mapping)
  if (typeof encoding === 'string') return findCsvShape(path, encoding, wanted, mapping.file?.delimiter)
  if (encoding.rule === 'workbook') return findSheetShape(path, wanted, mapping.file?.sheet)
  throw notReadable(file, encoding.rule, encoding.line)
}

async function takeLedger(
  deps: StorageDeps,
  { tenant, file, mappingText, applies = false, onProgress }: LedgerImport,
  mapping: ImportMapping,
  shape: TableShape,
  digest: string,
): Promise<ImportReport> {
  if (shape.headings.names.length === 0) throw refused('empty', text('文件里没有表头', 'The file has no headings'))
  checkMapping(mapping, shape.headings, await deps.rulebooks.of(tenant))
  const keys = await surveyKeys(shape, mapping)
  await forgetOldRows(deps, tenant)
  const batchId = await beginBatch(deps, {
    tenant,
    mapping: mapping.name,
    mappingDigest: digestOfText(mappingText),
    fileDigest: digest,
    file,
  })
  const counts = await importFile(deps, { tenant, shape, mapping, keys, batchId, applies, onProgress })
  return { batchId, counts, readAs: 'workbook' in shape ? shape.sheet.name : shape.encoding }
}

const refused = (rule: string, words: Text) => new AnlanError('import-refused', { rule, text: words })

function damaged(cause: NodeJS.ErrnoException): never {
  if (cause.code?.startsWith('Z_'))
    throw refused(
      'damaged',
      text('gzip 压缩文件坏了，一行也没有导入', 'The gzip file is damaged; nothing was imported'),
    )
  throw cause
}

type TextFault = Exclude<EncodingFault['rule'], 'workbook'>

function notReadable(file: string, rule: TextFault, line = 0): AnlanError {
  const words: Record<TextFault, Text> = {
    mixed: text(
      `“${file}”里混着两种编码：第${line}行不是 UTF-8，别的行是。把这一行改好，整个文件另存为 UTF-8`,
      `"${file}" mixes two encodings: line ${line} is not UTF-8, other lines are. Mend that line and save all of it as UTF-8`,
    ),
    'no-text': text(
      `“${file}”第${line}行不是中文文本（UTF-8、GB18030、UTF-16 都不像）。另存为 CSV UTF-8，或在对照文件的 file.encoding 写明编码`,
      `Line ${line} of "${file}" is no text in UTF-8, GB18030 or UTF-16. Save it as CSV UTF-8, or name the encoding in file.encoding of the mapping`,
    ),
    'other-encoding': text(
      `“${file}”不是对照文件或文件开头写的编码：第${line}行对不上。改 file.encoding，或者去掉它让程序自己认`,
      `"${file}" is not in the encoding that the mapping or its own mark names: line ${line} does not fit. Change file.encoding, or leave it out`,
    ),
  }
  return refused(rule, words[rule])
}
