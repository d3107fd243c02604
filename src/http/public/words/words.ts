import type { Locale } from '../../../domain/wording/text.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** Every word of the public pages; Chinese is the original, English must have the same. */
export type PublicWords = typeof zh

/** The words of the public pages in one language. */
export const publicWords = (locale: Locale): PublicWords => (locale === 'en' ? en : zh)
