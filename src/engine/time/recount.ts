import type { Clock, Due, Recount } from '../../domain/procedure/deadline.ts'
import type { Calendar } from '../../domain/time/calendar.ts'
import { isAlive } from './deadlines.ts'
import { duePoint } from './due-point.ts'

/** The clocks that have not ended and are due otherwise by this calendar than is on record. */
export const recount = (clocks: readonly Clock[], calendar: Calendar): Recount[] =>
  clocks.filter(isAlive).flatMap((clock) => {
    const from = dueOf(clock)
    const to = dueOf(duePoint(clock, calendar))
    return from.dueAt === to.dueAt && from.provisional === to.provisional ? [] : [{ clockId: clock.id, from, to }]
  })

const dueOf = ({ dueOn, dueAt, provisional }: Due): Due => ({ ...(dueOn ? { dueOn } : {}), dueAt, provisional })
