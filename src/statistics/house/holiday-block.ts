import type { Calendar } from '../../domain/time/calendar.ts'
import { type DayNumber, dayNumber, weekdayOf } from '../../domain/time/day-number.ts'

/** What the calendar says of a day, beside its weekday. Each has one coefficient; a day can have several. */
export const DAY_MARKS = [
  'before-spring-festival',
  'spring-festival',
  'after-spring-festival',
  'after-spring-festival-fading',
  'second-week-after-spring-festival',
  'long-holiday',
  'after-long-holiday',
  'second-week-after-long-holiday',
  'short-holiday',
  'after-short-holiday',
  'make-up-day',
] as const

type Mark = (typeof DAY_MARKS)[number]

/** A marked day; `off` and `makeUp` change which weekday's level it starts from. */
export type MarkedDay = {
  readonly marks: ReadonlyMap<Mark, number>
  readonly off: boolean
  readonly makeUp: boolean
  /** In or around a long holiday, whose course is not the same each year. */
  readonly festive: boolean
}

const FESTIVE: ReadonlySet<Mark> = new Set<Mark>(
  DAY_MARKS.filter((mark) => mark.includes('spring-festival') || mark.includes('long-holiday')),
)

/** Offices and residents get ready a week before the festival; what was left lying comes in the week after. */
const BEFORE = 7
const AFTER_SPRING = 7
const AFTER_LONG = 7
const AFTER_SHORT = 2
/** Up to here a long holiday can still be seen in some places and not in others. */
const SECOND_WEEK = 14
/** National Day and, until 2007 and since 2020, Labour Day: five days off or more. */
const LONG_FROM = 5

/** Every day the calendar says something about; all others are plain. Moving festivals come with their dates. */
export function markedDays(calendar: Calendar): ReadonlyMap<DayNumber, MarkedDay> {
  const marks = new Map<DayNumber, Map<Mark, number>>()
  const mark = (day: DayNumber, kind: Mark, value: number) =>
    marks.set(day, (marks.get(day) ?? new Map()).set(kind, value))
  const off = new Set<DayNumber>()
  const makeUp = new Set<DayNumber>()
  for (const { date, off: isOff } of Object.values(calendar.days)) {
    const number = dayNumber(date)
    if (isOff) off.add(number)
    else if (weekdayOf(number) === 0 || weekdayOf(number) === 6) makeUp.add(number)
  }
  for (const number of makeUp) mark(number, 'make-up-day', 1)
  for (const block of daysOff(calendar)) markBlock(block, mark, off)
  return new Map(
    [...marks].map(([day, own]) => {
      const festive = [...own.keys()].some((kind) => FESTIVE.has(kind))
      return [day, { marks: own, off: off.has(day), makeUp: makeUp.has(day), festive }]
    }),
  )
}

/** Days off themselves, the week before Spring Festival, and the days after, unless they are off again. */
function markBlock(
  { first, last, spring }: Block,
  mark: (day: DayNumber, kind: Mark, value: number) => void,
  off: ReadonlySet<DayNumber>,
): void {
  const long = last - first + 1 >= LONG_FROM
  for (let day = first; day <= last; day++)
    mark(day, spring ? 'spring-festival' : long ? 'long-holiday' : 'short-holiday', 1)
  if (spring)
    for (let day = first - BEFORE; day < first; day++) if (!off.has(day)) mark(day, 'before-spring-festival', 1)
  const after = spring ? AFTER_SPRING : long ? AFTER_LONG : AFTER_SHORT
  for (let day = last + 1; day <= last + after; day++) {
    if (off.has(day)) continue
    mark(day, spring ? 'after-spring-festival' : long ? 'after-long-holiday' : 'after-short-holiday', 1)
    // From 1 on the first day back to -1 on the last: what was left lying is worked off by and by.
    if (spring) mark(day, 'after-spring-festival-fading', 1 - (2 * (day - last - 1)) / (after - 1))
  }
  if (long || spring)
    for (let day = last + after + 1; day <= last + SECOND_WEEK; day++)
      if (!off.has(day)) mark(day, spring ? 'second-week-after-spring-festival' : 'second-week-after-long-holiday', 1)
}

type Block = { readonly first: DayNumber; readonly last: DayNumber; readonly spring: boolean }

/** Runs of days off as the notices name them. */
function daysOff(calendar: Calendar): Block[] {
  const days = Object.values(calendar.days)
    .filter(({ off }) => off)
    .map(({ date, name }) => ({ number: dayNumber(date), spring: name.includes(SPRING_FESTIVAL) }))
    .sort((a, b) => a.number - b.number)
  const blocks: Block[] = []
  for (const { number, spring } of days) {
    const open = blocks.at(-1)
    if (open && open.last === number - 1)
      blocks[blocks.length - 1] = { ...open, last: number, spring: open.spring || spring }
    else blocks.push({ first: number, last: number, spring })
  }
  return blocks
}

const SPRING_FESTIVAL = '春节'
