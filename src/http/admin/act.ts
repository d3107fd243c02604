import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import type { AdminAct } from '../../storage/admin/admin-changes.ts'
import { newId } from '../../storage/write/ids.ts'
import type { OfficeEnv } from '../request/env.ts'

/** Who administers in this request and why, and the id under which it is written down. */
export function adminAct(c: Context<OfficeEnv>, reason: string): AdminAct {
  const { tenant, personId, postId } = c.var.actor
  const personName = c.var.signedIn.person.name
  return { tenant, personId, personName, postId, reason, at: c.var.now, changeId: newId(Date.parse(c.var.now)) }
}

/** A short id for a unit (`u3f9a0c1b2d`), post or person: it stands in addresses and in the paths of units. */
export const shortId = (letter: 'u' | 'p' | 'h'): string => letter + randomBytes(5).toString('hex')
