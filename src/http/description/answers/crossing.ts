import { z } from 'zod'
import {
  type CameFrom,
  CROSSING_STANDINGS,
  CROSSING_WAYS,
  type CrossingNews,
  type CrossingRequest,
  type Sent,
} from '../../../domain/matter/crossing.ts'
import type { Office } from '../../../domain/unit/unit.ts'
import { formValues, instant, text } from './common.ts'
import { described, optional } from './described.ts'

const word = z.string()
const other = { tenant: word, office: text, phone: optional(word) }
const way = z.enum(CROSSING_WAYS)
const news = {
  standing: z.enum(['arrived', 'taken', 'returned', 'recalled', 'ended']),
  reference: optional(word),
  reason: optional(word),
  outcome: optional(text),
}

export const crossingNews = { ...news, told: optional(word) }
/** The news themselves, to be held against their type. */
export const heard = described<CrossingNews>()(z.strictObject(crossingNews))
export const crossingRequest = described<CrossingRequest>()(
  z
    .strictObject({
      ...other,
      way,
      procedure: word,
      basis: word,
      form: formValues,
      personal: optional(z.record(word, word)),
    })
    .meta({ id: 'CrossingRequest' }),
)
export const sent = described<Sent>()(
  z
    .strictObject({
      ...other,
      ...news,
      version: z.int(),
      way,
      at: instant,
      standing: z.enum(CROSSING_STANDINGS),
      since: instant,
    })
    .meta({ id: 'Sent' }),
)
export const cameFrom = described<CameFrom>()(
  z
    .strictObject({ ...other, matterId: z.uuid(), reference: word, version: z.int(), way, at: instant, basis: word })
    .meta({ id: 'CameFrom' }),
)
export const office = described<Office>()(
  z
    .strictObject({
      tenant: word,
      name: text,
      stands: z.enum(['above', 'below', 'beside']),
      intake: text,
      phone: optional(word),
      takesIn: optional(word),
      agreed: z.boolean(),
      agreedHere: optional(z.literal(true)),
    })
    .meta({ id: 'Office' }),
)
