import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import { ClosedAddress, type Guard } from './address-guard.ts'

const MOST_BYTES = 16_384

export type Reply = { readonly status: number; readonly body: string; readonly retryAfter?: string }

/**
 * Posts JSON to an address that somebody typed: a checked one, without following redirects, for so long, and reading so much of the
 * answer. @throws Error with a sentence for the record
 */
export function guardedPost(
  guard: Guard,
  to: URL,
  body: string,
  headers: Readonly<Record<string, string>>,
  patienceMs: number,
): Promise<Reply> {
  const literal = to.hostname.replace(/^\[|\]$/g, '')
  if (isIP(literal) && !guard.allows(literal, to.protocol)) return Promise.reject(new ClosedAddress('closed address'))
  const request = to.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const sent = request(to, {
      method: 'POST',
      // A connection of its own each time: one that was kept might have been let go by the other side, and nobody would know what arrived.
      agent: false,
      lookup: guard.lookup(to.protocol),
      signal: AbortSignal.timeout(patienceMs),
      headers: { ...headers, 'content-length': Buffer.byteLength(body), 'user-agent': 'anlan' },
    })
    sent.on('error', reject)
    sent.on('response', (answer) => {
      const parts: Buffer[] = []
      let size = 0
      const done = () => {
        const { 'retry-after': retryAfter } = answer.headers
        const text = Buffer.concat(parts).subarray(0, MOST_BYTES).toString('utf8')
        resolve({ status: answer.statusCode ?? 0, body: text, ...(retryAfter ? { retryAfter } : {}) })
      }
      answer.on('data', (part: Buffer) => {
        parts.push(part)
        size += part.length
        if (size < MOST_BYTES) return
        done()
        sent.destroy()
      })
      answer.on('end', done)
      answer.on('error', reject)
    })
    sent.end(body)
  })
}
