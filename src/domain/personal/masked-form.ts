import { isIdentity18 } from '../free-text/numbers.ts'
import { COMPOUND_SURNAMES, SURNAMES } from '../free-text/surnames.ts'

const COVER = '***'
const MOBILE = /^(?:\+?86[ -]?)?(1[3-9]\d)[ -]?\d{4}[ -]?(\d{4})$/
const FIXED = /^(0\d{2,3})[ -]?\d+(\d{2})$/
const EMAIL = /^(.)[^@]*(@.+)$/
/** Up to the village or community; where none is named, to the town or street office; never the number of a house. */
const PLACES = [/^.*?(?:村|社区|居委会)/u, /^.*?(?:镇|乡|街道)/u, /^.*?(?:县|市|区)/u]
const NAME = new RegExp(`^(?:${COMPOUND_SURNAMES}|[${SURNAMES}])\\p{Script=Han}{1,2}$`, 'u')
const SURNAME = new RegExp(`^(?:${COMPOUND_SURNAMES}|.)`, 'u')

/**
 * A personal value as it is shown before anybody opened it: enough to tell two apart, not enough to reach somebody. 张某,
 * 138****5678, 东浦镇下塘村***, the last two places of an identity number.
 */
export function maskedForm(value: unknown): string {
  if (typeof value !== 'string') return COVER
  const text = value.trim()
  const [, head, tail] = MOBILE.exec(text) ?? []
  if (head && tail) return `${head}****${tail}`
  const [, area, last] = FIXED.exec(text) ?? []
  if (area && last) return `${area}-****${last}`
  const digits = text.replace(/[ -]/g, '')
  if (isIdentity18(digits) || /^\d{15}$/.test(digits)) return `****${digits.slice(-2)}`
  if (/^\d{12,19}$/.test(digits)) return `****${digits.slice(-4)}`
  const [, first, domain] = EMAIL.exec(text) ?? []
  if (first && domain) return `${first}${COVER}${domain}`
  const place = PLACES.map((pattern) => pattern.exec(text)?.[0]).find(Boolean)
  if (place && place.length < text.length) return `${place}${COVER}`
  if (NAME.test(text) && !place) return `${SURNAME.exec(text)?.[0] ?? ''}某`
  const [sign] = /^[A-Za-z]/.exec(text) ?? []
  return sign ? `${sign}${COVER}` : COVER
}
