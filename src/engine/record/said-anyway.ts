import type { Facts } from '../../domain/matter/matter.ts'
import type { Clock } from '../../domain/procedure/deadline.ts'

// Rows and hashes of stored events and matters rest on both: what is left out by one of these must be put back for ever.

/** What a clock has that just began. */
export const NEW_CLOCK = {
  state: 'running',
  roll: 'none',
  pausable: false,
  pauses: [],
  extensions: [],
  provisional: false,
  warned: [],
  escalated: 0,
} as const satisfies Partial<Clock>

/** Facts that the answer of this name gives as it is. */
export const TOLD: readonly (readonly [answer: string, fact: keyof Facts])[] = [
  ['title', 'title'],
  ['category', 'category'],
  ['level', 'level'],
  ['place', 'place'],
  ['placeUnit', 'placeUnitId'],
  ['sourceNumber', 'sourceNumber'],
]
