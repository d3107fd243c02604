/** The words around every chart. */
export const chartZh = {
  asTable: '看表格',
  asPicture: '看图',
}

export type ChartWords = typeof chartZh
