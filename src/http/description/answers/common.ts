import { z } from 'zod'
import type { Signature } from '../../../domain/matter/actor.ts'
import { LEVELS, type Level } from '../../../domain/matter/level.ts'
import { LINK_TYPES, type Link, type LinkType } from '../../../domain/matter/link.ts'
import type { FieldValue, FileRef, FormValues, Sealed } from '../../../domain/procedure/form.ts'
import type { StateGroup } from '../../../domain/procedure/procedure.ts'
import type { Period, PeriodUnit } from '../../../domain/time/time.ts'
import { ROLES, type Role } from '../../../domain/unit/role.ts'
import type { Text } from '../../../domain/wording/text.ts'
import { described, optional } from './described.ts'

export const instant = z.iso.datetime().meta({ id: 'Instant', description: 'UTC, ISO 8601' })
export const day = z.iso.date().meta({ id: 'Day', description: '中国日历日 · a calendar day in China' })
export const text = described<Text>()(z.strictObject({ zh: z.string(), en: z.string() }).meta({ id: 'Text' }))
export const hash = z.string().regex(/^[0-9a-f]{64}$/)

export const role = z.enum(Object.keys(ROLES) as Role[])
export const level = z.enum(Object.keys(LEVELS) as Level[])
export const linkType = z.enum(Object.keys(LINK_TYPES) as LinkType[])
export const stateGroup = described<StateGroup>()(z.enum(['open', 'waiting', 'done']))
export const periodUnit = described<PeriodUnit>()(
  z.enum(['minute', 'hour', 'calendarDay', 'workingDay', 'month', 'year']),
)
export const period = described<Period>()(z.strictObject({ length: z.number(), unit: periodUnit }))

export const fileFields = { sha256: hash, name: z.string(), type: z.string(), size: z.int() }
export const fileRef = described<FileRef>()(z.strictObject(fileFields).meta({ id: 'FileRef' }))

const sealed = described<Sealed>()(
  z
    .strictObject({ sealed: z.enum(['A256GCM', 'SM4CTR-SM3']), iv: z.string(), data: z.string(), tag: z.string() })
    .meta({ id: 'Sealed', description: '封存的个人信息 · a personal value, sealed' }),
)
/** The answers to a form; what each field is like stands in the procedure. */
export const formValues: z.ZodType<FormValues> = z
  .record(
    z.string(),
    z.lazy(() => fieldValue),
  )
  .meta({ id: 'FormValues' })
const fieldValue: z.ZodType<FieldValue> = z
  .union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    sealed,
    z.array(z.string()),
    z.array(fileRef),
    z.array(formValues),
  ])
  .meta({ id: 'FieldValue' })

export const link = described<Link>()(
  z
    .strictObject({ type: linkType, matterId: z.string(), reference: z.string(), back: optional(z.literal(true)) })
    .meta({ id: 'Link' }),
)
export const signature = described<Signature>()(
  z
    .strictObject({
      personId: z.string(),
      postId: z.string(),
      unitId: z.string(),
      ownPostId: optional(z.string()),
      behind: optional(z.string()),
    })
    .meta({ id: 'Signature' }),
)

/** Where an imported ledger told it: sheet, row, and the column of each question. */
export const rowSource = z.strictObject({
  sheet: optional(z.string()),
  row: z.int(),
  columns: z.record(z.string(), z.string()),
})
