import type { Context } from 'hono'
import { withTenant } from '../../storage/connection/connect.ts'
import { logReceipt } from '../../storage/transparency/receipts.ts'
import type { Env } from '../request/env.ts'
import { transparencyWords } from './transparency-words.ts'

/** Sends the proof for a matter's version as a file; while it is not in the log yet, says so. */
export async function sendProof(c: Context<Env>, of: { readonly matterId: string; readonly version: number }) {
  const { pool, keys, publicTenant } = c.var.deps
  const proof = await withTenant(pool, publicTenant, (client) => logReceipt(client, keys, publicTenant, of))
  c.header('cache-control', 'no-store')
  const type = { 'content-type': 'text/plain; charset=utf-8' }
  if (!proof) return c.body(`${transparencyWords(c.var.locale).soon}\n`, 503, { ...type, 'retry-after': '60' })
  c.header('content-disposition', 'attachment; filename="anlan.tlog-proof"')
  return c.body(proof, 200, type)
}
