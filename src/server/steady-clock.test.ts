import { describe, expect, test } from 'vitest'
import { sameAsDatabase, steadyClock } from './steady-clock.ts'

const SEEN = '2026-03-02T01:00:00.000Z'
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** A clock that was last seen at SEEN and then shows these times, in milliseconds from there. */
function shows(...offsets: number[]) {
  const times = offsets.map((offset) => Date.parse(SEEN) + offset)
  return steadyClock(SEEN, () => times.shift() ?? Number.NaN)
}

describe('the clock of a server', () => {
  test('goes on over a weekend, a holiday and a small correction', () => {
    const now = shows(3 * DAY, 43 * DAY, 43 * DAY - 4 * MINUTE)
    expect([now(), now(), now()]).toEqual([
      '2026-03-05T01:00:00.000Z',
      '2026-04-14T01:00:00.000Z',
      '2026-04-14T00:56:00.000Z',
    ])
  })

  test.each([
    [-6 * MINUTE, 'clock-back'],
    [-400 * DAY, 'clock-back'],
    [46 * DAY, 'clock-ahead'],
    [800 * DAY, 'clock-ahead'],
  ])('that jumps by %d ms is refused, with both times and what to do', (offset, rule) => {
    try {
      shows(offset)()
      expect.unreachable()
    } catch (cause) {
      const is = new Date(Date.parse(SEEN) + offset).toISOString()
      expect(cause).toMatchObject({ code: 'database-unusable', details: { rule } })
      const { text } = (cause as { details: { text: { zh: string } } }).details
      expect(text.zh).toContain(SEEN)
      expect(text.zh).toContain(`ANLAN_CLOCK_CONFIRMED=${is.slice(0, 10)}`)
    }
  })

  test('jumps while it runs: nothing is dated by it until it is right again', () => {
    const now = shows(0, 800 * DAY, MINUTE)
    expect(now()).toBe(SEEN)
    expect(now).toThrow()
    expect(now()).toBe('2026-03-02T01:01:00.000Z')
  })

  test('cannot be turned back little by little', () => {
    const now = shows(0, -4 * MINUTE, -8 * MINUTE)
    now()
    now()
    expect(now).toThrow()
  })

  test('that nobody saw before is believed', () => {
    expect(steadyClock(undefined, () => Date.parse('2031-01-01T00:00:00.000Z'))()).toBe('2031-01-01T00:00:00.000Z')
  })

  test('differs from the database’s by minutes, not more', () => {
    expect(() => sameAsDatabase('2026-03-02T01:04:00.000Z', SEEN)).not.toThrow()
    for (const database of ['2026-03-02T01:06:00.000Z', '2026-03-02T00:54:00.000Z'])
      expect(() => sameAsDatabase(database, SEEN)).toThrow(
        expect.objectContaining({ details: expect.objectContaining({ rule: 'clock-differs' }) }),
      )
  })
})
