import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Form } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { errorText } from '../../domain/wording/error-text.ts'
import { AnlanError, type ErrorCode, type Issue } from '../../domain/wording/errors.ts'
import { issueText } from '../../domain/wording/issue-text.ts'
import { text } from '../../domain/wording/text.ts'
import { databaseFault, isBrokenOff } from '../../storage/connection/database-fault.ts'
import type { Env } from './env.ts'

/** One status for each code. A new code does not compile until it has a line here. */
const STATUS: Record<ErrorCode, ContentfulStatusCode> = {
  'matter-not-found': 404,
  'procedure-not-found': 404,
  'procedure-not-yet': 409,
  'step-unknown': 404,
  'step-not-open': 409,
  'role-required': 403,
  'out-of-scope': 403,
  'guard-refused': 409,
  'form-invalid': 422,
  'version-conflict': 409,
  'key-reused': 409,
  'reference-taken': 409,
  'deadline-unknown': 404,
  'extension-refused': 409,
  'sign-in-required': 401,
  'sign-in-refused': 401,
  'password-change-required': 403,
  'second-factor-required': 403,
  'not-allowed': 403,
  'not-found': 404,
  'request-invalid': 400,
  'still-in-use': 409,
  'file-refused': 415,
  'field-sealed': 403,
  'matter-restricted': 403,
  'field-shredded': 410,
  'seal-broken': 409,
  'file-damaged': 409,
  'too-many-requests': 429,
  'import-refused': 422,
  'procedures-faulty': 503,
  'database-unusable': 503,
  'not-set-up': 503,
  busy: 503,
}

const PROBLEM = { 'content-type': 'application/problem+json; charset=utf-8' }

const BROKEN = text(
  '我们这边出错了，已记下。请稍后再试。',
  'Something broke on our side. It has been recorded; try again later.',
)

/** The status that goes with a refusal; pages for residents use it too. */
export const statusOf = (code: ErrorCode): ContentfulStatusCode => STATUS[code]

/** Answers with RFC 9457 problem details. What we did not foresee is a bug: logged here, and a bare 500. */
export function answerProblem(error: Error, c: Context<Env>): Response {
  const known = asAnlanError(error)
  if (known) return problem(c, known)
  const { requestId, locale } = c.var
  c.var.deps.log({ level: 'error', requestId, name: error.name, message: error.message, stack: error.stack })
  return c.json({ type: 'about:blank', title: BROKEN[locale], status: 500, requestId }, 500, PROBLEM)
}

/** What a refusal says in the reader's language. */
export const titleOf = (c: Context, { code, details }: AnlanError): string =>
  errorText(code, details, (c as Context<Env>).var.locale)

/** A refusal of ours as a problem answer in the reader's language. */
export function problem(c: Context<Env>, { code, details }: AnlanError): Response {
  c.set('refused', code)
  const status = STATUS[code]
  const title = errorText(code, details, c.var.locale)
  const retryAfter = details['retryAfter']
  if (typeof retryAfter === 'number') c.header('retry-after', String(retryAfter))
  const body = {
    ...forClients(c, code, details),
    type: `/problems/${code}`,
    title,
    status,
    code,
    requestId: c.var.requestId,
  }
  return c.json(body, status, PROBLEM)
}

/** When to come back: a restart of the database takes seconds, a lock less. */
const AWAY_SECONDS = 5
const BUSY_SECONDS = 2

/** What is a refusal in other clothes: Hono's own exceptions and a database that is away. */
export function asAnlanError(error: Error): AnlanError | undefined {
  if (error instanceof AnlanError) return error
  if (error instanceof HTTPException) return fromHttpException(error)
  if (isBrokenOff(error)) return new AnlanError('request-invalid', { issues: [{ field: 'body', rule: 'wrong-form' }] })
  const fault = databaseFault(error)
  if (fault === 'away') return new AnlanError('database-unusable', { rule: 'away', retryAfter: AWAY_SECONDS })
  if (fault === 'busy') return new AnlanError('busy', { retryAfter: BUSY_SECONDS })
  return undefined
}

function fromHttpException({ status }: HTTPException): AnlanError {
  if (status === 401) return new AnlanError('sign-in-required')
  if (status === 403) return new AnlanError('not-allowed')
  if (status === 404) return new AnlanError('not-found')
  if (status === 413) return new AnlanError('request-invalid', { issues: [{ field: 'body', rule: 'too-large' }] })
  return new AnlanError('request-invalid', { issues: [{ field: 'body', rule: 'wrong-form' }] })
}

/** Details for the client: each issue in words. The database's own words may name hosts and roles: they stay in the log. */
function forClients(c: Context<Env>, code: ErrorCode, details: AnlanError['details']): Record<string, unknown> {
  if (code === 'database-unusable') return {}
  const issues = details['issues']
  if (!Array.isArray(issues)) return details
  const form = formOf(c.var.deps.rulebooks.procedures, details)
  return {
    ...details,
    issues: issues.map((issue: Issue) => ({ ...issue, message: issueText(issue, form, c.var.locale) })),
  }
}

/** The form a refusal speaks of, so that its fields are called by their titles. */
function formOf(
  procedures: readonly Procedure[],
  { procedure, version, form }: AnlanError['details'],
): Form | undefined {
  const found = procedures.find((one) => one.id === procedure && one.version === version)
  return typeof form === 'string' ? found?.forms[form] : undefined
}
