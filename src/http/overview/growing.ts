import { unitsBelow } from '../../domain/bulletins/countable.ts'
import { below, type CountCell, mondayOf } from '../../domain/counts/count-query.ts'
import type { GrowingRow, GrowingView } from '../../domain/overview/growing-view.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { addDays, type Day, daysBetween } from '../../domain/time/time.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { housePanel, type PanelMember } from '../../statistics/house/house-panel.ts'
import { HOUSE_WEEKLY } from '../../statistics/house/house-settings.ts'

/** Weeks of history, and of the small picture beside a row. */
export const HISTORY_WEEKS = 156
const SHOWN_WEEKS = 26
/** A series in which hardly anything ever comes in says nothing about a week. */
const LEAST_COUNT = 3

type Series = Pick<GrowingRow, 'unitId' | 'category'> & { readonly counts: number[] }

/** Judges the last whole week of each unit right below, and of each category, beside their own past; cells are by week and one of the two. */
export function growingOf(
  cells: readonly CountCell[],
  { directory, calendar }: Pick<Rulebook, 'directory' | 'calendar'>,
  unitId: string,
  today: Day,
): GrowingView {
  const monday = addDays(mondayOf(today), -7)
  const { first, weeks } = weeksOf(cells, monday)
  const series = weeks === 0 ? [] : seriesOf(cells, directory, unitId, { first, weeks })
  const dates = Array.from({ length: weeks }, (_, week) => addDays(first, 7 * week))
  const members = series.map(({ unitId: unit, counts }, at): PanelMember => {
    return { id: String(at), pool: unit ? 'unit' : 'category', series: { frequency: 52, observed: counts, dates } }
  })
  const answers = housePanel(members, { ...HOUSE_WEEKLY, calendar }, weeks > 0 ? [weeks] : [])
  const rows = answers.flatMap(({ result }, at): GrowingRow[] => {
    const [one] = result.ok ? result.alarm : []
    const { counts = [], ...about } = series[at] ?? {}
    const count = counts.at(-1) ?? 0
    if (!result.ok || !one || count < LEAST_COUNT) return []
    const usual = Math.floor(result.upperbound[0] ?? 0)
    return [{ ...about, count, expected: result.expected[0] ?? 0, usual, weeks: counts.slice(-SHOWN_WEEKS) }]
  })
  const judged = answers.filter(({ result }) => result.ok && result.alarm[0] !== null).length
  return { monday, judged, tooShort: series.length - judged, chance: HOUSE_WEEKLY.alpha, rows }
}

/** From the first week in which anything came in: before the program was used nothing was counted, which is not none. */
function weeksOf(cells: readonly CountCell[], monday: Day): { readonly first: Day; readonly weeks: number } {
  const first = cells.reduce((least, { key }) => (key.week && key.week < least ? key.week : least), monday)
  const some = cells.some(({ key }) => key.week !== undefined && key.week <= monday)
  return { first, weeks: some ? daysBetween(first, monday) / 7 + 1 : 0 }
}

function seriesOf(
  cells: readonly CountCell[],
  directory: Directory,
  unitId: string,
  { first, weeks }: { readonly first: Day; readonly weeks: number },
): Series[] {
  const holders = unitsBelow(directory, unitId).map(({ id }) => ({ id, holds: below(directory, id) }))
  const found = new Map<string, Series>()
  const add = (name: string, about: Omit<Series, 'counts'>, week: Day, count: number) => {
    const at = daysBetween(first, week) / 7
    if (at >= weeks) return
    const known = found.get(name) ?? { ...about, counts: Array.from({ length: weeks }, () => 0) }
    found.set(name, known)
    known.counts[at] = (known.counts[at] ?? 0) + count
  }
  for (const { key, counts } of cells) {
    const { week = '', unit, category } = key
    const count = counts.opened ?? 0
    // A kind without categories stands as a whole.
    if (category !== undefined) add(`category ${category}`, { category }, week, count)
    const holder = unit === undefined ? undefined : holders.find(({ holds }) => holds(unit))
    if (holder) add(`unit ${holder.id}`, { unitId: holder.id }, week, count)
  }
  return [...found.values()]
}
