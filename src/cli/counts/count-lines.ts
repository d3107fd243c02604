import type { CountKey } from '../../domain/counts/count-query.ts'
import type { Counted } from '../../domain/counts/count-row.ts'
import type { CountsView } from '../../domain/counts/counted-matters.ts'
import { addMilliseconds, dayOf } from '../../domain/time/time.ts'
import { type Locale, type Text, text } from '../../domain/wording/text.ts'
import { tableLines } from '../shell/display-width.ts'

const KEY_TITLES: Readonly<Record<CountKey, Text>> = {
  unit: text('单位', 'Unit'),
  kind: text('类型', 'Kind'),
  category: text('类别', 'Category'),
  state: text('状态', 'State'),
  level: text('等级', 'Level'),
  place: text('地点', 'Place'),
  source: text('渠道', 'Source'),
  month: text('月', 'Month'),
  week: text('周（周一）', 'Week of'),
  day: text('日', 'Day'),
}
const COUNTED_TITLES: Readonly<Record<Counted, Text>> = {
  opened: text('登记', 'Registered'),
  closed: text('办结', 'Closed'),
  onTime: text('按期', 'On time'),
  late: text('超期', 'Late'),
  returned: text('退回', 'Returned'),
  open: text('未结', 'Open'),
  overdue: text('逾期', 'Overdue'),
}
const TOLD: Readonly<Record<'few' | 'hidden', Text>> = { few: text('少于5', '<5'), hidden: text('—', '—') }

/** Counts as a table for a terminal. */
export function countLines({ span, by, counted, cells }: CountsView, locale: Locale): string[] {
  const last = dayOf(addMilliseconds(span.at, -1))
  const heading = [...by.map((key) => KEY_TITLES[key][locale]), ...counted.map((each) => COUNTED_TITLES[each][locale])]
  const rows = cells.map(({ key, counts }) => [
    ...by.map((each) => key[each] || '—'),
    ...counted.map((each) => {
      const count = counts[each] ?? 0
      return typeof count === 'number' ? String(count) : TOLD[count][locale]
    }),
  ])
  return [`${dayOf(span.from)} — ${last}`, ...tableLines([heading, ...rows])]
}
