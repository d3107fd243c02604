import { readingsEn } from './readings.en.ts'
import { type ReadingsWords, readingsZh } from './readings.zh.ts'
import { useWords } from './words.tsx'

/** The words of the log of readers in the reader's language. Both come with its page, not with the office. */
export const useReadingsWords = (): ReadingsWords => (useWords().locale === 'zh' ? readingsZh : readingsEn)
