import { useWords } from '../words.tsx'
import { countedEn } from './counted.en.ts'
import { type CountedWords, countedZh } from './counted.zh.ts'

/** The words of counted matters in the reader's language. Both come with what shows them, not with the office. */
export const useCountedWords = (): CountedWords => (useWords().locale === 'zh' ? countedZh : countedEn)
