/** What a sweep is told in: places, then what was found there. Each figure is a list of the ledger. */
export const COVERAGE_FIGURES = [
  'toCheck',
  'checked',
  'left',
  'found',
  'fixed',
  'onTime',
  'overdue',
  'majorLeft',
] as const
export type CoverageFigure = (typeof COVERAGE_FIGURES)[number]

/** How far a sweep has come in one of its units. */
export type CoverageRow = { readonly unitId: string } & { readonly [F in CoverageFigure]: number }

/** How far a sweep has come, unit by unit, as far as the reader may see it. */
export type CoverageView = { readonly reference: string; readonly rows: readonly CoverageRow[] }
