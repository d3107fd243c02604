import type { z } from 'zod'
import { problem } from '../http/description/answers/problem.ts'
import { ANSWERS } from '../http/description/answers.ts'
import type { OperationId } from '../http/description/operations.ts'

export type ApiDocument = {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> }
}
export type DescribedOperation = {
  readonly operationId: OperationId
  readonly summary: string
  readonly tags: readonly string[]
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: unknown }>> }>
  >
}

/** Holds answers to their descriptions: a JSON answer that says less, more or something else than its schema is an error. */
export function answerCheck(readDocument: () => Promise<ApiDocument>) {
  const seen = new Set<OperationId>()
  let routes: Promise<readonly Route[]> | undefined
  const see = async (method: string, address: string, answer: Response): Promise<void> => {
    const path = address.split('?')[0] ?? ''
    const type = answer.headers.get('content-type') ?? ''
    if (type.includes('application/problem+json')) return hold(`${method} ${path}`, problem, await bodyOf(answer))
    if (!answer.ok || !/^\/(api|healthz|readyz)/.test(path)) return
    routes ??= readDocument().then(routesOf)
    const asked = method === 'HEAD' ? 'GET' : method
    const id = (await routes).find((route) => route.method === asked && route.path.test(path))?.id
    if (!id) return
    const { status, media, schema } = ANSWERS[id]
    if (answer.status !== status) throw new Error(`${id} answers ${answer.status}; described is ${status}`)
    if (media === 'application/json') hold(id, schema, await bodyOf(answer))
    seen.add(id)
  }
  return { see, seen }
}

type Route = { readonly id: OperationId; readonly method: string; readonly path: RegExp }

/** Fixed addresses first: `/api/matters/bulk/steps` is no matter's. */
const routesOf = ({ paths }: ApiDocument): Route[] =>
  Object.entries(paths)
    .sort(([a], [b]) => a.split('{').length - b.split('{').length)
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => ({
        id: operationId,
        method: method.toUpperCase(),
        path: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
      })),
    )

const bodyOf = (answer: Response): Promise<unknown> => answer.clone().json()

function hold(what: string, schema: z.ZodType, body: unknown): void {
  const { error } = schema.safeParse(body)
  if (error) throw new Error(`${what} does not answer as described: ${JSON.stringify(error.issues)}`)
}
