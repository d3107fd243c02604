import { LEVELS, type Level } from '../matter/level.ts'
import { CHANNELS } from '../matter/matter.ts'
import { CAME_BACK_FIGURES } from './came-back-view.ts'
import { COVERAGE_FIGURES } from './coverage-view.ts'

/**
 * What the ledger can be asked, and what may be answered: one of a list, or an id, a time (a day or an instant), or a text.
 * The route, the query, the address of the page and the description of the API all follow from here. `kinds`: several, by comma. `pointsTo`: the number of a record.
 * `unit` and `place` mean the whole subtree; `notDone` is open and waiting; `work` is what waits for the reader's post, or what
 * it took part in and waits for others, or what it sponsors. `crossing` is what stands at another office now, or came from one. `sweep` is the number of a campaign or a lesson, and `figure` which of its figures the list stands behind. Exercises are left out, but of the ledger of their own kind; `only` asks for nothing else.
 */
export const LEDGER_FILTERS = {
  procedure: 'id',
  kinds: 'ids',
  pointsTo: 'id',
  group: ['open', 'waiting', 'done', 'notDone'],
  state: 'id',
  unit: 'id',
  place: 'id',
  category: 'id',
  level: Object.keys(LEVELS) as Level[],
  channel: CHANNELS,
  owner: 'id',
  overdue: ['true', 'false'],
  exercise: ['only'],
  work: ['mine', 'sent', 'sponsored'],
  crossing: ['away', 'came'],
  sweep: 'id',
  figure: [...COVERAGE_FIGURES, ...CAME_BACK_FIGURES],
  dueFrom: 'time',
  dueTo: 'time',
  openedFrom: 'time',
  openedTo: 'time',
  text: 'text',
  sort: ['opened', 'due'],
} as const

type Answers = typeof LEDGER_FILTERS
export type LedgerFilterName = keyof Answers

/** Filters and order of the ledger, as they stand in an address; absent = all. */
export type LedgerFilter = {
  readonly [Name in LedgerFilterName]?: (Answers[Name] extends readonly (infer Choice)[] ? Choice : string) | undefined
}

/** Longest id, list of ids, time or text that is looked at, in characters. */
export const LONGEST_FILTER = { id: 100, ids: 400, time: 30, text: 200 } as const

/** Reads filters from an address. What does not fit is left out and not an error, because people edit addresses. */
export function readLedgerFilter(given: Readonly<Record<string, unknown>>): LedgerFilter {
  const found = Object.entries(LEDGER_FILTERS).flatMap(([name, answers]) => {
    const value = given[name]
    if (typeof value !== 'string' || value === '') return []
    const fits = typeof answers === 'string' ? value.length <= LONGEST_FILTER[answers] : isOneOf(answers, value)
    return fits ? [[name, value] as const] : []
  })
  return Object.fromEntries(found)
}

const isOneOf = (answers: readonly string[], value: string) => answers.includes(value)
