import { describe, expect, test } from 'vitest'
import type { DeadlineRule } from '../domain/procedure/deadline.ts'
import type { FormValues } from '../domain/procedure/form.ts'
import { given, PHOTO, type Told } from '../testing/given.ts'
import { PROCEDURES } from './all.ts'
import { hazardV1 } from './hazard/v1/procedure.ts'
import { rectificationV1 } from './rectification/v1/procedure.ts'
import { reportV1 } from './report/v1/procedure.ts'
import { taskV1 } from './task/v1/procedure.ts'

const clock = (told: Told, deadline: string) =>
  told
    .matter()
    .clocks.filter((each) => each.deadline === deadline)
    .at(-1)
const running = (told: Told) =>
  told
    .matter()
    .clocks.filter(({ state }) => state === 'running')
    .map(({ deadline }) => deadline)

const task = () =>
  given(taskV1, 'leader', {
    title: '三处桥栏加固',
    description: '逐桥查',
    dueOn: '2026-03-20',
    category: 'instruction',
  })
    .takes('triage', 'assign', { unit: 'dongpu', cadence: 'monthly' })
    .takes('dongpu-mediator', 'takeOver', {})
const claimed = (told: Told) => told.takes('dongpu-mediator', 'claim', { report: '三处都加固了' }, [PHOTO])
const back: FormValues = { reason: '缺一处', redoBy: '2026-03-27' }
const wait = (days: number): FormValues => ({ askedDays: days, extensionReason: '等检测结果' })

const hazard = () =>
  given(hazardV1, 'inspector', {
    title: '出口锁闭',
    category: 'building',
    description: '出口上锁',
    place: '下塘村仓库',
  })
    .takes('inspector', 'grade', { level: 'general', criterion: '出口锁闭' })
    .takes('inspector', 'issueOrder', {
      documentNo: '责改1号',
      servedOn: '2026-03-02',
      legalBasis: '《安全生产法》第六十五条',
      responsibleUnit: '示例仓储点',
      measures: '打开出口',
      rectifyBy: '2026-03-20',
      unit: 'qinglan',
      owner: 'handler',
    })
const checkAsked = () =>
  hazard()
    .takes('handler', 'selfCheck', { fixedOn: '2026-03-02', doneWork: '锁已拆' }, [PHOTO])
    .takes('handler', 'requestReinspection', {})
const opinion: FormValues = { reinspectedOn: '2026-03-02', opinion: '看过' }

const rectification = () =>
  given(rectificationV1, 'triage', { title: '巡查记录缺失', measure: '补制度', dueOn: '2026-03-20' })
    .takes('triage', 'settle', {
      kind: 'byDate',
      goal: '每日有记录',
      dueOn: '2026-03-20',
      unit: 'dongpu',
      owner: 'dongpu-mediator',
    })
    .takes('dongpu-mediator', 'fileEvidence', { fixedOn: '2026-03-02', doneWork: '制度已印发' }, [PHOTO])
    .takes('dongpu-leader', 'sign', { signature: '情况属实' })

describe('asking for a check', () => {
  test('does not count as done in time: when the check fails, the clock has run all along and is late', () => {
    const late = '2026-03-25T01:00:00.000Z'
    const failures: readonly (readonly [Told, string])[] = [
      [claimed(task()).at(late).takes('triage', 'returnForRedo', back), 'finish'],
      [
        checkAsked()
          .at(late)
          .takes('verifier', 'failReinspection', { ...opinion, left: '北侧' }),
        'rectify',
      ],
      [rectification().at(late).takes('verifier', 'reject', back), 'rectify'],
    ]
    for (const [told, deadline] of failures) {
      const state = clock(told.waits('2026-03-26T01:00:00.000Z'), deadline)?.state
      expect(state, `${told.matter().procedure} ${deadline}`).toBe('overdue')
    }
  })

  test('leaves a clock running for whoever checks', () => {
    expect(running(claimed(task()))).toContain('review')
    expect(running(checkAsked())).toContain('reinspect')
    expect(running(rectification())).toContain('accept')
  })
})

describe('a state that used to have no clock', () => {
  test('has one: to be closed, to be written off, failed, to be approved', () => {
    const review: FormValues = { checked: ['facts', 'solved', 'done', 'conclusion', 'form'], opinion: '属实' }
    expect(running(claimed(task()).takes('triage', 'review', review))).toContain('close')
    expect(running(checkAsked().takes('verifier', 'passReinspection', opinion))).toContain('writeOff')
    const failed = checkAsked().takes('verifier', 'failReinspection', { ...opinion, left: '北侧' })
    expect(running(failed)).toContain('orderAgain')
    const accepted = rectification().takes('verifier', 'accept', { acceptedOn: '2026-03-02', opinion: '到位' })
    expect(running(accepted)).toContain('approve')
  })
})

describe('more time', () => {
  test('asked for when it is too late is refused at once, not later when it should be granted', () => {
    const late = task().waits('2026-03-23T01:00:00.000Z')
    late.refuses('dongpu-mediator', 'askExtension', 'extension-refused', {}, wait(10)).isIn('inProgress')
    expect(late.offers('dongpu-mediator')).toContain('claim')
  })

  test('that waits for its decision does not keep anybody from reporting the work done', () => {
    const waiting = task().takes('dongpu-mediator', 'askExtension', wait(10))
    waiting
      .takes('dongpu-mediator', 'claimBeforeDecision', { report: '三处都加固了' }, [PHOTO])
      .isIn('completionClaimed')
  })

  test('is never given to a report: a slow one gets an interim answer', () => {
    const extended = Object.values<DeadlineRule>(reportV1.deadlines).filter(({ extension }) => extension)
    expect(extended).toEqual([])
  })

  test('starts the ladder of reminders anew', () => {
    const granted = task()
      .takes('dongpu-mediator', 'askExtension', wait(10))
      .waits('2026-03-24T01:00:00.000Z')
      .takes('leader', 'grantExtension', { extendBy: 10, reason: '同意' })
    expect(clock(granted, 'finish')).toMatchObject({ state: 'running', dueOn: '2026-03-30', escalated: 0 })
  })
})

test('monthly is a calendar month for every kind that reports monthly', () => {
  const told = task().takes('dongpu-mediator', 'feedback', { progress: '完成一处', percent: 30 })
  expect(clock(told, 'feedback')).toMatchObject({ period: { length: 1, unit: 'month' } })
  const monthly = PROCEDURES.flatMap(({ deadlines }) => Object.values<DeadlineRule>(deadlines)).filter(
    ({ length, unit }) => length === 30 && unit === 'calendarDay',
  )
  expect(monthly.map(({ title }) => title.zh).filter((title) => title.includes('月'))).toEqual([])
})

test('a written-off hazard is over, so that the report it came from is answered, and only the look back goes on', () => {
  const done = checkAsked()
    .takes('verifier', 'passReinspection', opinion)
    .takes('leader', 'writeOff', { writtenOffOn: '2026-03-02', approval: '同意' })
  expect(done.matter().outcome).toBe('writtenOff')
  expect(running(done)).toEqual(['lookBack'])
})

test('whoever handles a hazard stops no clock', () => {
  const pause: FormValues = { reason: '检测', document: '委托1号', pausedFrom: '2026-03-02', testBy: '2026-03-10' }
  for (const post of ['handler', 'inspector', 'verifier', 'xiatang-grid']) {
    expect(() => hazard().takes(post, 'pause', pause), post).toThrow()
  }
  hazard().refuses('leader', 'resume', 'guard-refused', {}, { reportNo: '1', pausedTo: '2026-03-02' })
})
