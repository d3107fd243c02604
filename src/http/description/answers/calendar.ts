import { z } from 'zod'
import type { CalendarMade, CalendarView } from '../../../domain/views/calendar-view.ts'
import { instant } from './common.ts'
import { described, optional } from './described.ts'

export const calendarView = described<CalendarView>()(
  z
    .strictObject({ address: optional(z.strictObject({ madeAt: instant, readAt: optional(instant) })) })
    .meta({ id: 'Calendar' }),
)
export const calendarMade = described<CalendarMade>()(
  z.strictObject({ address: z.string() }).meta({ id: 'CalendarMade' }),
)
