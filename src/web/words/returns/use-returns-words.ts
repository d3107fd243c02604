import { useWords } from '../words.tsx'
import { returnsEn } from './returns.en.ts'
import { type ReturnsWords, returnsZh } from './returns.zh.ts'

/** The words of the pages of returns in the reader's language. Both come with the pages. */
export const useReturnsWords = (): ReturnsWords => (useWords().locale === 'zh' ? returnsZh : returnsEn)
