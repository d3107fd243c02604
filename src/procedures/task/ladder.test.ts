import { describe, expect, test } from 'vitest'
import { given, PHOTO, TEST_RULEBOOK, type Told } from '../../testing/given.ts'
import { taskV2 } from './v2/procedure.ts'

const order = { title: '三处桥栏加固', description: '逐桥查一遍', dueOn: '2026-03-20', category: 'instruction' }
const weekly = { unit: 'dongpu', cadence: 'weekly' }
const feedback = { progress: '加固了一处', percent: 30 }
const inProgress = () =>
  given(taskV2, 'leader', order)
    .takes('triage', 'assign', weekly)
    .takes('dongpu-mediator', 'takeOver', { owner: 'dongpu-mediator' })
/** Reported on every week, so that nothing is slow; three days before its day. */
const near = () =>
  inProgress()
    .at('2026-03-09T01:00:00.000Z')
    .takes('dongpu-mediator', 'feedback', feedback)
    .at('2026-03-16T01:00:00.000Z')
    .takes('dongpu-mediator', 'feedback', feedback)
    .waits('2026-03-17T01:00:00.000Z')
const blue = () => near().takes('triage', 'urge', {})
const yellow = (told: Told = blue().waits('2026-03-23T01:00:00.000Z')) =>
  told.takes('triage', 'urge', { supervisorPost: 'triage' })
const red = () => yellow().waits('2026-03-28T01:00:00.000Z').takes('triage', 'urge', {})
const answered = { slipCause: '石料没有到', slipMeasure: '本周进场' }
const circular = () =>
  red()
    .waits('2026-04-03T01:00:00.000Z')
    .takes('leader', 'circulate', { circularNo: '青督〔2026〕3号', circularText: '东浦镇桥栏加固逾期' })
const talkForm = { talkedOn: '2026-04-10', talkPoints: '石料进场的安排', promisedOn: '2026-04-15' }
const talked = () => circular().waits('2026-04-10T01:00:00.000Z').takes('leader', 'talk', talkForm)
const listForm = { listWhy: '答应的日子又过了', delistIf: '三处都加固并验收', listUntil: '2026-05-20' }
const listed = () => talked().waits('2026-04-17T01:00:00.000Z').takes('leader', 'listSlip', listForm)
const clockOf = (told: Told, deadline: string) =>
  told
    .matter()
    .clocks.filter((clock) => clock.deadline === deadline)
    .at(-1)
const raisedTo = (told: Told) => told.matter().raised?.at(-1)

describe('the rung follows from the rule', () => {
  test('nothing is sent while nothing is near its day, late, slow or poor', () => {
    inProgress().refuses('triage', 'urge', 'guard-refused', {
      says: { zh: expect.stringContaining('完成时限') },
    })
  })

  test('near its day: a blue slip to the handler, who acknowledges it in time of its own', () => {
    const sent = blue()
    expect(sent.matter()).toMatchObject({ mark: 'blue', fields: { colour: 'blue' } })
    expect(raisedTo(sent)).toMatchObject({ step: 'urge', mark: 'blue', to: ['post:dongpu-mediator'] })
    expect(clockOf(sent, 'slipAck')).toMatchObject({ state: 'running', dueOn: '2026-03-18' })
    expect(clockOf(sent.takes('dongpu-mediator', 'ackSlip', {}), 'slipAck')?.state).toBe('met')
  })

  test('how near is for each county to set', () => {
    const rulebook = (length: number) => ({
      overrides: { 'task.slipNear': { length, unit: 'calendarDay' as const, document: '青督〔2026〕1号' } },
    })
    const early = (length: number) =>
      given(taskV2, 'leader', order, { rulebook: { ...TEST_RULEBOOK, ...rulebook(length) } })
        .takes('triage', 'assign', weekly)
        .takes('dongpu-mediator', 'takeOver', {})
    early(20).takes('triage', 'urge', {}).isIn('inProgress')
    early(10).refuses('triage', 'urge', 'guard-refused')
  })

  test('no colour is chosen: a red slip for a matter that is not late is refused', () => {
    near().refuses(
      'triage',
      'urge',
      'form-invalid',
      { issues: [{ field: 'colour', rule: 'not-by-rule' }] },
      { colour: 'red' },
    )
    near().refuses(
      'triage',
      'urge',
      'form-invalid',
      { issues: [{ field: 'colour', rule: 'not-by-rule' }] },
      { colour: 'red', startHigher: true, higherReason: '领导过问' },
    )
  })

  test('a slip has its time: the next one waits until that is over', () => {
    blue().refuses('triage', 'urge', 'guard-refused', { says: { zh: expect.stringContaining('签收蓝单') } })
  })

  test('behind schedule after a blue slip: yellow, with a supervising post and a report within days, raised to the head of the unit', () => {
    const slow = inProgress().waits('2026-03-11T01:00:00.000Z').takes('triage', 'urge', {})
    expect(slow.matter().mark).toBe('blue')
    const next = slow.waits('2026-03-14T01:00:00.000Z')
    next.refuses('triage', 'urge', 'form-invalid', { issues: [{ field: 'supervisorPost', rule: 'required' }] }, {})
    const sent = yellow(next)
    expect(sent.matter()).toMatchObject({ mark: 'yellow', supervisorPostId: 'triage' })
    expect(raisedTo(sent)?.to).toEqual(expect.arrayContaining(['leader@dongpu', 'post:dongpu-mediator']))
    expect(clockOf(sent, 'slipReport')?.state).toBe('running')
    expect(
      clockOf(sent.takes('dongpu-mediator', 'reportOnSlip', { slipReport: '两处已做完' }), 'slipReport')?.state,
    ).toBe('met')
  })

  test('late and the yellow slip unmet: red, raised to the leader in charge, answered in writing by the head of the unit alone', () => {
    const sent = red()
    expect(sent.matter().mark).toBe('red')
    expect(raisedTo(sent)?.to).toEqual(expect.arrayContaining(['leader@dongpu', 'post:leader']))
    sent.refuses('dongpu-mediator', 'answerSlip', 'role-required', {}, answered)
    expect(clockOf(sent.takes('dongpu-leader', 'answerSlip', answered), 'slipAnswer')?.state).toBe('met')
  })

  test('an urgent matter starts at what it calls for, with a reason, and no higher', () => {
    const late = inProgress().waits('2026-03-23T01:00:00.000Z')
    late.refuses(
      'triage',
      'urge',
      'form-invalid',
      { issues: [{ field: 'higherReason', rule: 'required' }] },
      { startHigher: true },
    )
    const sent = late.takes('triage', 'urge', { startHigher: true, higherReason: '汛期到了' })
    expect(sent.matter().mark).toBe('red')
    expect(late.takes('triage', 'urge', {}).matter().mark).toBe('blue')
  })
})

describe('each rung after the one before', () => {
  test('a circular needs a red slip that was not met, has a number, and is answered in writing', () => {
    yellow().refuses('leader', 'circulate', 'guard-refused', {}, { circularNo: '3号', circularText: '逾期' })
    red().refuses('leader', 'circulate', 'guard-refused', {}, { circularNo: '3号', circularText: '逾期' })
    const sent = circular()
    expect(sent.matter()).toMatchObject({ mark: 'circular', fields: { circularNo: '青督〔2026〕3号' } })
    expect(sent.matter().documents?.map(({ document }) => document)).toContain('circular')
    sent.refuses('triage', 'circulate', 'role-required')
  })

  test('a talk needs a circular; a listing needs a talk whose promise was not kept', () => {
    red().waits('2026-04-03T01:00:00.000Z').refuses('leader', 'talk', 'guard-refused', {}, talkForm)
    circular().waits('2026-04-10T01:00:00.000Z').refuses('leader', 'listSlip', 'guard-refused', {}, listForm)
    talked().refuses('leader', 'listSlip', 'guard-refused', {}, listForm)
    expect(listed().matter().mark).toBe('listed')
  })

  test('what was talked about or listed is not urged with colours again', () => {
    listed().refuses('triage', 'urge', 'guard-refused')
    listed().refuses('leader', 'circulate', 'guard-refused', {}, { circularNo: '4号', circularText: '逾期' })
  })

  test('it is delisted once its cause is gone, was checked, and by another than whoever handled it', () => {
    const gone = { causeGone: 'gone', causeChecked: '三处逐一看过', delistedOn: '2026-04-17' }
    listed().refuses(
      'leader',
      'delistSlip',
      'guard-refused',
      { says: { zh: expect.stringContaining('没有逾期') } },
      gone,
    )
    const done = listed()
      .takes('dongpu-mediator', 'claim', { report: '三处都加固了' }, [PHOTO])
      .takes('triage', 'review', { checked: ['facts', 'solved', 'done', 'conclusion', 'form'], opinion: '属实' })
    const delisted = done.takes('leader', 'delistSlip', gone)
    expect(delisted.matter().mark).toBeUndefined()
    expect(delisted.matter().documents?.find(({ document }) => document === 'slipListing')?.revokedAt).toBeTruthy()
    done.refuses('dongpu-leader', 'delistSlip', 'out-of-scope', {}, gone)
  })
})

describe('a slip ends', () => {
  test('by closing it once nothing is late', () => {
    red().refuses('triage', 'settleSlip', 'guard-refused', {}, { settledHow: '补上了' })
    const closed = blue()
      .takes('dongpu-mediator', 'ackSlip', {})
      .takes('triage', 'settleSlip', { settledHow: '已排上工' })
    expect(closed.matter().mark).toBeUndefined()
    blue().refuses('dongpu-clerk', 'settleSlip', 'out-of-scope', {}, { settledHow: '好了' })
  })

  test('by taking back what was sent wrongly, with a reason, and its clocks with it', () => {
    const back = red().takes('leader', 'takeBackSlip', { slipBackReason: '录错了期限' })
    expect(back.matter().mark).toBeUndefined()
    expect(clockOf(back, 'slipAnswer')?.state).toBe('cancelled')
    red().refuses('leader', 'takeBackSlip', 'form-invalid', {}, {})
  })

  test('the urged unit never takes back its own red slip', () => {
    red().refuses('dongpu-leader', 'takeBackSlip', 'out-of-scope', {}, { slipBackReason: '不该发' })
    red().refuses('dongpu-clerk', 'takeBackSlip', 'out-of-scope', {}, { slipBackReason: '不该发' })
    const own = given(taskV2, 'dongpu-leader', { ...order, unit: 'dongpu' }, { unitId: 'dongpu' })
      .takes('dongpu-leader', 'assign', weekly)
      .waits('2026-03-23T01:00:00.000Z')
      .takes('dongpu-clerk', 'urge', { startHigher: true, higherReason: '汛期' })
    expect(own.matter().mark).toBe('red')
    own.refuses('dongpu-leader', 'takeBackSlip', 'guard-refused', {}, { slipBackReason: '不该发' })
  })

  test('nobody answers a slip that was not sent', () => {
    near().refuses('dongpu-mediator', 'ackSlip', 'guard-refused', {}, {})
    near().refuses('dongpu-mediator', 'reportOnSlip', 'guard-refused', {}, { slipReport: '在办' })
    near().refuses('dongpu-leader', 'answerSlip', 'guard-refused', {}, answered)
    near().refuses('leader', 'takeBackSlip', 'guard-refused', {}, { slipBackReason: '没有发过' })
  })
})
