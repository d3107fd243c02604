import { rulesEn } from './rules.en.ts'
import { type RulesWords, rulesZh } from './rules.zh.ts'
import { useWords } from './words.tsx'

/** The words of the rules pages in the reader's language. Both come with these pages, not with the office. */
export const useRulesWords = (): RulesWords => (useWords().locale === 'zh' ? rulesZh : rulesEn)
