import { useWords } from '../words.tsx'
import { overviewEn } from './overview.en.ts'
import { type OverviewWords, overviewZh } from './overview.zh.ts'

/** The words of the overview in the reader's language. They come with its page. */
export const useOverviewWords = (): OverviewWords => (useWords().locale === 'zh' ? overviewZh : overviewEn)
