import { describe, expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import { standInsOf } from '../../engine/stand-ins/stand-ins-of.ts'
import { given } from '../../testing/given.ts'
import { leaveV1 } from './v1/procedure.ts'

/** The holder of Dongpu's desk is away for a week in March 2026; the leader there stands in. */
const week: FormValues = {
  title: '东浦镇受理岗公出五天',
  absent: 'dongpu-clerk',
  category: 'business',
  head: 'no',
  from: '2026-03-09',
  until: '2026-03-13',
  deputy: 'handler',
}
const asked = (form: FormValues = {}, by = 'dongpu-clerk') =>
  given(leaveV1, by, { ...week, ...form }, { unitId: 'dongpu' })
const granted = (form: FormValues = {}) => asked(form).takes('dongpu-leader', 'approve').isIn('granted')
const standsIn = (told: ReturnType<typeof asked>) => standInsOf(leaveV1, told.matter())
const dongpuHead = { absent: 'dongpu-leader', head: 'yes', deputy: 'triage' }

describe('a leave', () => {
  test('is granted by who oversees the post, and the deputy acts on its days', () => {
    expect(standsIn(asked())).toEqual([])
    expect(standsIn(granted())).toEqual([
      {
        postId: 'dongpu-clerk',
        byPostId: 'handler',
        from: '2026-03-08T16:00:00.000Z',
        until: '2026-03-13T16:00:00.000Z',
        away: true,
      },
    ])
  })

  test('ends by itself when its last day is over', () => {
    granted().waits('2026-03-13T15:59:00.000Z').isIn('granted').waits('2026-03-13T16:01:00.000Z').isIn('taken')
  })

  test('ends early when whoever was away is back', () => {
    const back = granted().at('2026-03-11T01:00:00.000Z').takes('dongpu-clerk', 'end').isIn('taken')
    expect(standsIn(back)).toEqual([])
  })

  test('of a head is granted by the unit above, and not in the unit itself', () => {
    const head = asked(dongpuHead, 'dongpu-clerk')
    head.refuses('leader', 'approve', 'guard-refused')
    head.takes('leader', 'approveAbove').isIn('granted')
  })

  test('of who is no head is not sent up', () => {
    asked().refuses('leader', 'approveAbove', 'guard-refused')
  })

  test('is refused with a reason, and withdrawn by whoever asked', () => {
    asked().takes('dongpu-leader', 'refuse', { reason: '汛期，岗位不能离人' }).isIn('refused')
    asked().takes('dongpu-clerk', 'withdraw').isIn('withdrawn')
  })

  test('may be recorded by the leader for somebody who is not there, and is then granted by another', () => {
    asked({}, 'dongpu-leader')
      .refuses('dongpu-leader', 'approve', 'guard-refused', { guard: 'notRegisteredBy' })
      .takes('leader', 'approve')
      .isIn('granted')
  })

  test('without a deputy says all the same that nobody is there', () => {
    expect(standsIn(granted({ deputy: null }))).toMatchObject([{ postId: 'dongpu-clerk', away: true }])
  })

  test('goes on as it was granted while a change is asked, and changes once that is granted', () => {
    const changing = granted()
      .takes('dongpu-clerk', 'askChange', { askedUntil: '2026-03-11', askedDeputy: 'verifier' })
      .isIn('changing')
    expect(standsIn(changing)).toMatchObject([{ byPostId: 'handler', until: '2026-03-13T16:00:00.000Z' }])
    const changed = changing
      .takes('dongpu-leader', 'grantChange', { until: '2026-03-11', deputy: 'verifier' })
      .isIn('granted')
    expect(standsIn(changed)).toMatchObject([{ byPostId: 'verifier', until: '2026-03-11T16:00:00.000Z' }])
    changed.waits('2026-03-11T16:01:00.000Z').isIn('taken')
    changing.takes('dongpu-leader', 'refuseChange', { reason: '检查组还没有走' }).isIn('granted')
  })
})

describe('nobody', () => {
  test('grants their own leave', () => {
    asked({ absent: 'dongpu-leader', deputy: 'leader' }, 'dongpu-clerk').refuses(
      'dongpu-leader',
      'approve',
      'guard-refused',
    )
  })

  test('grants that they stand in for somebody, in the leave or in a change of it', () => {
    asked({ deputy: 'dongpu-leader' }).refuses('dongpu-leader', 'approve', 'guard-refused', { guard: 'notOwnPart' })
    granted()
      .takes('dongpu-clerk', 'askChange', { askedUntil: '2026-03-13', askedDeputy: 'dongpu-leader' })
      .refuses(
        'dongpu-leader',
        'grantChange',
        'form-invalid',
        { issues: [{ field: 'deputy', rule: 'same-person' }] },
        { until: '2026-03-13', deputy: 'dongpu-leader' },
      )
  })

  test('of a unit below stands in for a post above, nor of another unit beside', () => {
    expect(() => given(leaveV1, 'clerk', { ...week, absent: 'leader', deputy: 'dongpu-leader' })).toThrow()
    expect(() => asked({ deputy: 'yunxi-clerk' })).toThrow()
  })

  test('elsewhere grants it', () => {
    asked().refuses('court-president', 'approve', 'out-of-scope')
    asked().refuses('yunxi-clerk', 'approve', 'role-required')
  })
})

test('no reason is asked beyond business, leave and other', () => {
  const { leave } = leaveV1.forms
  const texts = Object.entries(leave?.fields ?? {}).filter(([, { kind }]) => kind === 'text' || kind === 'longText')
  expect(texts.map(([name]) => name)).toEqual(['title'])
  expect(Object.keys(leaveV1.categories)).toEqual(['business', 'holiday', 'other'])
})
