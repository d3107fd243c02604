import { describe, expect, test } from 'vitest'
import { PLAN_TEXTS, type PlanText, planForm } from '../../demo/wording/plan-texts.ts'
import type { FormValues } from '../../domain/procedure/form.ts'
import { scheduledOpenings } from '../../engine/schedule/scheduled-openings.ts'
import { given } from '../../testing/given.ts'
import { DIRECTORY } from '../../testing/people.ts'
import { criteriaV1 } from '../criteria/v1/procedure.ts'
import { planV1 } from '../plan/v1/procedure.ts'
import { drillV1 } from './v1/procedure.ts'

const at = (clock: string) => `2026-03-02T${clock}:00.000Z`
const gas = {
  ...(PLAN_TEXTS.find(({ id }) => id === 'gas') as PlanText),
  unitId: 'safety',
  teams: [['抢修组', 'safety', '关阀、检测、抢修']],
  actions: [
    [10, 'safety', '关闭上游阀门'],
    [30, 'dongpu', '疏散完毕'],
  ],
  supplies: [],
} as const satisfies PlanText
const plan = given(
  planV1,
  'inspector',
  planForm(gas, () => '2026-12-31'),
)
  .takes('leader', 'publish')
  .matter()
const criteria = given(criteriaV1, 'clerk', {
  name: '演练评估标准',
  category: 'drill',
  passMark: 60,
  items: [
    { no: '1', item: '响应和指挥', points: 60 },
    { no: '2', item: '处置和协同', points: 40 },
  ],
})
  .takes('leader', 'publish')
  .matter()
const renamed = { ...criteria, reference: 'BZ-2026-0001' }
const named = new Map([
  [plan.reference, plan],
  [renamed.reference, renamed],
])

const form = { title: '2026年燃气泄漏演练', category: 'tabletop', dueOn: '2026-06-30' }
const arrangement = {
  category: 'field',
  scope: 'single',
  notice: 'announced',
  plan: plan.reference,
  plannedOn: '2026-05-12',
  place: '月湖路调压站',
  safeguards: '有真实险情立即停止',
}
const injects = [
  { no: '1', minute: 5, inject: '接报：调压站有气味', to: '值班', expected: '5分钟内派人' },
  { no: '2', minute: 20, inject: '风向转变，下风向有人', to: '东浦镇', expected: '疏散下风向' },
]
const script = { scenario: '调压站法兰泄漏', sceneAt: '7月15日凌晨2点', injects }
const start = { startedAt: at('01:00'), players: [{ unit: 'safety', part: '抢修', people: 6 }], injects }
const end = { endedAt: at('04:30'), heldOn: '2026-03-02', people: 12, stopped: 'whole' }
const evaluation: FormValues = {
  criteria: renamed.reference,
  scores: [
    { no: '1', lost: 10 },
    { no: '2', lost: 5.5 },
  ],
  planSteps: [
    { key: '1', how: 'inTime', actual: 8 },
    { key: '2', how: 'late', actual: 41 },
  ],
  conclusion: '指挥顺畅，疏散慢了',
}
const gap = {
  title: '疏散路线没有第二条',
  cause: '预案只写了一条',
  unit: 'dongpu',
  measure: '补一条路线',
  dueOn: '2026-04-01',
}
const gaps = { gaps: [gap], planFlaw: 'revise', revision: '第三条补第二条疏散路线' }

const planned = () => given(drillV1, 'handler', form, { at: at('00:00'), named })
const arranged = () => planned().takes('handler', 'arrange', arrangement)
const scripted = () => arranged().takes('leader', 'approve').takes('handler', 'writeScript', script)
const playing = () => scripted().takes('handler', 'start', start)
const played = () =>
  playing()
    .takes('handler', 'give', { inject: 'injects.0', givenAt: at('01:05') })
    .takes('handler', 'give', { inject: 'injects.1', givenAt: at('01:25') })
const held = () => played().takes('handler', 'end', end)
const assessed = () => held().takes('reviewer', 'assess', evaluation)
const handedOver = () => assessed().takes('reviewer', 'assignIssues', gaps)

describe('a drill is prepared', () => {
  test('is an exercise from the first moment, whoever puts it on the plan', () => {
    expect(planned().matter().exercise).toBe(true)
  })

  test('says which plan it plays, by its version, and when it is stopped at once', () => {
    expect(arranged().matter().fields['plan']).toBe(`${plan.reference}@${plan.version}`)
    const { safeguards: _, ...none } = arrangement
    planned().refuses(
      'handler',
      'arrange',
      'form-invalid',
      { issues: [{ field: 'safeguards', rule: 'required' }] },
      none,
    )
  })

  test('is planned within the day it must be held by', () => {
    planned().refuses('handler', 'arrange', 'guard-refused', {}, { ...arrangement, plannedOn: '2026-07-01' })
  })

  test('is approved by a leader who has not arranged it', () => {
    arranged().refuses('handler', 'approve', 'role-required')
    arranged().takes('leader', 'returnArrangement', { reason: '地点太近学校' }).isIn('planned')
  })

  test('is postponed by a leader, and cancelled with a reason before it starts', () => {
    const later = scripted().takes('leader', 'postpone', { extendBy: 30, reason: '汛情' }).matter()
    expect(later.clocks.find(({ deadline }) => deadline === 'hold')?.dueOn).toBe('2026-07-30')
    scripted().takes('leader', 'cancel', { reason: '真的来了险情' }).isIn('cancelled')
    playing().refuses('leader', 'cancel', 'step-not-open', {}, { reason: '不演了' })
  })
})

describe('a drill is played by its minutes', () => {
  test('each inject is due so many minutes after the start, whatever the scene calls the hour', () => {
    const due = playing()
      .matter()
      .clocks.filter(({ deadline }) => deadline === 'inject')
    expect(due.map(({ dueAt }) => dueAt)).toEqual([at('01:05'), at('01:20')])
  })

  test('one given late stays late, and what really happened keeps its real time', () => {
    const { clocks } = played().matter()
    const inject = clocks.filter(({ deadline }) => deadline === 'inject')
    expect(inject.map(({ endedAt }) => endedAt)).toEqual([at('01:05'), at('01:25')])
  })

  test('a player that was named takes part, others do not', () => {
    const seen = { seenAt: at('01:10'), reaction: '两人到阀门井' }
    playing().refuses('yunxi-clerk', 'recordReaction', 'out-of-scope', {}, seen)
  })

  test('ends when every inject was given or left out, or says why it was stopped', () => {
    playing().refuses('handler', 'end', 'guard-refused', {}, end)
    playing()
      .takes('handler', 'drop', { inject: 'injects.0', dropReason: '时间不够' })
      .refuses('handler', 'end', 'guard-refused', {}, end)
    playing()
      .takes('handler', 'end', { ...end, stopped: 'stopped', stopReason: '真的来了险情' })
      .isIn('held')
    played().refuses(
      'handler',
      'end',
      'form-invalid',
      { issues: [{ field: 'stopReason', rule: 'required' }] },
      { ...end, stopped: 'stopped' },
    )
  })

  test('an order given in it is an exercise as well', () => {
    const ordered = playing().takes('handler', 'giveAsTask', {
      inject: 'injects.0',
      givenAt: at('01:05'),
      taskTitle: '疏散下风向',
      taskDemand: '按预案',
      taskUnit: 'dongpu',
      taskDueOn: '2026-03-02',
    })
    const event = ordered.events().at(-1)
    expect(event?.type === 'StepTaken' && event.opens[0]).toMatchObject({ procedure: 'task', exercise: true })
  })
})

test('an incident reported in it is an exercise, and its clocks run from the real moment of the inject', () => {
  const told = playing().takes('handler', 'giveAsIncident', {
    inject: 'injects.0',
    givenAt: at('01:05'),
    incidentTitle: '调压站泄漏',
    incidentKind: 'gas',
    incidentPlace: '月湖路调压站',
    incidentUnit: 'dongpu',
    reportingAs: 'township',
    scene: '有气味',
    course: '巡查发现',
    deaths: 0,
    missing: 0,
    injured: 0,
    loss: 0,
    measures: '关阀',
  })
  const event = told.events().at(-1)
  expect(event?.type === 'StepTaken' && event.opens[0]).toMatchObject({
    procedure: 'incident',
    exercise: true,
    unitId: 'dongpu',
    form: { eventAt: at('01:05'), knownAt: at('01:05') },
  })
})

describe('what a drill showed', () => {
  test('is scored item by item by somebody who did not run it', () => {
    held().refuses('handler', 'assess', 'guard-refused', { guard: 'notTheHandler' }, evaluation)
    expect(assessed().matter().fields).toMatchObject({ full: 100, lost: 15.5, score: 84.5, inTime: 1 })
  })

  test('holds each step of the plan against its minute', () => {
    held().refuses(
      'reviewer',
      'assess',
      'form-invalid',
      {},
      { ...evaluation, planSteps: [{ key: '1', how: 'inTime' }] },
    )
  })

  test('is put right in earnest: the rectifications are no exercise', () => {
    const event = handedOver().events().at(-1)
    const [opened] = event?.type === 'StepTaken' ? event.opens : []
    expect(opened).toMatchObject({ procedure: 'rectification', link: 'rectifies', unitId: 'dongpu' })
    expect(opened?.exercise).toBeUndefined()
  })

  test('is not closed before all of it is written off and the plan revised (Regulations art. 6)', () => {
    const done = handedOver().childCloses('writtenOff')
    handedOver().refuses('leader', 'close', 'guard-refused', {}, { result: '都改了' })
    done.refuses('leader', 'close', 'guard-refused', {}, { result: '都改了' })
    done
      .takes('handler', 'recordRevision', { revisedPlan: plan.reference, planRevisedOn: '2026-03-02' })
      .isIn('planRevised')
      .takes('leader', 'close', { result: '都改了' })
      .isIn('closed')
  })

  test('without a flaw in the plan needs no revision, and none is recorded', () => {
    const kept = assessed().takes('reviewer', 'assignIssues', { gaps: [gap], planFlaw: 'keep' })
    kept.refuses(
      'handler',
      'recordRevision',
      'guard-refused',
      {},
      { revisedPlan: plan.reference, planRevisedOn: '2026-03-02' },
    )
    kept.childCloses('writtenOff').takes('leader', 'close', { result: '改了' }).isIn('closed')
  })

  test('that was nothing is closed by a leader, with the reason', () => {
    assessed().takes('leader', 'closeWithoutGaps', { noGapsReason: '各项都做到' }).isIn('noGaps')
  })

  test('revising the plan has sixty days', () => {
    expect(
      handedOver()
        .matter()
        .clocks.find(({ deadline }) => deadline === 'revise')?.dueOn,
    ).toBe('2026-05-01')
  })
})

test('a drill is on the plan of each township and department each year', () => {
  const openings = scheduledOpenings(
    drillV1,
    'year',
    { since: '2026-01-01', document: '某县文件' },
    { after: '2025-12-31', until: '2026-01-01' },
    DIRECTORY,
  )
  expect(openings.map(({ command }) => command.unitId).sort()).toEqual(['dongpu', 'safety', 'yunxi'])
  expect(openings[0]?.command.form).toMatchObject({ title: '2026年应急演练', dueOn: '2026-12-31' })
  given(drillV1, 'system', openings[0]?.command.form ?? {}).isIn('planned')
})
