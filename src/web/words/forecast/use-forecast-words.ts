import { useWords } from '../words.tsx'
import { forecastEn } from './forecast.en.ts'
import { type ForecastWords, forecastZh } from './forecast.zh.ts'

/** The words of the forecast in the reader's language. Both come with what shows them, not with the office. */
export const useForecastWords = (): ForecastWords => (useWords().locale === 'zh' ? forecastZh : forecastEn)
