// A process of its own: what asking costs must not be counted as the server's.
import { setTimeout as pause } from 'node:timers/promises'

/** One request: `{id}` and `{version}` are those of a matter of the list, `{number}` counts up. */
export type Ask = { readonly method: 'GET' | 'POST'; readonly path: string; readonly body?: unknown }

/** An operation is one or more requests after one another; variants are taken in turn. */
export type Operation = {
  readonly variants: readonly (readonly Ask[])[]
  /** Matters that it is about, each taken once when `once` is set. */
  readonly matters?: readonly { readonly id: string; readonly version: number }[]
  readonly once?: boolean
}

export type Work = {
  readonly url: string
  readonly cookie: string
  readonly clients: number
  readonly seconds: number
  readonly operation: Operation
}

/** What came back: how long each operation took, what was opened, how many were refused. */
export type Done = {
  readonly milliseconds: readonly number[]
  readonly seconds: number
  readonly opened: readonly { readonly id: string; readonly version: number }[]
  readonly refused: number
  readonly refusal?: string
}

async function run({ url, cookie, clients, seconds, operation }: Work): Promise<Done> {
  const { variants, matters = [], once } = operation
  const milliseconds: number[] = []
  const opened: { id: string; version: number }[] = []
  let [next, refused] = [0, 0]
  let refusal: string | undefined
  const startedAt = performance.now()
  const until = startedAt + seconds * 1000
  const client = async () => {
    while (performance.now() < until) {
      const turn = next++
      if (once && turn >= matters.length) return
      const matter = matters[turn % matters.length]
      const from = performance.now()
      for (const ask of variants[turn % variants.length] ?? []) {
        const filled = (text: string) =>
          text
            .replaceAll('{id}', matter?.id ?? '')
            .replaceAll('"{version}"', String(matter?.version))
            .replaceAll('{number}', `${process.pid}-${turn}`)
        const answer = await fetch(url + filled(ask.path), {
          method: ask.method,
          headers: {
            cookie,
            origin: url,
            ...(ask.body
              ? { 'content-type': 'application/json', 'idempotency-key': filled(`bench-{id}-{number}-${startedAt}`) }
              : {}),
          },
          ...(ask.body ? { body: filled(JSON.stringify(ask.body)) } : {}),
        })
        const text = await answer.text()
        if (!answer.ok) {
          refused += 1
          refusal ??= `${answer.status} ${ask.path} ${text.slice(0, 300)}`
          await pause(20)
        } else if (ask.body) opened.push(JSON.parse(text) as { id: string; version: number })
      }
      milliseconds.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  const took = (performance.now() - startedAt) / 1000
  return { milliseconds, seconds: took, opened, refused, ...(refusal ? { refusal } : {}) }
}

process.on('message', (work: Work) => void run(work).then((done) => process.send?.(done)))
