import { z } from 'zod'
import { readingSchema } from '../../exchange/proposal/reading.ts'

/** A ledger that was sent in, with the kind that somebody picked or how it is to be read. */
export const proposalWish = z.strictObject({ kind: z.string().max(60).optional(), reading: readingSchema.optional() })

/** How a ledger is to be read. */
export const readingWish = z.strictObject({ reading: readingSchema })
