import type { Kysely } from 'kysely'
import { type CountQuery, mondayOf } from '../../domain/counts/count-query.ts'
import type { Actor } from '../../domain/matter/actor.ts'
import {
  dayCounts,
  kindLines,
  LINE_COUNTED,
  LINE_KEYS,
  sumOf,
  unitLines,
} from '../../domain/overview/overview-lines.ts'
import { type OverviewView, RECENT_DAYS, type RedRow, YEAR_WEEKS } from '../../domain/overview/overview-view.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { addDays, dayOf, type Instant, startOfDay } from '../../domain/time/time.ts'
import { scopeOf } from '../counts/count-cells.ts'
import { countWithEnds } from '../counts/count-with-ends.ts'
import { rowsOf } from '../read/lists/rows-of.ts'
import { matterRow } from '../read/matter-row.ts'
import type { Tables } from '../schema/tables.ts'
import { longestOverdue, majorOpen, oldestOpen } from './red-matters.ts'

/** Matters of each list; a number beside it opens all. */
const MOST_ROWS = 8

/** What a leader looks at, of a unit with all below it: few statements, however much there is. */
export async function readOverview(
  db: Kysely<Tables>,
  actor: Actor,
  unitId: string,
  now: Instant,
  rulebook: Rulebook,
): Promise<OverviewView> {
  const { directory } = rulebook
  const scope = scopeOf(actor, rulebook)
  const open = { ...scope, unitId }
  const today = dayOf(now)
  const from = addDays(today, 1 - RECENT_DAYS)
  const { cells, ends } = await countWithEnds(db, scope, [recent(unitId, from, now), daily(unitId, now)], {
    unitId,
    at: now,
    limit: MOST_ROWS,
  })
  const [lines = [], days = []] = cells
  const [longest, major, oldest] = await Promise.all([
    longestOverdue(db, open, ends, MOST_ROWS),
    majorOpen(db, open, { ...ends, now }, MOST_ROWS),
    oldestOpen(db, open, ends, MOST_ROWS),
  ])
  const ids = [...new Set([...longest, ...major].map(({ id }) => id).concat(oldest))]
  const known = new Map((await rowsOf(db, actor, ids, directory)).map((row) => [row.id, matterRow(row)]))
  const red = (some: readonly { readonly id: string; readonly since: Instant | null }[]) =>
    some.flatMap(({ id, since: overdueSince }): RedRow[] => {
      const row = known.get(id)
      return row ? [{ ...row, ...(overdueSince ? { overdueSince } : {}) }] : []
    })
  return {
    now,
    unitId,
    from,
    all: sumOf(lines),
    units: unitLines(lines, directory, unitId, ends.overdueSince),
    kinds: kindLines(lines, scope.kinds),
    days: dayCounts(days),
    overdue: red(longest),
    major: red(major),
    oldest: oldest.flatMap((id) => known.get(id) ?? []),
  }
}

const recent = (unitId: string, from: string, now: Instant): CountQuery => ({
  span: { from: startOfDay(from), at: now },
  by: LINE_KEYS,
  counted: LINE_COUNTED,
  unitId,
})

/** From the Monday from which there are two whole years of weeks. */
const daily = (unitId: string, now: Instant): CountQuery => ({
  span: { from: startOfDay(addDays(mondayOf(dayOf(now)), -7 * 2 * YEAR_WEEKS)), at: now },
  by: ['day'],
  counted: ['opened', 'closed'],
  unitId,
})
