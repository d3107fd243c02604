import { describe, expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import { given } from '../../testing/given.ts'
import { reportV2 } from './v2/procedure.ts'

const told = (category: string): FormValues => ({
  title: '厂区门口道路积水',
  category,
  description: '下雨货车进不去，请协调。',
  place: '东浦镇工业路',
})
const accepted = (category: string) =>
  given(reportV2, 'clerk', told(category)).takes('clerk', 'accept', { difficulty: 'ordinary' })
const codes = (matter: ReturnType<typeof accepted>) => matter.matter().clocks.map(({ code }) => code)

describe('requests have a way of their own', () => {
  test('a request for help is answered within three working days (local hotline rule)', () => {
    const help = accepted('service')
      .matter()
      .clocks.find(({ code }) => code === 'HOT-03')
    expect(help).toMatchObject({ dueOn: '2026-03-05', state: 'running' })
    expect(codes(accepted('facility'))).not.toContain('HOT-03')
  })

  test('a wish for publicity becomes an activity of the unit that holds it, with its day', () => {
    const events = accepted('publicity')
      .takes('triage', 'triage', {
        route: 'activity',
        toUnit: 'dongpu',
        activityKind: 'legalEducation',
        activityBy: '2026-04-10',
      })
      .isIn('tracked')
      .events()
    expect(events.at(-1)).toMatchObject({
      opens: [{ procedure: 'activity', unitId: 'dongpu', form: { category: 'legalEducation', dueOn: '2026-04-10' } }],
    })
  })

  test('an enterprise is called on within two working days; nobody else is', () => {
    const demand = accepted('enterprise')
    expect(codes(demand)).toContain('RPT-07')
    const called = demand.takes('clerk', 'contactEnterprise', {
      contactedOn: '2026-03-02',
      enterpriseNeeds: '希望汛前修好排水沟',
    })
    expect(called.matter().clocks.find(({ code }) => code === 'RPT-07')).toMatchObject({ state: 'met' })
    accepted('facility').refuses(
      'clerk',
      'contactEnterprise',
      'guard-refused',
      {},
      {
        contactedOn: '2026-03-02',
        enterpriseNeeds: '无',
      },
    )
  })
})
