import { daysOverdue } from '../../domain/bulletins/figures.ts'
import type { BehindView, Sign } from '../../domain/compare/compare-view.ts'
import type { CountRow } from '../../domain/counts/count-row.ts'
import type { CountedMatter } from '../../domain/counts/counted-matters.ts'
import { measureNamed } from '../../domain/indicators/measures.ts'
import { present } from '../../domain/present.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { namesOf } from '../../storage/counts/matter-names.ts'
import { type CompareWish, type Comparing, type CountedOf, countLines, happenedBy, needsOf } from './count-lines.ts'
import { ratingsIn, sayingsOf } from './sayings.ts'
import { SIGN_TESTS } from './signs-of.ts'

/** Matters on one page of the list. */
const PAGE = 100

export type BehindWish = CompareWish & {
  readonly line: string
  readonly page: number
  readonly figure: { readonly sign: Sign } | { readonly measure: string; readonly of: CountedOf }
}

/** The matters behind one figure of one unit, the newest first: in all exactly as many as it counts. */
export async function behindOf(comparing: Comparing, { line, page, figure, ...wish }: BehindWish): Promise<BehindView> {
  const of = 'sign' in figure ? {} : figure.of
  // Which matters their reporters rated how is no list: the figure is told, and that of five or more.
  if ('measure' in figure && ratingsIn([figure.measure], sayingsOf(comparing.procedures, of.kinds)).length > 0)
    throw new AnlanError('request-invalid', { issues: [{ field: 'measure', rule: 'not-an-option' }] })
  const counted = await countLines(comparing, wish, of, 'sign' in figure ? { events: true } : needsOf([figure.measure]))
  const found = counted.lines.find(({ unitId }) => unitId === line)
  if (!found) throw new AnlanError('request-invalid', { issues: [{ field: 'line', rule: 'not-a-unit' }] })
  const happened = happenedBy(counted, comparing)
  const isBehind = (row: CountRow) =>
    'sign' in figure
      ? SIGN_TESTS[figure.sign].shows(row, counted)
      : (measureNamed(figure.measure)?.of(row, counted.asked, happened) ?? 0) > 0
  const behind = found.rows.filter(isBehind).sort(newestFirst)
  const shown = behind.slice((page - 1) * PAGE, page * PAGE)
  const names = await namesOf(
    comparing.db,
    comparing.actor.tenant,
    shown.map(({ id }) => id),
  )
  const rows = shown.map((row): CountedMatter => {
    const { reference = '', title = '', procedureVersion = 1 } = names.get(row.id) ?? {}
    const { overdueSince, returned: _, late: _late, ...told } = row
    const overdue = overdueSince === undefined ? undefined : daysOverdue(row, counted.asked.span)
    return { ...told, reference, title, procedureVersion, ...present({ daysOverdue: overdue }) }
  })
  const pages = Math.max(1, Math.ceil(behind.length / PAGE))
  return { count: behind.length, page, pages, at: counted.asked.span.at, rows }
}

const newestFirst = (one: CountRow, other: CountRow) =>
  one.openedAt === other.openedAt ? (one.id < other.id ? -1 : 1) : one.openedAt < other.openedAt ? 1 : -1
