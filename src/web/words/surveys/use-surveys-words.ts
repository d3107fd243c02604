import { useWords } from '../words.tsx'
import { surveysEn } from './surveys.en.ts'
import { type SurveysWords, surveysZh } from './surveys.zh.ts'

/** The words of what was surveysed in the reader's language. Both come with what shows them, not with the office. */
export const useSurveysWords = (): SurveysWords => (useWords().locale === 'zh' ? surveysZh : surveysEn)
