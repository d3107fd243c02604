import { describe, expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import { given, TEST_RULEBOOK } from '../../testing/given.ts'
import { DIRECTORY } from '../../testing/people.ts'
import { criteriaV1 } from '../criteria/v1/procedure.ts'
import { certificationV1 } from './v1/procedure.ts'

const criteria = given(criteriaV1, 'clerk', {
  name: '平安村社评价标准',
  category: 'certification',
  passMark: 90,
  items: [
    { no: '1', item: '矛盾纠纷排查化解', points: 60 },
    { no: '2', item: '安全隐患排查整改', points: 40 },
    { no: '3', item: '发生责任事故', points: 0, veto: true },
  ],
})
  .takes('leader', 'publish')
  .matter()
/** Criteria are in everybody's sight. */
const rulebook = { ...TEST_RULEBOOK, directory: { ...DIRECTORY, sights: { criteria: { line: 'everyone' } } } } as const
const named = new Map([[criteria.reference, criteria]])

const own = {
  criteria: criteria.reference,
  own: [
    { no: '1', lost: 2 },
    { no: '2', lost: 0 },
    { no: '3', lost: 0 },
  ],
}
const check = (first: number, more: FormValues = {}, happened = 'no'): FormValues => ({
  checkedOn: '2026-03-02',
  criteria: criteria.reference,
  checked: [
    { no: '1', lost: first, hit: 'no' },
    { no: '2', lost: 2, hit: 'no' },
    { no: '3', lost: 0, hit: happened },
  ],
  bonus: 0,
  passMark: 90,
  ...more,
})
const decision = { opinion: '按标准评审', validUntil: '2027-03-01' }

const listed = (category = 'village', unit = 'xiatang') =>
  given(
    certificationV1,
    'triage',
    { title: '2026年下塘村平安创建', category, dueOn: '2026-06-30', unit },
    { named, rulebook },
  )
const scored = () => listed().takes('xiatang-grid', 'selfScore', own)
const checked = (first = 5, more: FormValues = {}, happened = 'no') =>
  scored().takes('reviewer', 'check', check(first, more, happened))
const publicised = () => checked().takes('leader', 'decide', decision).isIn('publicised')
const certified = () => publicised().waits('2026-03-20T01:00:00.000Z').isIn('certified')

describe('a unit takes part', () => {
  test('scores itself, and nobody does that for it', () => {
    expect(scored().matter().fields).toMatchObject({ ownScore: 98 })
    listed().refuses('triage', 'selfScore', 'out-of-scope', {}, own)
  })

  test('answers every item of the criteria, and no other', () => {
    listed().refuses('xiatang-grid', 'selfScore', 'form-invalid', {}, { ...own, own: own.own.slice(1) })
  })

  test('is checked by others than itself, item by item', () => {
    scored().refuses('xiatang-grid', 'check', 'out-of-scope', {}, check(5))
    expect(checked(5).matter().fields).toMatchObject({ full: 100, lost: 7, score: 93, above: 3, vetoes: 0 })
  })

  test('has a bonus of no more than five points', () => {
    scored().refuses(
      'reviewer',
      'check',
      'form-invalid',
      { issues: [{ field: 'bonus', rule: 'too-large', limit: 5 }] },
      check(5, { bonus: 9 }),
    )
  })
})

describe('whether it is certified', () => {
  test('is decided by a leader who did not check it', () => {
    checked().refuses('reviewer', 'decide', 'role-required', {}, decision)
    publicised()
  })

  test('not below the pass mark, also when it misses by half a point', () => {
    checked(8.5).takes('leader', 'decide', decision).isIn('failed')
    checked(8).takes('leader', 'decide', decision).isIn('publicised')
    checked(8.5, { bonus: 0.5 }).takes('leader', 'decide', decision).isIn('publicised')
  })

  test('not when one thing with a veto happened, whatever the points', () => {
    expect(checked(0, {}, 'yes').matter().fields['vetoes']).toBe(1)
    checked(0, {}, 'yes').takes('leader', 'decide', decision).isIn('failed')
  })

  test('a township only when half of its villages are (local sheets)', () => {
    const township = (villagesPassed: number) =>
      listed('township', 'dongpu')
        .takes('dongpu-clerk', 'selfScore', { ...own, villages: 8, villagesPassed })
        .takes('reviewer', 'check', check(5))
        .takes('leader', 'decide', decision)
    township(3).isIn('failed')
    township(4).isIn('publicised')
  })

  test('only when the publicity ended without an objection, by itself', () => {
    expect(certified().matter().documents).toMatchObject([{ document: 'sheet' }, { document: 'certificate' }])
    const objected = publicised().takes('triage', 'object', { objectedOn: '2026-03-02', objection: '隐瞒了一起事故' })
    objected.takes('leader', 'decideObjection', { upheld: 'yes', objectionReason: '属实' }).isIn('failed')
    objected.takes('leader', 'decideObjection', { upheld: 'no', objectionReason: '不属实' }).isIn('publicised')
    objected.waits('2026-03-20T01:00:00.000Z').isIn('objected')
  })
})

describe('a certificate', () => {
  test('ends by itself on its last day', () => {
    certified().waits('2027-03-01T15:00:00.000Z').isIn('certified')
    certified().waits('2027-03-02T01:00:00.000Z').isIn('expired')
  })

  test('is revoked with a reason by a leader outside the unit, and honours rest for the time of art. 29', () => {
    const revoked = (revokedFor: string) =>
      certified().takes('leader', 'revoke', { revokedFor, revokedOn: '2026-03-19', reason: '见通报' })
    const until = (revokedFor: string) =>
      revoked(revokedFor)
        .matter()
        .clocks.find(({ deadline }) => deadline === 'suspension')?.dueOn
    expect(until('listed')).toBe('2026-09-19')
    expect(until('missed')).toBe('2027-03-19')
    revoked('listed').isIn('suspended').waits('2026-09-21T01:00:00.000Z').isIn('revoked')
    expect(
      revoked('grave')
        .matter()
        .documents?.find(({ document }) => document === 'certificate')?.revokedAt,
    ).toBeDefined()
    certified().refuses('dongpu-leader', 'revoke', 'form-invalid', {}, { revokedFor: 'listed' })
  })
})

test('a unit that leaves is taken off with a reason', () => {
  scored().takes('triage', 'withdraw', { reason: '机构合并' }).isIn('withdrawn')
  listed().refuses('xiatang-grid', 'withdraw', 'role-required', {}, { reason: '不想参加' })
})

test('what a check finds is put right', () => {
  const gap = { title: '台账不全', measure: '补齐', unit: 'xiatang' }
  const event = checked()
    .takes('reviewer', 'improve', { improveBy: '2026-05-01', gaps: [gap] })
    .events()
    .at(-1)
  expect(event?.type === 'StepTaken' && event.opens[0]).toMatchObject({ procedure: 'rectification', unitId: 'xiatang' })
})
