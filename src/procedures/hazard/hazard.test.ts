import { describe, expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import { given, PHOTO, type Told } from '../../testing/given.ts'
import { hazardV1 } from './v1/procedure.ts'

const found: FormValues = {
  title: '下塘村仓库安全出口锁闭',
  category: 'building',
  description: '仓库两处安全出口上锁，货物堵住通道',
  place: '下塘村仓库',
  placeUnit: 'xiatang',
}
const order: FormValues = {
  documentNo: '清应急责改〔2026〕1号',
  servedOn: '2026-03-02',
  legalBasis: '《安全生产法》第六十五条',
  responsibleUnit: '示例仓储点',
  measures: '打开安全出口，清空通道',
  rectifyBy: '2026-03-20',
  unit: 'qinglan',
  owner: 'handler',
}
const majorOrder: FormValues = { ...order, interimMeasures: '撤出人员，拉警戒线', stopWork: 'partial' }
const plan: FormValues = {
  goals: '出口畅通',
  methods: '拆锁清货',
  resources: '两千元',
  responsible: '仓储点',
  schedule: '三周内',
  contingency: '值守',
}
const fixed: FormValues = { fixedOn: '2026-03-02', doneWork: '锁已拆，通道已清' }
const opinion: FormValues = { reinspectedOn: '2026-03-02', opinion: '出口畅通，通道已清空' }
const failure: FormValues = { ...opinion, opinion: '还有一处上锁', left: '北侧出口仍上锁' }
const listing: FormValues = {
  listedOn: '2026-03-02',
  listedBy: 'qinglan',
  listingNo: '清安委办〔2026〕3号',
  supervisor: 'leader',
  reason: '整改难度大',
}

const recorded = () => given(hazardV1, 'inspector', found)
const graded = (level = 'general') => recorded().takes('inspector', 'grade', { level, criterion: '出口锁闭' })
const ordered = () => graded().takes('inspector', 'issueOrder', order)
const requested = (told: Told) =>
  told.takes('handler', 'selfCheck', fixed, [PHOTO]).takes('handler', 'requestReinspection', {})
const failed = () => requested(ordered()).takes('verifier', 'failReinspection', failure)
const clock = (told: Told, deadline: string) =>
  told
    .matter()
    .clocks.filter((each) => each.deadline === deadline)
    .at(-1)

describe('a general hazard', () => {
  test('is ordered, fixed with a photo, reinspected by another and written off', () => {
    const told = requested(ordered()).takes('verifier', 'passReinspection', opinion)
    expect(clock(told, 'rectify')).toMatchObject({ state: 'met', dueOn: '2026-03-20' })
    expect(clock(told, 'reinspect')).toMatchObject({ code: 'HAZ-08', state: 'met' })
    const done = told
      .takes('triage', 'writeOff', { writtenOffOn: '2026-03-02', approval: '同意销号' })
      .isIn('writtenOff')
    expect(done.matter()).toMatchObject({ outcome: 'writtenOff', verifiedBy: 'person-verifier' })
  })

  test('is not fixed without a photo', () => {
    ordered().refuses(
      'handler',
      'selfCheck',
      'form-invalid',
      { issues: [{ field: 'photosAfter', rule: 'required' }] },
      fixed,
    )
  })

  test('is not reinspected by its handler, nor by the inspector who gave the order', () => {
    requested(ordered())
      .refuses('handler', 'passReinspection', 'guard-refused', { guard: 'notTheHandler' }, opinion)
      .refuses('inspector', 'passReinspection', 'guard-refused', { guard: 'notTheHandler' }, opinion)
  })

  test('of fire is reinspected within three working days, any other within ten days', () => {
    const fire = given(hazardV1, 'inspector', { ...found, category: 'fire' })
      .takes('inspector', 'grade', { level: 'general', criterion: '出口锁闭' })
      .takes('inspector', 'issueOrder', order)
    expect(clock(requested(fire), 'reinspectFire')).toMatchObject({ dueOn: '2026-03-05' })
    expect(clock(requested(fire), 'reinspect')).toBeUndefined()
    // The tenth day, 12 March, is a Thursday.
    expect(clock(requested(ordered()), 'reinspect')).toMatchObject({ dueOn: '2026-03-12' })
  })

  test('that fails is ordered again, with a new time limit', () => {
    const told = failed()
      .takes('inspector', 'reorder', { ...order, rectifyBy: '2026-03-27' })
      .isIn('rectifying')
    expect(clock(told, 'rectify')).toMatchObject({ id: 'rectify#2', dueOn: '2026-03-27', state: 'running' })
  })

  test('that fails may become a list of rectifications, and is reinspected when all are written off', () => {
    const rows = ['北侧出口', '应急灯'].map((title) => ({
      title,
      measure: '改好',
      unit: 'dongpu',
      dueOn: '2026-03-27',
    }))
    const told = failed().takes('inspector', 'toRectificationList', { problems: rows }).isIn('listRectifying')
    expect(told.events().at(-1)).toMatchObject({
      opens: [
        {
          procedure: 'rectification',
          link: 'rectifies',
          unitId: 'dongpu',
          form: { title: '北侧出口', description: '北侧出口仍上锁' },
        },
        { procedure: 'rectification', link: 'rectifies', unitId: 'dongpu', form: { title: '应急灯' } },
      ],
    })
    told
      .childCloses('writtenOff')
      .refuses('handler', 'requestListReinspection', 'guard-refused', { guard: 'allChildrenDone' })
      .childCloses('writtenOff')
      .takes('handler', 'requestListReinspection', {})
      .isIn('reinspectionRequested')
  })

  test('gets more time only when it is asked for, and from a leader', () => {
    const asked = ordered()
      .refuses('leader', 'grantExtension', 'step-not-open')
      .takes('handler', 'askExtension', { askedDays: 7, extensionReason: '材料未到' })
    const told = asked.takes('leader', 'grantExtension', { extendBy: 7, reason: '情况属实' })
    expect(clock(told, 'rectify')).toMatchObject({ dueOn: '2026-03-27' })
  })

  test('asked for in time and granted late, is overdue no longer', () => {
    const asked = ordered().takes('handler', 'askExtension', { askedDays: 7, extensionReason: '材料未到' })
    const late = asked.waits('2026-03-22T01:00:00.000Z')
    expect(clock(late, 'rectify')).toMatchObject({ state: 'overdue', dueOn: '2026-03-20' })
    const granted = late.takes('leader', 'grantExtension', { extendBy: 7, reason: '情况属实' })
    expect(clock(granted, 'rectify')).toMatchObject({ state: 'running', dueOn: '2026-03-27' })
  })

  test('stops its clock while a test is commissioned', () => {
    const told = ordered()
      .takes('inspector', 'pause', { reason: '委托检测', document: '检测委托1号', pausedFrom: '2026-03-02' })
      .at('2026-03-05T01:00:00.000Z')
      .takes('inspector', 'resume', { reportNo: '检测报告1号', pausedTo: '2026-03-04' })
    expect(clock(told, 'rectify')).toMatchObject({ state: 'running', dueOn: '2026-03-22' })
  })
})

describe('a major hazard', () => {
  const majorOrdered = () => graded('major').takes('inspector', 'issueMajorOrder', majorOrder)
  const major = () =>
    majorOrdered().takes('handler', 'filePlan', plan).takes('leader', 'approvePlan', { approval: '六项齐全' })

  test('is reported promptly, and ordered with interim measures only', () => {
    const told = graded('major')
    expect(clock(told, 'reportMajor')).toMatchObject({ code: 'HAZ-02', state: 'running' })
    told
      .refuses('inspector', 'issueOrder', 'guard-refused', { guard: 'notMajor' }, order)
      .refuses('inspector', 'issueMajorOrder', 'form-invalid', {}, order)
  })

  test('needs a plan in six parts, approved by somebody else', () => {
    const { contingency: _, ...five } = plan
    majorOrdered()
      .refuses('handler', 'filePlan', 'form-invalid', { issues: [{ field: 'contingency', rule: 'required' }] }, five)
      .takes('handler', 'filePlan', plan)
      .refuses('handler', 'approvePlan', 'guard-refused', { guard: 'notTheHandler' }, { approval: '同意' })
      .takes('leader', 'approvePlan', { approval: '六项齐全' })
      .isIn('rectifying')
  })

  test('is written off by a leader, and looked at again after thirty days', () => {
    const told = requested(major())
      .takes('verifier', 'passReinspection', opinion)
      .refuses('triage', 'writeOff', 'guard-refused', { guard: 'notMajor' })
      .takes('leader', 'approveWriteOff', { writtenOffOn: '2026-03-02', approval: '同意', mayResume: 'yes' })
      .isIn('lookingBack')
    expect(clock(told, 'lookBack')).toMatchObject({ dueOn: '2026-04-01' })
    told.takes('verifier', 'passLookBack', opinion).isIn('writtenOff')
  })

  test('asks for a review before stopped work resumes', () => {
    expect(clock(requested(major()), 'resume')).toMatchObject({ code: 'HAZ-07', state: 'running' })
    expect(clock(requested(ordered()), 'resume')).toBeUndefined()
  })

  test('under listed supervision is published, reported monthly, and delisted by its supervisor', () => {
    const listed = major()
      .takes('leader', 'list', listing)
      .refuses('leader', 'list', 'guard-refused', { guard: 'notListed' })
    expect(clock(listed, 'listingNotice')).toMatchObject({ dueOn: '2026-03-09' })
    expect(clock(listed, 'listed')).toMatchObject({ code: 'HAZ-10a' })
    const told = requested(
      listed
        .takes('triage', 'publishListing', { publishedOn: '2026-03-02', publishedAt: '县政府网站' })
        .takes('handler', 'monthlyProgress', { progress: '已拆一处' }),
    ).takes('verifier', 'passReinspection', opinion)
    expect(clock(told, 'monthly')).toMatchObject({ id: 'monthly#2' })
    told
      .refuses('leader', 'approveWriteOff', 'guard-refused', { guard: 'notListed' })
      .refuses('dongpu-leader', 'delist', 'out-of-scope')
      .takes('leader', 'delist', { delistedOn: '2026-03-02', approval: '同意', mayResume: 'yes' })
      .takes('triage', 'publishDelisting', { publishedOn: '2026-03-02', publishedAt: '县政府网站' })
      .isIn('lookingBack')
  })
})
