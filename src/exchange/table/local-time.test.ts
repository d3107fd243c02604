import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createTimeReader } from './local-time.ts'

describe('local times', () => {
  const boston = createTimeReader('America/New_York', 'yyyy-MM-dd HH:mm:ss')

  test.each([
    ['2011-07-01 01:32:33', '2011-07-01T05:32:33.000Z', 'summer'],
    ['2011-12-01 01:32:33', '2011-12-01T06:32:33.000Z', 'winter'],
    ['2011-03-13 01:59:59', '2011-03-13T06:59:59.000Z', 'the second before the clocks go forward'],
    ['2011-03-13 03:00:00', '2011-03-13T07:00:00.000Z', 'the hour after they went forward'],
    ['2011-03-13 02:30:00', '2011-03-13T07:30:00.000Z', 'skipped: an hour later'],
    ['2011-11-06 00:59:59', '2011-11-06T04:59:59.000Z', 'before the clocks go back'],
    ['2011-11-06 01:30:00', '2011-11-06T05:30:00.000Z', 'comes twice: the first'],
    ['2011-11-06 02:00:00', '2011-11-06T07:00:00.000Z', 'after they went back'],
    ['2012-02-29 12:00:00', '2012-02-29T17:00:00.000Z', 'leap day'],
  ])('%s in Boston is %s (%s)', (text, at) => {
    expect(boston(text)).toEqual({ at, day: text.slice(0, 10) })
  })

  test.each([
    '',
    '2011-02-29 00:00:00',
    '2011-13-01 00:00:00',
    '2011-01-01 24:00:00',
    '2011-01-01 10:60:00',
    '2011-1-1 10:00:00',
    '2011-01-01',
    '昨天',
  ])('"%s" is no time of this format', (text) => expect(boston(text)).toBeUndefined())

  test('one or two digits, Chinese words and days without a time can be asked for', () => {
    expect(createTimeReader('Asia/Shanghai', 'yyyy/M/d H:mm')('2026/9/8 9:05')?.at).toBe('2026-09-08T01:05:00.000Z')
    expect(createTimeReader('Asia/Shanghai', 'yyyy年M月d日')('2026年10月8日')).toEqual({
      at: '2026-10-07T16:00:00.000Z',
      day: '2026-10-08',
    })
    expect(createTimeReader('UTC', 'yyyy-MM-ddTHH:mm')('2026-09-08T09:05')?.at).toBe('2026-09-08T09:05:00.000Z')
  })

  test('an unknown zone, an unknown part and a format without a day are refused', () => {
    expect(() => createTimeReader('Mars/Olympus', 'yyyy-MM-dd')).toThrow(RangeError)
    expect(() => createTimeReader('UTC', 'yyyy-MM-dd hh:mm a')).toThrow(RangeError)
    expect(() => createTimeReader('UTC', 'yyyy-MM')).toThrow(RangeError)
  })

  test('reads back what the calendar library writes for any instant of half a century', () => {
    const written = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'America/New_York',
      dateStyle: 'short',
      timeStyle: 'medium',
    })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_600_000_000 }), (seconds) => {
        const text = written.format(seconds * 1000)
        // An hour that comes twice is read as its first, which is written the same.
        expect(written.format(Date.parse(boston(text)?.at ?? ''))).toBe(text)
      }),
    )
  })
})
