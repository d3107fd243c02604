const ZERO_WIDTH = '\u200b'
const CHINESE_DIGITS = '〇零○幺一二三四五六七八九壹贰叁肆伍陆柒捌玖'
const CHINESE_VALUES = '0001123456789123456789'
/** Shorter runs are years and counts (二〇二六年); a phone number spelt out, or half spelt out, has eleven. ○ stands for what is left out. */
const SPELT_OUT = new RegExp(`[${CHINESE_DIGITS}]{11,}|(?:[0-9${CHINESE_DIGITS.replace('○', '')}][ ,，-]?){11,}`, 'g')

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
    .replace(SPELT_OUT, (run) =>
      // After a whole number in digits 三 counts the building.
      /\d{11}/.test(run.replace(/[ ,，-]/g, ''))
        ? run
        : run.replace(/./g, (one) => CHINESE_VALUES[CHINESE_DIGITS.indexOf(one)] ?? one),
    )
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
