import { refusalOf } from './answer.ts'

export type Asking = {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly query?: Readonly<Record<string, string | number | undefined>>
  readonly body?: unknown
  /** Makes a write that is sent twice count once. */
  readonly key?: string
}

/** Asks the server by path. Its refusals come back as AnlanError; no connection at all stays the browser's TypeError. */
export async function request<T>(path: string, { method = 'GET', query, body, key }: Asking = {}): Promise<T> {
  const response = await fetch(path + queryText(query), {
    method,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key ? { 'idempotency-key': key } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw await refusalOf(response)
  if (response.status === 204) return undefined as T
  return (await response.json()) as T
}

/** `?a=1&b=2`, without what is not set. */
function queryText(query: Asking['query']): string {
  const set = Object.entries(query ?? {}).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  )
  return set.length > 0 ? `?${new URLSearchParams(set)}` : ''
}
