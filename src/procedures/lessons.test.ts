import { describe, expect, test } from 'vitest'
import type { FormValues } from '../domain/procedure/form.ts'
import { given, PHOTO, type Told } from '../testing/given.ts'
import { aarV1 } from './aar/v1/procedure.ts'
import { rectificationV1 } from './rectification/v1/procedure.ts'
import { taskV1 } from './task/v1/procedure.ts'

const clock = (told: Told, deadline: string) =>
  told
    .matter()
    .clocks.filter((each) => each.deadline === deadline)
    .at(-1)

describe('a supervised task', () => {
  const opened = () =>
    given(taskV1, 'triage', {
      title: '三处桥栏加固',
      description: '逐桥查一遍',
      dueOn: '2026-03-20',
      category: 'meeting',
      ordering: 'leader',
    })
  const assign: FormValues = { unit: 'qinglan', owner: 'handler', cadence: 'weekly' }
  const inProgress = () => opened().takes('triage', 'assign', assign).takes('handler', 'takeOver', {})
  const claimed = () => inProgress().takes('handler', 'claim', { report: '三处都加固了' }, [PHOTO])
  const review: FormValues = { checked: ['facts', 'solved', 'done', 'conclusion', 'form'], opinion: '属实' }

  test('is reported on every week until it is done', () => {
    const told = inProgress().takes('handler', 'feedback', { progress: '完成一处', percent: 30 })
    expect(clock(told, 'feedback')).toMatchObject({ id: 'feedback#2', dueOn: '2026-03-09' })
  })

  test('is reviewed in all five points by another, and closed by the leader who ordered it', () => {
    claimed()
      .refuses('handler', 'review', 'guard-refused', { guard: 'notTheHandler' }, review)
      .refuses('verifier', 'review', 'form-invalid', {}, { ...review, checked: ['facts'] })
      .takes('verifier', 'review', review)
      .takes('leader', 'close', { evaluation: '按时完成' })
      .isIn('closed')
  })

  test('comes back with a new day when the review fails', () => {
    const told = claimed()
      .takes('verifier', 'returnForRedo', { reason: '缺一处', redoBy: '2026-03-27' })
      .isIn('inProgress')
    expect(clock(told, 'redo')).toMatchObject({ dueOn: '2026-03-27' })
  })

  test('cannot be claimed as done while a part is open', () => {
    const part = { title: '北桥', demand: '加固', unit: 'dongpu', dueOn: '2026-03-15' }
    inProgress()
      .takes('handler', 'split', { parts: [part] })
      .refuses('handler', 'claim', 'guard-refused', { guard: 'allChildrenDone' }, { report: '好了' }, [PHOTO])
  })

  test('overdue, is told to triage and then to a leader', () => {
    const told = inProgress().waits('2026-04-10T01:00:00.000Z')
    expect(clock(told, 'finish')).toMatchObject({ state: 'overdue', escalated: 3 })
  })
})

describe('a rectification', () => {
  const listed = () =>
    given(rectificationV1, 'reviewer', { title: '巡查记录缺失', measure: '补巡查制度', dueOn: '2026-03-20' })
  const settled = (kind = 'byDate') =>
    listed().takes('triage', 'settle', {
      kind,
      goal: '每日有记录',
      dueOn: '2026-03-20',
      unit: 'qinglan',
      owner: 'handler',
    })
  const evidence: FormValues = { fixedOn: '2026-03-02', doneWork: '制度已印发' }
  const filed = () => settled().takes('handler', 'fileEvidence', evidence, [PHOTO])
  const signed = () => filed().takes('dongpu-leader', 'sign', { signature: '情况属实' })

  test('is proved, signed by the unit, accepted by another and approved by the lead office', () => {
    filed()
      .takes('leader', 'sign', { signature: '情况属实' })
      .refuses('handler', 'accept', 'guard-refused', { guard: 'notTheHandler' })
      .takes('verifier', 'accept', { acceptedOn: '2026-03-02', opinion: '到位' })
      .refuses('leader', 'writeOff', 'guard-refused', { guard: 'notTheHandler' })
      .takes('triage', 'writeOff', { writtenOffOn: '2026-03-02', approval: '同意', lookBackAfter: 'none' })
      .isIn('writtenOff')
  })

  test('of the long-term kind is reported on every month, others are not', () => {
    expect(clock(settled('longTerm'), 'progress')).toMatchObject({ dueOn: '2026-04-02' })
    expect(clock(settled(), 'progress')).toBeUndefined()
  })

  test('that is rejected runs on from its start, with a day to do it again by', () => {
    const signed = filed().takes('leader', 'sign', { signature: '情况属实' })
    const told = signed.takes('verifier', 'reject', { reason: '没有记录', redoBy: '2026-04-10' }).isIn('rectifying')
    expect(clock(filed(), 'rectify')).toMatchObject({ state: 'running' })
    expect(clock(signed, 'rectify')).toMatchObject({ state: 'held', heldAt: signed.matter().stateSince })
    expect(clock(told, 'rectify')).toMatchObject({ id: 'rectify#1', state: 'running', dueOn: '2026-03-20' })
    expect(clock(told, 'redo')).toMatchObject({ dueOn: '2026-04-10' })
  })

  test('is not signed by a unit that has nothing to do with it', () => {
    expect(signed).toThrow('out-of-scope')
  })
})

describe('a review', () => {
  const timeline: FormValues = { recusal: 'none', events: [{ at: '2026-02-01T01:00:00.000Z', fact: '栏杆断裂' }] }
  const analysis: FormValues = {
    planned: '每周巡桥',
    actual: '没有巡',
    worked: '警戒快',
    failed: '巡查空档',
    causes: '制度没有写桥',
  }
  const problem = { title: '巡查制度缺桥', cause: '没有写', unit: 'dongpu', measure: '补上', dueOn: '2026-04-01' }
  const analysed = () =>
    given(aarV1, 'reviewer', { title: '青石村石桥复盘', description: '多次反映', category: 'hazard' })
      .takes('reviewer', 'setOutTimeline', timeline)
      .takes('reviewer', 'analyse', analysis)
  const tracked = () => analysed().takes('reviewer', 'listProblems', { problems: [problem] })

  test('turns each problem into a rectification of its unit', () => {
    expect(tracked().events().at(-1)).toMatchObject({
      opens: [
        {
          procedure: 'rectification',
          link: 'rectifies',
          unitId: 'dongpu',
          form: { title: '巡查制度缺桥', cause: '没有写' },
        },
      ],
    })
  })

  test('passes its lesson to every unit with the same exposure', () => {
    const lesson = {
      lessonTitle: '查一遍村桥',
      lesson: '栏杆、桥面、警示',
      applyBy: '2026-04-01',
      units: [{ unit: 'dongpu' }, { unit: 'yunxi' }],
    }
    expect(tracked().takes('reviewer', 'drawLesson', lesson).events().at(-1)).toMatchObject({
      opens: [
        { procedure: 'task', link: 'learnedFrom', unitId: 'dongpu', form: { title: '查一遍村桥' } },
        { procedure: 'task', link: 'learnedFrom', unitId: 'yunxi' },
      ],
    })
  })

  test('is closed by a leader when every rectification is written off', () => {
    tracked()
      .refuses('leader', 'close', 'guard-refused', { guard: 'allChildrenDone' })
      .childCloses('writtenOff')
      .refuses('reviewer', 'close', 'role-required')
      .takes('leader', 'close', { conclusion: '整改到位' })
      .isIn('closed')
  })
})
