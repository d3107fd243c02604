import { AnlanError } from '../../../domain/wording/errors.ts'
import { type Text, text } from '../../../domain/wording/text.ts'

const WORDS = {
  'unknown-sheet': text('这个 Excel 文件里没有这张工作表', 'This workbook has no such sheet'),
  'no-cell': text('没有这个单元格', 'There is no such cell'),
  'formula-cell': text(
    '这里是公式，不能填：换一格，或者先把公式删掉',
    'A formula stands here: take another cell, or delete the formula first',
  ),
  'merged-cell': text(
    '这一格并进了旁边的格子，填了看不见：填合并区域左上角那一格',
    'This cell is merged into another and would not be seen: fill the top left cell of the merge',
  ),
  'table-heading': text(
    '这是表格（“插入—表格”）的标题行，改了 Excel 会报错：换一格',
    'This is the header row of a table, which Excel does not let change: take another cell',
  ),
  table: text(
    '这里是“插入—表格”做的表格，不能当模板：在 Excel 里“转换为区域”再上传',
    'This is a table (Insert, Table), which cannot be filled: convert it to a range in Excel first',
  ),
  'too-long': text('一格最多 32,767 个字', 'A cell holds 32,767 letters at most'),
  'no-number': text('这不是能填的数', 'This is no number that a cell can hold'),
  'no-day': text('这不是日期（2026-03-05）', 'This is no day (2026-03-05)'),
} as const satisfies Record<string, Text>

/** Why a cell cannot be written, in words that name it. Nothing of the workbook has been changed. */
export const editFault = (
  rule: keyof typeof WORDS,
  { sheet, cell }: { readonly sheet: string; readonly cell: string },
) =>
  new AnlanError('import-refused', {
    rule,
    sheet,
    cell,
    text: text(`${sheet}!${cell}：${WORDS[rule].zh}`, `${sheet}!${cell}: ${WORDS[rule].en}`),
  })
