import type { Context } from 'hono'
import { AnlanError } from '../../domain/wording/errors.ts'
import { sha256 } from '../../storage/write/ids.ts'
import type { OfficeEnv } from '../request/env.ts'

const SHORTEST = 8
const LONGEST = 100

/** The key by which a retry is known, when the client sends one. Bound to the person: nobody meets another's key. */
export function commandKey(c: Context<OfficeEnv>): { key?: string } {
  const key = c.req.header('idempotency-key')
  if (key === undefined) return {}
  if (key.length < SHORTEST || key.length > LONGEST) {
    const issue = key.length < SHORTEST ? { rule: 'too-short', limit: SHORTEST } : { rule: 'too-long', limit: LONGEST }
    throw new AnlanError('request-invalid', { issues: [{ field: 'Idempotency-Key', ...issue }] })
  }
  return { key: sha256(`${c.var.actor.personId}\n${key}`) }
}
