import type { Instant } from '../../domain/time/time.ts'

/** Deliveries that go out together, taken by this worker for a while. */
export type Batch = {
  readonly batch: string
  readonly target: string
  readonly attempts: number
  /** Tries of which the other side said "not now": none of them counts as a failure. */
  readonly waited: number
}

/** How a try ended: kept, and what follows from it. `next` when it is tried again, `busy` when the other side asked for that. */
export type Ending =
  | { readonly state: 'sent'; readonly said: string }
  | { readonly state: 'dead'; readonly said: string }
  | {
      readonly state: 'waiting'
      readonly said: string
      readonly next: Instant
      readonly busy?: true
      readonly stops?: true
    }
  | { readonly state: 'dropped' }
