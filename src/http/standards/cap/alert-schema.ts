import { z } from 'zod'
import { CERTAINTIES, MSG_TYPES, RESPONSES, SCOPES, SEVERITIES, URGENCIES } from '../../../domain/outward/alert.ts'

const said = (most: number) =>
  z.strictObject({ zh: z.string().trim().min(2).max(most), en: z.string().trim().min(2).max(most).optional() })
const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString())
const unit = z.string().min(1).max(100)

/** What whoever issues an alert says. A headline is one line of a phone; CAP asks for 160 characters at most. */
export const newAlert = z
  .strictObject({
    seenVersion: z.int().min(1),
    msgType: z.enum(MSG_TYPES),
    scope: z.enum(SCOPES),
    /** The message that it takes the place of. */
    replaces: z.uuid().optional(),
    headline: said(120),
    description: said(2000),
    instruction: said(2000).optional(),
    urgency: z.enum(URGENCIES),
    severity: z.enum(SEVERITIES),
    certainty: z.enum(CERTAINTIES),
    responses: z
      .array(z.enum(RESPONSES))
      .max(5)
      .transform((list) => [...new Set(list)]),
    onset: instant.optional(),
    expires: instant,
    areas: z.array(unit).min(1).max(40),
    restriction: z.string().trim().min(2).max(200).optional(),
    to: z.array(unit).min(1).max(40).optional(),
  })
  .refine(({ msgType, replaces }) => (msgType === 'Alert') === (replaces === undefined), { path: ['replaces'] })
  .refine(({ scope, restriction }) => (scope === 'Restricted') === (restriction !== undefined), {
    path: ['restriction'],
  })
  .refine(({ scope, to }) => (scope === 'Private') === (to !== undefined), { path: ['to'] })

export type NewAlert = z.output<typeof newAlert>
