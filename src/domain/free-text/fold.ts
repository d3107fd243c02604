const ZERO_WIDTH = '\u200b'
const CHINESE_DIGITS = '〇零○幺一二三四五六七八九壹贰叁肆伍陆柒捌玖'
const CHINESE_VALUES = '0001123456789123456789'
/** Shorter runs are years and counts (二〇二六年); a number spelt out has eleven or more. */
const SPELT_OUT = new RegExp(`[${CHINESE_DIGITS}]{11,}`, 'g')
/** A mobile number of which some digits are spelt out, or in groups. ○ stands for what is left out; 三 behind it counts the building. */
const HALF_SPELT =
  /(?<![0-9])[1一壹幺][ -]?[3-9三四五六七八九叁肆伍陆柒捌玖](?:[ -]?[0-9〇零幺一二三四五六七八九壹贰叁肆伍陆柒捌玖]){9}/g
const inDigits = (run: string) => run.replace(/./g, (one) => CHINESE_VALUES[CHINESE_DIGITS.indexOf(one)] ?? one)

/**
 * The same text for looking at, unit by unit as long as the original, so that places found in it hold there too: full-width
 * letters and digits, digits of other scripts, ringed digits and numbers spelt in Chinese become plain ones, dashes one dash.
 */
export function fold(text: string): string {
  return text
    .replace(/[！-～]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0))
    .replace(/\p{Nd}/gu, plainDigit)
    .replace(/[①-⑨]/g, (one) => String(one.charCodeAt(0) - 0x245f))
    .replace(/[⓪⓿]/g, '0')
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63]/g, '-')
    .replace(/[\u00a0\u2000-\u200a\u3000\t]/g, ' ')
    .replace(SPELT_OUT, inDigits)
    .replace(HALF_SPELT, inDigits)
}

/** Decimal digits of every script stand in tens, zero first; those beyond the basic plane take two units. */
function plainDigit(one: string): string {
  if (one >= '0' && one <= '9') return one
  const code = one.codePointAt(0) ?? 0
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  // Mathematical digits stand in five tens without a gap, beginning at 1D7CE.
  const value = code >= 0x1d7ce && code <= 0x1d7ff ? (code - 0x1d7ce) % 10 : code - zero
  return one.length === 1 ? String(value) : `${value}${ZERO_WIDTH}`
}
