import { personalEn } from './personal.en.ts'
import { personalZh } from './personal.zh.ts'
import { useWords } from './words.tsx'

type Widened<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...given: infer A) => string
      ? (...given: A) => string
      : Widened<T[K]>
}
export type PersonalWords = Widened<typeof personalZh>

/** The words of what protects personal data, in the reader's language. */
export const usePersonalWords = (): PersonalWords => (useWords().locale === 'zh' ? personalZh : personalEn)
