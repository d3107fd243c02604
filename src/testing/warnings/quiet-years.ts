import { addDays } from '../../domain/time/time.ts'
import { isOff } from '../../engine/time/calendar.ts'
import { chinaCalendar } from '../../procedures/calendar/china-holidays.ts'
import { poissonCount } from '../../statistics/simulator/count-draw.ts'
import { mrg32k3a } from '../../statistics/simulator/mrg32k3a.ts'
import type { PlantedCount } from './plant-counts.ts'

const VILLAGES = [
  ['dongpu', 'xiatang'],
  ['dongpu', 'qingshi'],
  ['yunxi', 'beitang'],
] as const

/** Three quiet years with weekdays; traffic is reported three times as often on days off that a notice names, every year. */
export function quietYears(from: string, until: string): PlantedCount[] {
  const uniform = mrg32k3a([1, 2, 3, 4, 5, 6])
  const counts: PlantedCount[] = []
  for (let day = from; day <= until; day = addDays(day, 1)) {
    const off = isOff(chinaCalendar, day)
    const holiday = chinaCalendar.days[day]?.off === true
    for (const [unitId, placeUnitId] of VILLAGES)
      for (const [category, rate] of [
        ['facility', off ? 0.05 : 0.2],
        ['traffic', holiday ? 1.2 : off ? 0.2 : 0.3],
        ['environment', off ? 0.05 : 0.15],
      ] as const) {
        const n = poissonCount(rate, uniform())
        if (n > 0) counts.push({ day, kind: 'report', category, unitId, placeUnitId, n })
      }
  }
  return counts
}

/** Nine reports of one sort in one village in three days, on make-up working days after a holiday. */
export const BURST: PlantedCount[] = ['2026-05-04', '2026-05-05', '2026-05-06'].map((day) => ({
  day,
  kind: 'report',
  category: 'facility',
  unitId: 'dongpu',
  placeUnitId: 'xiatang',
  n: 3,
}))
