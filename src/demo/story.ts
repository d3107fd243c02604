import type { Channel } from '../domain/matter/matter.ts'
import type { FormValues } from '../domain/procedure/form.ts'
import type { Instant } from '../domain/time/time.ts'

/** Before the title of a record that an answer points to. */
export const BY_TITLE = 'record: '

/** A step of a story: so many working days after the one before. */
export type StoryStep = {
  readonly step: string
  readonly days: number
  /** Or so many minutes. */
  readonly minutes?: number
  readonly given?: FormValues
}

/** A matter that is told to a certain point, so that every demo sign-in has something to do today. */
export type Story = {
  readonly procedure: string
  readonly workingDaysAgo: number
  /** Began so long before now: something that is going on. */
  readonly minutesAgo?: number
  /** Or at this very moment. */
  readonly at?: Instant
  readonly channel: Channel
  /** Who registers it; absent: a resident, on the public page, or the system by its own channel. */
  readonly postId?: string
  readonly unitId?: string
  readonly villageId: string
  readonly place: string
  readonly handlingUnit: string
  readonly form: FormValues
  readonly words?: Readonly<Record<string, string>>
  readonly steps: readonly StoryStep[]
}
