import { z } from 'zod'
import { BLOCK_KINDS, BULLETIN_KINDS, LONGEST_BLOCK, MOST_BLOCKS, MOST_CASES } from '../../domain/bulletins/bulletin.ts'
import { checkedPeriod, PERIOD_KINDS } from '../../domain/bulletins/period.ts'
import { isDay } from '../../domain/time/time.ts'

const seenVersion = z.int().min(1)
const day = z.iso.date().refine(isDay)
const id = z.string().min(1).max(100)

export const period = z
  .strictObject({ kind: z.enum(PERIOD_KINDS), from: day, to: day })
  .refine((given) => checkedPeriod(given) !== undefined, { path: ['to'] })
const scope = z.strictObject({ unitId: id, kinds: z.array(id).min(1).max(100) })

export const newBulletin = z.strictObject({ kind: z.enum(BULLETIN_KINDS), scope, period })
export const recount = z.strictObject({ seenVersion, scope, period })
export const seen = z.strictObject({ seenVersion })

const heading = z.string().trim().max(80)
const block = z.strictObject({
  id: z.string().regex(/^b\d{1,4}$/),
  kind: z.enum(BLOCK_KINDS),
  title: heading,
  text: z.string().max(LONGEST_BLOCK),
  cases: z
    .array(z.strictObject({ matterId: z.uuid().optional(), title: heading, text: z.string().max(LONGEST_BLOCK) }))
    .max(MOST_CASES)
    .optional(),
})
export const writing = z.strictObject({
  seenVersion,
  title: z.string().trim().min(2).max(120),
  blocks: z
    .array(block)
    .max(MOST_BLOCKS)
    .refine((blocks) => new Set(blocks.map((each) => each.id)).size === blocks.length),
})

export const one = z.object({ id: z.uuid() })
export const figure = z.object({ id: z.uuid(), code: z.string().regex(/^[1-7][ab]?(-[UKCM]\d{1,3})?$/) })
export const page = z.strictObject({ page: z.coerce.number().int().min(1).max(1000).optional() })
