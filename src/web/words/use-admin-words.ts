import { adminEn } from './admin.en.ts'
import { type AdminWords, adminZh } from './admin.zh.ts'
import { ownOfficeEn } from './own-office.en.ts'
import { type OwnOfficeWords, ownOfficeZh } from './own-office.zh.ts'
import { useWords } from './words.tsx'

/** The words of the administrator's pages in the reader's language. Both come with these pages, not with the office. */
export const useAdminWords = (): AdminWords => (useWords().locale === 'zh' ? adminZh : adminEn)

/** The words of the page on which an office sets its own rules. */
export const useOwnOfficeWords = (): OwnOfficeWords => (useWords().locale === 'zh' ? ownOfficeZh : ownOfficeEn)
