import { type Text, text } from '../../domain/wording/text.ts'

/** A file that is no table, whatever its name says: what it is, and why it is not taken. */
export type OtherFile = { readonly rule: 'other-file' | 'web-page' | 'xml-sheet'; readonly text: Text }

/** Bytes that are enough to tell. */
export const ENOUGH_TO_TELL = 4096

const BINARY: readonly (readonly [start: string, zh: string, en: string])[] = [
  ['%PDF', ' PDF 文件', 'a PDF'],
  ['\x89PNG', '图片', 'a picture'],
  ['\xFF\xD8\xFF', '图片', 'a picture'],
  ['GIF8', '图片', 'a picture'],
  ['BM', '图片', 'a picture'],
  ['Rar!', '压缩包', 'an archive'],
  ['7z\xBC\xAF', '压缩包', 'an archive'],
  ['\x1F\x8B', '压缩包', 'an archive'],
  ['{\\rtf', ' RTF 文档', 'an RTF document'],
  ['MZ', '程序', 'a program'],
  ['\x7FELF', '程序', 'a program'],
  ['SQLite format 3', '数据库', 'a database'],
]
/** A text may begin with two of these letters. */
const HAS_NULS = /\0/

/** What a file is that begins so, when it is neither a workbook nor a text that could be a table; undefined otherwise. */
export function otherFile(start: Buffer): OtherFile | undefined {
  const letters = start.toString('latin1')
  const binary = BINARY.find(
    ([sign]) => letters.startsWith(sign) && (sign.length > 2 || HAS_NULS.test(letters) || sign === '\x1F\x8B'),
  )
  if (binary) {
    const [, zh, en] = binary
    return {
      rule: 'other-file',
      text: text(
        `这是${zh}，不是台账。要导入的是 .xlsx、.xls 或 .csv 表格`,
        `This is ${en}, no ledger. What can be taken in is a sheet: .xlsx, .xls or .csv`,
      ),
    }
  }
  // UTF-16 has every second byte empty.
  const plain = letters
    .replace(/\0/g, '')
    .replace(/^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/, '')
    .trimStart()
  if (/^<\?xml/.test(plain) && plain.includes('urn:schemas-microsoft-com:office:spreadsheet')) return XML_SHEET
  return /^<(?:!doctype|!--|html|head|meta|body|table|\?xml|style)\b/i.test(plain) ? WEB_PAGE : undefined
}

const WEB_PAGE: OtherFile = {
  rule: 'web-page',
  text: text(
    '这其实是网页（HTML），只是名字像表格。用 Excel 或 WPS 打开，另存为 .xlsx 再导入',
    'This is a web page (HTML) under the name of a sheet. Open it in Excel or WPS and save it as .xlsx',
  ),
}
const XML_SHEET: OtherFile = {
  rule: 'xml-sheet',
  text: text(
    '这是“XML 表格 2003”。用 Excel 或 WPS 打开，另存为 .xlsx 再导入',
    'This is an “XML Spreadsheet 2003”. Open it in Excel or WPS and save it as .xlsx',
  ),
}
