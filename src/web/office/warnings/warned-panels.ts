import { familyParts, parseSeriesName } from '../../../domain/warnings/series-key.ts'
import type { PanelView, WarningCard } from '../../../domain/warnings/warning-view.ts'

/** Half a year, as far as a small picture goes. */
const SHOWN = { day: 182, week: 26 } as const

/** The series of warnings that are not over, as pictures: they stand before the others, each once. */
export function warnedPanels(cards: readonly WarningCard[]): PanelView[] {
  const panels = new Map<string, PanelView>()
  for (const { key, subject, step, of, what, points, stage, matterId, reference } of cards) {
    const series = parseSeriesName(key)
    if (stage === 'done' || !series || points.length === 0 || panels.has(key)) continue
    panels.set(key, {
      key,
      subject,
      step,
      of,
      what,
      ...familyParts(series.family),
      points: points.slice(-SHOWN[step]),
      open: { matterId, reference, state: stage },
      ...(subject === 'unit' || subject === 'place' ? { unitId: series.of } : {}),
    })
  }
  return [...panels.values()]
}
