import { createHmac, randomBytes } from 'node:crypto'
import { AnlanError } from '../../domain/wording/errors.ts'

type Bucket = { tokens: number; at: number }

/** How many tries at once, and after how many seconds one comes back. */
export type BucketSize = { readonly burst: number; readonly refillSeconds: number }

/** So many keys are remembered; beyond that, full buckets go first. */
const MOST_KEYS = 50_000

/**
 * Token buckets in memory: slow down guessing without keeping whose address it was.
 * Keys are hashed with a secret that lives as long as the process and is written nowhere.
 */
export function createTokenBuckets({ burst, refillSeconds }: BucketSize) {
  const buckets = new Map<string, Bucket>()
  const secret = randomBytes(32)
  const hidden = (key: string) => createHmac('sha256', secret).update(key).digest('base64url')
  const refilled = ({ tokens, at }: Bucket, now: number) =>
    Math.min(burst, tokens + Math.max(0, now - at) / 1000 / refillSeconds)

  /** Forgets who has not tried for long enough to be full again. */
  const sweep = (now: number) => {
    for (const [key, bucket] of buckets) if (refilled(bucket, now) >= burst) buckets.delete(key)
    for (const key of buckets.keys()) {
      if (buckets.size <= MOST_KEYS) return
      buckets.delete(key)
    }
  }

  return {
    /** Takes one token or refuses with `too-many-requests` and the seconds until the next. `now` in ms. */
    take(key: string, now: number): void {
      const name = hidden(key)
      const tokens = refilled(buckets.get(name) ?? { tokens: burst, at: now }, now)
      if (tokens < 1) {
        throw new AnlanError('too-many-requests', { retryAfter: Math.ceil((1 - tokens) * refillSeconds) })
      }
      buckets.set(name, { tokens: tokens - 1, at: now })
      if (buckets.size > MOST_KEYS) sweep(now)
    },
    /** Gives the last token back, after a try that turned out to be right. */
    giveBack(key: string): void {
      const bucket = buckets.get(hidden(key))
      if (bucket) bucket.tokens += 1
    },
    /** Fills the bucket again. */
    forget(key: string): void {
      buckets.delete(hidden(key))
    },
  }
}

export type TokenBuckets = ReturnType<typeof createTokenBuckets>

/** Token buckets of one installation, made when it first asks: two in one process do not share them. */
export function tokenBucketsOf(size: BucketSize): (installation: object) => TokenBuckets {
  const made = new WeakMap<object, TokenBuckets>()
  return (installation) => {
    const known = made.get(installation) ?? createTokenBuckets(size)
    made.set(installation, known)
    return known
  }
}
