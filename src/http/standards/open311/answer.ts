import type { Context } from 'hono'
import { type Element, element, writeXml } from '../../../exchange/xml/write-xml.ts'
import type { Env } from '../../request/env.ts'
import { conditional } from '../conditional.ts'

/** GeoReport's own values: what is not known is null in JSON and an empty element in XML. */
export type Said = string | number | boolean | null | readonly Said[] | { readonly [name: string]: Said }
export type Format = 'json' | 'xml'

/** What one item of a list is called in XML. */
const ITEMS: Readonly<Record<string, string>> = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
}

/** The format that the address ends with. */
export const formatOf = (c: Context): Format => (c.req.path.endsWith('.json') ? 'json' : 'xml')

const TYPES = { json: 'application/json; charset=utf-8', xml: 'text/xml; charset=utf-8' } as const
/** Open data, the same for everybody: programs on other pages may read it. */
const OPEN = { 'access-control-allow-origin': '*', vary: 'accept-language, cookie' }

const inFormat = (format: Format, root: string, said: Said): string =>
  format === 'json' ? JSON.stringify(said) : writeXml(toElement(root, said))

/** Answers in the format that the address ends with, for a short while from any cache. */
export function say(c: Context<Env>, root: string, said: Said, seconds = 300): Response {
  const format = formatOf(c)
  const answer = conditional(c, {
    body: inFormat(format, root, said),
    type: TYPES[format],
    cache: `public, max-age=${seconds}`,
  })
  for (const [name, value] of Object.entries(OPEN)) answer.headers.set(name, value)
  return answer
}

/** Answers for one reader. */
export const sayOnce = (c: Context<Env>, root: string, said: Said, status: 201): Response =>
  c.body(inFormat(formatOf(c), root, said), status, { 'content-type': TYPES[formatOf(c)], 'cache-control': 'no-store' })

export type Fault = { readonly code: number; readonly description: string }

/** Refuses as GeoReport does: a list of errors, each with the status as its code. */
export function refuse(c: Context<Env>, faults: readonly Fault[], headers: Record<string, string> = {}): Response {
  const status = (faults[0]?.code ?? 400) as 400
  return c.body(inFormat(formatOf(c), 'errors', faults), status, {
    'content-type': TYPES[formatOf(c)],
    'cache-control': 'no-store',
    ...headers,
  })
}

function toElement(name: string, said: Said): Element {
  if (said === null) return element(name)
  if (Array.isArray(said)) {
    const item = ITEMS[name] ?? 'item'
    return element(
      name,
      (said as readonly Said[]).map((each) => toElement(item, each)),
    )
  }
  if (typeof said !== 'object') return element(name, String(said))
  return element(
    name,
    Object.entries(said).map(([inner, value]) => toElement(inner, value)),
  )
}
