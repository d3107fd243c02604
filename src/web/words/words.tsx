import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import type { Locale, Text } from '../../domain/wording/text.ts'
import { piece } from '../client/piece.ts'
import { type Words, zh } from './zh.ts'

/** The reader's language: the words, and how to read a wording that has both. */
export type Reading = {
  readonly locale: Locale
  readonly words: Words
  readonly say: (text: Text) => string
  readonly setLocale: (locale: Locale) => void
}

const YEAR_SECONDS = 31_536_000
const ReadingContext = createContext<Reading | undefined>(undefined)

/** What was chosen here before, else the browser's first language of ours, else Chinese: the same rule as the server's. */
export function readerLocale(): Locale {
  const chosen = /(?:^|;\s*)anlan-locale=(zh|en)\b/.exec(document.cookie)?.[1]
  const wishes = [chosen ?? '', ...navigator.languages].map((tag) => tag.toLowerCase().split('-')[0])
  return wishes.find((wish): wish is Locale => wish === 'zh' || wish === 'en') ?? 'zh'
}

/** English comes over the wire only for its readers. */
export const loadWords = async (locale: Locale): Promise<Words> =>
  locale === 'zh' ? zh : piece(async () => (await import('./en.ts')).en)()

/** Gives the words to everything below. `first` are those of the first paint. */
export function WordsProvider({ first, children }: { first: { locale: Locale; words: Words }; children: ReactNode }) {
  const [current, setCurrent] = useState(first)
  useEffect(() => {
    document.documentElement.lang = current.locale === 'zh' ? 'zh-CN' : 'en'
  }, [current.locale])
  const reading = useMemo<Reading>(
    () => ({
      ...current,
      say: (text) => text[current.locale],
      setLocale: (locale) => {
        // The server reads the same cookie for its messages; CookieStore is not everywhere yet.
        // biome-ignore lint/suspicious/noDocumentCookie: see above
        document.cookie = `anlan-locale=${locale}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
        void loadWords(locale).then((words) => setCurrent({ locale, words }))
      },
    }),
    [current],
  )
  return <ReadingContext value={reading}>{children}</ReadingContext>
}

/** The reader's language. */
export function useWords(): Reading {
  const reading = useContext(ReadingContext)
  if (!reading) throw new Error('useWords needs a WordsProvider above it')
  return reading
}
