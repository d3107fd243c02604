import { z } from 'zod'
import type { ScheduleChoice } from '../../../domain/procedure/schedule.ts'
import type { OfficeSettings } from '../../../domain/unit/office-settings.ts'
import type {
  RecountPreview,
  RecountRow,
  RecountState,
  RefusedRow,
  TakenDays,
  TakenPeople,
  TakenUnits,
} from '../../../domain/views/admin-views.ts'
import type { Text } from '../../../domain/wording/text.ts'
import { oneTimePassword, rowIssue } from './admin.ts'
import { deadlineOverride } from './clock.ts'
import { day, instant, text } from './common.ts'
import { described, optional } from './described.ts'
import { calendarDay, confirmation, contact, ownCategories } from './session.ts'

const scheduleChoice = described<ScheduleChoice>()(
  z.strictObject({
    since: day,
    opensDays: optional(z.int()),
    dueDays: optional(z.int()),
    only: optional(z.array(z.string())),
    document: z.string(),
  }),
)
export const office = described<OfficeSettings & { readonly name: Text }>()(
  z
    .strictObject({
      name: text,
      contact,
      emblem: optional(z.string()),
      calendarDays: z.array(calendarDay),
      overrides: z.record(z.string(), deadlineOverride),
      confirmed: z.record(z.string(), confirmation),
      closedChannels: z.array(z.string()),
      categories: z.record(z.string(), ownCategories),
      gapFree: z.array(z.string()),
      schedules: z.record(z.string(), scheduleChoice),
      warnings: z.strictObject({ perMonth: z.number(), hour: z.int() }),
    })
    .meta({ id: 'Office' }),
)
const refusedRow = described<RefusedRow>()(
  z.strictObject({ row: z.int(), issues: z.array(rowIssue) }).meta({ id: 'RefusedRow' }),
)
const refused = z.array(refusedRow)
const dueObject = z.strictObject({ dueOn: optional(day), dueAt: instant, provisional: z.boolean() })
const recountRow = described<RecountRow>()(
  z
    .strictObject({
      reference: z.string(),
      procedure: z.string(),
      procedureVersion: z.int(),
      unitId: z.string(),
      clocks: z.array(z.strictObject({ deadline: z.string(), from: dueObject, to: dueObject })),
    })
    .meta({ id: 'RecountRow' }),
)
const preview = { matters: z.int(), first: z.array(recountRow) }
export const recountPreview = described<RecountPreview>()(z.strictObject(preview))
export const recountState = described<RecountState>()(z.strictObject({ ...preview, running: z.boolean() }))
export const takenDays = described<TakenDays>()(z.strictObject({ added: z.int(), refused }))
export const takenUnits = described<TakenUnits>()(
  z.strictObject({ added: z.int(), known: z.int(), elsewhere: z.int(), refused }),
)
export const takenPeople = described<TakenPeople>()(
  z.strictObject({
    addedPeople: z.int(),
    addedPosts: z.int(),
    known: z.int(),
    refused,
    passwords: z.array(oneTimePassword),
  }),
)
