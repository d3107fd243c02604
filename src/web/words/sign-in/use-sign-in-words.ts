import { useWords } from '../words.tsx'
import { signInEn } from './sign-in.en.ts'
import { type SignInWords, signInZh } from './sign-in.zh.ts'

/** The words of the door's second step and of one's own account, in the reader's language. */
export const useSignInWords = (): SignInWords => (useWords().locale === 'zh' ? signInZh : signInEn)
