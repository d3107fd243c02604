import { isErrorCode } from '../../domain/wording/error-text.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { sessionEnded } from './session-end.ts'

/** What the server answers, or its refusal as AnlanError; no connection at all stays the browser's TypeError. */
export async function answer<T>(asked: Promise<Answering<T>>): Promise<T> {
  const response = await asked
  if (!response.ok) throw await refusalOf(response)
  return response.json()
}

type Answering<T> = { readonly ok: boolean; readonly status: number; readonly json: () => Promise<T> }

/** The header that makes a write that is sent twice count once. */
export const keyed = (key: string) => ({ headers: { 'idempotency-key': key } })

/** An answer that is not 2xx, as the error a screen can put into words. `details.title` is the server's own wording. */
async function refusalOf(response: Answering<unknown>): Promise<AnlanError> {
  const { status } = response
  const problem = await response.json().catch(() => undefined)
  const { code, ...details } = isRecord(problem) ? problem : {}
  const known = isErrorCode(code) ? code : status === 401 ? 'sign-in-required' : 'busy'
  if (known === 'sign-in-required' || known === 'second-factor-required') sessionEnded()
  return new AnlanError(known, { ...details, httpStatus: status })
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
