import { z } from 'zod'
import { SIGNS } from '../../domain/compare/compare-view.ts'
import { INDICATOR_KINDS, SOURCE_MARKS, WANTED } from '../../domain/indicators/definition.ts'
import { PERIOD_NAME } from '../../domain/indicators/named-period.ts'
import { isDay } from '../../domain/time/time.ts'

const day = z.iso.date().refine(isDay)
const unit = z.string().regex(/^[\p{L}\p{N}._-]{1,100}$/u)
const indicator = z.string().regex(/^[a-z][a-z0-9-]{1,60}$/)
const period = z.string().regex(PERIOD_NAME)

const of = { period: period.optional(), asOf: day.optional(), unit: unit.optional() }

/** Which indicator, in which period, below which unit, by the records of which day. There is no order to ask for. */
export const compareAsked = z.strictObject({ indicator: indicator.optional(), ...of })
export const signsAsked = z.strictObject(of)
export const behindAsked = z.strictObject({
  ...of,
  /** A count of the indicator's formula, or a sign. */
  measure: z
    .string()
    .regex(/^[A-Za-z]\w{0,60}$/)
    .optional(),
  sign: z.enum(SIGNS).optional(),
  indicator: indicator.optional(),
  line: unit,
  page: z.coerce.number().int().min(1).max(10_000).optional(),
})

export const causeSaid = z.strictObject({
  indicator,
  period,
  unitId: unit,
  text: z.string().trim().min(4).max(500),
})

const end = z.number().min(-1e9).max(1e9).nullable()
const named = z.string().trim().min(2).max(60)
const definition = {
  title: z.strictObject({ zh: named, en: named }),
  kind: z.enum(INDICATOR_KINDS),
  formula: z.string().trim().max(300),
  wanted: z.enum(WANTED),
  range: z
    .strictObject({ from: end, to: end })
    .refine(({ from, to }) => (from ?? Number.NEGATIVE_INFINITY) <= (to ?? Number.POSITIVE_INFINITY))
    .optional(),
  fewest: z.int().min(1).max(100_000).optional(),
  kinds: z
    .array(z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,60}$/))
    .min(1)
    .max(100)
    .optional(),
  by: z.literal('place').optional(),
  source: z.strictObject({ mark: z.enum(SOURCE_MARKS), text: z.string().trim().min(2).max(300) }),
}
/** A definition as one types it; nothing is kept. */
export const trial = z.strictObject({ id: indicator, ...definition, period: period.optional() })
/** A new version: `seenVersion` is the newest that was seen, 0 of a new indicator. */
export const newVersion = z.strictObject({
  id: indicator,
  seenVersion: z.int().min(0).max(10_000),
  ...definition,
  effectiveFrom: day,
})
