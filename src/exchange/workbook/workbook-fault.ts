import { AnlanError } from '../../domain/wording/errors.ts'
import { type Text, text } from '../../domain/wording/text.ts'

const WORDS = {
  damaged: text(
    '这个 Excel 文件坏了，打不开。用 Excel 或 WPS 打开，另存一份再导入',
    'This workbook is damaged. Open it in Excel or WPS, save it anew and import that',
  ),
  'too-large': text(
    '这个 Excel 文件展开后太大（一张表最多 1,000,000,000 字节，文字最多 200,000,000 字）。删掉空白行列和图片，或者分成几个文件',
    'This workbook unpacks to more than can be read (1,000,000,000 bytes a sheet, 200,000,000 letters of text). Delete empty rows, columns and pictures, or split it',
  ),
  'too-wide': text(
    '表格太宽：第 500 列以后还有内容。删掉多余的列再导入',
    'The sheet is too wide: there is something beyond column 500. Delete what is not needed',
  ),
  'no-workbook': text(
    '这不是 Excel 表格（.xlsx、.xlsm）。如果是 .xls、.et、.ods 或 .xlsb，用 Excel 或 WPS 另存为 .xlsx；有打开密码的，先去掉密码',
    'This is no workbook (.xlsx, .xlsm). Save .xls, .et, .ods and .xlsb as .xlsx in Excel or WPS; take a password off first',
  ),
  'no-sheet': text('这个 Excel 文件里没有有内容的工作表', 'No sheet of this workbook has anything in it'),
} as const satisfies Record<string, Text>

/** Why a workbook cannot be read, in words that say what to do. Nothing of it has been taken in. */
export const workbookFault = (rule: keyof typeof WORDS): AnlanError =>
  new AnlanError('import-refused', { rule, text: WORDS[rule] })
