import { z } from 'zod'
import { CHANNELS } from '../../domain/matter/matter.ts'
import type { PeriodUnit } from '../../domain/time/time.ts'
import { officeContact, officeName } from '../../domain/unit/office-schema.ts'

const UNITS = ['minute', 'hour', 'calendarDay', 'workingDay', 'month', 'year'] as const satisfies readonly PeriodUnit[]
const OPEN = CHANNELS.filter((channel) => channel !== 'system' && channel !== 'import')

const reason = z.string().trim().min(2).max(500)
/** The text of a list in CSV. Larger ones are for the command line. */
const csv = z.string().min(1).max(900_000)
const categoryId = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/)

export const officeChange = z.strictObject({ reason, name: officeName, contact: officeContact })
/** A picture in base64; absent takes the emblem away. */
export const emblemChange = z.strictObject({ reason, picture: z.base64().max(360_000).optional() })
const ownDays = z
  .array(
    z.strictObject({
      date: z.iso.date(),
      off: z.boolean(),
      name: z.string().trim().min(1).max(60),
      source: z.string().trim().min(2).max(200),
    }),
  )
  .max(400)
export const daysChange = z.strictObject({ reason, days: ownDays })
export const daysPreview = z.strictObject({ days: ownDays })
export const why = z.strictObject({ reason })
/** Absent `length`: the rule's own length holds again. */
export const lengthChange = z.strictObject({
  reason,
  rule: z.string().min(3).max(100),
  length: z
    .strictObject({ length: z.int(), unit: z.enum(UNITS), document: z.string().trim().min(2).max(200) })
    .optional(),
})
export const ruleConfirmation = z.strictObject({ reason, article: z.string().min(2).max(300) })
export const channelsChange = z.strictObject({
  reason,
  closed: z.array(z.enum(OPEN as [(typeof OPEN)[number], ...(typeof OPEN)[number][]])).max(OPEN.length - 1),
})
export const categoriesChange = z.strictObject({
  reason,
  procedure: z.string().min(1).max(60),
  added: z.record(categoryId, officeName),
  hidden: z.array(z.string().min(1).max(60)).max(100),
})
/** A budget of false alarms is no target: more than one a day is none. */
export const warningsChange = z.strictObject({
  reason,
  perMonth: z.number().min(0).max(30),
  hour: z.int().min(0).max(23),
})
export const numberingChange = z.strictObject({ reason, gapFree: z.array(z.string().min(1).max(60)).max(100) })
export const tieChange = z.strictObject({
  reason,
  other: z.string().min(2).max(31),
  agrees: z.boolean(),
  takesIn: z.string().min(1).max(60).optional(),
})
/** Absent `choice`: nothing opens by itself any more. */
export const scheduleChange = z.strictObject({
  reason,
  schedule: z.string().min(3).max(100),
  choice: z
    .strictObject({
      opensDays: z.int().min(-366).max(366).optional(),
      dueDays: z.int().min(-366).max(366).optional(),
      only: z.array(z.string().min(1).max(60)).min(1).max(300).optional(),
      document: z.string().trim().min(2).max(200),
    })
    .optional(),
})
export const unitList = z.strictObject({
  reason,
  csv,
  county: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
})
export const plainList = z.strictObject({ reason, csv })
