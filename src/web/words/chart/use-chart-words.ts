import { useWords } from '../words.tsx'
import { chartEn } from './chart.en.ts'
import { type ChartWords, chartZh } from './chart.zh.ts'

/** The words around charts in the reader's language. */
export const useChartWords = (): ChartWords => (useWords().locale === 'zh' ? chartZh : chartEn)
