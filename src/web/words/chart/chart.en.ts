import type { ChartWords } from './chart.zh.ts'

export const chartEn: ChartWords = {
  asTable: 'Show as table',
  asPicture: 'Show as chart',
}
