/** Rows of a table that hold no case of their own. */
export type SkippedKind = 'empty' | 'total' | 'heading' | 'note'

const squeezed = (cell: string): string => cell.normalize('NFKC').replace(/\s+/g, '')

const TOTAL = /^.{0,8}(?:小计|合计|总计|共计|累计|总数)(?:\(.{0,10}\))?:?$/u
const TOTAL_EN = /^(?:(?:grand|sub|all)?-?totals?|sum|overall)(?:\(.{0,20}\))?:?$/i

/** Whether a cell heads a row of sums: 小计, 合 计, 全县合计, Grand total. */
export const isTotal = (cell: string): boolean => {
  const text = squeezed(cell)
  return text.length <= 32 && (TOTAL.test(text) || TOTAL_EN.test(text))
}

const NOTE =
  /^(?:[※*]|\(?注\)?[:1-9一]|(?:说明|备注|填[表报制]\S{0,4}|制[表单]\S{0,4}|审[核批]\S{0,4}|统计\S{0,4}|单位负责人|负责人|联系(?:人|电话)|数据来源|资料来源|来源|notes?|sources?|remarks?):)/i

/** Whether a cell begins a footnote: 注：…, 填表人：…, ※ …. */
export const isNote = (cell: string): boolean => NOTE.test(squeezed(cell))

/**
 * What makes a row none of its own; undefined for a row that is to be read.
 * @param dated the cell without which no case begins: a row that has it is never a sum or a footnote
 */
export function skippedKind(
  cells: readonly string[],
  headings: readonly string[],
  dated: string | undefined,
): SkippedKind | undefined {
  const first = cells.find((cell) => cell !== '')
  if (first === undefined) return 'empty'
  if (cells[0] === headings[0] && headings.every((name, index) => (cells[index] ?? '') === name)) return 'heading'
  if (dated !== undefined && dated !== '' && !isTotal(dated)) return undefined
  if (isTotal(first)) return 'total'
  return isNote(first) ? 'note' : undefined
}
