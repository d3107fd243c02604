import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/** What came in at a receiver. */
export type Received = { readonly url: URL; readonly headers: Readonly<Record<string, string>>; readonly body: string }
type Answer = { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: unknown }
/** How a receiver takes a request; `hang`: it never answers, `drop`: it takes it and goes away without a word. */
type Taking = (received: Received) => Answer | 'hang' | 'drop'

export type Receiver = { readonly url: string; readonly all: Received[]; readonly close: () => Promise<void> }

/** A real HTTP server on this machine. */
export async function receiver(take: Taking): Promise<Receiver> {
  const all: Received[] = []
  const server = createServer(async (request, response) => {
    const received = await read(request)
    all.push(received)
    const answer = take(received)
    if (answer === 'hang') return
    if (answer === 'drop') return void request.socket.destroy()
    reply(response, answer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const at = server.address()
  const port = typeof at === 'object' && at ? at.port : 0
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  return { url: `http://127.0.0.1:${port}`, all, close }
}

async function read(request: IncomingMessage): Promise<Received> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
  return { url: new URL(request.url ?? '/', 'http://receiver'), headers, body: Buffer.concat(parts).toString('utf8') }
}

function reply(response: ServerResponse, { status = 200, headers = {}, body = '' }: Answer): void {
  response.writeHead(status, headers)
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}

const hmac = (key: string, said: string) => createHmac('sha256', key).update(said).digest('base64')
const json = { 'content-type': 'application/json' }
const AN_HOUR_MS = 3_600_000

/** What a platform says when it does not take a message; any other answer of its own may be given too. */
type Mood = () => unknown

/** A group robot of DingTalk with signed messages, after open.dingtalk.com/document/robots/custom-robot-access. */
export const dingtalk = (secret: string, mood: Mood = () => undefined): Promise<Receiver> =>
  receiver(({ url, headers, body }) => {
    const says = (errcode: number, errmsg: string) => ({ headers: json, body: { errcode, errmsg } })
    const other = mood()
    if (other) return { headers: json, body: other }
    if (url.pathname !== '/robot/send' || !url.searchParams.get('access_token'))
      return says(300001, 'token is not exist')
    const timestamp = url.searchParams.get('timestamp') ?? ''
    const isNow = /^\d{13}$/.test(timestamp) && Math.abs(Date.now() - Number(timestamp)) < AN_HOUR_MS
    if (!isNow || url.searchParams.get('sign') !== hmac(secret, `${timestamp}\n${secret}`))
      return says(310000, 'sign not match')
    const message = parsed(body)
    if (!/^application\/json/.test(headers['content-type'] ?? '') || message?.['msgtype'] !== 'text')
      return says(400000, 'param error')
    return textIn(message, 'text') ? says(0, 'ok') : says(40035, 'miss param: text')
  })

/** A group robot of WeCom, after developer.work.weixin.qq.com/document/path/91770: texts up to 2,048 bytes. */
export const wecom = (key: string, mood: Mood = () => undefined): Promise<Receiver> =>
  receiver(({ url, body }) => {
    const says = (errcode: number, errmsg: string) => ({ headers: json, body: { errcode, errmsg } })
    const other = mood()
    if (other) return { headers: json, body: other }
    if (url.pathname !== '/cgi-bin/webhook/send' || url.searchParams.get('key') !== key)
      return says(93000, 'invalid webhook url')
    const message = parsed(body)
    const text = message?.['msgtype'] === 'text' ? textIn(message, 'text') : undefined
    if (!text) return says(44004, 'empty content')
    return Buffer.byteLength(text) > 2048 ? says(45002, 'content size out of limit') : says(0, 'ok')
  })

/** A group robot of Feishu with signed messages, after open.feishu.cn/document/client-docs/bot-v3/add-custom-bot. */
export const feishu = (secret: string, mood: Mood = () => undefined): Promise<Receiver> =>
  receiver(({ url, body }) => {
    const says = (code: number, msg: string) => ({ headers: json, body: { code, msg, data: {} } })
    const other = mood()
    if (other) return { headers: json, body: other }
    if (!/^\/open-apis\/bot\/v2\/hook\/[\w-]+$/.test(url.pathname)) return says(19001, 'param invalid')
    const message = parsed(body)
    const timestamp = String(message?.['timestamp'] ?? '')
    const isNow = /^\d{10}$/.test(timestamp) && Math.abs(Date.now() - Number(timestamp) * 1000) < AN_HOUR_MS
    if (!isNow || message?.['sign'] !== hmac(`${timestamp}\n${secret}`, ''))
      return says(19021, 'sign match fail or timestamp is not within one hour from current time')
    const content = message['content'] as Record<string, unknown> | undefined
    return message['msg_type'] === 'text' && typeof content?.['text'] === 'string' && content['text'] !== ''
      ? says(0, 'success')
      : says(9499, 'Bad Request')
  })

function parsed(body: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(body) as Record<string, unknown>
  } catch {
    return undefined
  }
}
const textIn = (message: Record<string, unknown>, name: string): string | undefined => {
  const { content } = (message[name] ?? {}) as { content?: unknown }
  return typeof content === 'string' && content !== '' ? content : undefined
}
