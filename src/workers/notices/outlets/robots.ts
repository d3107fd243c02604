import { createHmac } from 'node:crypto'
import type { OutletAnswer, OutletKind } from '../../../domain/notice/outlet.ts'

export type RobotKind = Exclude<OutletKind, 'webhook'>
type Asked = { readonly url: URL; readonly body: string }

type Robot = {
  /** The message as the platform takes it, signed when there is a secret. */
  readonly ask: (url: URL, content: string, secret: string | undefined, sentAtMs: number) => Asked
  /** The name under which the answer, always an HTTP 200, says whether it was taken. */
  readonly code: 'errcode' | 'code'
  /** Too often; how long to stay away then. */
  readonly tooOften: readonly number[]
  readonly waitMs: number
  /** What no second try mends: the robot is gone, or its signature, words or addresses were set otherwise. */
  readonly final: readonly number[]
}

const hmac = (key: string, said: string) => createHmac('sha256', key).update(said).digest('base64')

/** How each platform takes a text, after what it publishes about group robots; 20 a minute, with Feishu 100. */
const ROBOTS: Readonly<Record<RobotKind, Robot>> = {
  // open.dingtalk.com/document/robots/custom-robot-access: time and signature in the query; whoever writes too often is shut out for ten minutes.
  dingtalk: {
    ask: (url, content, secret, sentAtMs) => {
      const signed = new URL(url)
      if (secret) {
        signed.searchParams.set('timestamp', String(sentAtMs))
        signed.searchParams.set('sign', hmac(secret, `${sentAtMs}\n${secret}`))
      }
      return { url: signed, body: JSON.stringify({ msgtype: 'text', text: { content } }) }
    },
    code: 'errcode',
    tooOften: [130101, 410100],
    waitMs: 600_000,
    final: [300001, 310000],
  },
  // developer.work.weixin.qq.com/document/path/91770: the key in the address is all there is.
  wecom: {
    ask: (url, content) => ({ url, body: JSON.stringify({ msgtype: 'text', text: { content } }) }),
    code: 'errcode',
    tooOften: [45009, 45033],
    waitMs: 60_000,
    final: [93000],
  },
  // open.feishu.cn/document/client-docs/bot-v3/add-custom-bot: time in seconds and secret are the key, and nothing is what is signed.
  feishu: {
    ask: (url, text, secret, sentAtMs) => {
      const timestamp = String(Math.floor(sentAtMs / 1000))
      const signature = secret ? { timestamp, sign: hmac(`${timestamp}\n${secret}`, '') } : {}
      return { url, body: JSON.stringify({ ...signature, msg_type: 'text', content: { text } }) }
    },
    code: 'code',
    tooOften: [11232, 99991400],
    waitMs: 60_000,
    final: [19001, 19021, 19022, 19024],
  },
}

/** What is sent to a robot. */
export const askRobot = (
  kind: RobotKind,
  url: URL,
  content: string,
  secret: string | undefined,
  sentAtMs: number,
): Asked => ROBOTS[kind].ask(url, content, secret, sentAtMs)

/** What a robot's answer means: a 200 with a code in it is no success. */
export function robotAnswer(kind: RobotKind, status: number, body: string): OutletAnswer {
  const { code: name, tooOften, waitMs, final } = ROBOTS[kind]
  const said = `${status} ${body}`
  const code = codeIn(body, name)
  if (code !== undefined && tooOften.includes(code)) return { state: 'busy', said, waitMs }
  if (status >= 200 && status < 300 && code === 0) return { state: 'taken', said }
  return { state: 'refused', said, ...(code !== undefined && final.includes(code) ? { final: true } : {}) }
}

function codeIn(body: string, name: string): number | undefined {
  try {
    const answer: unknown = JSON.parse(body)
    const code = typeof answer === 'object' && answer ? (answer as Record<string, unknown>)[name] : undefined
    return typeof code === 'number' ? code : undefined
  } catch {
    return undefined
  }
}
