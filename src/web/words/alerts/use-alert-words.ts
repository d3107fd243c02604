import { useWords } from '../words.tsx'
import { alertsEn } from './alerts.en.ts'
import { type AlertWords, alertsZh } from './alerts.zh.ts'

/** The words of alerts in the reader's language. Both come with the page of a matter. */
export const useAlertWords = (): AlertWords => (useWords().locale === 'zh' ? alertsZh : alertsEn)
