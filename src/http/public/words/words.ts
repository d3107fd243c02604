import type { Locale } from '../../../domain/wording/text.ts'
import { en } from './words.en.ts'
import { type PublicWords, zh } from './words.zh.ts'

/** The words of the public pages in one language. */
export const publicWords = (locale: Locale): PublicWords => (locale === 'en' ? en : zh)
