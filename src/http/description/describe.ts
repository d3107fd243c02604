import { describeRoute, resolver } from 'hono-openapi'
import type { z } from 'zod'
import { OPERATIONS, type OperationId } from './operations.ts'

const PROBLEM = { $ref: '#/components/schemas/Problem' }

/** Describes a route in the OpenAPI document: its words from `operations.ts`, its answer from a schema where there is one. */
export function describe(id: OperationId, answer?: z.ZodType) {
  const { tag, summary, ...rest } = OPERATIONS[id]
  const note = 'note' in rest ? rest.note : undefined
  return describeRoute({
    operationId: id,
    tags: [tag],
    summary: `${summary.zh} · ${summary.en}`,
    ...(note ? { description: `${note.zh}\n\n${note.en}` } : {}),
    responses: {
      200: {
        description: 'OK',
        content: { 'application/json': { schema: answer ? resolver(answer) : { type: 'object' } } },
      },
      default: {
        description: '问题说明，RFC 9457 · Problem details, RFC 9457',
        content: { 'application/problem+json': { schema: PROBLEM } },
      },
    },
  })
}
