import type { Context } from 'hono'
import { AnlanError } from '../../domain/wording/errors.ts'

/** What the sender of a file calls it, from the header X-File-Name. @throws AnlanError request-invalid when it is not percent-encoded */
export function sentFileName(c: Context): string {
  const given = c.req.header('x-file-name') ?? ''
  try {
    return decodeURIComponent(given)
  } catch (cause) {
    if (!(cause instanceof URIError)) throw cause
    throw new AnlanError('request-invalid', { issues: [{ field: 'X-File-Name', rule: 'wrong-form' }] })
  }
}
