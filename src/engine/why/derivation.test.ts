import { describe, expect, test } from 'vitest'
import type { Clock, DeadlineRule, Pause } from '../../domain/procedure/deadline.ts'
import type { Day, PeriodUnit } from '../../domain/time/time.ts'
import { text } from '../../domain/wording/text.ts'
import { chinaCalendar as calendar } from '../../procedures/calendar/china-holidays.ts'
import { startClock } from '../time/deadlines.ts'
import { duePoint } from '../time/due-point.ts'
import { type Derivation, derive } from './derivation.ts'
import { derivationText } from './derivation-text.ts'

const rule = (length: DeadlineRule['length'], unit: PeriodUnit, roll: DeadlineRule['roll'] = 'next'): DeadlineRule => ({
  code: 'HAZ-01',
  title: text('整改期限', 'Rectification'),
  length,
  unit,
  roll,
  pausable: true,
  warn: [],
  source: { article: text('《安全生产法》第六十五条', 'Work Safety Law, art. 65'), mark: 'found' },
})
const NOON = 'T04:00:00.000Z'
const clockOf = (day: Day, of: DeadlineRule, pauses: readonly Pause[] = [], form = {}): Clock => {
  const base = { deadlineId: 'rectify', number: 1, startedAt: day + NOON, form, matterFields: {}, calendar }
  const clock = { ...startClock(of, base), pauses }
  return { ...clock, ...duePoint(clock, calendar) }
}
const pause = { firstDay: '2026-09-17', lastDay: '2026-09-18', reason: '委托检测', document: '检测委托书2026-031' }
const cellOn = (derivation: Derivation, day: Day) => derivation.cells.find(({ date }) => date === day)
const week = ({ cells }: Derivation, index: number) =>
  cells.slice(7 * index, 7 * index + 7).map(({ kind, ordinal }) => `${kind}${ordinal ?? ''}`)

describe('the derivation of 15 working days with a pause', () => {
  const derivation = derive(clockOf('2026-09-08', rule(15, 'workingDay'), [pause]), calendar, `2026-09-28${NOON}`)

  test('it shows whole weeks, from the Monday before to the Sunday after', () => {
    expect([derivation.cells[0]?.date, derivation.cells.at(-1)?.date]).toEqual(['2026-09-07', '2026-10-11'])
    expect(week(derivation, 0)).toEqual(['outside', 'start', 'counted1', 'counted2', 'counted3', 'off', 'off'])
    expect(week(derivation, 1)).toEqual(['counted4', 'counted5', 'counted6', 'paused', 'paused', 'off', 'makeUp7'])
    expect(week(derivation, 4)).toEqual(['off', 'off', 'off', 'due15', 'outside', 'outside', 'outside'])
  })

  test('days carry their holiday, the make-up day its mark, today its label', () => {
    expect(cellOn(derivation, '2026-10-01')).toEqual({ date: '2026-10-01', kind: 'off', off: true, name: '国庆节' })
    expect(cellOn(derivation, '2026-10-10')).toMatchObject({ kind: 'outside', makeUp: true })
    expect(derivation.cells.filter(({ today }) => today).map(({ date }) => date)).toEqual(['2026-09-28'])
  })

  test('it says what the pause cost', () => {
    expect(derivation).toMatchObject({
      dueOn: '2026-10-08',
      withoutPauses: '2026-09-29',
      noticeYears: [2026],
      long: false,
    })
    expect(derivation.pauses).toEqual([{ ...pause, days: 2 }])
  })

  test('it reads as plain sentences', () => {
    expect(derivationText(derivation, 'zh', rule(15, 'workingDay'))).toBe(
      [
        '整改期限：15个工作日，自2026年9月8日 周二的次日起算。',
        '依据《安全生产法》第六十五条。',
        '休息日和节假日不计入：9月12日至13日、9月19日、9月25日至27日、10月1日至7日。',
        '9月20日周末上班，计入。',
        '9月17日至18日暂停（委托检测；检测委托书2026-031），2个工作日不计入。',
        '最迟2026年10月8日 周四，当天24时止。没有暂停时为9月29日。',
      ].join('\n'),
    )
    expect(derivationText(derivation, 'en')).toContain(
      'By Thu 8 October 2026, until midnight. Without the pause: 29 September.',
    )
  })
})

describe('the derivation of calendar days', () => {
  const derivation = derive(clockOf('2026-09-22', rule(15, 'calendarDay')), calendar, `2026-09-28${NOON}`)

  test('days off are counted, and the count ends before the last day moves', () => {
    expect(cellOn(derivation, '2026-09-26')).toEqual({
      date: '2026-09-26',
      kind: 'counted',
      ordinal: 4,
      off: true,
      name: '中秋节',
    })
    expect(cellOn(derivation, '2026-10-07')).toMatchObject({ kind: 'counted', ordinal: 15, off: true })
    expect(cellOn(derivation, '2026-10-08')).toEqual({ date: '2026-10-08', kind: 'due' })
    expect(derivation.roll).toEqual({ from: '2026-10-07', to: '2026-10-08', name: '国庆节' })
  })

  test('it says why the last day moved', () => {
    expect(derivationText(derivation, 'zh')).toContain('期满日10月7日逢国庆节，顺延到10月8日。')
    const own = derive(clockOf('2026-08-05', rule(60, 'calendarDay', 'previous')), calendar, `2026-09-28${NOON}`)
    expect(own).toMatchObject({ dueOn: '2026-10-04', targetOn: '2026-09-30' })
    expect(own).not.toHaveProperty('roll')
    expect(derivationText(own, 'zh')).toContain('宜在9月30日前办完；法定期限不变。\n最迟2026年10月4日 周日')
    expect(derivationText(own, 'en')).toContain('To be finished by 30 September; the legal limit stays.')
  })

  test('a last day at a weekend has no holiday to name', () => {
    const weekend = derive(clockOf('2026-03-03', rule(11, 'calendarDay')), calendar, `2026-03-04${NOON}`)
    expect(weekend.roll).toEqual({ from: '2026-03-14', to: '2026-03-16' })
    expect(week(weekend, 1)).toEqual(['counted6', 'counted7', 'counted8', 'counted9', 'counted10', 'counted11', 'off'])
    expect(derivationText(weekend, 'zh')).toContain('期满日3月14日是周末，顺延到3月16日。')
  })
})

describe('other derivations', () => {
  test('while it is paused the due day is open, and what is left is said', () => {
    const open = { firstDay: '2026-09-17', reason: '委托检测' }
    const paused = { ...clockOf('2026-09-08', rule(15, 'workingDay'), [open]), state: 'paused' } as const
    const derivation = derive(paused, calendar, `2026-09-22${NOON}`)
    expect(derivation.cells.some(({ kind }) => kind === 'due')).toBe(false)
    expect(week(derivation, 2)).toEqual(['paused', 'paused', 'outside', 'outside', 'outside', 'outside', 'outside'])
    expect(derivation.leftWhenResumed).toBe(9)
    expect(derivation.pauses).toEqual([{ ...open, days: 5 }])
    expect(derivationText(derivation, 'zh')).toMatch(/9月17日起暂停（委托检测）。\n恢复计算后还剩9个工作日。$/)
  })

  test('months are long, hours have no days at all', () => {
    const months = derive(clockOf('2026-08-31', rule(6, 'month')), calendar, `2026-09-28${NOON}`)
    expect([months.long, months.provisional, months.noticeYears]).toEqual([true, true, [2026]])
    expect(derivationText(months, 'zh')).toContain('那一年的放假通知还没发，日期暂定。')
    const hours = derive(clockOf('2026-10-01', rule(2, 'hour')), calendar, `2026-10-01${NOON}`)
    expect([hours.cells, hours.dueOn]).toEqual([[], undefined])
    expect(derivationText(hours, 'zh')).toBe('2小时，自2026年10月1日 周四 12:00起算。\n最迟2026年10月1日 周四 14:00。')
  })

  test('an extension in calendar days counts the days off that working days left out', () => {
    const clock = clockOf('2026-09-08', rule(15, 'workingDay'))
    const period = { length: 5, unit: 'calendarDay' } as const
    const extended = {
      ...clock,
      extensions: [{ period, reason: '材料多', at: `2026-09-20${NOON}`, byPostId: 'leader' }],
    }
    const derivation = derive(extended, calendar, `2026-09-28${NOON}`)
    expect([clock.dueOn, derivation.raw, derivation.dueOn]).toEqual(['2026-09-29', '2026-10-04', '2026-10-08'])
    expect(cellOn(derivation, '2026-09-26')).toMatchObject({ kind: 'off' })
    expect(cellOn(derivation, '2026-10-03')).toMatchObject({ kind: 'counted', ordinal: 19, off: true })
    expect(derivationText(derivation, 'zh')).toContain('9月20日延长5日（材料多）。')
  })

  test('a day that an order set names the order', () => {
    const form = { by: '2026-10-03' }
    const derivation = derive(
      {
        ...clockOf('2026-09-08', rule({ dayIn: 'by' }, 'calendarDay'), [], form),
        document: '整改指令书〔2026〕37号',
      },
      calendar,
      `2026-09-28${NOON}`,
    )
    expect(derivation).toMatchObject({ setDay: '2026-10-03', dueOn: '2026-10-03' })
    expect(derivationText(derivation, 'zh')).toContain('由整改指令书〔2026〕37号定为2026年10月3日 周六。')
  })

  test('a due day of a mistyped century draws no million cells', () => {
    const derivation = derive(
      clockOf('2026-09-08', rule({ dayIn: 'by' }, 'calendarDay'), [], { by: '2199-01-01' }),
      calendar,
      `2026-09-28${NOON}`,
    )
    expect([derivation.cells.length, derivation.long]).toEqual([0, true])
  })
})
