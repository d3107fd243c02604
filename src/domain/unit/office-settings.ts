import type { DeadlineOverride } from '../procedure/deadline.ts'
import type { ScheduleChoice } from '../procedure/schedule.ts'
import type { CalendarDay } from '../time/calendar.ts'
import type { Instant } from '../time/time.ts'
import { WARNING_DEFAULTS, type WarningSettings } from '../warnings/warning-settings.ts'
import type { Text } from '../wording/text.ts'

/** How people reach an office: on every public page, on receipts and prints, and in the office's own header. */
export type OfficeContact = {
  /** As people dial it: `0570-1234567`. */
  readonly phone?: string
  /** Who answers at night and on days off. */
  readonly dutyPhone?: string
  readonly hours?: Text
  readonly address?: Text
  /** Where officials ask for help with this system: a phone number or an address of a page. */
  readonly help?: string
}

/** That the office stands behind a rule the program only knows from one place or from memory. */
export type Confirmation = { readonly at: Instant; readonly personName: string; readonly reason: string }

/** Kinds of a matter beside the definition's own, and those of the definition that the office does not offer any more. */
export type OwnCategories = {
  readonly added: Readonly<Record<string, Text>>
  readonly hidden: readonly string[]
}

/** What one office sets for itself. Every part has a reason and a name in the record of administration. */
export type OfficeSettings = {
  readonly contact: OfficeContact
  /** SHA-256 of the emblem, absent when there is none. */
  readonly emblem?: string
  /** Days off or worked that the office has beside the yearly notices. */
  readonly calendarDays: readonly CalendarDay[]
  /** The office's own lengths by `procedure.deadline`. */
  readonly overrides: Readonly<Record<string, DeadlineOverride>>
  /** Rules that were to be confirmed by the county and are, by their article in Chinese: changed words ask again. */
  readonly confirmed: Readonly<Record<string, Confirmation>>
  /** Ways in that are not offered when a matter is registered. */
  readonly closedChannels: readonly string[]
  /** By procedure. */
  readonly categories: Readonly<Record<string, OwnCategories>>
  /** Procedures whose references are numbered without a gap. */
  readonly gapFree: readonly string[]
  /** What opens by itself, by `procedure.schedule`. */
  readonly schedules: Readonly<Record<string, ScheduleChoice>>
  readonly warnings: WarningSettings
}

/** The parts that are changed one at a time. */
export type OfficeSection = 'name' | 'emblem' | 'ties' | 'map' | keyof OfficeSettings

export const NO_SETTINGS: OfficeSettings = {
  contact: {},
  calendarDays: [],
  overrides: {},
  confirmed: {},
  closedChannels: [],
  categories: {},
  gapFree: [],
  schedules: {},
  warnings: WARNING_DEFAULTS,
}
