// A process of its own: what asking costs must not be counted as the server's.
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

export type ClientWork = { readonly url: string; readonly cookie: string; readonly perSecond: number }

/** One answered request: when it was due, how long it took from then, whether it was refused. */
export type Asked = { readonly at: number; readonly ms: number; readonly what: string; readonly ok: boolean }

const FORM = { title: '路灯不亮', category: 'facility', description: '从桥头到三组有五盏不亮。', place: '三组' }

/** An office's day: pages of Today, the ledger and records, now and then a matter that comes in and a step. Sent by the clock, whatever answers take. */
async function ask({ url, cookie, perSecond }: ClientWork): Promise<void> {
  const known: { id: string; version: number }[] = []
  const send = (path: string, body?: object) =>
    fetch(`${url}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        cookie,
        origin: url,
        ...(body ? { 'content-type': 'application/json', 'idempotency-key': randomUUID() } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
  const open = async () => {
    const answer = await send('/api/matters', { procedure: 'report', channel: 'phone', form: FORM })
    if (answer.ok) known.push((await answer.json()) as { id: string; version: number })
    return answer
  }
  const step = async () => {
    const one = known.find(({ version }) => version === 1)
    if (!one) return open()
    one.version += 1
    return send(`/api/matters/${one.id}/steps/accept`, { seenVersion: 1, form: { difficulty: 'ordinary' } })
  }
  const record = () => {
    const one = known[Math.floor(Math.random() * known.length)]
    return one ? send(`/api/matters/${one.id}`) : send('/api/session')
  }
  const mix: readonly [string, () => Promise<Response>][] = [
    ['today', () => send('/api/today')],
    ['list', () => send('/api/matters?limit=50')],
    ['record', record],
    ['today', () => send('/api/today')],
    ['list', () => send('/api/matters?limit=50&sort=due')],
    ['record', record],
    ['today', () => send('/api/today')],
    ['record', record],
    ['open', open],
    ['step', step],
  ]
  const begun = Date.now()
  for (let turn = 0; ; turn += 1) {
    const at = begun + (turn * 1000) / perSecond
    await pause(Math.max(at - Date.now(), 0))
    const [what, sent] = mix[turn % mix.length] as (typeof mix)[number]
    void sent().then(
      async (answer) => {
        if (!answer.bodyUsed) await answer.arrayBuffer()
        process.send?.({ at, ms: Date.now() - at, what, ok: answer.ok } satisfies Asked)
      },
      () => process.send?.({ at, ms: Date.now() - at, what, ok: false } satisfies Asked),
    )
  }
}

process.on('message', (work: ClientWork) => void ask(work))
process.on('disconnect', () => process.exit())
