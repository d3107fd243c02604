import { describe, expect, test } from 'vitest'
import { given } from '../../testing/given.ts'
import { activityV1 } from './v1/procedure.ts'

const form = { title: '2026年第一季度普法宣传', category: 'legalEducation', dueOn: '2026-03-31' }
const arrangement = {
  plannedOn: '2026-03-20',
  place: '东浦镇广场',
  topics: '宪法、信访条例',
  invited: [
    { unit: 'dongpu', asked: 10 },
    { unit: 'yunxi', asked: 8 },
  ],
}
const went = {
  heldOn: '2026-03-02',
  attendance: [
    { unit: 'dongpu', people: 9 },
    { unit: 'yunxi', people: 7 },
  ],
  minutes: '讲了两部法规，答了十二个问题',
}
const evaluation = { effect: 'good', surveyed: 40, understood: 30, improvement: '下次放在赶集日' }

const planned = () => given(activityV1, 'handler', form)
const arranged = () => planned().takes('handler', 'arrange', arrangement)
const held = () => arranged().takes('handler', 'hold', went)

describe('an activity', () => {
  test('asks units for numbers, and each replies for itself or says why it cannot come', () => {
    const replied = arranged()
      .takes('dongpu-clerk', 'reply', { coming: 9 })
      .takes('yunxi-clerk', 'decline', { absence: '防汛' })
    expect(replied.matter().holders?.map(({ id, state }) => [id, state])).toEqual([
      ['dongpu', 'answered'],
      ['yunxi', 'refused'],
    ])
    arranged().refuses('mediator', 'reply', 'out-of-scope', {}, { coming: 1 })
  })

  test('counts who came by unit, and keeps no list of people', () => {
    expect(held().matter().fields['people']).toBe(16)
    const listed = { ...went, minutes: '到场：张三13800138000' }
    arranged().refuses(
      'handler',
      'hold',
      'form-invalid',
      { issues: [{ field: 'minutes', rule: 'personal-data' }] },
      listed,
    )
  })

  test('hands over what a meeting decided, each as a supervised task', () => {
    const row = { title: '补齐台账', demand: '月底前补齐', unit: 'dongpu', dueOn: '2026-03-31' }
    const event = held()
      .takes('leader', 'assignDecided', { decided: [row] })
      .events()
      .at(-1)
    expect(event?.type === 'StepTaken' && event.opens[0]).toMatchObject({ procedure: 'task', unitId: 'dongpu' })
  })

  test('is evaluated by somebody who did not hold it', () => {
    held().refuses('handler', 'evaluate', 'guard-refused', { guard: 'notTheHandler' }, evaluation)
    const done = held().takes('leader', 'evaluate', evaluation).isIn('evaluated')
    expect(done.matter().fields['rate']).toBe(75)
  })

  test('is late when it was not held, postponed by a leader, or cancelled with a reason', () => {
    expect(arranged().waits('2026-04-02T01:00:00.000Z').matter().clocks[0]?.state).toBe('overdue')
    const later = arranged().takes('leader', 'postpone', { extendBy: 10, reason: '下雨' }).matter()
    expect(later.clocks.find(({ deadline }) => deadline === 'hold')?.dueOn).toBe('2026-04-10')
    arranged().takes('leader', 'cancel', { reason: '并入县里活动' }).isIn('cancelled')
    held().refuses('leader', 'cancel', 'step-not-open', {}, { reason: '不办了' })
  })
})
