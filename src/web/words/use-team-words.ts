import { teamEn } from './team.en.ts'
import { type TeamWords, teamZh } from './team.zh.ts'
import { useWords } from './words.tsx'

/** The words of the team page in the reader's language. They come with its page. */
export const useTeamWords = (): TeamWords => (useWords().locale === 'zh' ? teamZh : teamEn)
