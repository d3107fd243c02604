import type { Instant } from '../time/time.ts'

/** That a person's calendar has an address. The address itself stands in the answer that made it, and nowhere else. */
export type CalendarAddress = { readonly madeAt: Instant; readonly readAt?: Instant }

export type CalendarView = { readonly address?: CalendarAddress }
export type CalendarMade = { readonly address: string }
