import { useWords } from '../words.tsx'
import { personalEn } from './personal.en.ts'
import { type PersonalWords, personalZh } from './personal.zh.ts'

/** The words of what protects personal data, in the reader's language. */
export const usePersonalWords = (): PersonalWords => (useWords().locale === 'zh' ? personalZh : personalEn)
