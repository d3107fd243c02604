import type { Locale } from '../../domain/wording/text.ts'

/** The language of the terminal: --lang, else the usual variables, else that of Windows; Chinese when they say nothing. */
export function localeOf(lang: string | undefined, env: Readonly<Record<string, string | undefined>>): Locale {
  const named = lang ?? (env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || windowsLanguage())
  return /^en/i.test(named) ? 'en' : 'zh'
}

/** Windows sets no variable for it. */
const windowsLanguage = (): string =>
  process.platform === 'win32' ? Intl.DateTimeFormat().resolvedOptions().locale : ''
