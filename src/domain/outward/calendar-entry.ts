import type { Day, Instant } from '../time/time.ts'

/** What a calendar shows of a matter: a whole day, or from one minute until another. It says little, as every outlet does. */
export type CalendarEntry = {
  readonly uid: string
  /** Grows with the matter, so that a calendar knows which of two is the newer. */
  readonly sequence: number
  readonly changedAt: Instant
  readonly title: string
  readonly when: { readonly day: Day } | { readonly from: Instant; readonly until: Instant }
  readonly place?: string
  readonly link: string
  /** It stood there before and does not hold any more. */
  readonly cancelled: boolean
  /** Somebody has to be there: the time is taken. */
  readonly busy: boolean
}
