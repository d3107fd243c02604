/** The language of the terminal, by the same rule as src/cli/shell/locale.ts. */
const named = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || ''
const isEnglish = /^en/i.test(
  named || (process.platform === 'win32' ? Intl.DateTimeFormat().resolvedOptions().locale : ''),
)

/** A sentence in the language of the terminal. */
export const speak = (zh, en) => (isEnglish ? en : zh)
