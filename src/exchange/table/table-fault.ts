import { AnlanError } from '../../domain/wording/errors.ts'
import { type Text, text } from '../../domain/wording/text.ts'

const WORDS = {
  'too-wide': text(
    '表格太宽：超过500列。删掉多余的列再导入',
    'The table is too wide: more than 500 columns. Delete what is not needed',
  ),
  'too-large': text(
    '文件展开后太大（最多 2,000,000,000 字节）。分成几个文件再导入',
    'The file unpacks to more than can be read (2,000,000,000 bytes). Split it',
  ),
  'utf-7': text(
    '文件是 UTF-7 编码，不收。用 Excel 或 WPS 打开，另存为 CSV UTF-8 或 .xlsx 再导入',
    'The file is written in UTF-7, which is not read. Open it in Excel or WPS and save it as CSV UTF-8 or .xlsx',
  ),
} as const satisfies Record<string, Text>

/** Why a text cannot be read as a table, in words that say what to do. Nothing of it has been taken in. */
export const tableFault = (rule: keyof typeof WORDS): AnlanError =>
  new AnlanError('import-refused', { rule, text: WORDS[rule] })
