import { useWords } from '../words.tsx'
import { papersEn } from './papers.en.ts'
import { type PaperWords, papersZh } from './papers.zh.ts'

/** The words of the page of paper templates in the reader's language. Both come with its page. */
export const usePaperWords = (): PaperWords => (useWords().locale === 'zh' ? papersZh : papersEn)
