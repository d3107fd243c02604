import type { Matter } from '../../domain/matter/matter.ts'
import type { Clock } from '../../domain/procedure/deadline.ts'
import type { Instant } from '../../domain/time/time.ts'
import { NEW_CLOCK, TOLD } from './said-anyway.ts'

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

const isNothing = (value: unknown, nothing: unknown): boolean =>
  typeof nothing === 'object' ? Array.isArray(value) && value.length === 0 : value === nothing

/** What a matter has when its row does not say otherwise. */
function impliedOf({ fields, openedAt, unitId }: Matter): Rest {
  const implied: Rest = { ...EMPTY, stateSince: openedAt, originUnitId: unitId }
  for (const [answer, fact] of TOLD) {
    const told = (fields as Plain | undefined)?.[answer]
    if (typeof told === 'string') implied[fact] = told
  }
  return implied
}

/**
 * A matter as its row keeps it: without what everything has, and without what the rest of it says; null says that it is not there.
 * `wholeMatter` gives it back. Made by adding: an object that something was deleted from is slow to write.
 */
export function leanMatter(matter: Matter): Plain {
  const kept: Rest = { [MARK]: 1 }
  const implied = impliedOf(matter)
  for (const name in matter) {
    const value = (matter as Plain)[name]
    if (value !== undefined && !(name in implied && isNothing(value, implied[name]))) kept[name] = value
  }
  for (const name in implied) if ((matter as Plain)[name] === undefined) kept[name] = null
  if (matter.clocks.length > 0) kept['clocks'] = matter.clocks.map((clock) => leanClock(clock, matter.openedAt))
  return kept
}

/** The matter that a row keeps. One that an earlier release stored says everything, and is given back as it is. */
export function wholeMatter(kept: Plain): Matter {
  if (!(MARK in kept)) return kept as unknown as Matter
  const matter: Rest = impliedOf(kept as unknown as Matter)
  for (const name in kept) {
    if (name === MARK) continue
    if (kept[name] === null) delete matter[name]
    else matter[name] = kept[name]
  }
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
  const kept: Rest = {}
  for (const name in clock) {
    const value = (clock as Plain)[name]
    if (name === 'startedAt' ? value === openedAt : name === 'deadline' && value === deadlineOf(clock.id)) continue
    if (name === 'dueAt' && value === endOf(clock.dueOn)) continue
    if (name in NEW_CLOCK && isNothing(value, NEW_CLOCK[name as keyof typeof NEW_CLOCK])) continue
    kept[name] = value
  }
  return kept
}

/** The clocks of a matter as its row keeps them, and the instant when it was opened; whole ones stay as they are. */
export const wholeClocks = (clocks: readonly Plain[] | null, openedAt: Instant): readonly Clock[] =>
  (clocks ?? []).map((clock) => {
    const { id, dueOn } = clock
    const due = 'dueAt' in clock ? undefined : { dueAt: endOf(dueOn) }
    return { ...NEW_CLOCK, deadline: deadlineOf(id), startedAt: openedAt, ...due, ...clock } as unknown as Clock
  })
