import { CHINA_OFFSET_MS, type Day, dayOf, FIRST_DAY, type Instant, LAST_DAY } from '../time/time.ts'
import type { DayRef, FieldOf } from './form.ts'

/** What the bounds of a date may be compared with. `now` is absent where today was asked about before. */
export type KnownDays = {
  readonly now: Instant | undefined
  /** When the matter was opened; absent while it is being opened. */
  readonly openedAt: Instant | undefined
  /** The answer to another question, of this form or an earlier one. */
  readonly answer: (field: string) => unknown
}

type DateField = FieldOf<'date' | 'dateTime'>

/** First and last day that a question takes: never outside the years that this system knows. */
export const boundsOf = ({ notBefore, notAfter }: DateField, known: KnownDays): { earliest: Day; latest: Day } => ({
  earliest: (notBefore && dayFor(notBefore, known)) ?? FIRST_DAY,
  latest: (notAfter && dayFor(notAfter, known)) ?? LAST_DAY,
})

/** The day a bound names. A question without an answer stands for the day the matter was opened. */
function dayFor(ref: DayRef, known: KnownDays): Day | undefined {
  const today = known.now && dayOf(known.now)
  if (ref === 'today') return today
  const opened = known.openedAt ? dayOf(known.openedAt) : today
  return ref === 'opening' ? opened : (asDay(known.answer(ref.field)) ?? opened)
}

const asDay = (answer: unknown): Day | undefined =>
  typeof answer !== 'string' || answer.length < 10 ? undefined : answer.length === 10 ? answer : dayOf(answer)

/** Which bound an answered date breaks, with the day that it should have kept to. */
export function brokenBound(
  field: DateField,
  value: string,
  known: KnownDays,
): { rule: 'too-early' | 'too-late'; limit: string } | undefined {
  const { earliest, latest } = boundsOf(field, known)
  const day = asDay(value) ?? ''
  if (day < earliest) return { rule: 'too-early', limit: earliest }
  const [after, before] = [momentFor(field, field.notBefore, known), momentFor(field, field.notAfter, known)]
  if (after !== undefined && value < after) return { rule: 'too-early', limit: minuteOf(after) }
  if (before !== undefined && value > before) return { rule: 'too-late', limit: minuteOf(before) }
  // Later today is still to come.
  const isToCome =
    field.notAfter === 'today' && field.kind === 'dateTime' && known.now !== undefined && value > known.now
  return day > latest || isToCome ? { rule: 'too-late', limit: latest } : undefined
}

/** Of two moments the order within the day counts too: nothing is reported before it was known. */
function momentFor({ kind }: DateField, ref: DayRef | undefined, known: KnownDays): Instant | undefined {
  const answer = kind === 'dateTime' && typeof ref === 'object' ? known.answer(ref.field) : undefined
  return typeof answer === 'string' && answer.length > 10 ? answer : undefined
}

/** A moment as people in China write it, to the minute. */
const minuteOf = (moment: Instant): string =>
  new Date(Date.parse(moment) + CHINA_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ')
