import { describe, expect, test } from 'vitest'
import { scheduledOpenings } from '../../engine/schedule/scheduled-openings.ts'
import { given } from '../../testing/given.ts'
import { DIRECTORY } from '../../testing/people.ts'
import { periodicReportV1 } from './v1/procedure.ts'

const form = { title: '2026年第一季度隐患排查治理统计', category: 'hazardStatistics', dueOn: '2026-04-15' }
const asked = () => given(periodicReportV1, 'triage', form)
const drafted = () => asked().takes('handler', 'draft', { isNil: 'nil' })
const signed = () => drafted().takes('leader', 'sign', { signature: '同意报送' })

describe('a regular report', () => {
  test('is due on its day, and a day off is done before', () => {
    expect(asked().matter().clocks[0]).toMatchObject({ dueOn: '2026-04-15' })
  })

  test('is filed also when there is nothing to report, and then says no more', () => {
    signed()
      .takes('clerk', 'file', { filedTo: ['above'], filedOn: '2026-03-02' })
      .isIn('filed')
  })

  test('that has something to report says what', () => {
    asked().refuses(
      'handler',
      'draft',
      'form-invalid',
      { issues: [{ field: 'content', rule: 'required' }] },
      { isNil: 'something' },
    )
  })

  test('is signed by the head, who has not drafted it', () => {
    drafted().refuses('clerk', 'sign', 'role-required', {}, { signature: '同意' })
    signed().isIn('toFile')
    expect(signed().matter().documents).toMatchObject([{ document: 'report', number: 1 }])
  })

  test('that is returned is drafted again, with its clock running on', () => {
    const returned = drafted().takes('leader', 'returnDraft', { reason: '数字对不上' }).isIn('toWrite')
    expect(returned.matter().clocks[0]?.state).toBe('running')
  })

  test('is late when it was only signed', () => {
    expect(signed().waits('2026-04-17T01:00:00.000Z').matter().clocks[0]?.state).toBe('overdue')
  })

  test('is cancelled by the side that asked for it alone', () => {
    asked().refuses('handler', 'cancel', 'role-required', {}, { reason: '合并上报' })
    asked().takes('leader', 'cancel', { reason: '合并上报' }).isIn('cancelled')
  })
})

describe('regular reports on the calendar', () => {
  const openings = (schedule: string, after: string, until: string) =>
    scheduledOpenings(
      periodicReportV1,
      schedule,
      { since: '2026-01-01', document: '某县文件' },
      { after, until },
      DIRECTORY,
    )

  test('petitions are reported for the whole year, due on its last day (Petition Work Regulations art. 41)', () => {
    const [opening] = openings('petitionYear', '2026-11-30', '2026-12-01')
    expect(opening?.command.form).toEqual({
      title: '2026年信访工作年度报告',
      category: 'petitionYear',
      dueOn: '2026-12-31',
      unit: 'qinglan',
    })
  })

  test('what the calendar opens is taken by the opening form as it is', () => {
    for (const schedule of Object.keys(periodicReportV1.schedules ?? {})) {
      const [opening] = openings(schedule, '2026-01-01', '2026-12-31')
      given(periodicReportV1, 'system', opening?.command.form ?? {}).isIn('toWrite')
    }
  })

  test('hazards are counted each quarter and each year', () => {
    const quarters = openings('hazardQuarter', '2025-12-31', '2026-12-31')
    expect(quarters.filter(({ command }) => command.unitId === 'dongpu')).toHaveLength(4)
    expect(
      openings('hazardYear', '2025-12-31', '2026-12-31').filter(({ command }) => command.unitId === 'dongpu'),
    ).toHaveLength(1)
  })
})
