import { describe, expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import { given, type Told } from '../../testing/given.ts'
import { reportV1 } from './v1/procedure.ts'

const said: FormValues = {
  title: '青石村石桥栏杆断了',
  category: 'facility',
  description: '栏杆断了两米，孩子上学走这里',
  place: '青石村村口石桥',
  placeUnit: 'qingshi',
}
const answer: FormValues = { opinion: 'solved', reply: '栏杆已经修好', toldHow: 'code' }
const called: FormValues = { calledOn: '2026-03-02', found: '修好了' }

const received = (form: FormValues = said) => given(reportV1, 'reporter', form)
const accepted = (difficulty = 'ordinary') => received().takes('clerk', 'accept', { difficulty })
const assigned = () => accepted().takes('triage', 'assign', { unit: 'dongpu' })
const inHandling = () => assigned().takes('dongpu-clerk', 'takeOver', {})
const answered = () => inHandling().takes('dongpu-clerk', 'answer', answer)
const clock = (told: Told, deadline: string) =>
  told
    .matter()
    .clocks.filter((each) => each.deadline === deadline)
    .at(-1)

describe('a report', () => {
  test('needs no name and starts the fifteen days in which its reporter is told', () => {
    // Received on 2 March: the fifteenth day is 17 March, a Tuesday.
    expect(clock(received(), 'tell')).toMatchObject({ code: 'PET-02', dueOn: '2026-03-17' })
  })

  test('is handled within one, seven or twenty days, as difficult as it is', () => {
    const due = ['simple', 'ordinary', 'complex'].map((difficulty) => clock(accepted(difficulty), 'handle')?.dueOn)
    // The seventh day, 9 March, is a Monday; the twentieth, 22 March, a Sunday.
    expect(due).toEqual(['2026-03-03', '2026-03-09', '2026-03-23'])
  })

  test('keeps the fifteen days when it is assigned, until the reporter is told', () => {
    expect(clock(assigned(), 'tell')).toMatchObject({ state: 'running' })
    const told = assigned().takes('dongpu-clerk', 'tell', { toldHow: 'code', words: '东浦镇在办，七日内答复' })
    expect(clock(told, 'tell')).toMatchObject({ state: 'met' })
  })

  test('may be returned within five working days; a decision on the remit is final', () => {
    expect(clock(assigned(), 'returnOrder')).toMatchObject({ code: 'PET-04', dueOn: '2026-03-09' })
    assigned()
      .takes('dongpu-clerk', 'returnOrder', { returnReason: '桥归县里管' })
      .takes('triage', 'uphold', { decision: '属地先办' })
      .isIn('inHandling')
      .refuses('dongpu-clerk', 'returnOrder', 'step-not-open')
  })

  test('closes when its reporter is satisfied', () => {
    answered().takes('reporter', 'rateSatisfied', {}).isIn('closed')
  })

  test('is handled again once when its reporter is not satisfied', () => {
    answered()
      .takes('reporter', 'rateDissatisfied', { complaint: '只修了一半' })
      .isIn('redoing')
      .takes('dongpu-clerk', 'answerAgain', answer)
      .refuses('reporter', 'rateDissatisfied', 'step-not-open')
      .takes('reporter', 'rateDissatisfiedAgain', { complaint: '还是不好' })
      .isIn('closed')
  })

  test('is called back by somebody who did not handle it', () => {
    answered()
      .refuses('dongpu-clerk', 'confirmSettled', 'guard-refused', { guard: 'notTheHandler' }, called)
      .takes('clerk', 'confirmSettled', called)
      .isIn('closed')
  })

  test.each([
    ['hazard', { hazardCategory: 'facility' }],
    ['dispute', { disputeCategory: 'neighbours' }],
    ['risk', { riskDimension: 'publicSafety' }],
    ['task', { taskSource: 'matter', taskDueOn: '2026-03-20' }],
  ])('is routed into a %s with all that is known, but not with who reported', (route, more) => {
    const known = { ...said, contactName: '周示例', contactPhone: '13800000000' }
    const told = received(known)
      .takes('clerk', 'accept', { difficulty: 'ordinary' })
      .takes('triage', 'triage', { route, toUnit: 'dongpu', ...more })
      .isIn('tracked')
    const event = told.events().at(-1)
    expect(event).toMatchObject({
      opens: [
        { procedure: route, link: 'childOf', unitId: 'dongpu', form: { title: said['title'], place: said['place'] } },
      ],
    })
    expect(JSON.stringify(event)).not.toContain('13800000000')
  })

  test('that was routed is answered when the matter it led to is closed', () => {
    accepted()
      .takes('triage', 'triage', { route: 'hazard', toUnit: 'dongpu', hazardCategory: 'facility' })
      .refuses('clerk', 'feedBack', 'guard-refused', { guard: 'allChildrenDone' })
      .childCloses('writtenOff')
      .takes('triage', 'feedBack', answer)
      .isIn('answered')
  })

  test('about a crime goes to the police and ends with their receipt', () => {
    const told = received({ ...said, category: 'crime' })
      .takes('clerk', 'transfer', { organKind: 'police', organ: '清澜县公安局', route: 'judicial', toldHow: 'code' })
      .isIn('transferring')
    expect(clock(told, 'receipt')).toMatchObject({ state: 'running' })
    told
      .takes('clerk', 'recordReceipt', { receiptNo: '清公收〔2026〕1号', receivedOn: '2026-03-02' })
      .isIn('transferred')
  })

  test('is declined only with reasons and other remedies', () => {
    const ground: FormValues = { ground: 'courts', reason: '应当起诉', remedies: ['lawsuit'], toldHow: 'code' }
    received()
      .refuses('clerk', 'decline', 'form-invalid', {}, { ground: 'courts', toldHow: 'code' })
      .takes('clerk', 'decline', ground)
      .isIn('declined')
  })

  test('about a unit never goes to that unit', () => {
    given(reportV1, 'reporter', { ...said, aboutUnit: 'dongpu' })
      .takes('clerk', 'accept', { difficulty: 'simple' })
      .refuses('triage', 'assign', 'guard-refused', { guard: 'notTheUnitComplainedAbout' }, { unit: 'dongpu' })
  })

  test('can be withdrawn and, once closed, reopened', () => {
    accepted().takes('reporter', 'withdraw', { withdrawReason: '已经解决' }).isIn('withdrawn')
    const told = answered()
      .takes('reporter', 'rateSatisfied', {})
      .takes('clerk', 'reopen', { reason: '又断了' })
      .isIn('redoing')
    expect(told.matter().outcome).toBeUndefined()
  })
})
