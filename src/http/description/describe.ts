import { describeRoute, resolver } from 'hono-openapi'
import { problem } from './answers/problem.ts'
import { ANSWERS } from './answers.ts'
import { OPERATIONS, type OperationId } from './operations.ts'

/** Describes a route in the OpenAPI document: its words from `operations.ts`, its answer from `answers.ts`. */
export function describe(id: OperationId) {
  const { tag, summary, ...rest } = OPERATIONS[id]
  const note = 'note' in rest ? rest.note : undefined
  const { status, media, schema } = ANSWERS[id]
  return describeRoute({
    operationId: id,
    tags: [tag],
    summary: `${summary.zh} · ${summary.en}`,
    ...(note ? { description: `${note.zh}\n\n${note.en}` } : {}),
    responses: {
      [status]: { description: 'OK', content: { [media]: { schema: resolver(schema) } } },
      default: {
        description: '问题说明，RFC 9457 · Problem details, RFC 9457',
        content: { 'application/problem+json': { schema: resolver(problem) } },
      },
    },
  })
}
