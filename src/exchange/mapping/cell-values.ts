import type { Field } from '../../domain/procedure/form.ts'
import { chineseNumber } from '../table/chinese-number.ts'

/** What people tick and write for yes and no. */
const YES_NO: ReadonlyMap<string, 'yes' | 'no'> = new Map([
  ...['是', '有', '对', '√', '✓', '✔', '☑', '■', 'y', 'yes', 'true'].map((word) => [word, 'yes'] as const),
  ...['否', '无', '没有', '不是', '错', '×', '✗', '✘', '✕', 'x', '☒', '☐', '□', 'n', 'no', 'false'].map(
    (word) => [word, 'no'] as const,
  ),
])

/** Yes or no as the form reads it; what is neither stays as it is, for the form to refuse. */
export const yesNoIn = (cell: string): string => YES_NO.get(cell.normalize('NFKC').trim().toLowerCase()) ?? cell

/** What stands behind a number and says only what is counted. */
const COUNTED =
  /^(.+?)(?:余|多)?(?:人次|户次|人|户|名|位|个|件|起|次|处|家|台|套|辆|条|份|天|日|小时|公里|米|吨|亩|岁)$/u
const NAME = /^[\p{Script=Han}]{2,4}$/u

/** A number: `1,234`, １２, 12人, 十二人. Where people are counted, names are: 张三、李四；王五 are three. What is none stays, for the form to refuse. */
export function numberIn(cell: string, { title }: Pick<Field, 'title'>): string {
  const plain = cell.normalize('NFKC').replace(/\s+|(?<=\d),(?=\d{3})/g, '')
  const number = digitsOf(plain) ?? digitsOf(/[余多]/.test(plain) ? '' : (COUNTED.exec(plain)?.[1] ?? ''))
  if (number !== undefined) return number
  if (!title.zh.includes('人')) return cell
  const all = /等(.{1,6})人$/.exec(plain)?.[1]
  if (all !== undefined) return digitsOf(all) ?? cell
  const names = cell.split(/[、，,;；/\n]+/).map((name) => name.trim())
  return names.length > 1 && names.every((name) => NAME.test(name)) ? String(names.length) : cell
}

const digitsOf = (plain: string): string | undefined =>
  /^-?\d{1,15}(?:\.\d{1,6})?$/.test(plain) ? plain : chineseNumber(plain)?.toString()

/** Money is kept in fen; ledgers write yuan: `1,234.5`, `￥3000元`, `2.5万元`, 三万五千元, 叁万伍仟元整, 12元5角. What is none stays, for the form to refuse. */
export function fenIn(cell: string): string {
  const plain = cell
    .normalize('NFKC')
    .replace(/\s|(?<=\d),(?=\d{3})/g, '')
    .replace(/^(?:人民币|rmb|[¥￥])/i, '')
  const [, whole = '', jiao, fen] = /^(.+?)(?:[元圆块](?:(.)角)?(?:(.)分)?)?[整正]?$/u.exec(plain) ?? []
  const parts = [whole, jiao, fen].map((part) => (part === undefined ? 0 : numberOf(part)))
  const [yuan, tens, ones] = parts
  if (yuan === undefined || tens === undefined || ones === undefined || yuan > 1e12) return cell
  return String(Math.round(yuan * 100) + tens * 10 + ones)
}

function numberOf(plain: string): number | undefined {
  if (/^\d{1,12}(?:\.\d{1,6})?$/.test(plain)) return Number(plain)
  return chineseNumber(plain)
}
