import { describe, expect, test } from 'vitest'
import type { MatterEvent } from '../domain/matter/event.ts'
import type { Matter } from '../domain/matter/matter.ts'
import { canonicalJson } from '../engine/record/canonical-json.ts'
import { evolve } from '../engine/record/evolve.ts'
import { leanMatter, wholeClocks, wholeMatter, wholeWhereLean } from '../engine/record/lean-matter.ts'
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

describe('matters of random lives of every kind, as they stood after each event', () => {
  const standing = lives.flatMap(({ events }) => {
    const matters: Matter[] = []
    for (const event of events) matters.push(evolve(matters.at(-1), event))
    return matters
  })

  test('are read back from the row that keeps them lean as they were, in fewer than three quarters of the letters', () => {
    let [letters, kept] = [0, 0]
    for (const matter of standing) {
      const stored = JSON.stringify(leanMatter(matter))
      const back = wholeMatter(JSON.parse(stored))
      expect(canonicalJson(back)).toBe(canonicalJson(matter))
      expect(JSON.stringify(leanMatter(back)).length).toBe(stored.length)
      // A list takes the clocks alone.
      const { clocks, openedAt } = JSON.parse(stored)
      expect(canonicalJson(wholeClocks(clocks ?? null, openedAt))).toBe(canonicalJson(matter.clocks))
      letters += JSON.stringify(matter).length
      kept += stored.length
    }
    expect(kept / letters).toBeLessThan(3 / 4)
  })

  test('that an earlier release stored whole are read as they are, and so is JSON that is no matter', () => {
    for (const matter of standing) expect(wholeWhereLean(matter)).toBe(matter)
    for (const value of [null, 1, '~', [], {}, [{ '~': 1 }]]) expect(wholeWhereLean(value)).toBe(value)
    for (const { clocks, openedAt } of standing)
      expect(wholeClocks(clocks as never, openedAt)).toEqual(JSON.parse(JSON.stringify(clocks)))
  })

  test('keep apart what a matter has not and what it has as everybody', () => {
    const [matter] = standing
    if (!matter) throw new Error('nobody lived')
    const { place, holders, ...without } = matter
    const fields = { ...matter.fields, place: '三号楼', category: 'other' }
    const odd = { ...without, category: 'electric', fields, originUnitId: 'elsewhere' }
    expect(wholeMatter(JSON.parse(JSON.stringify(leanMatter(odd))))).toEqual(JSON.parse(JSON.stringify(odd)))
  })
})
