import type { OutletAddress, OutletAnswer, OutletMessage, PostToOutlet } from '../../../domain/notice/outlet.ts'
import { ClosedAddress, createGuard, type OutletSettings } from './address-guard.ts'
import { CLOUD_EVENT_TYPE, cloudEvent } from './cloud-event.ts'
import { guardedPost, type Reply } from './guarded-post.ts'
import { robotText } from './robot-text.ts'
import { askRobot, robotAnswer } from './robots.ts'
import { webhookHeaders } from './standard-webhook.ts'

const LONGEST_SAID = 300
const PATIENCE_MS = 10_000
const JSON_TYPE = 'application/json; charset=utf-8'
const LONGEST_WAIT_MS = 3_600_000
const GONE = 410
const BUSY = [429, 503]

/** Speaks to other programs and to the robots of groups. The hour of a signature is the machine's own: the other side compares it with its. */
export function createPostToOutlet(settings: OutletSettings, baseUrl: string, patienceMs = PATIENCE_MS): PostToOutlet {
  const guard = createGuard(settings)
  const post = async (to: OutletAddress, message: OutletMessage): Promise<OutletAnswer> => {
    const url = new URL(to.url)
    const sentAtMs = Date.now()
    if (to.kind === 'webhook') {
      const body = cloudEvent(message, baseUrl)
      const headers = webhookHeaders(message.id, sentAtMs, body, to.secrets)
      const reply = await guardedPost(guard, url, body, { 'content-type': CLOUD_EVENT_TYPE, ...headers }, patienceMs)
      return webhookAnswer(reply)
    }
    const asked = askRobot(to.kind, url, robotText(message, baseUrl), to.secrets[0], sentAtMs)
    const reply = await guardedPost(guard, asked.url, asked.body, { 'content-type': JSON_TYPE }, patienceMs)
    return busyUntil(reply) ?? robotAnswer(to.kind, reply.status, reply.body)
  }
  return async (to, message) => {
    const answer = await post(to, message).catch(
      (cause: unknown): OutletAnswer => ({ state: 'refused', said: why(cause) }),
    )
    return { ...answer, said: answer.said.trim().slice(0, LONGEST_SAID) }
  }
}

/** Standard Webhooks: any 2xx is taken, 410 is for good, 429 and 503 may say for how long. */
function webhookAnswer(reply: Reply): OutletAnswer {
  const said = `${reply.status} ${reply.body}`
  if (reply.status >= 200 && reply.status < 300) return { state: 'taken', said }
  return busyUntil(reply) ?? { state: 'refused', said, ...(reply.status === GONE ? { final: true } : {}) }
}

/** `Retry-After` in seconds or as a date (RFC 9110); a 429 without it waits a minute. */
function busyUntil({ status, body, retryAfter }: Reply): OutletAnswer | undefined {
  if (!BUSY.includes(status) || (status !== 429 && retryAfter === undefined)) return undefined
  const asked =
    retryAfter === undefined
      ? 60_000
      : /^\d+$/.test(retryAfter)
        ? Number(retryAfter) * 1000
        : Date.parse(retryAfter) - Date.now()
  const waitMs = Math.min(Math.max(Number.isFinite(asked) ? asked : 60_000, 1_000), LONGEST_WAIT_MS)
  return { state: 'busy', said: `${status} ${body}`, waitMs }
}

function why(cause: unknown): string {
  if (cause instanceof ClosedAddress) return '地址在内网或本机，不能发 · address inside the house'
  if (cause instanceof Error && cause.name === 'TimeoutError') return '没等到回答 · no answer in time'
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (code === 'ABORT_ERR') return '没等到回答 · no answer in time'
  return code || (cause instanceof Error ? cause.message : String(cause))
}
