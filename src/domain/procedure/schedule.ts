import type { Day } from '../time/time.ts'
import type { UnitKind } from '../unit/unit.ts'
import type { Text } from '../wording/text.ts'
import type { FormValues } from './form.ts'
import type { Source } from './source.ts'

export const CYCLES = ['month', 'quarter', 'halfYear', 'year'] as const
export type Cycle = (typeof CYCLES)[number]

/** The first or the last day of a period, or so many calendar days before or after it. */
export type DayInPeriod = { readonly at: 'start' | 'end'; readonly before?: number; readonly after?: number }

/** How many days after, or negative before, the first or last day of its period it lies. */
export const offsetOf = ({ before = 0, after = 0 }: DayInPeriod): number => after - before

/** The day that lies so many days from the same end. */
export const shifted = (day: DayInPeriod, days: number | undefined): DayInPeriod =>
  days === undefined ? day : { at: day.at, ...(days < 0 ? { before: -days } : { after: days }) }

/**
 * Matters of a kind that open by themselves, one for each unit and period, for an office that switched it on: a yearly plan,
 * a quarterly report, a monthly meeting. Opened by the system, in the name of nobody.
 */
export type Schedule = {
  /** What the matter is called after its period: 2026年 + 演练计划. */
  readonly named: Text
  readonly every: Cycle
  readonly opens: DayInPeriod
  /** The question that is answered with the day by which it is to be done. */
  readonly due?: DayInPeriod & { readonly field: string }
  /** Units of these kinds get one each. */
  readonly units: readonly UnitKind[]
  /** What else the opening form is answered with. */
  readonly answers?: FormValues
  readonly source: Source
}

/** That an office uses a schedule, and how far otherwise than it says, with the document that sets it. */
export type ScheduleChoice = {
  /** The day it was switched on: no period opens that should have opened before. */
  readonly since: Day
  /** Days of its own after, or negative before, the same end of the period. */
  readonly opensDays?: number
  readonly dueDays?: number
  /** These units instead of all of the kinds. */
  readonly only?: readonly string[]
  readonly document: string
}

/** By which an office's choice and the record of what was opened know a schedule. */
export const scheduleKey = (procedure: string, schedule: string): string => `${procedure}.${schedule}`
