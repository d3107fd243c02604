import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Locale } from '../../domain/wording/text.ts'

export const LOCALE_COOKIE = 'anlan-locale'

/** The reader's language: asked for in the address, chosen before, or the browser's first of ours. Chinese otherwise. */
export function localeOf(c: Context): Locale {
  return (
    known(c.req.query('lang')) ??
    known(getCookie(c, LOCALE_COOKIE)) ??
    preferred(c.req.header('accept-language')) ??
    'zh'
  )
}

const known = (value: string | undefined): Locale | undefined => (value === 'zh' || value === 'en' ? value : undefined)

/** First of `zh` and `en` by the weights of an Accept-Language header. */
function preferred(header: string | undefined): Locale | undefined {
  if (!header) return undefined
  const wishes = header.split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().split(';')
    const weight = parameters.find((parameter) => parameter.trim().startsWith('q='))
    return { locale: known(tag.toLowerCase().split('-')[0]), weight: weight ? Number(weight.trim().slice(2)) : 1 }
  })
  return wishes.filter(({ locale, weight }) => locale && weight > 0).sort((a, b) => b.weight - a.weight)[0]?.locale
}
