import { describe, expect, test } from 'vitest'
import type { Clock } from '../../domain/procedure/deadline.ts'
import { leadingClock } from './leading-clock.ts'

const clock = (state: Clock['state'], day: number) => ({ state, dueAt: `2026-03-0${day}T16:00:00.000Z` })

describe('the clock that leads', () => {
  test('is the one that ends first, overdue or not', () => {
    expect(leadingClock([clock('running', 5), clock('overdue', 2), clock('running', 3)])).toEqual(clock('overdue', 2))
  })

  test('is never a paused one while another counts, nor one that ended', () => {
    expect(leadingClock([clock('paused', 1), clock('met', 1), clock('running', 9)])).toEqual(clock('running', 9))
    expect(leadingClock([clock('paused', 4), clock('paused', 2), clock('cancelled', 1)])).toEqual(clock('paused', 2))
    expect(leadingClock([clock('met', 1), clock('cancelled', 1)])).toBeUndefined()
  })
})
