import { z } from 'zod'
import type { SessionSeen } from '../../../domain/sign-in/sign-in-views.ts'
import type { CalendarDay } from '../../../domain/time/calendar.ts'
import type { OfficeContact } from '../../../domain/unit/office-settings.ts'
import type { SessionView } from '../../../domain/views/views.ts'
import { deadlineOverride } from './clock.ts'
import { day, instant, role, text } from './common.ts'
import { described, optional } from './described.ts'

export const calendarDay = described<CalendarDay>()(
  z.strictObject({ date: day, off: z.boolean(), name: z.string(), source: z.string() }).meta({ id: 'CalendarDay' }),
)
export const contact = described<OfficeContact>()(
  z
    .strictObject({
      phone: optional(z.string()),
      dutyPhone: optional(z.string()),
      hours: optional(text),
      address: optional(text),
      help: optional(z.string()),
    })
    .meta({ id: 'OfficeContact' }),
)
export const confirmation = z.strictObject({ at: instant, personName: z.string(), reason: z.string() })
export const ownCategories = z.strictObject({ added: z.record(z.string(), text), hidden: z.array(z.string()) })
const officeShown = z.strictObject({
  contact,
  emblem: optional(z.string()),
  confirmed: z.record(z.string(), confirmation),
  closedChannels: z.array(z.string()),
  categories: z.record(z.string(), ownCategories),
})
const held = {
  id: z.string(),
  title: text,
  unitId: z.string(),
  standsIn: optional(z.strictObject({ until: instant, ownPostId: z.string(), withheld: z.array(role) })),
}
export const sessionView = described<SessionView>()(
  z
    .strictObject({
      tenant: z.strictObject({ id: z.string(), name: text }),
      office: officeShown,
      person: z.strictObject({ id: z.string(), name: z.string(), username: z.string() }),
      post: z.strictObject({ ...held, unitPath: z.string(), roles: z.array(role) }),
      posts: z.array(z.strictObject(held)),
      mustChangePassword: z.boolean(),
      mustSetFactor: z.boolean(),
      now: instant,
      calendarDays: z.array(calendarDay),
      overrides: z.record(z.string(), deadlineOverride),
    })
    .meta({ id: 'SessionView' }),
)

/** A session of one's own. */
export type SessionOfMine = SessionSeen & { readonly current: boolean }
const seen = { id: z.string(), createdAt: instant, endsAt: instant, lastUsedAt: instant, browser: z.string() }
export const sessionSeen = described<SessionSeen>()(z.strictObject(seen).meta({ id: 'SessionSeen' }))
export const sessionOfMine = described<SessionOfMine>()(
  z.strictObject({ ...seen, current: z.boolean() }).meta({ id: 'SessionOfMine' }),
)
