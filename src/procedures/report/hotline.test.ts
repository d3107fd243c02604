import { describe, expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import { given, type Told } from '../../testing/given.ts'
import { reportV4 } from './v4/procedure.ts'

const told: FormValues = {
  title: '厂区门口道路积水',
  category: 'facility',
  description: '下雨货车进不去，请协调。',
  place: '东浦镇工业路',
}
const accepted = (more: FormValues) =>
  given(reportV4, 'clerk', told).takes('clerk', 'accept', { difficulty: 'complex', ...more })
const clock = (matter: Told, deadline: string) => matter.matter().clocks.find((each) => each.deadline === deadline)

describe('an order of the hotline', () => {
  test('is answered within five working days of the order, beside the limit of the county (one place’s rule)', () => {
    const order = accepted({ hotlineOrder: 'ordinary', orderOn: '2026-02-27' })
    // Saturday 28 February is a make-up working day.
    expect(clock(order, 'hotline')).toMatchObject({ code: 'HOT-01', dueOn: '2026-03-05', state: 'running' })
    expect(clock(order, 'handle')).toMatchObject({ dueOn: '2026-03-23' })
    expect(clock(order, 'hotlineComplaint')).toBeUndefined()
  })

  test('of a complaint or a tip-off within thirteen', () => {
    const order = accepted({ hotlineOrder: 'complaint', orderOn: '2026-03-02' })
    expect(clock(order, 'hotlineComplaint')).toMatchObject({ code: 'HOT-04', dueOn: '2026-03-19' })
    expect(clock(order, 'hotline')).toBeUndefined()
  })

  test('is none where the hotline sent nothing', () => {
    expect(clock(accepted({}), 'hotline')).toBeUndefined()
    expect(clock(accepted({}), 'hotlineComplaint')).toBeUndefined()
    expect(() => accepted({ hotlineOrder: 'ordinary' })).toThrow()
  })

  test('ends with whatever answers the report, an interim answer that names the final day too', () => {
    const answering = reportV4.steps
    for (const [id, step] of Object.entries(answering))
      for (const use of ['starts', 'meets', 'cancels'] as const)
        expect(step[use]?.includes('hotline') ?? false, `${id} ${use}`).toBe(step[use]?.includes('handle') ?? false)
  })
})
