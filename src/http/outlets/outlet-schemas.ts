import { z } from 'zod'
import { DIGEST_AT } from '../../domain/notice/mail-preference.ts'
import { NOTICE_KIND_NAMES } from '../../domain/notice/notice.ts'
import { OUTLET_KIND_NAMES } from '../../domain/notice/outlet.ts'

const reason = z.string().trim().min(2).max(500)
const minute = z.int().min(0).max(1439)
const reasons = z
  .array(z.enum(NOTICE_KIND_NAMES))
  .min(1)
  .max(NOTICE_KIND_NAMES.length)
  .transform((list) => [...new Set(list)])

/** When something goes out; quiet hours have a beginning and an end. */
export const hours = {
  mode: z.enum(['atOnce', 'digest']),
  digestAt: minute.default(DIGEST_AT),
  quietFrom: minute.optional(),
  quietUntil: minute.optional(),
}
export const hasBothTimes = (given: { quietFrom?: number | undefined; quietUntil?: number | undefined }): boolean =>
  (given.quietFrom === undefined) === (given.quietUntil === undefined)
const bothTimes = { path: ['quietUntil'] }

const url = z.string().trim().min(8).max(1000)
const secret = z.string().trim().min(8).max(200)
const wish = { reason, name: z.string().trim().min(2).max(60), reasons, ...hours }

/** The secret of a webhook is made here; that of a robot is the platform's. */
export const newOutlet = z
  .strictObject({
    ...wish,
    unitId: z.string().min(1).max(100),
    kind: z.enum(OUTLET_KIND_NAMES),
    url,
    secret: secret.optional(),
  })
  .refine(hasBothTimes, bothTimes)
export const outletChange = z.strictObject({ ...wish, url: url.optional() }).refine(hasBothTimes, bothTimes)
export const newSecret = z.strictObject({ reason, secret: secret.optional() })
export const pausing = z.strictObject({ reason, paused: z.boolean() })
export const why = z.strictObject({ reason })
