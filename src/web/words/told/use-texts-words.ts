import { useWords } from '../words.tsx'
import { textsEn } from './texts.en.ts'
import { type TextsWords, textsZh } from './texts.zh.ts'

/** The words of the page of set words in the reader's language. Both come with its page. */
export const useTextsWords = (): TextsWords => (useWords().locale === 'zh' ? textsZh : textsEn)
