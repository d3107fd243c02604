import type { Kysely } from 'kysely'
import { type CountQuery, mondayOf } from '../../domain/counts/count-query.ts'
import type { Actor } from '../../domain/matter/actor.ts'
import { LINE_COUNTED, LINE_KEYS, sumOf, unitLines } from '../../domain/overview/overview-lines.ts'
import { RECENT_DAYS } from '../../domain/overview/overview-view.ts'
import { WALL_DAYS, WALL_WEEKS, type WallRow, type WallView } from '../../domain/overview/wall-view.ts'
import { present } from '../../domain/present.ts'
import { rotaOf } from '../../domain/procedure/hands/rota.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { addDays, dayOf, type Instant, startOfDay } from '../../domain/time/time.ts'
import type { MatterRow } from '../../domain/views/views.ts'
import { scopeOf } from '../counts/count-cells.ts'
import { countWithEnds } from '../counts/count-with-ends.ts'
import { rowsOf } from '../read/lists/rows-of.ts'
import { matterRow } from '../read/matter-row.ts'
import type { Tables } from '../schema/tables.ts'
import { dueByDay, logHead, longestOverdue, majorOpen, nextDue } from './red-matters.ts'

/** As many as can be read from five metres. */
const MOST_URGENT = 8
/** Of those, so many of the highest level before what is only late. */
const MOST_MAJOR = 3
/** What ends next. */
const MOST_NEXT = 7

/** What hangs on the wall: the reader's unit with all below it, without a word that people wrote. */
export async function readWall(db: Kysely<Tables>, actor: Actor, now: Instant, rulebook: Rulebook): Promise<WallView> {
  const { directory } = rulebook
  const { unitId } = actor
  const scope = scopeOf(actor, rulebook)
  const open = { ...scope, unitId }
  const today = dayOf(now)
  const since = { from: startOfDay(addDays(today, 1 - RECENT_DAYS)), at: now }
  const monday = mondayOf(today)
  const weeks = { from: startOfDay(addDays(monday, -7 * WALL_WEEKS)), at: now }
  const ahead = { from: startOfDay(today), until: startOfDay(addDays(today, WALL_DAYS)) }
  const lines: CountQuery = { span: since, by: LINE_KEYS, counted: LINE_COUNTED, unitId }
  const flow: CountQuery = { span: weeks, by: ['week'], counted: ['opened', 'closed'], unitId }
  const { cells: counted, ends } = await countWithEnds(db, scope, [lines, flow], {
    unitId,
    at: now,
    limit: MOST_URGENT,
  })
  const [cells = [], weekly = []] = counted
  const [longest, major, due, next, head] = await Promise.all([
    longestOverdue(db, open, ends, MOST_URGENT),
    majorOpen(db, open, { ...ends, now }, MOST_URGENT),
    dueByDay(db, open, ahead),
    nextDue(
      db,
      { ...open, kinds: open.kinds.filter(isNoShift(rulebook)) },
      { from: now, until: ahead.until },
      MOST_NEXT,
    ),
    logHead(db, actor.tenant),
  ])
  const first = [...major.slice(0, MOST_MAJOR), ...longest, ...major]
  const late = new Map(first.map(({ id, since: from }) => [id, from ?? undefined]))
  const ids = [...late.keys()].slice(0, MOST_URGENT)
  const found = new Map(
    (await rowsOf(db, actor, [...new Set([...ids, ...next])], directory)).map((row) => [row.id, matterRow(row)]),
  )
  const rowsIn = (wanted: readonly string[]) => wanted.flatMap((id) => found.get(id) ?? [])
  const byWeek = new Map(weekly.map(({ key, counts }) => [key.week, counts]))
  return {
    now,
    unitId,
    all: sumOf(cells),
    units: unitLines(cells, directory, unitId, ends.overdueSince),
    urgent: rowsIn(ids).map((row) => wallRow(row, late.get(row.id))),
    next: rowsIn(next).map((row) => wallRow(row, undefined)),
    weeks: Array.from({ length: WALL_WEEKS }, (_, week) => {
      const day = addDays(monday, 7 * (week - WALL_WEEKS))
      const { opened = 0, closed = 0 } = byWeek.get(day) ?? {}
      return { monday: day, opened, closed }
    }),
    due: Array.from({ length: WALL_DAYS }, (_, after) => {
      const day = addDays(today, after)
      return { day, count: due.get(day) ?? 0 }
    }),
    ...present({
      log: head && { size: Number(head.size), at: head.at, ...present({ witnessedAt: head.witnessedAt ?? undefined }) },
    }),
  }
}

/** Shifts stand in the card of who is on duty. */
const isNoShift = ({ procedures }: Rulebook) => {
  const shifts = new Set(procedures.flatMap((procedure) => (rotaOf(procedure) ? [procedure.id] : [])))
  return (kind: string) => !shifts.has(kind)
}

const wallRow = (row: MatterRow, overdueSince: Instant | undefined): WallRow => ({
  reference: row.reference,
  kind: row.procedure,
  unitId: row.unitId,
  ...present({ placeUnitId: row.placeUnitId, level: row.level, overdueSince, dueOn: row.clock?.dueOn }),
})
