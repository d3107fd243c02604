import { expect } from 'vitest'
import type { Matter } from '../../domain/matter/matter.ts'
import type { Clock } from '../../domain/procedure/deadline.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Calendar } from '../../domain/time/calendar.ts'
import type { Instant } from '../../domain/time/time.ts'
import { replay } from '../../engine/record/evolve.ts'
import { duePoint } from '../../engine/time/due-point.ts'
import { standing } from '../../engine/time/standing.ts'
import { derive } from '../../engine/why/derivation.ts'
import { PROCEDURES } from '../../procedures/all.ts'
import { chinaCalendar } from '../../procedures/calendar/china-holidays.ts'
import { BORN, randomLife } from './random-life.ts'

/** The calendar as it was before the notice for 2026 came out. */
const before: Calendar = {
  ...chinaCalendar,
  publishedYears: chinaCalendar.publishedYears.filter((year) => year < 2026),
  days: Object.fromEntries(Object.entries(chinaCalendar.days).filter(([, { source }]) => !source.includes('2026年'))),
}

const counts = ({ state }: Clock) => state === 'running' || state === 'overdue' || state === 'held'

/** Stored in the matter, derived again from the clock's own facts, drawn on the page, and said by the chip. */
function fourWays(clock: Clock, calendar: Calendar, now: Instant) {
  const point = duePoint(clock, calendar)
  const drawn = derive(clock, calendar, now)
  const chip = standing(clock, now, calendar)
  return [
    { dueOn: clock.dueOn, dueAt: clock.dueAt, provisional: clock.provisional },
    { dueOn: point.dueOn, dueAt: point.dueAt, provisional: point.provisional },
    { dueOn: drawn.dueOn, dueAt: drawn.dueAt, provisional: drawn.provisional },
    { dueOn: chip.dueOn, dueAt: chip.dueAt, provisional: chip.provisional },
  ]
}

/** A thousand lives of each kind as it is now; fewer of what is superseded, and of records, which hardly move. */
const livesOf = ({ id, version, record }: Procedure): number =>
  record || PROCEDURES.some((other) => other.id === id && other.version > version) ? 200 : 1_000

/** Every second definition from the first or the second on: two files share them, so that two workers do. */
export const everySecond = (from: 0 | 1) =>
  PROCEDURES.filter((_, index) => index % 2 === from).map(
    (procedure) => [livesOf(procedure), `${procedure.id}@${procedure.version}`, procedure] as const,
  )

/** Lets so many matters live over two Spring Festivals, with the notice of the year in between: one due day everywhere. */
export function expectOneDueDay(procedure: Procedure, lives: number): void {
  const reached = new Set<string>()
  // A clock that did not change shows what it showed; under another calendar it is another.
  const seen = new WeakMap<Clock, Calendar>()
  for (let seed = 1; seed <= lives; seed += 1) {
    const { matter, events } = randomLife(
      { ...procedure, effectiveOn: BORN.slice(0, 10) },
      PROCEDURES.map((each) => ({ ...each, effectiveOn: '2024-01-01' })),
      { before, after: chinaCalendar },
      seed,
      ({ matter: now, calendar, now: at }) => {
        reached.add(now.state)
        for (const clock of now.clocks.filter(counts)) {
          if (seen.get(clock) === calendar) continue
          seen.set(clock, calendar)
          const [stored, ...others] = fourWays(clock, calendar, at)
          for (const other of others)
            if (JSON.stringify(other) !== JSON.stringify(stored))
              expect(other, `life ${seed}, ${clock.id} at ${at}`).toEqual(stored)
        }
      },
    )
    if (seed % 50 === 0) expect(replay(JSON.parse(JSON.stringify(events)))).toEqual(parsed(matter))
  }
  const states = Object.keys(procedure.states)
  // Chance reaches most of what a definition knows; what it misses has a story of its own.
  expect(reached.size, `reached only ${[...reached].join(', ')}`).toBeGreaterThan(states.length * 0.6)
}

const parsed = (matter: Matter | undefined) => JSON.parse(JSON.stringify(matter)) as Matter
