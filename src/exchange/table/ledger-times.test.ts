import { describe, expect, test } from 'vitest'
import { createLedgerTimes, isOneZone } from './ledger-times.ts'

const china = createLedgerTimes({ zone: 'Asia/Shanghai', formats: ['d/M/yyyy', 'd/M/yyyy h:mm a'], year: 2026 })

describe('dates and times as ledgers write them', () => {
  test.each([
    '2026-03-05',
    '2026/3/5',
    '2026.3.5',
    '2026年3月5日',
    '２０２６年３月５日',
    '20260305',
    '3月5日',
    '二〇二六年三月五日',
    '二零二六年三月五号',
    '二○二六年三月五日',
    '三月五日',
    '二〇二六年三月五日（星期四）',
    '5/3/2026',
    '46086',
    '2026-03-05（星期四）',
  ])('%s is the fifth of March', (text) =>
    expect(china(text)).toEqual({ at: '2026-03-04T16:00:00.000Z', day: '2026-03-05', isDay: true }),
  )

  test.each([
    ['2026-03-05 15:30', '07:30:00'],
    ['2026/3/5 下午3:30', '07:30:00'],
    ['2026/3/5 晚上8:30', '12:30:00'],
    ['2026年3月5日 15时30分', '07:30:00'],
    ['2026年3月5日15点', '07:00:00'],
    ['2026/3/5 3:30:09 PM', '07:30:09'],
    ['5/3/2026 3:30 PM', '07:30:00'],
    ['2026-3-5 上午9:05', '01:05:00'],
    ['2026-3-5 12:10 AM', '16:10:00', '2026-03-04'],
    ['2026-3-5 中午12:10', '04:10:00'],
    ['2026-3-5 中午1:10', '05:10:00'],
    ['2026-03-05T15:30:00+09:00', '06:30:00'],
    ['2026-03-05T15:30:00.020Z', '15:30:00'],
    ['46086.5', '04:00:00'],
    ['二〇二六年三月五日 15:30', '07:30:00'],
  ])('%s is %s', (text, time, day = '2026-03-05') =>
    expect(china(text)).toEqual({ at: `${day}T${time}.000Z`, day: '2026-03-05', isDay: false }),
  )

  test.each([
    '',
    '3/5',
    '2026-02-30',
    '2026-3-5 25:00',
    '2026-3-5 上午15:00',
    '2026-3-5 晚上12:00',
    '2026-3-5 夜间2:00',
    '昨天',
    '初五',
    '正月初五',
    '三月初五',
    '二〇二六年十三月五日',
    '二〇二六年二月三十日',
    '二六年三月五日',
    '17',
    '2026',
    '99999',
  ])('"%s" is none', (text) => expect(china(text)).toBeUndefined())

  test('without a year to go with it, a day of a month is none', () =>
    expect(createLedgerTimes({ zone: 'UTC', formats: [] })('3月5日')).toBeUndefined())
})

test('a short name of a zone is several zones', () => {
  expect(['CST', 'EST', 'BST', 'Asia/Shanghai', 'UTC'].filter(isOneZone)).toEqual(['Asia/Shanghai', 'UTC'])
})
