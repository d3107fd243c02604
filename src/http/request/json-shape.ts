import type { MiddlewareHandler } from 'hono'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { Env } from './env.ts'

/** No form of ours nests deeper, and none has more values in it. */
const DEEPEST = 12
const MOST_VALUES = 5_000

/**
 * Refuses a body that no screen of ours sends, before anybody parses, checks or hashes it: a hundred thousand keys or
 * thousands of levels cost whoever reads them later far more than the megabyte they are written in.
 * @throws AnlanError request-invalid, field body, rule too-deep or too-many-values
 */
export const jsonShape: MiddlewareHandler<Env> = async (c, next) => {
  if (/\bjson\b/i.test(c.req.header('content-type') ?? '')) {
    const { depth, values } = shapeOf(await c.req.text())
    if (depth > DEEPEST) refuse('too-deep', DEEPEST)
    if (values > MOST_VALUES) refuse('too-many-values', MOST_VALUES)
  }
  await next()
}

function refuse(rule: 'too-deep' | 'too-many-values', limit: number): never {
  throw new AnlanError('request-invalid', { issues: [{ field: 'body', rule, limit }] })
}

const [QUOTE, BACKSLASH, COMMA, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = Buffer.from('"\\,[]{}')

/** How deep a JSON text nests and how many values it has at most, read once from left to right; broken JSON is the parser's business. */
export function shapeOf(json: string): { depth: number; values: number } {
  let [level, depth, values, quoted] = [0, 0, 1, false]
  for (let at = 0; at < json.length; at += 1) {
    const unit = json.charCodeAt(at)
    if (quoted) {
      if (unit === BACKSLASH) at += 1
      else if (unit === QUOTE) quoted = false
    } else if (unit === QUOTE) quoted = true
    else if (unit === COMMA) values += 1
    else if (unit === OPEN_LIST || unit === OPEN_OBJECT) {
      level += 1
      values += 1
      depth = Math.max(depth, level)
    } else if (unit === CLOSE_LIST || unit === CLOSE_OBJECT) level -= 1
  }
  return { depth, values }
}
