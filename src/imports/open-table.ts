import { rmSync } from 'node:fs'
import { mkdtemp, open, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AnlanError } from '../domain/wording/errors.ts'
import { type Text, text } from '../domain/wording/text.ts'
import type { ImportMapping } from '../exchange/mapping/import-mapping.ts'
import { convertOldWorkbook } from '../exchange/old-workbook/convert.ts'
import { findCsvShape, surveyBytes } from '../exchange/table/csv-rows.ts'
import { ENOUGH_TO_TELL, otherFile } from '../exchange/table/other-file.ts'
import { findSheetShape, type SheetShape } from '../exchange/table/sheet-shape.ts'
import type { TableShape } from '../exchange/table/table-rows.ts'
import type { EncodingFault } from '../exchange/table/text-encoding.ts'

/** A table whose headings were found, and what the bytes of its file hash to. */
export type OpenTable = { readonly digest: string; readonly shape: TableShape }

/**
 * Opens a text or a workbook and finds where the headings stand. Close a workbook's `parts` when done.
 * @param file what its sender called it
 * @param wanted the headings that are looked for
 * @throws AnlanError import-refused with the reason in words
 */
export async function openTable(
  path: string,
  file: string,
  wanted: readonly string[],
  said: ImportMapping['file'] = {},
): Promise<OpenTable> {
  const other = otherFile(await startOf(path))
  // A packed text says so in its name.
  if (other && !path.endsWith('.gz')) throw refused(other.rule, other.text)
  const { digest, encoding } = await surveyBytes(path, said.encoding).catch(damaged)
  if (typeof encoding === 'string') {
    const shape = await findCsvShape(path, encoding, wanted, said.delimiter)
    if (shape.headings.names.length === 0) throw refused('empty', text('文件里没有表头', 'The file has no headings'))
    return { digest, shape }
  }
  if (encoding.rule === 'workbook') return { digest, shape: await findSheetShape(path, wanted, said.sheet) }
  if (encoding.rule === 'old-workbook') return { digest, shape: await convertedShape(path, wanted, said.sheet) }
  throw notReadable(file, encoding.rule, encoding.line)
}

/** The table of an old workbook: read as the .xlsx it was made into, which is gone when the table is closed. */
async function convertedShape(path: string, wanted: readonly string[], sheet: string | undefined): Promise<SheetShape> {
  const folder = await mkdtemp(join(tmpdir(), 'anlan-old-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    const converted = join(folder, 'ledger.xlsx')
    await writeFile(converted, await convertOldWorkbook(await readFile(path)), { mode: 0o600 })
    const shape = await findSheetShape(converted, wanted, sheet)
    const { parts } = shape.workbook
    const close = () => {
      parts.close()
      remove()
    }
    return { ...shape, workbook: { ...shape.workbook, parts: { ...parts, close } } }
  } catch (cause) {
    remove()
    throw cause
  }
}

/** The first bytes of a file. */
async function startOf(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(ENOUGH_TO_TELL), 0, ENOUGH_TO_TELL, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** Gives back what an open table holds. */
export function closeTable(shape: TableShape): void {
  if ('workbook' in shape) shape.workbook.parts.close()
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

type TextFault = Exclude<EncodingFault['rule'], 'workbook' | 'old-workbook'>

function notReadable(file: string, rule: TextFault, line = 0): AnlanError {
  const words: Record<TextFault, Text> = {
    mixed: text(
      `“${file}”里混着两种编码：第${line}行不是 UTF-8，别的行是。把这一行改好，整个文件另存为 UTF-8`,
      `"${file}" mixes two encodings: line ${line} is not UTF-8, other lines are. Mend that line and save all of it as UTF-8`,
    ),
    'long-line': text(
      `“${file}”第${line}行太长（超过4,000,000字节），不像表格。用 Excel 或 WPS 打开，另存再导入`,
      `Line ${line} of "${file}" is longer than 4,000,000 bytes: no table. Open it in Excel or WPS and save it anew`,
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
