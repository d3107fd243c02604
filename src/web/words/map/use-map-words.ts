import { useWords } from '../words.tsx'
import { mapEn } from './map.en.ts'
import { type MapWords, mapZh } from './map.zh.ts'

/** The words of the map in the reader's language. Both come with its page, not with the office. */
export const useMapWords = (): MapWords => (useWords().locale === 'zh' ? mapZh : mapEn)
