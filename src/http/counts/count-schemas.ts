import { z } from 'zod'
import { COUNT_KEYS } from '../../domain/counts/count-query.ts'
import { COUNTED } from '../../domain/counts/count-row.ts'
import { LEVELS } from '../../domain/matter/level.ts'
import { isDay } from '../../domain/time/time.ts'

const day = z.iso.date().refine(isDay)
const listOf = (names: readonly string[], most: number) =>
  z
    .string()
    .regex(new RegExp(`^(?:${names.join('|')})(?:,(?:${names.join('|')})){0,${most - 1}}$`))
    .meta({ examples: [names.slice(0, 2).join(',')] })
/** Ids of units are words of the county: letters of any script. */
const id = z.string().regex(/^[\p{L}\p{N}._-]{1,100}$/u)
const category = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,60}\/[A-Za-z0-9-]{0,60}$/)

const of = {
  from: day.optional(),
  to: day.optional(),
  asOf: day.optional(),
  kinds: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9-]{0,60}(?:,[A-Za-z][A-Za-z0-9-]{0,60}){0,99}$/)
    .optional(),
  unit: id.optional(),
  category: category.optional(),
  place: id.optional(),
  state: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9-]{0,60}$/)
    .optional(),
  level: z.enum(Object.keys(LEVELS) as [keyof typeof LEVELS]).optional(),
}

/** What to count, by what. */
export const countsAsked = z.strictObject({
  by: listOf(COUNT_KEYS, 4).optional(),
  counted: listOf(COUNTED, COUNTED.length),
  ...of,
  told: z.enum(['true']).optional(),
})

/** Which figure, and which part of the list behind it. */
export const mattersAsked = z.strictObject({
  counted: z.enum(COUNTED),
  ...of,
  key: z
    .string()
    .regex(/^[a-z]+:[\p{L}\p{N}._/-]{0,150}(?:,[a-z]+:[\p{L}\p{N}._/-]{0,150}){0,3}$/u)
    .optional(),
  page: z.coerce.number().int().min(1).max(10_000).optional(),
})
