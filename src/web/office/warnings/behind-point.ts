import type { CountRequest } from '../../../domain/counts/count-request.ts'
import { addDays, type Day } from '../../../domain/time/time.ts'
import type { PanelView } from '../../../domain/warnings/warning-view.ts'

type Series = Pick<PanelView, 'key' | 'subject' | 'step' | 'kind' | 'category' | 'unitId'>

/** The matters behind one day or week of a series; none where it counts what no list can be asked for. */
export function behindPoint(series: Series, day: Day): CountRequest | undefined {
  const { subject, step, kind, category, unitId } = series
  if (unitId === undefined || (subject !== 'unit' && subject !== 'place')) return undefined
  return {
    counted: ['opened'],
    from: day,
    to: step === 'week' ? addDays(day, 6) : day,
    kinds: [kind],
    [subject]: unitId,
    ...(category === undefined ? {} : { category: `${kind}/${category}` }),
  }
}
