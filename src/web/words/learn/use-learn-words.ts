import { useWords } from '../words.tsx'
import { learnEn } from './learn.en.ts'
import { type LearnWords, learnZh } from './learn.zh.ts'

/** The words of what was learned in the reader's language. Both come with what shows them, not with the office. */
export const useLearnWords = (): LearnWords => (useWords().locale === 'zh' ? learnZh : learnEn)
