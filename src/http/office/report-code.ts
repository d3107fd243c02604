import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { codeHash } from '../public/find-report.ts'
import { codeOfNonce, receiptTicket } from '../public/receipt/receipt-ticket.ts'
import type { OfficeEnv } from '../request/env.ts'

/** Whether reporters follow matters of this kind by a code. Only the tenant with the public page has a place to look it up. */
export async function hasCodes(c: Context<OfficeEnv>, procedure: string): Promise<boolean> {
  const { actor, deps } = c.var
  const { procedures } = await deps.rulebooks.of(actor.tenant)
  return actor.tenant === deps.publicTenant && procedures.some(({ id, reporting }) => id === procedure && !!reporting)
}

/**
 * A code for a reporter at the window or on the phone: what the database keeps of it, and what the clerk is told. It follows
 * from the command's key, so that a retry gives the same receipt.
 */
export function newCode(c: Context<OfficeEnv>, key: string | undefined) {
  const { deps, now } = c.var
  const nonce = key ?? randomBytes(16).toString('hex')
  const code = codeOfNonce(deps.keys, nonce)
  return {
    kept: { codeHash: codeHash(deps.keys, code) },
    told: { code, receiptPath: `/public/receipt?ticket=${receiptTicket(deps.keys, nonce, now)}` },
  }
}
