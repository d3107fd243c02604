import { eventJson, joined, list, summed } from './bulk-rows.ts'
import type { Move } from './move-by-time.ts'

/** The rows of many moves as JSON lists, table by table; `undefined` when a table gets none. */
export const moveRows = (moves: readonly Move[]) => {
  const steps = moves.flatMap((move) => move.steps)
  const ofEach = (rowsOf: (step: Move['steps'][number]) => readonly object[]) =>
    list(steps.flatMap((step) => rowsOf(step).map((row) => ({ matter_id: step.matter.id, ...row }))))
  return {
    matters: list(moves.map(({ steps: own }) => own.at(-1)?.rows.columns ?? {})),
    events: joined(steps.flatMap(({ matter, rows }) => rows.events.map((row) => eventJson(matter.id, row)))),
    forLog: list(moves.flatMap(logged)),
    deadlines: list(moves.flatMap(lastOfEachClock)),
    links: ofEach(({ rows }) => rows.links),
    jobs: list(steps.flatMap(({ rows }) => rows.jobs)),
    notices: ofEach(({ rows }) => rows.notices),
    counters: list(summed(steps.flatMap(({ rows }) => rows.counters))),
  }
}

/** All steps of a move are one entry of the log: they were committed together. */
function logged({ before, steps }: Move): object[] {
  const last = steps.at(-1)?.rows.columns.version
  return last === undefined ? [] : [{ kind: 'events', subject: before.id, first: before.version + 1, last }]
}

/** A clock that changed twice is written once, as it is in the end: one statement touches a row only once. */
function lastOfEachClock({ before: { id }, steps }: Move): object[] {
  const rows = steps.flatMap((step) => step.rows.deadlines)
  return [...new Map(rows.map((row) => [row.clock_id, { matter_id: id, ...row }])).values()]
}
