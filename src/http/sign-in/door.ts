import type { Context } from 'hono'
import type { Env } from '../request/env.ts'
import { readerAddress } from '../request/reader-address.ts'
import { createTokenBuckets } from '../request/token-buckets.ts'
import { createAttempts } from './attempts.ts'
import { knownDevice } from './known-device.ts'

type Budget = { readonly burst: number; readonly refillSeconds: number }

/** An office of forty behind one address, then one try in six seconds. */
const BY_ADDRESS: Budget = { burst: 40, refillSeconds: 6 }
/** All strangers together, at one name: a hundred, then a hundred an hour. */
export const PASSWORDS: Budget = { burst: 100, refillSeconds: 36 }
/** A code has a million values and three are right at a time: ten, then six an hour, which takes years to hit one. */
export const CODES: Budget = { burst: 10, refillSeconds: 600 }

/**
 * Slows guessing down and locks nobody out. A browser that the name has signed in from before counts for itself; all others count by
 * address, and together by name, so that many addresses don't add up. @returns what to call when what was tried is right
 */
export function createDoor(byNameBudget: Budget) {
  const tries = createAttempts()
  const byAddress = createTokenBuckets(BY_ADDRESS)
  const byName = createTokenBuckets(byNameBudget)
  return (c: Context<Env>, username: string): (() => void) => {
    const [name, now] = [username.toLowerCase(), Date.parse(c.var.now)]
    const device = knownDevice(c, name)
    if (device) {
      const key = `device\n${device}\n${name}`
      tries.begin(key, now)
      return () => tries.succeeded(key)
    }
    const address = readerAddress(c)
    const key = `address\n${address}\n${name}`
    tries.begin(key, now)
    byAddress.take(address, now)
    byName.take(name, now)
    return () => {
      tries.succeeded(key)
      // A whole office behind one address signs in at half past eight.
      byAddress.giveBack(address)
      byName.giveBack(name)
    }
  }
}

/** Slows down what needs no name, by address alone. */
export function createAddressDoor() {
  const byAddress = createTokenBuckets(BY_ADDRESS)
  return (c: Context<Env>): void => byAddress.take(readerAddress(c), Date.parse(c.var.now))
}
