import { createHmac } from 'node:crypto'

/** What a secret of Standard Webhooks begins with; base64 follows. */
const PREFIX = 'whsec_'

/**
 * The three headers of Standard Webhooks (github.com/standard-webhooks/standard-webhooks, spec 1.0). One signature for each secret: while
 * a new one is being taken over, a receiver may know either.
 */
export function webhookHeaders(id: string, sentAtMs: number, body: string, secrets: readonly string[]) {
  const timestamp = String(Math.floor(sentAtMs / 1000))
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret, 'base64')
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
  })
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') }
}
