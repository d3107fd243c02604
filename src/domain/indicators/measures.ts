import type { CountQuery } from '../counts/count-query.ts'
import { countsIn } from '../counts/count-query.ts'
import type { CountRow } from '../counts/count-row.ts'
import { addMilliseconds } from '../time/time.ts'
import { UNIT_KINDS, type UnitKind } from '../unit/unit.ts'
import { type Text, text } from '../wording/text.ts'

/** What rows do not say and events do: matters by what happened to them in the period. */
export type Happened = {
  /** Reopened within 30 days of being closed. */
  readonly reopened: ReadonlySet<string>
  readonly extended: ReadonlySet<string>
  /** The outcome of a state: `hazard fixed`. */
  readonly outcomeOf: (row: CountRow) => string | undefined
  /** What was answered last in a matter to the questions that the formula names. */
  readonly saidOf: (row: CountRow) => Readonly<Record<string, string>> | undefined
  readonly unitKindOf: (row: CountRow) => UnitKind | undefined
}

type Asked = Pick<CountQuery, 'span' | 'until'>
type Measure = {
  readonly title: Text
  /** How much a matter adds: 1, 0, or its days. */
  readonly of: (row: CountRow, asked: Asked, happened: Happened) => number
  /** It is read from the events, not from rows. */
  readonly fromEvents?: true
  /** It sums days: no list of matters is as long. */
  readonly isDays?: true
}

const DAY_MS = 86_400_000
const is = (holds: boolean) => (holds ? 1 : 0)
const olderThan = (days: number) => (row: CountRow, asked: Asked) =>
  is(countsIn('open', row, asked) && row.openedAt < addMilliseconds(asked.span.at, -days * DAY_MS))
const days = (from: string, to: string) => Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / DAY_MS))

/** The counts that formulas may use, all counted from matters. */
export const MEASURES: Readonly<Record<string, Measure>> = {
  pendingStart: {
    title: text('期初未结', 'open at the start'),
    of: ({ openedAt, closedAt }, { span }) =>
      is(openedAt < span.from && (closedAt === undefined || closedAt >= span.from)),
  },
  incoming: { title: text('收到', 'received'), of: (row, asked) => is(countsIn('opened', row, asked)) },
  closed: { title: text('办结', 'closed'), of: (row, asked) => is(countsIn('closed', row, asked)) },
  onTime: { title: text('按期办结', 'closed in time'), of: (row, asked) => is(countsIn('onTime', row, asked)) },
  late: { title: text('超期办结', 'closed late'), of: (row, asked) => is(countsIn('late', row, asked)) },
  returned: { title: text('退回', 'returned'), of: (row, asked) => is(countsIn('returned', row, asked)) },
  pendingEnd: { title: text('期末未结', 'open at the end'), of: (row, asked) => is(countsIn('open', row, asked)) },
  overdueOpen: { title: text('逾期未结', 'open and overdue'), of: (row, asked) => is(countsIn('overdue', row, asked)) },
  openOver3m: { title: text('超3个月未结', 'open for over 3 months'), of: olderThan(91) },
  openOver12m: { title: text('超12个月未结', 'open for over 12 months'), of: olderThan(365) },
  disposalDays: {
    title: text('办结用的天数合计', 'days from opening to closing, summed'),
    of: (row, asked) => (countsIn('closed', row, asked) ? days(row.openedAt, row.closedAt ?? row.openedAt) : 0),
    isDays: true,
  },
  reopened: {
    title: text('办结后30天内又打开', 'reopened within 30 days'),
    of: ({ id }, _, { reopened }) => is(reopened.has(id)),
    fromEvents: true,
  },
  extended: {
    title: text('办结的里面延过期', 'closed after an extension'),
    of: (row, asked, { extended }) => is(extended.has(row.id) && countsIn('closed', row, asked)),
    fromEvents: true,
  },
}

/** Days of the period itself: no count of matters. */
export const PERIOD_DAYS = 'periodDays'
/** `ended_withdrawn`: closed with that outcome. Which outcomes there are, the definitions of the kinds say. */
const ENDED = /^ended_([A-Za-z]\w*)$/
/** `said_calledOn`: closed with an answer to that question; `said_satisfaction_basic`: with this as the last answer. Names of questions have no `_`. */
const SAID = /^said_([A-Za-z][A-Za-z0-9]*)(?:_([A-Za-z][A-Za-z0-9]*))?$/
/** `at_village`: closed by a unit of that kind. */
const AT = /^at_([a-z]+)$/

const UNIT_KIND_NAMES: Readonly<Record<UnitKind, Text>> = {
  province: text('省', 'province'),
  city: text('市', 'city'),
  county: text('县', 'county'),
  township: text('乡镇、街道', 'township'),
  village: text('村、社区', 'village'),
  department: text('部门', 'department'),
  court: text('法院', 'court'),
  centre: text('中心', 'centre'),
}

/** The question, and the answer if one is named, that a count is about. */
export function saidIn(name: string): { readonly field: string; readonly value?: string } | undefined {
  const [, field, value] = SAID.exec(name) ?? []
  return field === undefined ? undefined : { field, ...(value === undefined ? {} : { value }) }
}

/** A count by its name; undefined where no matter gives it. Whether a kind has the outcome or the question, its definition says. */
export function measureNamed(name: string): Measure | undefined {
  if (Object.hasOwn(MEASURES, name)) return MEASURES[name]
  return endedMeasure(name) ?? saidMeasure(name) ?? atMeasure(name)
}

function endedMeasure(name: string): Measure | undefined {
  const outcome = ENDED.exec(name)?.[1]
  return outcome === undefined
    ? undefined
    : {
        title: text(`以“${outcome}”办结`, `closed as "${outcome}"`),
        of: (row, asked, { outcomeOf }) => is(countsIn('closed', row, asked) && outcomeOf(row) === outcome),
      }
}

function saidMeasure(name: string): Measure | undefined {
  const said = saidIn(name)
  if (!said) return undefined
  const { field, value } = said
  const what = value === undefined ? field : `${field}: ${value}`
  return {
    title: text(`办结的里答了“${what}”`, `closed with "${what}"`),
    of: (row, asked, { saidOf }) => {
      const answer = countsIn('closed', row, asked) ? saidOf(row)?.[field] : undefined
      return is(answer !== undefined && (value === undefined || answer === value))
    },
  }
}

function atMeasure(name: string): Measure | undefined {
  const kind = UNIT_KINDS.find((each) => each === AT.exec(name)?.[1])
  if (!kind) return undefined
  const { zh, en } = UNIT_KIND_NAMES[kind]
  return {
    title: text(`${zh}办结`, `closed by a ${en}`),
    of: (row, asked, { unitKindOf }) => is(countsIn('closed', row, asked) && unitKindOf(row) === kind),
  }
}

/** The formula with the length of its period as a number: a factor of a fraction of counts, so that the value has its interval. */
export const ofPeriod = (formula: string, days: number): string =>
  formula.replace(new RegExp(`\\b${PERIOD_DAYS}\\b`, 'g'), String(days))
