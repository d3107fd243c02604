import { importEn } from './import.en.ts'
import { type ImportWords, importZh } from './import.zh.ts'
import { useWords } from './words.tsx'

/** The words of the page on which a ledger comes in. Both come with its page, not with the office. */
export const useImportWords = (): ImportWords => (useWords().locale === 'zh' ? importZh : importEn)
