import { addMilliseconds, type Day, dayOf, type Instant } from '../../domain/time/time.ts'

/** A day ends at the midnight after it. */
export const dueDay = (dueAt: Instant): Day => dayOf(addMilliseconds(dueAt, -1))
