import { useWords } from '../words.tsx'
import { inboxEn } from './inbox.en.ts'
import { type InboxWords, inboxZh } from './inbox.zh.ts'

/** The words of the inbox in the reader's language. Both come with its page, not with the office. */
export const useInboxWords = (): InboxWords => (useWords().locale === 'zh' ? inboxZh : inboxEn)
