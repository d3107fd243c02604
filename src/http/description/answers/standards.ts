import { z } from 'zod'
import { CAP_CATEGORIES, MSG_TYPES, SCOPES, SEVERITIES } from '../../../domain/outward/alert.ts'
import type { AlertPreview, AlertsView } from '../../../domain/views/alert-view.ts'
import type { CalendarMade, CalendarView } from '../../../domain/views/calendar-view.ts'
import type { ClientKey, ClientKeyMade } from '../../../domain/views/client-key-view.ts'
import { instant } from './common.ts'
import { described, optional } from './described.ts'

const said = z.strictObject({ zh: z.string(), en: optional(z.string()) })

export const alertsView = described<AlertsView>()(
  z
    .strictObject({
      mayIssue: z.boolean(),
      proposed: z.strictObject({
        event: said,
        category: z.enum(CAP_CATEGORIES),
        severity: z.enum(SEVERITIES),
        areas: z.array(z.string()),
      }),
      alerts: z.array(
        z.strictObject({
          id: z.uuid(),
          msgType: z.enum(MSG_TYPES),
          status: z.enum(['Actual', 'Exercise']),
          scope: z.enum(SCOPES),
          sentAt: instant,
          expires: instant,
          headline: said,
          postId: z.string(),
          personName: z.string(),
          stands: z.boolean(),
        }),
      ),
    })
    .meta({ id: 'Alerts' }),
)
export const alertPreview = described<AlertPreview>()(z.strictObject({ xml: z.string() }).meta({ id: 'AlertPreview' }))

export const calendarView = described<CalendarView>()(
  z
    .strictObject({ address: optional(z.strictObject({ madeAt: instant, readAt: optional(instant) })) })
    .meta({ id: 'Calendar' }),
)
export const calendarMade = described<CalendarMade>()(
  z.strictObject({ address: z.string() }).meta({ id: 'CalendarMade' }),
)

export const clientKey = described<ClientKey>()(
  z
    .strictObject({ id: z.string(), name: z.string(), madeAt: instant, revokedAt: optional(instant) })
    .meta({ id: 'ClientKey' }),
)
export const clientKeyMade = described<ClientKeyMade>()(
  z.strictObject({ id: z.string(), key: z.string() }).meta({ id: 'ClientKeyMade' }),
)
