import { expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import { given, type Told } from '../../testing/given.ts'
import { siteV2 } from './v2/procedure.ts'

const site: FormValues = {
  name: '示例化工园区',
  category: 'enterprise',
  address: '东浦镇化工路1号',
  placeUnit: 'dongpu',
}
const inForce = (more: FormValues = {}) =>
  given(siteV2, 'inspector', { ...site, ...more })
    .takes('triage', 'publish')
    .isIn('inForce')
const clock = (matter: Told, deadline: string) =>
  matter
    .matter()
    .clocks.filter((each) => each.deadline === deadline)
    .at(-1)
const done = (on: string): FormValues => ({ chemAssessedOn: on, assessedBy: '示例评价机构' })

test('a chemical park is assessed as a whole every three years, a producer evaluated (危险化学品安全法 arts 19, 39)', () => {
  const park = inForce({ chemical: 'park', chemAssessedOn: '2025-10-16' })
  expect(clock(park, 'chemPark')).toMatchObject({ code: 'CHM-01', dueOn: '2028-10-16' })
  expect(clock(park, 'chemProducer')).toBeUndefined()
  // Never assessed, it counts from the day on which it is on record.
  expect(clock(inForce({ chemical: 'park' }), 'chemPark')).toMatchObject({ dueOn: '2029-03-02' })
  const producer = inForce({ chemical: 'producer', chemAssessedOn: '2023-03-07' })
  // A Saturday: the limit of the law stays, the Friday before is the aim.
  expect(clock(producer, 'chemProducer')).toMatchObject({ code: 'CHM-02', dueOn: '2026-03-07' })
})

test('an assessment begins the three years anew, sooner too when something changed; another place has none', () => {
  const again = inForce({ chemical: 'park', chemAssessedOn: '2025-10-16' }).takes(
    'inspector',
    'recordAssessment',
    done('2026-03-02'),
  )
  expect(clock(again, 'chemPark')).toMatchObject({ state: 'running', dueOn: '2029-03-02' })
  expect(
    again
      .matter()
      .clocks.filter(({ deadline }) => deadline === 'chemPark')
      .map(({ state }) => state),
  ).toEqual(['met', 'running'])
  inForce().refuses('inspector', 'recordAssessment', 'guard-refused', {}, done('2026-03-02'))
})

test('a record that is changed keeps its day', () => {
  const park = inForce({ chemical: 'park', chemAssessedOn: '2025-10-16' })
  const kept = park.takes('inspector', 'revise', {
    ...site,
    chemical: 'park',
    chemAssessedOn: '2025-10-16',
    reason: '改名',
  })
  expect(clock(kept, 'chemPark')).toMatchObject({ state: 'running', dueOn: '2028-10-16' })
})

test('a record that is changed gives no more time to a place that was never assessed', () => {
  const never = inForce({ chemical: 'park' }).at('2028-03-01T01:00:00.000Z')
  const change: FormValues = { ...site, chemical: 'park', reason: '改名' }
  never.refuses('inspector', 'revise', 'form-invalid', {}, change)
  const kept = never.takes('inspector', 'revise', { ...change, chemAssessedOn: '2026-03-02' })
  expect(clock(kept, 'chemPark')).toMatchObject({ state: 'running', dueOn: '2029-03-02' })
})
