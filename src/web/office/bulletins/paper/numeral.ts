import type { Locale } from '../../../../domain/wording/text.ts'

const NUMERALS = '一二三四五六七八九十'

/** 一、 … 十、 十一、 or 1., before the heading of a section. */
export const numeral = (at: number, locale: Locale): string => {
  if (locale === 'en') return `${at + 1}. `
  const [tens, ones] = [Math.floor((at + 1) / 10), (at + 1) % 10]
  return `${tens > 1 ? NUMERALS[tens - 1] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? NUMERALS[ones - 1] : ''}、`
}
