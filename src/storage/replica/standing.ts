import type { Pool } from 'pg'
import { within } from '../connection/within.ts'
import { isAtLeast, type Position, readPosition } from './position.ts'

/** How old a look may be. Nobody looks while nobody reads. */
const LOOK_MS = 1_000
/** A copy that does not say where it is by then is away. */
const LOOK_LIMIT_MS = 1_500
/** Left out for so long after it failed. */
const ASIDE_MS = 5_000
/** Further behind, and lists would show yesterday's work of a busy minute. */
const MOST_BEHIND_MS = 5_000
/** Older than a copy may be behind is of no use. */
const REMEMBERED = 20

export type Standing = {
  /** Whether the copy answers and is not far behind. */
  readonly isFit: () => Promise<boolean>
  /** How far it was at the last look. */
  readonly heard: () => Position | undefined
  /** How far it is now. */
  readonly ask: () => Promise<Position>
  /** It failed: nobody is sent there for a while. */
  readonly leaveOut: () => void
}

/** Watches how far a copy is behind its primary, by places in the log: a quiet primary makes no copy look late. */
export function createStanding(primary: Pool, copy: Pool, now: () => number = () => performance.now()): Standing {
  let heard: Position | undefined
  let lookedAt = Number.NEGATIVE_INFINITY
  let asideUntil = Number.NEGATIVE_INFINITY
  let behindMs = 0
  let looking: Promise<void> | undefined
  const primaryWas: { readonly at: number; readonly position: Position }[] = []

  const leaveOut = () => {
    asideUntil = now() + ASIDE_MS
  }
  const ask = async () => {
    heard = await readPosition(copy, 'replayed')
    return heard
  }
  const look = async () => {
    const at = now()
    primaryWas.push({ at, position: await readPosition(primary, 'written') })
    if (primaryWas.length > REMEMBERED) primaryWas.shift()
    const position = await ask()
    const missed = primaryWas.find((was) => !isAtLeast(position, was.position))
    behindMs = missed ? now() - missed.at : 0
    lookedAt = now()
  }
  const lookOnce = () => {
    looking ??= inTime(look())
      .catch(leaveOut)
      .finally(() => {
        looking = undefined
      })
    return looking
  }

  return {
    async isFit() {
      if (now() < asideUntil) return false
      if (now() - lookedAt > LOOK_MS) await lookOnce()
      return now() >= asideUntil && behindMs <= MOST_BEHIND_MS
    },
    heard: () => heard,
    ask,
    leaveOut,
  }
}

async function inTime(work: Promise<void>): Promise<void> {
  if (!(await within(LOOK_LIMIT_MS, work))) throw new Error('the copy does not say where it is')
}
