import { z } from 'zod'
import { ERROR_CODES } from '../../../domain/wording/error-text.ts'
import type { Issue } from '../../../domain/wording/errors.ts'
import { ISSUE_RULES } from '../../../domain/wording/issue-text.ts'
import { described, optional } from './described.ts'

export const issueFields = {
  field: z.string(),
  rule: z.enum(ISSUE_RULES),
  limit: optional(z.union([z.number(), z.string()])),
}
const issue = described<Issue & { readonly message: string }>()(
  z
    .strictObject({ ...issueFields, message: z.string() })
    .meta({ id: 'Issue', description: '`message` 是读者语言的一句话 · one sentence in the reader’s language' }),
)

/** RFC 9457. Each code may add details of its own: `issues` name fields, others name a guard, a role or a length. */
export const problem = z
  .looseObject({
    type: z.string().meta({ description: '/problems/<code>' }),
    title: z.string().meta({ description: '读者语言的一句话 · one sentence in the reader’s language' }),
    status: z.int(),
    code: optional(z.enum(ERROR_CODES)),
    requestId: optional(z.string()),
    issues: optional(z.array(issue)),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' })
