import { useWords } from '../words.tsx'
import { wallEn } from './wall.en.ts'
import { type WallWords, wallZh } from './wall.zh.ts'

/** The words of the wall in the reader's language. They come with its page. */
export const useWallWords = (): WallWords => (useWords().locale === 'zh' ? wallZh : wallEn)
