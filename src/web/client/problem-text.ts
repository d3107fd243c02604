import { errorText } from '../../domain/wording/error-text.ts'
import { AnlanError, issuesOf } from '../../domain/wording/errors.ts'
import { issueText } from '../../domain/wording/issue-text.ts'
import type { Locale } from '../../domain/wording/text.ts'
import type { Words } from '../words/zh.ts'

/** An error in words, field by field where it names them, with the code to tell an administrator when it is not the reader's to mend. */
export function problemText(
  error: unknown,
  words: Words,
  locale: Locale,
): { readonly text: string; readonly code?: string } {
  if (!(error instanceof AnlanError)) return { text: error instanceof TypeError ? words.errors.offline : String(error) }
  const { title, requestId, httpStatus } = error.details
  const issues = issuesOf(error)
  if (issues.length > 0)
    return { text: issues.map((issue) => issueText(issue, undefined, locale)).join(words.semicolon) }
  const text = typeof title === 'string' && title ? title : errorText(error.code, error.details, locale)
  return typeof requestId === 'string' && Number(httpStatus) >= 500 ? { text, code: requestId.slice(0, 8) } : { text }
}
