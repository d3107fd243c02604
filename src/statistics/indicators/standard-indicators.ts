import { text } from '../../domain/wording/text.ts'
import type { Indicator } from './indicator.ts'

/**
 * Indicators of local units, over the counts of `MATTER_OUTCOMES`. No ranges: none of them has one in law, and a
 * county sets its own. Where a usual formula can be gamed, the repaired one stands here.
 */
export const STANDARD_INDICATORS: readonly Indicator[] = [
  {
    id: 'on-time',
    version: 1,
    // Those left overdue stand in the denominator: else a late matter is best never closed.
    title: text('按期办结率', 'closed in time'),
    kind: 'share',
    formula: 'onTime / (closed + overdueOpen)',
    wanted: 'higher',
    fewest: 30,
  },
  {
    id: 'reopened',
    version: 1,
    title: text('返工率', 'reopened'),
    kind: 'share',
    formula: 'reopened / closed',
    wanted: 'lower',
    fewest: 30,
  },
  {
    id: 'extended',
    version: 1,
    title: text('延期率', 'extended'),
    kind: 'share',
    formula: 'extended / closed',
    wanted: 'inside',
    fewest: 30,
  },
  {
    id: 'clearance',
    version: 1,
    title: text('结收比', 'clearance rate'),
    kind: 'ratio',
    formula: 'closed / incoming',
    wanted: 'higher',
    fewest: 30,
  },
  {
    id: 'disposition-days',
    version: 1,
    title: text('清完存量要的天数（按年）', 'days to clear what is open (by the year)'),
    kind: 'ratio',
    formula: '365 * pendingEnd / closed',
    wanted: 'lower',
    fewest: 30,
  },
]
