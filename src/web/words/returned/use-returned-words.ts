import { useWords } from '../words.tsx'
import { returnedEn } from './returned.en.ts'
import { type ReturnedWords, returnedZh } from './returned.zh.ts'

/** The words of the page on which a ledger comes back. Both come with its page, not with the office. */
export const useReturnedWords = (): ReturnedWords => (useWords().locale === 'zh' ? returnedZh : returnedEn)
