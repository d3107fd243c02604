import { isIPv6 } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { Env } from './env.ts'

/** The network address a request comes from, for token buckets only: never logged, never stored. */
export function readerAddress(c: Context<Env>): string {
  const forwarded = c.var.deps.behindProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return networkOf(forwarded ?? (c.env?.incoming ? getConnInfo(c).remote.address : undefined) ?? 'unknown')
}

/**
 * The part of an address that its owner cannot choose anew for each try: IPv6 readers own a whole /64, and a port, which some proxies
 * write behind the address, is another one each time.
 */
export function networkOf(given: string): string {
  const address = given.replace(/^\[([^\]]*)\](?::\d+)?$/, '$1').replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1')
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (!isIPv6(plain)) return plain
  const [before = '', after] = plain.split('::')
  const groups = before.split(':').filter(Boolean)
  const behind = (after ?? '').split(':').filter(Boolean)
  // What :: leaves out are zeros.
  const zeros = after === undefined ? 0 : 8 - groups.length - behind.length - (plain.includes('.') ? 1 : 0)
  const whole = [...groups, ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...behind]
  return whole
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
