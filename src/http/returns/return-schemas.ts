import { z } from 'zod'
import { COUNTED } from '../../domain/counts/count-row.ts'
import { LEVELS, type Level } from '../../domain/matter/level.ts'
import { type CellUse, MOST_CELLS } from '../../domain/returns/return-query.ts'
import { RETURN_CYCLES } from '../../domain/returns/return-views.ts'

const word = z.string().min(1).max(100)
const cell = z.string().regex(/^[A-Z]{1,3}[1-9]\d{0,6}$/)
const name = z.string().trim().min(2).max(80)

/** What a cell asks, as the page sends it. */
export const cellUse: z.ZodType<CellUse> = z.union([
  z.strictObject({
    count: z.strictObject({
      measure: z.enum(COUNTED),
      kinds: z.exactOptional(z.array(word).min(1).max(60)),
      category: z.exactOptional(word),
      level: z.exactOptional(z.enum(Object.keys(LEVELS) as Level[])),
      unit: z.exactOptional(word),
    }),
  }),
  z.strictObject({ text: z.enum(['office', 'period', 'day', 'post']) }),
  z.strictObject({ hand: z.literal(true) }),
])

/** A blank form that was sent in as a file, and when it is due. */
export const newReturn = z.strictObject({
  name,
  superior: z.strictObject({ name }),
  cycle: z.enum(RETURN_CYCLES),
  dueDay: z.int().min(1).max(60).optional(),
  file: z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), name: z.string().min(1).max(200) }),
})

/** What a form is called, whose it is, by which day it goes up, and that the post that asks fills it from now on. */
export const returnChange = z.strictObject({
  name,
  superior: z.strictObject({ name }),
  dueDay: z.int().min(1).max(60).optional(),
  mine: z.boolean(),
})

export const sheetQuery = z.strictObject({ sheet: z.string().min(1).max(100).optional() })

/** What the cells ask from now on. */
export const mappingWish = z.strictObject({
  seenVersion: z.int().min(0),
  sheet: z.string().min(1).max(100),
  cells: z.array(z.strictObject({ cell, use: cellUse })).max(MOST_CELLS),
})

/** The period to fill: one of the cycle, or two days. */
export const fillWish = z.strictObject({ period: z.string().regex(/^[0-9QH_-]{4,25}$/) })

/** What is typed into the cells that are by hand. */
export const typedWish = z.strictObject({
  cells: z.array(z.strictObject({ cell, text: z.string().trim().max(500) })).max(MOST_CELLS),
})

export const oneReturn = z.strictObject({ id: z.uuid() })
export const oneFill = z.strictObject({ fill: z.uuid() })
export const oneCell = z.strictObject({ fill: z.uuid(), cell })
