import { useWords } from '../words.tsx'
import { signInAdminEn } from './sign-in-admin.en.ts'
import { type SignInAdminWords, signInAdminZh } from './sign-in-admin.zh.ts'

/** The words of the part about how people sign in, in the reader's language. */
export const useSignInAdminWords = (): SignInAdminWords => (useWords().locale === 'zh' ? signInAdminZh : signInAdminEn)
