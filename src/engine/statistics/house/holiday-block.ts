import type { Calendar } from '../../../domain/calendar.ts'
import { type DayNumber, dayAt, dayNumber, weekdayOf } from '../../day-number.ts'

/** What a day is, beside its weekday. Each kind but `plain` has one coefficient. */
export type DayKind = (typeof DAY_KINDS)[number] | 'plain'

export const DAY_KINDS = [
  'before-spring-festival',
  'spring-festival',
  'after-spring-festival',
  'long-holiday',
  'after-long-holiday',
  'short-holiday',
  'after-short-holiday',
  'make-up-day',
] as const

/** Offices and residents get ready a week before the festival; what was left lying comes in the eight days after. */
const BEFORE = 7
const AFTER_SPRING = 8
const AFTER_LONG = 7
const AFTER_SHORT = 2
/** National Day and, until 2007 and since 2020, Labour Day: five days off or more. */
const LONG_FROM = 5

/** The kind of each day the calendar says something about; all others are plain. Moving festivals come with their dates. */
export function dayKinds(calendar: Calendar): ReadonlyMap<DayNumber, DayKind> {
  const kinds = new Map<DayNumber, DayKind>()
  const blocks = daysOff(calendar)
  // Weaker kinds first: what is written later wins where two blocks touch.
  for (const { first, last, spring } of blocks) {
    const long = last - first + 1 >= LONG_FROM
    const after = spring ? AFTER_SPRING : long ? AFTER_LONG : AFTER_SHORT
    for (let day = last + 1; day <= last + after; day++)
      kinds.set(day, spring ? 'after-spring-festival' : long ? 'after-long-holiday' : 'after-short-holiday')
  }
  for (const { first, spring } of blocks)
    if (spring) for (let day = first - BEFORE; day < first; day++) kinds.set(day, 'before-spring-festival')
  for (const { date, off } of Object.values(calendar.days)) {
    const number = dayNumber(date)
    if (!off && (weekdayOf(number) === 0 || weekdayOf(number) === 6)) kinds.set(number, 'make-up-day')
  }
  for (const { first, last, spring } of blocks) {
    const kind = spring ? 'spring-festival' : last - first + 1 >= LONG_FROM ? 'long-holiday' : 'short-holiday'
    for (let day = first; day <= last; day++) kinds.set(day, kind)
  }
  return kinds
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

/** Whether a day of this kind is off work. */
export const isOffKind = (kind: DayKind): boolean =>
  kind === 'spring-festival' || kind === 'long-holiday' || kind === 'short-holiday'

/** The text of a day, for messages. */
export const dayText = (number: DayNumber): string => dayAt(number)
