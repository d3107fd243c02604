import { describe, expect, test } from 'vitest'
import type { ReturnQuery } from '../../domain/returns/return-query.ts'
import type { ReturnForm } from '../../domain/returns/return-views.ts'
import { chinaCalendar } from '../../procedures/calendar/china-holidays.ts'
import { askedTwice, type MappedForm } from './asked-twice.ts'
import { begunPeriods, dueDayOf, owedPeriod, periodOfKey } from './return-periods.ts'

const form = (id: string, more: Partial<ReturnForm> = {}): ReturnForm => ({
  id,
  unitId: 'qinglan',
  postId: 'clerk',
  name: id,
  superior: '云川市信访局',
  cycle: 'month',
  dueDay: 5,
  fileName: `${id}.xlsx`,
  addedAt: '2026-01-05T01:00:00.000Z',
  ...more,
})

describe('when a form is due', () => {
  const due = (key: string, dueDay = 5) => {
    const period = periodOfKey('month', key)
    return period && dueDayOf({ dueDay }, period, chinaCalendar)
  }

  test('on the how-manyth working day after its period, holidays and make-up days counted by the calendar', () => {
    expect(due('2026-03')).toBe('2026-04-08') // 清明 off on 6 April
    expect(due('2026-02')).toBe('2026-03-06')
    expect(due('2025-12')).toBe('2026-01-08') // 1 to 3 January off, 4 January worked
    expect(due('2026-02', 1)).toBe('2026-03-02')
  })

  test('owed is the last period that is over', () => {
    expect(owedPeriod(form('a'), '2026-03-31', chinaCalendar)?.key).toBe('2026-02')
    expect(owedPeriod(form('a'), '2026-04-01', chinaCalendar)?.key).toBe('2026-03')
    expect(owedPeriod(form('a', { cycle: 'quarter' }), '2026-04-01', chinaCalendar)?.key).toBe('2026Q1')
    expect(owedPeriod(form('a', { cycle: 'halfYear' }), '2026-07-01', chinaCalendar)?.key).toBe('2026H1')
  })

  test('not what was due before the office took the form in, nothing of one that is over or has no cycle', () => {
    const late = form('a', { addedAt: '2026-03-20T01:00:00.000Z' })
    expect(owedPeriod(late, '2026-03-25', chinaCalendar)).toBeUndefined()
    expect(owedPeriod(late, '2026-04-02', chinaCalendar)?.key).toBe('2026-03')
    expect(owedPeriod(form('a', { cycle: 'none' }), '2026-04-02', chinaCalendar)).toBeUndefined()
    expect(owedPeriod(form('a', { endedAt: '2026-03-01T00:00:00.000Z' }), '2026-04-02', chinaCalendar)).toBeUndefined()
  })

  test('the period that runs may be filled, and those before it', () => {
    expect(begunPeriods('month', '2026-02-10', 3).map(({ key }) => key)).toEqual(['2026-02', '2026-01', '2025-12'])
    expect(begunPeriods('none', '2026-02-10', 3)).toEqual([])
  })

  test('a form without a cycle is filled for any days in order', () => {
    expect(periodOfKey('none', '2026-01-10_2026-02-05')).toMatchObject({ first: '2026-01-10', last: '2026-02-05' })
    for (const key of [
      '2026-02-05_2026-01-10',
      '2026-02-30_2026-03-01',
      '2026-01-10',
      '2026-02',
      'a_b',
      '2026-01-01_2026-01-02_3',
    ])
      expect(periodOfKey('none', key), key).toBeUndefined()
    for (const key of ['2026-13', '2026Q5', '20', '', '2026-01-10_2026-02-05'])
      expect(periodOfKey('month', key), key).toBeUndefined()
  })
})

describe('what is asked twice', () => {
  const asks = (id: string, queries: readonly ReturnQuery[], more: Partial<ReturnForm> = {}): MappedForm => ({
    form: form(id, more),
    cells: queries.map((count, at) => ({ cell: `B${at + 1}`, use: { count } })),
  })
  const told = (...forms: MappedForm[]) =>
    askedTwice(forms).map(({ near, cells }) => [near ?? 'same', cells.map(({ formId, cell }) => `${formId} ${cell}`)])

  test('the same question of two forms stands with both cells, in whatever order kinds are named', () => {
    expect(
      told(
        asks('a', [{ measure: 'opened', kinds: ['hazard', 'risk'] }]),
        asks('b', [{ measure: 'closed' }, { measure: 'opened', kinds: ['risk', 'hazard'] }]),
      ),
    ).toEqual([['same', ['a B1', 'b B2']]])
  })

  test('nothing is asked twice within one form, or of other units, states or categories', () => {
    expect(
      told(
        asks('a', [
          { measure: 'opened', kinds: ['hazard'], unit: 'dongpu' },
          { measure: 'opened', kinds: ['hazard'], unit: 'dongpu' },
        ]),
        asks('b', [
          { measure: 'opened', kinds: ['hazard'], unit: 'yunxi' },
          { measure: 'closed', kinds: ['hazard'], unit: 'dongpu' },
          { measure: 'opened', kinds: ['hazard'], unit: 'dongpu', category: 'fire' },
        ]),
      ),
    ).toEqual([])
  })

  test('near: the same for other periods, for the whole what another asks unit by unit, of kinds that overlap', () => {
    const fire = { measure: 'opened', kinds: ['hazard'] } as const
    expect(told(asks('a', [fire]), asks('b', [fire], { cycle: 'quarter' }))).toEqual([['cycle', ['a B1', 'b B1']]])
    expect(
      told(
        asks('a', [fire]),
        asks('b', [
          { ...fire, unit: 'dongpu' },
          { ...fire, unit: 'yunxi' },
        ]),
      ),
    ).toEqual([['unit', ['a B1', 'b B1', 'b B2']]])
    expect(told(asks('a', [fire]), asks('b', [{ measure: 'opened', kinds: ['hazard', 'risk'] }]))).toEqual([
      ['kinds', ['a B1', 'b B1']],
    ])
  })
})
