import type { Locale } from '../../domain/wording/text.ts'
import type { LauncherEvent } from '../../storage/launcher/start-embedded.ts'

type Log = (line: Readonly<Record<string, unknown>>) => void

/** Puts what the launcher does into the log, and what a person at the terminal must know into words. */
export const tellDatabase =
  (log: Log, locale: Locale) =>
  (event: LauncherEvent): void => {
    const message = WORDS[event.event]?.(event.reason ?? '')[locale]
    const level = event.event === 'restartFailed' ? 'error' : 'info'
    log({ level, ...event, ...(message ? { message } : {}) })
    if (message && process.stderr.isTTY) console.error(message)
  }

const WORDS: Partial<Record<LauncherEvent['event'], (reason: string) => Readonly<Record<Locale, string>>>> = {
  restartFailed: (reason) => ({
    zh: `数据库停了，还没有重新启动成功，会一直再试。原因：${reason}`,
    en: `The database has stopped and did not start again; it is tried on and on. Reason: ${reason}`,
  }),
  restarted: () => ({ zh: '数据库已重新启动，可以接着用。', en: 'The database runs again.' }),
}
