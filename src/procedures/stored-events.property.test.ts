import { describe, expect, test } from 'vitest'
import type { MatterEvent } from '../domain/matter/event.ts'
import { canonicalJson } from '../engine/record/canonical-json.ts'
import { type EventPlace, storedEvent, wholeEvent } from '../engine/record/stored-event.ts'
import { BORN, randomLife } from '../testing/chance/random-life.ts'
import { PROCEDURES } from './all.ts'
import { chinaCalendar } from './calendar/china-holidays.ts'

const LIVES = 3
const calendars = { before: chinaCalendar, after: chinaCalendar }
const always = PROCEDURES.map((each) => ({ ...each, effectiveOn: '2024-01-01' }))

type Life = { readonly events: readonly MatterEvent[]; readonly tenant: string; readonly matterId: string }

const lives = PROCEDURES.flatMap((procedure) =>
  Array.from({ length: LIVES }, (_, seed): Life => {
    const { matter, events } = randomLife(
      { ...procedure, effectiveOn: BORN.slice(0, 10) },
      always,
      calendars,
      seed + 1,
      () => {},
    )
    return { events, tenant: matter?.tenant ?? '', matterId: matter?.id ?? '' }
  }),
)

describe('events of random lives of every kind', () => {
  test('are read back from what is stored as they were, by a reader who only has that and its row', () => {
    for (const { events, tenant, matterId } of lives)
      for (const event of events) {
        const place: Omit<EventPlace, 'version'> = { tenant, matterId, type: event.type, at: event.at }
        const stored = canonicalJson(storedEvent(event))
        const back = wholeEvent(JSON.parse(stored), place)
        expect(canonicalJson(back)).toBe(canonicalJson(event))
        // What is hashed follows from what is read, byte for byte.
        expect(canonicalJson(storedEvent(back))).toBe(stored)
      }
  })

  test('that were stored whole by earlier releases are read as they are', () => {
    for (const { events, tenant, matterId } of lives)
      for (const event of events)
        expect(wholeEvent(event, { tenant, matterId, type: event.type, at: event.at })).toBe(event)
  })
})
