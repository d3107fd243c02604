import type { Locale } from '../../domain/wording/text.ts'

/** The language of the terminal: --lang, else the usual variables; Chinese when they say nothing. */
export function localeOf(lang: string | undefined, env: Readonly<Record<string, string | undefined>>): Locale {
  const named = lang ?? (env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '')
  return /^en/i.test(named) ? 'en' : 'zh'
}
