// A county's panel: 500 units, 40 categories, five years of weeks, with the house detector.
import { addDays } from '../../src/domain/time/time.ts'
import type { PanelMember } from '../../src/statistics/house/house-panel.ts'
import { negativeBinomialCount } from '../../src/statistics/simulator/count-draw.ts'
import { mrg32k3a } from '../../src/statistics/simulator/mrg32k3a.ts'

const WEEKS = 261

/** 20,000 series, mostly small: categories differ in season, units in size. */
export function countyPanel(units: number, categories: number): PanelMember[] {
  const dates = Array.from({ length: WEEKS }, (_, week) => addDays('2021-01-04', 7 * week))
  const members: PanelMember[] = []
  for (let category = 0; category < categories; category++)
    for (let unit = 0; unit < units; unit++) {
      const uniform = mrg32k3a([category + 1, unit + 1, 3, 4, 5, 6])
      const level = 0.15 * 40 ** (((unit * 7919) % units) / units) * (0.3 + (category % 7) / 5)
      const season = 0.6 * Math.cos(category)
      const observed = dates.map((_, week) =>
        negativeBinomialCount(level * Math.exp(season * Math.cos((2 * Math.PI * week) / 52.18)), 1.4, uniform()),
      )
      members.push({ id: `${category}/${unit}`, pool: String(category), series: { frequency: 52, observed, dates } })
    }
  return members
}
