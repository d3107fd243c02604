import { useWords } from '../words.tsx'
import { bulletinsEn } from './bulletins.en.ts'
import { type BulletinsWords, bulletinsZh } from './bulletins.zh.ts'

/** The words of bulletins in the reader's language. Both come with what shows them, not with the office. */
export const useBulletinsWords = (): BulletinsWords => (useWords().locale === 'zh' ? bulletinsZh : bulletinsEn)
