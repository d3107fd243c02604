import { z } from 'zod'
import { ROLES, type Role } from '../../domain/unit/role.ts'
import { UNIT_KINDS } from '../../domain/unit/unit.ts'
import { SECURITY_EVENTS } from '../../domain/views/admin-views.ts'

/** Residents and the system hold no post. */
const POST_ROLES = (Object.keys(ROLES) as Role[]).filter((role) => role !== 'reporter' && role !== 'system')

/** A name in both languages. Without an English one the Chinese stands in both. */
const name = z
  .strictObject({ zh: z.string().trim().min(1).max(60), en: z.string().trim().max(120).optional() })
  .transform(({ zh, en }) => ({ zh, en: en || zh }))
const id = z.string().min(1).max(100)
const roles = z
  .array(z.enum(POST_ROLES))
  .min(1)
  .max(POST_ROLES.length)
  .transform((list) => [...new Set(list)])
const personName = z.string().trim().min(2).max(40)

/** Why: the record of administration says it beside who and when. */
const reason = z.string().trim().min(2).max(500)

export const newUnit = z.strictObject({ reason, parentId: id, kind: z.enum(UNIT_KINDS), name })
export const unitChange = z.strictObject({ reason, name: name.optional(), kind: z.enum(UNIT_KINDS).optional() })
export const newPost = z.strictObject({ reason, unitId: id, title: name, roles, personId: id.optional() })
export const postChange = z.strictObject({
  reason,
  title: name.optional(),
  roles: roles.optional(),
  personId: id.nullable().optional(),
})
const username = z
  .string()
  .trim()
  .min(2)
  .max(40)
  .regex(/^[\p{L}\p{N}._-]+$/u)
export const newPerson = z.strictObject({ reason, name: personName, username })
export const newAccount = z.strictObject({ reason, username })
export const personChange = z.strictObject({ reason, name: personName })
/** Of an act that says nothing but why. */
export const because = z.strictObject({ reason })
/** `roles` are those that waited when the second person looked; nobody confirms what was added since. */
export const confirmation = z.strictObject({ reason, personId: id, roles: z.array(id).max(20).optional() })
export const rejectedQuery = z.object({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export const securityQuery = z.strictObject({ what: z.enum(SECURITY_EVENTS).optional() })
