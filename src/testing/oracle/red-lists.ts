import type { Matter } from '../../domain/matter/matter.ts'
import type { Instant } from '../../domain/time/time.ts'

const FIRST = 8

/** Since when a matter is overdue, told by its time limits. */
const sinceOf = ({ clocks }: Matter, now: Instant) =>
  clocks
    .flatMap(({ state, dueAt }) => (['running', 'overdue'].includes(state) && dueAt <= now ? [dueAt] : []))
    .sort()[0]

/** The lists of an overview, said slowly by sorting all that is open: the longest overdue, the oldest, all of the highest level. */
export function redLists(open: readonly Matter[], now: Instant) {
  const by = (all: readonly { readonly moment: string; readonly id: string }[]) =>
    [...all].sort((a, b) => (`${a.moment} ${a.id}` < `${b.moment} ${b.id}` ? -1 : 1)).slice(0, FIRST)
  const late = open.flatMap((matter) => {
    const moment = sinceOf(matter, now)
    return moment === undefined ? [] : [{ moment, id: matter.id, unitId: matter.unitId }]
  })
  const since: Record<string, string> = {}
  for (const { unitId, moment } of late) if (!since[unitId] || moment < since[unitId]) since[unitId] = moment
  return {
    since,
    overdue: by(late).map(({ moment, id }) => `${id} ${moment}`),
    oldest: by(open.map(({ openedAt: moment, id }) => ({ moment, id }))).map(({ id }) => id),
    major: open.filter(({ level }) => level === 'major').map(({ id }) => id),
  }
}
