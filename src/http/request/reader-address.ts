import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { Env } from './env.ts'

/**
 * The network address a request comes from, for token buckets only: never logged, never stored.
 * IPv6 readers own a whole /64, so the rest of the address is cut off.
 */
export function readerAddress(c: Context<Env>): string {
  const forwarded = c.var.deps.behindProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  const address = forwarded ?? (c.env?.incoming ? getConnInfo(c).remote.address : undefined) ?? 'unknown'
  return address.includes(':') && !address.startsWith('::ffff:') ? address.split(':').slice(0, 4).join(':') : address
}
