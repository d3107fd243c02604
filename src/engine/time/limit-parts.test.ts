import { describe, expect, test } from 'vitest'
import { chinaCalendar } from '../../procedures/calendar/china-holidays.ts'
import { caseV1 } from '../../procedures/case/v1/procedure.ts'
import { day, heard, inTrial, judgment } from '../../testing/court/case-told.ts'
import type { Told } from '../../testing/given.ts'
import { elasticLimit, limitParts } from './limit-parts.ts'

const parts = (told: Told, on: string) => {
  const clock = elasticLimit(caseV1, told.matter().clocks)
  return clock && limitParts(clock, chinaCalendar, day(on))
}
const appraisal = (from: string, to?: string) => ({
  excluded: 'appraisal',
  excludedFrom: from,
  ...(to ? { excludedTo: to } : {}),
  exclusionReason: '鉴定',
  exclusionPaper: '扣1号',
})

describe('a limit as a bar', () => {
  test('used and left are all of it, from the day after filing', () => {
    expect(parts(inTrial(), '2026-03-09')).toEqual({
      start: '2026-01-08',
      dueOn: '2026-07-08',
      used: 60,
      excluded: 0,
      extended: 0,
      left: 121,
      late: 0,
      stands: false,
    })
  })

  test('days that are left out are no used days, and move the last day', () => {
    const told = inTrial()
      .at(day('2026-03-02'))
      .takes('court-head', 'excludeCivil', appraisal('2026-02-01', '2026-02-28'))
    expect(parts(told, '2026-03-09')).toMatchObject({ used: 32, excluded: 28, left: 149, dueOn: '2026-08-05' })
  })

  test('while it stands still nothing is used, and what is left stays', () => {
    const told = inTrial().at(day('2026-03-01')).takes('court-head', 'excludeCivil', appraisal('2026-03-01'))
    const [one, other] = [parts(told, '2026-03-09'), parts(told, '2026-04-09')]
    expect(one).toMatchObject({ stands: true, used: 51, excluded: 9 })
    expect(other).toMatchObject({ stands: true, used: 51, excluded: 40, left: one?.left })
  })

  test('more time is said apart, and so are days too late', () => {
    const told = inTrial('civil', 'simple').takes('court-president', 'grantExtension', {
      extendBy: 1,
      reason: '复杂',
      approval: '延1号',
    })
    expect(parts(told, '2026-03-09')).toMatchObject({ dueOn: '2026-05-08', extended: 30 })
    expect(parts(told, '2026-05-11')).toMatchObject({ left: 0, late: 3 })
  })

  test('of a case that is decided it stands as it ended', () => {
    const told = heard().takes('court-judge', 'pronounce', judgment('2026-01-23'))
    expect(parts(told, '2026-06-01')).toMatchObject({ used: 15, left: 166 })
  })
})
