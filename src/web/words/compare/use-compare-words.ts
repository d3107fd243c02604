import { useWords } from '../words.tsx'
import { compareEn } from './compare.en.ts'
import { type CompareWords, compareZh } from './compare.zh.ts'

/** The words of the comparison in the reader's language. Both come with what shows them, not with the office. */
export const useCompareWords = (): CompareWords => (useWords().locale === 'zh' ? compareZh : compareEn)
