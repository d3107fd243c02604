import type { DataService } from '../personal/data-orders.ts'
import type { Instant } from '../time/time.ts'

/** A matter that a request concerns: which personal answers it holds, by name, and what may be done with them now. */
export type ConcernedView = {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly procedure: string
  readonly version: number
  readonly state: string
  readonly fields: readonly string[]
  readonly services: readonly DataService[]
  readonly orders: readonly ('keep' | 'restrict')[]
  readonly shreddedAt?: Instant
}

/** Whether an answer is the one on record; the one on record is not told. */
export type Comparison = { readonly same: boolean }

/** Of one kind that asks about people, in numbers: what is destroyed within a month, what was, what is kept or restricted. */
export type PersonalDuty = {
  readonly procedure: string
  readonly version: number
  readonly due: number
  readonly destroyed: number
  readonly kept: number
  readonly restricted: number
  /** The assessment in force of this version; absent: it is still owed. */
  readonly assessedIn?: string
}
