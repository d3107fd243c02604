import { createHmac, randomBytes } from 'node:crypto'
import { AnlanError } from '../../domain/wording/errors.ts'

type Tries = { failed: number; at: number; until: number }

/** A forgotten password takes a few tries. */
const FREE = 5
const FIRST_MS = 2_000
/** The longest a next try has to wait: it is a delay, never a lock. */
const LONGEST_MS = 15 * 60_000
/** After so long without a try the count begins anew. */
const FORGET_MS = 2 * 3_600_000
const MOST_KEYS = 50_000

/**
 * Failed tries of a password, each key on its own: a few are free, then each costs twice the wait of the one before. A try counts as
 * failed from the moment it begins, so that many at once gain nothing. In memory, under hashes that live as long as the process.
 */
export function createAttempts() {
  const tries = new Map<string, Tries>()
  const secret = randomBytes(32)
  const hidden = (key: string) => createHmac('sha256', secret).update(key).digest('base64url')

  const sweep = (now: number) => {
    for (const [key, { at }] of tries) if (now - at > FORGET_MS) tries.delete(key)
    for (const key of tries.keys()) {
      if (tries.size <= MOST_KEYS) return
      tries.delete(key)
    }
  }

  return {
    /** Begins a try. @throws AnlanError too-many-requests with the seconds to wait. `now` in ms */
    begin(key: string, now: number): void {
      const name = hidden(key)
      const known = tries.get(name)
      const before = known && now - known.at <= FORGET_MS ? known : { failed: 0, until: 0 }
      if (now < before.until)
        throw new AnlanError('too-many-requests', { retryAfter: Math.ceil((before.until - now) / 1000) })
      const failed = before.failed + 1
      const wait = failed < FREE ? 0 : Math.min(LONGEST_MS, FIRST_MS * 2 ** (failed - FREE))
      tries.set(name, { failed, at: now, until: now + wait })
      if (tries.size > MOST_KEYS) sweep(now)
    },
    /** The try was right: nothing is held against the key any more. */
    succeeded(key: string): void {
      tries.delete(hidden(key))
    },
  }
}
