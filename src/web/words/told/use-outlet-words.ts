import { useWords } from '../words.tsx'
import { outletsEn } from './outlets.en.ts'
import { type OutletWords, outletsZh } from './outlets.zh.ts'

/** The words of the page of outlets in the reader's language. Both come with its page. */
export const useOutletWords = (): OutletWords => (useWords().locale === 'zh' ? outletsZh : outletsEn)
