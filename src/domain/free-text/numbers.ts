import type { Span } from './personal-kind.ts'

/** People write numbers in groups: at most one of these between two digits. */
const GAP = '[ \\u200b-]?'
const digitsOf = (text: string) => text.replace(/[^0-9Xx]/g, '')

/** Numbers that are called something else by the word before them: meters, documents, orders, credit codes. */
const CALLED_OTHERWISE =
  /(?:(?:电|水|气|热|流量|电能)表|(?:表|(?<![账帐开])户|单|文|案|批|货|杆|井|箱|柜|桩|编|设备|资产|序列|流水|合同|发票|许可证|档案|条形?|物料|产权|不动产权证?|订|网格|道路|路)(?:号码?|编号|编码|码)|编号|编码|条码|信用代码|机构代码|税号|识别号|\b(?:No|S\/N|SN|ID|IMEI)\.?)(?:[是为:：# ]|No\.?)*$|(?:[¥￥$€]|金额|人民币|RMB|网格)[是为:：共计 ]*$/i
/** A code of capitals right before the digits, as on parcels and machines. */
const CODE_LETTERS = /(?:^|[^A-Za-z])[A-Z]{1,5}-?$/
const PHONE_WORD = /(?:^|[^A-Za-z])(?:tel|telephone|phone|mobile|mob|call|cell|ph|m|t|qq|wx|vx|v|wechat)[.:：-]?$/i
const MEASURE = /^ ?(?:元|万|亿|角|分钱|平方|公里|千米|千瓦|度电|立方|米|㎡|公斤|千克|吨|亩|kg|kWh)/i

function isOtherNumber(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 16), start)
  if (CALLED_OTHERWISE.test(before) || MEASURE.test(text.slice(end, end + 6))) return true
  return CODE_LETTERS.test(before) && !PHONE_WORD.test(before)
}

/** First digits of the provinces, GB/T 2260. */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

const isDay = (year: number, month: number, day: number) => {
  const at = new Date(Date.UTC(year, month - 1, day))
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day
}

/** Citizen identity number of 18 places, GB 11643: province, day of birth, check character. */
export function isIdentity18(number: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(number) || !PROVINCE.test(number)) return false
  const year = Number(number.slice(6, 10))
  if (year < 1850 || year > 2099 || !isDay(year, Number(number.slice(10, 12)), Number(number.slice(12, 14))))
    return false
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0)
  return '10X98765432'[sum % 11] === number[17]?.toUpperCase()
}

/** The old number of 15 places: province, two digits of the year, month, day; it has no check character. */
const isIdentity15 = (number: string) =>
  /^\d{15}$/.test(number) &&
  PROVINCE.test(number) &&
  isDay(1900 + Number(number.slice(6, 8)), Number(number.slice(8, 10)), Number(number.slice(10, 12)))

/** Card number by its first digits and the Luhn check, ISO/IEC 7812. Money cards of 16 to 19 places. */
export function isBankCard(number: string): boolean {
  const known = number.length === 16 ? /^(?:[456]|3[05689]|2[2-7]|9[0458])/ : /^(?:6|4|9[58])/
  if (!/^\d{16,19}$/.test(number) || !known.test(number) || /^(\d)\1+$/.test(number)) return false
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

const IDENTITY_WORD = /(?:身份证?|证件|证号|ID)(?:号码?|证)?[^\dA-Za-z\n]{0,6}$/i
const NUMBER_START = /(?<![0-9A-Za-z])(?<!\d\.)\d/g
const MOST_PLACES = 19
const MOST_GAP = 3
/** What people write between the groups of a long number, up to the next digit. */
const GAPS = /^(?:[ .·/、，,_|*\u200b-]{1,3})[\dXx]/

/** From a first digit, the ends after so many digits (and an X as check character), as long as gaps are small. */
function endsAfter(text: string, start: number): Map<number, number> {
  const ends = new Map<number, number>()
  let count = 0
  for (let at = start; at < text.length && count < MOST_PLACES; at += 1) {
    const digit = text[at] ?? ''
    if (/[\dXx]/.test(digit) && (digit <= '9' || count === 17)) {
      count += 1
      ends.set(count, at + 1)
      if (digit > '9') break
    } else if (!GAPS.test(text.slice(at, at + MOST_GAP + 1))) break
  }
  return ends
}

const endsThere = (text: string, end: number) => !/^(?:[0-9A-Za-z]|\.\d)/.test(text.slice(end, end + 2))

/** Identity and card numbers. */
export function findLongNumbers(text: string): Span[] {
  const found: Span[] = []
  for (const { index: start } of text.matchAll(NUMBER_START)) {
    if (start < (found.at(-1)?.end ?? 0)) continue
    const ends = endsAfter(text, start)
    for (let places = MOST_PLACES; places >= 15; places -= 1) {
      const end = ends.get(places)
      if (end === undefined || !endsThere(text, end)) continue
      const kind = longNumberKind(text, start, end)
      if (!kind) continue
      found.push({ start, end, kind })
      break
    }
  }
  return found
}

function longNumberKind(text: string, start: number, end: number): Span['kind'] | undefined {
  const number = digitsOf(text.slice(start, end))
  const before = text.slice(Math.max(0, start - 12), start)
  // A slip in a number that is called an identity number does not make it another one.
  const isCalledIdentity = number.length === 18 && IDENTITY_WORD.test(before) && !CALLED_OTHERWISE.test(before)
  if (isIdentity18(number) || isCalledIdentity) return 'identity'
  // Without a check character, or with dots as in sums and days or commas as in lists, less is sure.
  if (isOtherNumber(text, start, end) || /[.、，,_|*]/.test(text.slice(start, end))) return undefined
  if (isIdentity15(number)) return 'identity'
  return isBankCard(number) ? 'bankCard' : undefined
}

/** A zero before the number was dialled in other cities, and many still write it. */
const COUNTRY = `(?:\\(?(?:\\+|00)?86\\)?${GAP})?0?\\(?`
const END = '(?!\\d|\\.\\d|-\\d)'
const START = '(?<![0-9])(?<!\\d\\.)'
/** Between the usual groups of three, four and four, people write anything. */
const MARKS = '[\\s.·•/_~～,，*()\\u200b-]{1,3}'
/** One blank or dash anywhere. A dot would make it a longitude or a sum. */
const BROKEN_ONCE = [1, 2, 3, 4, 5, 6].map((count) => `(?=1[ -]?[3-9])\\d{${count}}[ -]\\d{${11 - count}}`).join('|')
/** Mobile numbers in one piece, in the groups people use, or digit by digit. */
const MOBILE = new RegExp(
  `${START}${COUNTRY}(?:1[3-9]\\d{9}|1[3-9]\\d(?:${MARKS}\\d{4}${MARKS}|(?!\\.)${MARKS}\\d{4}|\\d{4}(?!\\.)${MARKS})\\d{4}|1[3-9]\\d[ .-]\\d{3}[ .-]\\d{5}|1[3-9]\\d{2}[ .-]\\d{3}[ .-]\\d{4}|1[3-9]\\d{2}[ .-]\\d{4}[ .-]\\d{3}|1-[3-9]\\d{2}-\\d{3}-\\d{4}|${BROKEN_ONCE}|1[ \\u200b-][3-9](?:[ \\u200b-]\\d){9})(?!\\d|\\.\\d)`,
  'g',
)
/** Each digit apart by a mark or a letter: 1、3、9…, 1a3b9c. Between all of them, so that lists of numbers pass. */
const DIGIT_BY_DIGIT = new RegExp(
  `${START}1(?<mark>[、，,.·/_|*~+-]|[ ]?[A-Za-z][ ]?|[、，,] )[3-9](?:(?:[、，,.·/_|*~+-]|[ ]?[A-Za-z][ ]?|[、，,] )\\d){9}(?![0-9]|[、，,.·/_|*~+-]\\d)`,
  'g',
)
/** In groups with the comma of lists, only where a word says that it is one number. */
const LISTED = new RegExp(
  `(?<=(?:电话|電話|手机|联系|致电|拨打|拨|打|号码|tel|phone|mobile|call)[^\\d\\n]{0,6})${START}1[3-9]\\d[、|+=]\\d{4}[、|+=]\\d{4}(?![\\d、])`,
  'gi',
)
/** Fixed lines with area code (010, 02x, 03xx–09xx), perhaps in brackets, and an extension. */
const AREA = '(?:10|2\\d|[3-9]\\d{2})'
const FIXED = new RegExp(
  `${START}(?:(?:\\+|00)86${GAP}(?:\\(0\\))?${AREA}|(?:\\( ?)?0${AREA}(?: ?\\))?)${GAP}(?!(?:19|20)\\d\\d[ -]\\d)[2-9]\\d{2,3}${GAP}\\d{4}(?:[ ,]?(?:转|分机|ext\\.?|#|-) ?\\d{1,6})?${END}`,
  'gi',
)
/** A local number only where a word says that it is one. */
const LOCAL = new RegExp(
  `(?<=(?:电话|電話|座机|固话|宅电|小灵通|手机|联系|致电|拨打|拨|打|tel|phone|call)[^\\d\\n]{0,6})${START}(?!(?:19|20)\\d\\d[01]\\d[0-3]\\d)[2-8]\\d{2,3}${GAP}\\d{4}${END}`,
  'gi',
)

/** Mobile and fixed telephone numbers. Hotlines (110, 12345, 400-…) are nobody's own and pass. */
export function findPhones(text: string): Span[] {
  return [MOBILE, DIGIT_BY_DIGIT, LISTED, FIXED, LOCAL].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ index: start, 0: { length } }): Span[] =>
      isOtherNumber(text, start, start + length) ? [] : [{ start, end: start + length, kind: 'phone' }],
    ),
  )
}
