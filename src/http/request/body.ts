import type { Context, MiddlewareHandler } from 'hono'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { BodyShare, Env } from './env.ts'

type Reading = Pick<Context<Env>, 'req'> & { readonly var: { readonly bodyShare: BodyShare } }

/** Bytes of bodies that all requests together may hold in memory at one time: one large form, and ten photos besides. */
const MOST_HELD = 96 * 1024 * 1024
/** Who sends nothing for so long, in ms, has gone or means to keep us waiting. */
const LONGEST_SILENCE_MS = 20_000

/** Gives each request a share of the memory for bodies, and takes all of it back when the request ends. */
export function bodyShares(most = MOST_HELD): MiddlewareHandler<Env> {
  let held = 0
  return async (c, next) => {
    let own = 0
    const add = (bytes: number) => {
      own += bytes
      held += bytes
    }
    c.set('bodyShare', {
      take: (bytes) => {
        if (held + bytes > most) return false
        add(bytes)
        return true
      },
      giveBack: (bytes) => add(-bytes),
    })
    try {
      await next()
    } finally {
      add(-own)
    }
  }
}

/**
 * The body as it comes in, piece by piece; nothing is read of one that says it is too long.
 * @throws AnlanError request-invalid, field body, rule too-large or wrong-form (nothing came for too long)
 */
export async function* bodyPieces(c: Pick<Reading, 'req'>, most: number): AsyncGenerator<Uint8Array> {
  const tooLarge = () =>
    new AnlanError('request-invalid', { issues: [{ field: 'body', rule: 'too-large', limit: most }] })
  if (Number(c.req.header('content-length') ?? 0) > most) throw tooLarge()
  const reader = c.req.raw.body?.getReader()
  if (!reader) return
  let read = 0
  try {
    for (;;) {
      const { done, value } = await soon(reader.read())
      if (done) return
      read += value.byteLength
      if (read > most) throw tooLarge()
      yield value
    }
  } finally {
    // Whoever stops early does not want the rest; that it cannot be told any more is no fault.
    await reader.cancel().catch(() => {})
  }
}

/** A whole body within the memory that requests share. @throws AnlanError busy when there is none left; as `bodyPieces` */
export async function wholeBody(c: Reading, most: number): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of bodyPieces(c, most)) {
    if (!c.var.bodyShare.take(piece.byteLength)) throw new AnlanError('busy', { retryAfter: 10 })
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

async function soon<T>(reading: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<never>((_, reject) => {
    const refusal = new AnlanError('request-invalid', { issues: [{ field: 'body', rule: 'wrong-form' }] })
    timer = setTimeout(() => reject(refusal), LONGEST_SILENCE_MS)
  })
  try {
    return await Promise.race([reading, silence])
  } finally {
    clearTimeout(timer)
  }
}
