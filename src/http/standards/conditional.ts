import { createHash } from 'node:crypto'
import type { Context } from 'hono'

type Body = { readonly body: string; readonly type: string; readonly cache: string }

/** An answer with an ETag of its bytes; whoever has it already gets 304 and no body (RFC 9110, 13.1.2). */
export function conditional(c: Context, { body, type, cache }: Body): Response {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  const headers = { etag: tag, 'cache-control': cache, 'x-robots-tag': 'noindex' }
  if (holds(c.req.header('if-none-match'), tag)) return c.body(null, 304, headers)
  return c.body(body, 200, { ...headers, 'content-type': type })
}

/** A proxy that packed the answer may have made the tag weak. */
const holds = (given: string | undefined, tag: string): boolean =>
  given?.split(',').some((each) => each.trim() === '*' || each.trim().replace(/^W\//, '') === tag) ?? false
