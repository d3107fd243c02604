import { describe, expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import { waitsFor } from '../../engine/worklist/waits-for.ts'
import { given, type Told } from '../../testing/given.ts'
import { DIRECTORY } from '../../testing/people.ts'
import { reportV1 } from './v1/procedure.ts'

const said: FormValues = {
  title: '青石村石桥栏杆断了',
  category: 'facility',
  description: '栏杆断了两米，孩子上学走这里',
  place: '青石村村口石桥',
  placeUnit: 'qingshi',
}
const answer: FormValues = { opinion: 'solved', reply: '栏杆已经修好', toldHow: 'code' }
const called: FormValues = { calledOn: '2026-03-02', settled: 'yes', found: '修好了' }

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
    const notice: FormValues = { toldOn: '2026-03-02', toldHow: 'code', words: '东浦镇在办，七日内答复' }
    const told = assigned().takes('dongpu-clerk', 'tell', notice)
    expect(clock(told, 'tell')).toMatchObject({ state: 'met' })
    expect(clock(told, 'tellByUnit')).toMatchObject({ code: 'PET-03', state: 'met' })
  })

  test('is not told by having left no contact: what is unclear is recorded, and the duty falls away (art. 23)', () => {
    assigned().refuses(
      'dongpu-clerk',
      'tell',
      'form-invalid',
      { issues: [{ field: 'toldHow', rule: 'not-an-option' }] },
      { toldOn: '2026-03-02', toldHow: 'unreachable', words: '没留联系方式' },
    )
    const none = assigned().takes('dongpu-leader', 'noNotice', { unclear: ['name'], unclearWhy: '没有署名' })
    expect(clock(none, 'tell')).toMatchObject({ state: 'cancelled' })
  })

  test('that came in a week ago has a week less (arts 22, 23)', () => {
    const late = given(reportV1, 'clerk', { ...said, receivedOn: '2026-02-23' })
    expect(clock(late, 'tell')).toMatchObject({ code: 'PET-02', dueOn: '2026-03-10' })
    expect(clock(late, 'route')).toMatchObject({ code: 'PET-01', dueOn: '2026-03-10' })
  })

  test('may be returned within five working days; a decision on the remit is final', () => {
    expect(clock(assigned(), 'returnOrder')).toMatchObject({ code: 'PET-04', dueOn: '2026-03-09' })
    assigned()
      .takes('dongpu-clerk', 'returnOrder', { returnReason: '桥归县里管' })
      .takes('triage', 'uphold', { decision: '属地先办' })
      .isIn('inHandling')
      .refuses('dongpu-clerk', 'returnOrder', 'step-not-open')
    assigned()
      .takes('dongpu-clerk', 'returnOrder', { returnReason: '桥归县里管' })
      .refuses('dongpu-clerk', 'uphold', 'out-of-scope', {}, { decision: '属地先办' })
  })

  test('is not sent round in a circle: after two returns the remit is ruled on', () => {
    const reason: FormValues = { returnReason: '不归我们管' }
    assigned()
      .takes('dongpu-clerk', 'returnOrder', reason)
      .takes('triage', 'assign', { unit: 'yunxi' })
      .takes('yunxi-clerk', 'returnOrder', reason)
      .takes('triage', 'assign', { unit: 'dongpu' })
      .refuses('dongpu-clerk', 'returnOrder', 'guard-refused', {}, reason)
  })

  test('whose unit lets the five working days pass can only be taken over, and is raised to both sides', () => {
    const late = assigned().waits('2026-03-12T01:00:00.000Z').isIn('unsigned')
    expect(late.matter().raised?.length).toBeGreaterThan(0)
    late
      .refuses('dongpu-clerk', 'returnOrder', 'step-not-open', {}, { returnReason: '不归我们管' })
      .takes('dongpu-clerk', 'takeOver', {})
      .isIn('inHandling')
  })

  test('closes when its reporter is satisfied', () => {
    answered().takes('reporter', 'rateSatisfied', {}).isIn('closed')
  })

  test('is handled again once when its reporter is not satisfied, then goes up a tier, then the remedies are told', () => {
    const twice = answered()
      .takes('reporter', 'rateDissatisfied', { complaint: '只修了一半' })
      .isIn('redoing')
      .takes('dongpu-clerk', 'answer', answer)
      .takes('reporter', 'rateDissatisfied', { complaint: '还是不好', satisfaction: 'dissatisfied' })
      .isIn('raisedUp')
    expect(twice.offers('leader')).toContain('answerUp')
    twice
      .refuses('dongpu-leader', 'answerUp', 'out-of-scope', {}, answer)
      .takes('leader', 'answerUp', answer)
      .takes('clerk', 'callBack', { ...called, settled: 'no' })
      .isIn('toRemedy')
      .takes('clerk', 'tellRemedies', {
        remedies: ['petition', 'lawsuit'],
        words: '可以按信访程序提出',
        toldOn: '2026-03-02',
        toldHow: 'code',
      })
      .isIn('remediesTold')
  })

  test('is called back by somebody who did not handle it; one question says where it goes', () => {
    answered()
      .refuses('dongpu-clerk', 'callBack', 'guard-refused', { guard: 'notTheHandler' }, called)
      .takes('clerk', 'callBack', called)
      .isIn('closed')
    answered()
      .takes('clerk', 'callBack', { ...called, settled: 'no' })
      .isIn('redoing')
  })

  test('is closed without a rating only after its reporter had five days to give one', () => {
    answered()
      .refuses('clerk', 'closeUnrated', 'guard-refused', {}, { why: 'silent' })
      .at('2026-03-07T01:00:00.000Z')
      .takes('clerk', 'closeUnrated', { why: 'silent' })
      .isIn('closed')
  })

  test('cannot be declined once it is accepted', () => {
    const ground: FormValues = {
      ground: 'courts',
      reason: '应当起诉',
      remedies: ['lawsuit'],
      toldOn: '2026-03-02',
      toldHow: 'code',
    }
    accepted().refuses('clerk', 'decline', 'step-not-open', {}, ground)
  })

  test.each([
    ['hazard', { hazardCategory: 'facility' }],
    ['dispute', { disputeCategory: 'neighbours' }],
    ['risk', { riskDimension: 'publicSafety' }],
    ['task', { taskSource: 'matter', taskDueOn: '2026-03-20' }],
    ['petition', { petitionCategory: 'facility' }],
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

  test('whose matter takes longer gets an interim answer with a later day, from somebody who does not handle it', () => {
    const interim: FormValues = {
      progressSoFar: '责令整改，二十日内改好',
      laterReason: '整改期未到',
      laterBasis: '责令整改指令',
      nextReplyOn: '2026-03-27',
    }
    const told = accepted()
      .takes('triage', 'triage', { route: 'hazard', toUnit: 'dongpu', hazardCategory: 'facility' })
      .takes('clerk', 'interimReply', interim)
      .isIn('interimAnswered')
    expect(clock(told, 'handle')).toMatchObject({ state: 'met' })
    expect(clock(told, 'finalReply')).toMatchObject({ dueOn: '2026-03-27' })
    inHandling()
      .refuses('dongpu-clerk', 'interimReply', 'out-of-scope', {}, interim)
      .takes('clerk', 'interimReply', interim)
      .isIn('deferred')
      .takes('dongpu-clerk', 'answer', answer)
  })

  test('that became another matter is nobody’s to route while that one runs', () => {
    const told = accepted().takes('triage', 'triage', {
      route: 'hazard',
      toUnit: 'dongpu',
      hazardCategory: 'facility',
    })
    expect(waitsFor(reportV1, told.matter(), DIRECTORY)).not.toContain('triageOfficer@qinglan')
    expect(told.offers('triage')).not.toContain('routeAnother')
  })

  test('can become two matters', () => {
    accepted()
      .takes('triage', 'triage', { route: 'hazard', toUnit: 'dongpu', hazardCategory: 'facility' })
      .takes('triage', 'routeAnother', { route: 'dispute', toUnit: 'dongpu', disputeCategory: 'neighbours' })
      .isIn('tracked')
  })

  test('about a crime goes to the police and ends with their receipt', () => {
    const told = received({ ...said, category: 'crime' })
      .takes('clerk', 'transfer', {
        organKind: 'police',
        organ: '清澜县公安局',
        route: 'judicial',
        toldOn: '2026-03-02',
        toldHow: 'code',
      })
      .isIn('transferring')
    expect(clock(told, 'receipt')).toMatchObject({ state: 'running' })
    told
      .takes('clerk', 'recordReceipt', { receiptNo: '清公收〔2026〕1号', receiptOn: '2026-03-02' })
      .isIn('transferred')
    const back = told
      .takes('clerk', 'takeBack', { refusedReason: '不属公安管辖', difficulty: 'ordinary' })
      .isIn('accepted')
    expect(clock(back, 'handle')).toMatchObject({ state: 'running' })
    const later = told
      .takes('clerk', 'recordReceipt', { receiptNo: '清公收〔2026〕2号', receiptOn: '2026-03-02' })
      .takes('clerk', 'sentBack', { refusedReason: '查明不属公安管辖', difficulty: 'ordinary' })
      .isIn('accepted')
    expect(clock(later, 'handle')).toMatchObject({ state: 'running' })
  })

  test('is declined only with reasons and other remedies', () => {
    const ground: FormValues = {
      ground: 'courts',
      reason: '应当起诉',
      remedies: ['lawsuit'],
      toldOn: '2026-03-02',
      toldHow: 'code',
    }
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
