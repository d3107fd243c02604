const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  '○': 0,
  零: 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
}
const SMALL: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }
const LARGE: readonly (readonly [string, number])[] = [
  ['亿', 100_000_000],
  ['万', 10_000],
]
const DIGIT = `[${Object.keys(DIGITS).join('')}]`
const ALL_DIGITS = new RegExp(`^${DIGIT}{2,16}$`)
/** Ten or a thousand with what stands before it: 二十, 十, 3千. */
const PART = new RegExp(`(${DIGIT}|\\d+(?:\\.\\d+)?)?([${Object.keys(SMALL).join('')}])|[零〇○]`, 'g')

/**
 * The number that a text writes: 十二, 三万五千, 叁万伍仟, 3万5千, 1.5亿, 二〇二六. Undefined for all else, and for what may be two
 * numbers: 三万五 is 35,000 for some and 30,005 for others.
 */
export function chineseNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/g, '').replace(/萬/g, '万').replace(/億/g, '亿')
  if (plain === '' || plain.length > 40) return undefined
  if (ALL_DIGITS.test(plain)) return Number(Array.from(plain, (digit) => DIGITS[digit]).join(''))
  let [rest, sum] = [plain, 0]
  for (const [unit, worth] of LARGE) {
    const at = rest.indexOf(unit)
    if (at < 0) continue
    const count = below(rest.slice(0, at))
    if (count === undefined || count === 0) return undefined
    sum += count * worth
    rest = rest.slice(at + 1)
    // 三万五: the five may be thousands. With 零 before it, it is what it says.
    if (rest.length === 1) return undefined
  }
  const last = rest === '' ? 0 : below(rest)
  return last === undefined || (sum > 0 && last >= 10_000) ? undefined : Math.round((sum + last) * 1e6) / 1e6
}

/** A number without 万 and 亿. */
function below(text: string): number | undefined {
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text)
  let [sum, before, at] = [0, Number.POSITIVE_INFINITY, 0]
  let isFilled = false
  for (const { index, 0: part, 1: count, 2: unit = '' } of text.matchAll(PART)) {
    if (index !== at) break
    at = index + part.length
    isFilled = unit === ''
    if (isFilled) continue
    const worth = SMALL[unit] ?? 0
    if (worth >= before) return undefined
    before = worth
    sum += (count === undefined ? 1 : (DIGITS[count] ?? Number(count))) * worth
  }
  const rest = text.slice(at)
  if (rest === '') return isFilled && sum === 0 ? 0 : sum
  const digit = DIGITS[rest] ?? (/^\d$/.test(rest) ? Number(rest) : undefined)
  // 三百五 may be 350: only behind 十, or with 零 before it, a last digit is what it says.
  return digit === undefined || (sum > 0 && before !== 10 && !isFilled) ? undefined : sum + digit
}
