import { useWords } from '../words.tsx'
import { warningsEn } from './warnings.en.ts'
import { type WarningsWords, warningsZh } from './warnings.zh.ts'

/** The words of early warning in the reader's language. Both come with its pages, not with the office. */
export const useWarningsWords = (): WarningsWords => (useWords().locale === 'zh' ? warningsZh : warningsEn)
