import { AnlanError, type ErrorCode } from '../../domain/wording/errors.ts'

/**
 * What the server answers, or its refusal as AnlanError; no connection at all stays the browser's TypeError.
 * `T` is the view that the route names too: hono's own type of the answer allows undefined where JSON has none.
 */
export async function answer<T>(asked: Promise<Answering>): Promise<T> {
  const response = await asked
  if (!response.ok) throw await refusalOf(response)
  return (await response.json()) as T
}

type Answering = { readonly ok: boolean; readonly status: number; readonly json: () => Promise<unknown> }

/** The header that makes a write that is sent twice count once. */
export const keyed = (key: string) => ({ headers: { 'idempotency-key': key } })

type Problem = { readonly code?: ErrorCode; readonly title?: string; readonly requestId?: string }

/** An answer that is not 2xx, as the error a screen can put into words. `details.title` is the server's own wording. */
export async function refusalOf(response: {
  readonly status: number
  readonly json: () => Promise<unknown>
}): Promise<AnlanError> {
  const problem = (await response.json().catch(() => ({}))) as Problem
  const { code, ...details } = problem
  return new AnlanError(code ?? (response.status === 401 ? 'sign-in-required' : 'busy'), {
    ...details,
    httpStatus: response.status,
  })
}
