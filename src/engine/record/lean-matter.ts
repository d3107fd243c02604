import type { Facts, Matter } from '../../domain/matter/matter.ts'
import type { Clock } from '../../domain/procedure/deadline.ts'
import type { Instant } from '../../domain/time/time.ts'

type Plain = Readonly<Record<string, unknown>>
type Rest = Record<string, unknown>

/** Stands in a matter that was stored lean; no matter says this of itself. */
const MARK = '~'

/** What a matter has when its row says nothing else. */
const EMPTY: Plain = {
  files: [],
  clocks: [],
  links: [],
  holders: [],
  handledBy: [],
  participants: [],
  childCount: 0,
  openChildCount: 0,
  stateVersion: 1,
}

/** What a clock has that nothing happened to. */
const CLOCK = {
  state: 'running',
  roll: 'none',
  pausable: false,
  pauses: [],
  extensions: [],
  provisional: false,
  warned: [],
  escalated: 0,
} as const satisfies Partial<Clock>

/** Facts that the answer of this name gives as it is. */
const TOLD: readonly (readonly [answer: string, fact: keyof Facts])[] = [
  ['title', 'title'],
  ['category', 'category'],
  ['level', 'level'],
  ['place', 'place'],
  ['placeUnit', 'placeUnitId'],
  ['sourceNumber', 'sourceNumber'],
]

const isNothing = (value: unknown, nothing: unknown): boolean =>
  typeof nothing === 'object' ? Array.isArray(value) && value.length === 0 : value === nothing

/** Leaves out what says nothing; what is not there at all is said by null. */
function drop(kept: Rest, name: string, otherwise: unknown): void {
  const value = kept[name]
  if (value === undefined) kept[name] = null
  else if (isNothing(value, otherwise)) delete kept[name]
}

/** A matter as its row keeps it: without what everything has, and without what the rest of it says. `wholeMatter` gives it back. */
export function leanMatter(matter: Matter): Plain {
  const kept: Rest = { ...matter, [MARK]: 1 }
  const fields = matter.fields as Plain
  for (const name in EMPTY) drop(kept, name, EMPTY[name])
  for (const [answer, fact] of TOLD) if (typeof fields[answer] === 'string') drop(kept, fact, fields[answer])
  drop(kept, 'stateSince', matter.openedAt)
  drop(kept, 'originUnitId', matter.unitId)
  if (matter.clocks.length > 0) kept['clocks'] = matter.clocks.map((clock) => leanClock(clock, matter.openedAt))
  return kept
}

/** The matter that a row keeps. One that an earlier release stored says everything, and is given back as it is. */
export function wholeMatter(kept: Plain): Matter {
  if (!(MARK in kept)) return kept as unknown as Matter
  const rest: Rest = { ...kept }
  delete rest[MARK]
  const matter: Rest = { ...EMPTY, stateSince: kept['openedAt'], originUnitId: kept['unitId'] }
  const fields = (kept['fields'] ?? {}) as Plain
  for (const [answer, fact] of TOLD) if (typeof fields[answer] === 'string') matter[fact] = fields[answer]
  Object.assign(matter, rest)
  for (const name in rest) if (rest[name] === null) delete matter[name]
  const clocks = kept['clocks']
  if (Array.isArray(clocks)) matter['clocks'] = wholeClocks(clocks as Plain[], kept['openedAt'] as Instant)
  return matter as unknown as Matter
}

/** What JSON of a row of `matters` says, where it may be a whole matter. */
export const wholeWhereLean = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && MARK in value ? wholeMatter(value as Plain) : value

/** The midnight after a day, where the offices are. */
const endOf = (day: unknown) => `${day}T16:00:00.000Z`

/** The part of a clock's id that names its deadline. */
const deadlineOf = (id: unknown) => String(id).split('#', 1)[0]

function leanClock(clock: Clock, openedAt: Instant): Plain {
  const kept: Rest = { ...clock }
  for (const name in CLOCK) if (isNothing(kept[name], CLOCK[name as keyof typeof CLOCK])) delete kept[name]
  if (clock.startedAt === openedAt) delete kept['startedAt']
  if (clock.deadline === deadlineOf(clock.id)) delete kept['deadline']
  if (clock.dueAt === endOf(clock.dueOn)) delete kept['dueAt']
  return kept
}

/** The clocks of a matter as its row keeps them, and the instant when it was opened; whole ones stay as they are. */
export const wholeClocks = (clocks: readonly Plain[] | null, openedAt: Instant): readonly Clock[] =>
  (clocks ?? []).map((clock) => {
    const { id, dueOn } = clock
    const due = 'dueAt' in clock ? undefined : { dueAt: endOf(dueOn) }
    return { ...CLOCK, deadline: deadlineOf(id), startedAt: openedAt, ...due, ...clock } as unknown as Clock
  })
