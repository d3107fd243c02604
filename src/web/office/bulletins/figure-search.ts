/** The page of a long list. */
export type FigureSearch = { readonly page?: number }

export function readFigureSearch({ page }: Record<string, unknown>): FigureSearch {
  const number = Number(page)
  return Number.isInteger(number) && number > 1 && number <= 1000 ? { page: number } : {}
}
