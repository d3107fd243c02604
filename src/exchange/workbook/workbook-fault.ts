import { AnlanError } from '../../domain/wording/errors.ts'
import { type Text, text } from '../../domain/wording/text.ts'

const WORDS = {
  damaged: text(
    '这个 Excel 文件坏了，打不开。用 Excel 或 WPS 打开，另存一份再导入',
    'This workbook is damaged. Open it in Excel or WPS, save it anew and import that',
  ),
  'too-large': text(
    '这个 Excel 文件展开后太大（一张表最多 1,000,000,000 字节，文字最多 100,000,000 字）。删掉空白行列和图片，或者分成几个文件',
    'This workbook unpacks to more than can be read (1,000,000,000 bytes a sheet, 100,000,000 letters of text). Delete empty rows, columns and pictures, or split it',
  ),
  'packed-bomb': text(
    '这个 Excel 文件压缩得不正常：几个字节展开成极大的内容。不收；如果确实是台账，用 Excel 或 WPS 打开，另存一份再导入',
    'This workbook is packed as no program packs one: a few bytes unpack to very much. Not taken; if it is a ledger, save it anew in Excel or WPS',
  ),
  'too-many-rows': text(
    '表格太长：一张表最多 1,048,576 行。删掉空白行，或者分成几个文件',
    'The sheet is too long: at most 1,048,576 rows. Delete empty rows, or split it',
  ),
  'calls-out': text(
    '这个 Excel 文件有宏，或者公式要启动程序、连到外面（DDE、WEBSERVICE 等），不收。把这些格改成数值，另存为不带宏的 .xlsx 再来',
    'This workbook has macros, or formulas that start programs or call out (DDE, WEBSERVICE and the like). Not taken: turn those cells into values and save it anew as .xlsx without macros',
  ),
  encrypted: text(
    '这个文件有打开密码，读不了。在 Excel 或 WPS 里去掉密码，另存再导入',
    'This file has a password. Take it off in Excel or WPS, save it anew and import that',
  ),
  'open-document': text(
    '这是 .ods 表格。用 Excel 或 WPS 另存为 .xlsx 再导入',
    'This is an .ods sheet. Save it as .xlsx in Excel, WPS or LibreOffice',
  ),
  'binary-workbook': text(
    '这是 .xlsb 表格。用 Excel 或 WPS 另存为 .xlsx 再导入',
    'This is an .xlsb workbook. Save it as .xlsx in Excel or WPS',
  ),
  'too-wide': text(
    '表格太宽：第 500 列以后还有内容。删掉多余的列再导入',
    'The sheet is too wide: there is something beyond column 500. Delete what is not needed',
  ),
  'no-workbook': text(
    '这不是 Excel 表格（.xlsx、.xlsm）。用 Excel 或 WPS 打开，另存为 .xlsx 再导入',
    'This is no workbook (.xlsx, .xlsm). Open it in Excel or WPS and save it as .xlsx',
  ),
  'no-sheet': text('这个 Excel 文件里没有有内容的工作表', 'No sheet of this workbook has anything in it'),
} as const satisfies Record<string, Text>

/** Why a workbook cannot be read, in words that say what to do. Nothing of it has been taken in. */
export const workbookFault = (rule: keyof typeof WORDS): AnlanError =>
  new AnlanError('import-refused', { rule, text: WORDS[rule] })
