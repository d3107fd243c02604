import type { Instant } from '../time/time.ts'

/** A key with which a program of others sends reports in. The key itself stands in the answer that made it, and nowhere else. */
export type ClientKey = {
  readonly id: string
  readonly name: string
  readonly madeAt: Instant
  readonly revokedAt?: Instant
}

export type ClientKeyMade = { readonly id: string; readonly key: string }
