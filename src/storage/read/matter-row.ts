import { sql } from 'kysely'
import { LEVEL_OF_RANK, type Level } from '../../domain/matter/level.ts'
import type { Channel, Matter } from '../../domain/matter/matter.ts'
import type { Clock } from '../../domain/procedure/deadline.ts'
import type { StateGroup } from '../../domain/procedure/procedure.ts'
import type { MatterRow, RowClock } from '../../domain/views/views.ts'
import { wholeClocks } from '../../engine/record/lean-matter.ts'
import { leadingClock } from '../../engine/time/leading-clock.ts'

/** Columns every list of matters selects, from `matters as m`. */
export const ROW_COLUMNS = [
  'm.id',
  'm.reference',
  'm.procedure',
  'm.title',
  'm.category',
  'm.level',
  'm.state',
  'm.state_group as group',
  'm.unit_id as unitId',
  'm.place',
  'm.place_unit_id as placeUnitId',
  'm.channel',
  'm.owner_post_id as ownerPostId',
  'm.opened_at as openedAt',
  'm.closed_at as closedAt',
  'm.version',
  'm.source_number as sourceNumber',
  'm.exercise',
  // Taken out by the database, so that the whole matter stays there.
  sql<KeptClocks>`m.matter -> 'clocks'`.as('clocks'),
  sql<number>`(m.matter -> 'procedureVersion')::int`.as('procedureVersion'),
  sql<string | null>`m.matter ->> 'mark'`.as('mark'),
] as const

/** As the row keeps them. */
type KeptClocks = Parameters<typeof wholeClocks>[0]

type Selected = {
  id: string
  reference: string
  procedure: string
  title: string
  category: string | null
  level: number | null
  state: string
  group: string
  unitId: string
  place: string | null
  placeUnitId: string | null
  channel: string
  ownerPostId: string | null
  openedAt: string
  closedAt: string | null
  version: number
  sourceNumber: string | null
  exercise: boolean
  clocks: KeptClocks
  procedureVersion: number
  mark: string | null
}

/** The clock a list shows: what ends first while open, what ended last when done. Of clocks for one holder each, the `reader`'s. */
export function rowClock(
  clocks: readonly Clock[],
  done: boolean,
  reader: readonly string[] = [],
): RowClock | undefined {
  const ended = clocks
    .filter(({ state }) => state === 'met' || state === 'lapsed')
    .toSorted((a, b) => (a.dueAt < b.dueAt ? 1 : -1))
  const first = leadingClock(clocks, reader) ?? (done ? ended[0] : undefined)
  if (!first) return undefined
  const {
    id,
    state,
    startedAt,
    dueOn,
    dueAt,
    provisional,
    endedAt,
    period,
    setDay,
    setAt,
    pauses,
    heldAt,
    roll,
    extensions,
  } = first
  return {
    clockId: id,
    state,
    startedAt,
    dueAt,
    provisional,
    ...(dueOn ? { dueOn } : {}),
    ...(endedAt ? { endedAt } : {}),
    ...(period ? { period } : {}),
    ...(setDay ? { setDay } : {}),
    ...(setAt ? { setAt } : {}),
    ...(pauses.length > 0 ? { pauses } : {}),
    ...(heldAt && state === 'held' ? { heldAt } : {}),
    ...(state === 'paused' ? { roll, extensions } : {}),
  }
}

/** A list row as screens get it; `reader` is the post and the unit it is for, where a clock of their own counts. */
export function matterRow({ level, group, channel, ...row }: Selected, reader: readonly string[] = []): MatterRow {
  const known = level === null ? undefined : LEVEL_OF_RANK[level]
  const clocks = wholeClocks(row.clocks, row.openedAt)
  return shaped({ ...row, clocks, level: known, group: group as StateGroup, channel: channel as Channel }, reader)
}

/** The same of a whole matter. */
export const rowOfMatter = (matter: Matter, reader: readonly string[] = []): MatterRow => shaped(matter, reader)

/** What a column and a matter both say, there with null and here without. */
type Shown = Omit<Selected, 'level' | 'group' | 'channel' | 'clocks' | Absent> &
  Pick<Matter, 'group' | 'channel' | 'clocks'> & { readonly level?: Level | undefined } & {
    readonly [name in Absent]?: Selected[name] | undefined
  }
type Absent =
  | ('category' | 'place' | 'placeUnitId' | 'ownerPostId')
  | ('closedAt' | 'sourceNumber' | 'exercise' | 'mark')

function shaped(row: Shown, reader: readonly string[]): MatterRow {
  const clock = rowClock(row.clocks, row.group === 'done', reader)
  return {
    id: row.id,
    reference: row.reference,
    procedure: row.procedure,
    procedureVersion: row.procedureVersion,
    title: row.title,
    state: row.state,
    group: row.group,
    unitId: row.unitId,
    channel: row.channel,
    openedAt: row.openedAt,
    version: row.version,
    ...(row.category ? { category: row.category } : {}),
    ...(row.level ? { level: row.level } : {}),
    ...(row.place ? { place: row.place } : {}),
    ...(row.placeUnitId ? { placeUnitId: row.placeUnitId } : {}),
    ...(row.sourceNumber ? { sourceNumber: row.sourceNumber } : {}),
    ...(row.ownerPostId ? { ownerPostId: row.ownerPostId } : {}),
    ...(row.closedAt ? { closedAt: row.closedAt } : {}),
    ...(clock ? { clock } : {}),
    ...(row.exercise ? { exercise: true } : {}),
    ...(row.mark ? { mark: row.mark } : {}),
  }
}
