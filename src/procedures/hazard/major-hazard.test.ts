import { describe, expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import { given, PHOTO, type Told } from '../../testing/given.ts'
import { hazardV1 } from './v1/procedure.ts'

const found: FormValues = {
  title: '示例仓储点危险化学品混存',
  category: 'chemicals',
  description: '农药和化肥同库，没有隔开',
  place: '示例仓储点',
}
const order: FormValues = {
  documentNo: '清应急责改〔2026〕2号',
  servedOn: '2026-03-02',
  legalBasis: '《安全生产法》第六十五条',
  responsibleUnit: '示例仓储点',
  measures: '分库存放',
  rectifyBy: '2026-03-20',
  unit: 'dongpu',
  owner: 'dongpu-clerk',
}
const majorOrder: FormValues = { ...order, interimMeasures: '撤出人员，拉警戒线', stopWork: 'partial' }
const plan: FormValues = {
  goals: '分库存放',
  methods: '另建一库',
  resources: '二十万元',
  responsible: '仓储点',
  schedule: '三周内',
  contingency: '值守',
}
const opinion: FormValues = { reinspectedOn: '2026-03-02', opinion: '已经分库存放' }
const written: FormValues = { writtenOffOn: '2026-03-02', approval: '同意销号' }
const published: FormValues = { publishedOn: '2026-03-02', publishedAt: '县政府网站' }
const asked: FormValues = { resumptionAskedOn: '2026-03-02', resumptionGrounds: '隐患已经排除' }
const listing: FormValues = {
  listedOn: '2026-03-02',
  listedBy: 'qinglan',
  listingNo: '清安委办〔2026〕3号',
  supervisor: 'leader',
  reason: '整改难度大',
}

const graded = (more: FormValues = {}) =>
  given(hazardV1, 'inspector', { ...found, ...more }).takes('inspector', 'grade', {
    level: 'major',
    criterion: '化学品混存',
  })
const majorOrdered = (more: FormValues = {}) =>
  graded().takes('inspector', 'issueMajorOrder', { ...majorOrder, ...more })
const major = (more: FormValues = {}) =>
  majorOrdered(more).takes('dongpu-clerk', 'filePlan', plan).takes('leader', 'approvePlan', { planOpinion: '六项齐全' })
const requested = (told: Told) =>
  told
    .takes('dongpu-clerk', 'selfCheck', { fixedOn: '2026-03-02', doneWork: '已分库' }, [PHOTO])
    .takes('dongpu-clerk', 'requestReinspection', {})
const stillStopped = () => requested(major()).takes('verifier', 'passStopped', opinion)
const papers = (told: Told) => told.matter().documents?.map(({ document }) => document)
const clock = (told: Told, deadline: string) =>
  told
    .matter()
    .clocks.filter((each) => each.deadline === deadline)
    .at(-1)

describe('a major hazard', () => {
  test('is reported promptly, and ordered with interim measures only', () => {
    const told = graded()
    expect(clock(told, 'reportMajor')).toMatchObject({ code: 'HAZ-02', state: 'running' })
    told
      .refuses('inspector', 'issueOrder', 'guard-refused', { guard: 'notMajor' }, order)
      .refuses('inspector', 'issueMajorOrder', 'form-invalid', {}, order)
    const reported = told.takes('inspector', 'reportMajor', {
      reportedTo: '县应急管理局',
      reportedAt: '2026-03-02T02:00:00.000Z',
      staffTold: true,
    })
    expect(papers(reported)).toContain('majorReport')
  })

  test('needs a plan in six parts within seven days of service, approved by somebody else on the ordering side', () => {
    const { contingency: _, ...five } = plan
    expect(clock(majorOrdered(), 'plan')).toMatchObject({ dueOn: '2026-03-09' })
    majorOrdered()
      .refuses(
        'dongpu-clerk',
        'filePlan',
        'form-invalid',
        { issues: [{ field: 'contingency', rule: 'required' }] },
        five,
      )
      .takes('dongpu-clerk', 'filePlan', plan)
      .refuses('dongpu-leader', 'approvePlan', 'out-of-scope', {}, { planOpinion: '同意' })
      .takes('leader', 'approvePlan', { planOpinion: '六项齐全' })
      .isIn('rectifying')
  })

  test('is reinspected by another unit than the one that has it in hand', () => {
    const own = majorOrdered({ stopWork: 'none', unit: 'qinglan', owner: 'handler' })
      .takes('handler', 'filePlan', plan)
      .takes('leader', 'approvePlan', { planOpinion: '六项齐全' })
      .takes('handler', 'selfCheck', { fixedOn: '2026-03-02', doneWork: '已分库' }, [PHOTO])
      .takes('handler', 'requestReinspection', {})
    own.refuses('verifier', 'passReinspection', 'guard-refused', {}, opinion)
    requested(major({ stopWork: 'none' }))
      .takes('verifier', 'passReinspection', opinion)
      .isIn('passed')
  })

  test('whose work was stopped resumes only when it is asked for and a leader consents after review', () => {
    requested(major()).refuses('verifier', 'passReinspection', 'guard-refused', {}, opinion)
    const told = stillStopped().isIn('resumptionDue')
    expect(clock(told, 'resume')).toBeUndefined()
    const waiting = told
      .refuses('leader', 'writeOff', 'step-not-open', {}, written)
      .takes('dongpu-clerk', 'askResumption', asked)
    expect(clock(waiting, 'resume')).toMatchObject({ code: 'HAZ-07', state: 'running', dueOn: '2026-03-12' })
    waiting.takes('leader', 'refuseResumption', { resumptionOpinion: '通风还不够' }).isIn('resumptionDue')
    const consented = waiting
      .refuses('dongpu-leader', 'consentResumption', 'out-of-scope', {}, { resumptionOpinion: '同意' })
      .takes('leader', 'consentResumption', { resumptionOpinion: '同意恢复' })
      .isIn('passed')
    expect(clock(consented, 'resume')).toMatchObject({ state: 'met' })
    expect(papers(consented)).toContain('resumption')
    consented.takes('leader', 'writeOff', written).isIn('writtenOff')
  })

  test('is lowered only by a leader of the ordering side, and what was stopped still needs consent', () => {
    const lower: FormValues = { level: 'general', criterion: '重新判定', reason: '危险品已运走' }
    const told = major()
      .refuses('inspector', 'lowerLevel', 'role-required', {}, lower)
      .refuses('dongpu-leader', 'lowerLevel', 'out-of-scope', {}, lower)
      .takes('leader', 'lowerLevel', lower)
    expect(told.matter().level).toBe('general')
    requested(told)
      .refuses('verifier', 'passReinspection', 'guard-refused', {}, opinion)
      .takes('verifier', 'passStopped', opinion)
      .isIn('resumptionDue')
  })

  test('that was general at first owes the plan in six parts from then on', () => {
    const raise: FormValues = {
      level: 'major',
      criterion: '化学品混存',
      reason: '又查出混存',
      interimMeasures: '撤人',
      stopWork: 'whole',
    }
    const general = given(hazardV1, 'inspector', found)
      .takes('inspector', 'grade', { level: 'general', criterion: '化学品混存' })
      .takes('inspector', 'issueOrder', order)
    const { interimMeasures: _, ...without } = raise
    const told = general
      .refuses('inspector', 'raiseWithPlan', 'form-invalid', {}, without)
      .takes('inspector', 'raiseWithPlan', raise)
      .isIn('planning')
    expect(clock(told, 'planAgain')).toMatchObject({ state: 'running' })
    expect(clock(told, 'reportMajor')).toMatchObject({ state: 'running' })
  })

  test('whose power is to be cut is cut after 24 hours of notice, approved by a leader, or at once in an emergency', () => {
    const cut = (emergency: string, powerCutAt: string): FormValues => ({ emergency, powerCutAt })
    const notice: FormValues = {
      powerCutNo: '停电1号',
      noticeGivenAt: '2026-03-02T04:00:00.000Z',
      powerCutReason: '拒不停止使用，有现实危险',
    }
    const told = major()
      .refuses('inspector', 'notifyPowerCut', 'role-required', {}, notice)
      .refuses('inspector', 'cutPower', 'guard-refused', {}, cut('yes', '2026-03-02T05:00:00.000Z'))
      .takes('leader', 'notifyPowerCut', notice)
    told
      .refuses('inspector', 'cutPower', 'guard-refused', {}, cut('no', '2026-03-02T06:00:00.000Z'))
      .takes('inspector', 'cutPower', cut('yes', '2026-03-02T06:00:00.000Z'))
    const later = told
      .waits('2026-03-03T05:00:00.000Z')
      .takes('inspector', 'cutPower', cut('no', '2026-03-03T05:30:00.000Z'))
    expect(clock(later, 'powerCut')).toMatchObject({ code: 'HAZ-03', state: 'lapsed' })
    const lifted = later.takes('leader', 'liftMeasures', { liftedOn: '2026-03-03', reason: '已经整改' })
    expect(lifted.matter().fields['powerCutNo']).toBeNull()
  })

  test('under listed supervision is published, reported monthly, delisted by its supervisor, and may be listed again', () => {
    const listed = major({ stopWork: 'none' })
      .refuses('dongpu-leader', 'list', 'out-of-scope', {}, listing)
      .takes('leader', 'list', listing)
      .refuses('leader', 'list', 'guard-refused', { guard: 'notListed' })
    expect(clock(listed, 'listingNotice')).toMatchObject({ dueOn: '2026-03-09' })
    expect(clock(listed, 'listed')).toMatchObject({ code: 'HAZ-10a' })
    const told = requested(
      listed
        .takes('triage', 'publishListing', published)
        .takes('dongpu-clerk', 'monthlyProgress', { progress: '已拆一处' }),
    ).takes('verifier', 'passReinspection', opinion)
    expect(clock(told, 'monthly')).toMatchObject({ id: 'monthly#2' })
    const delisted = told
      .refuses('leader', 'writeOff', 'guard-refused', { guard: 'notListed' })
      .takes('leader', 'delist', { delistedOn: '2026-03-02', delistingNo: '摘牌1号', delistOpinion: '同意' })
      .takes('triage', 'publishDelisting', published)
      .isIn('passed')
    expect(delisted.matter().fields['listedOn']).toBeNull()
    delisted
      .takes('leader', 'writeOff', written)
      .takes('verifier', 'relapse', { lookedBackOn: '2026-03-02', left: '又混存' })
      .takes('leader', 'list', listing)
  })

  test('under listed supervision is neither dismissed, passed on nor lowered by the township that registered it', () => {
    const listed = given(hazardV1, 'xiatang-grid', found, { unitId: 'xiatang' })
      .takes('xiatang-grid', 'grade', { level: 'major', criterion: '化学品混存' })
      .takes('leader', 'list', listing)
    listed
      .refuses('xiatang-grid', 'dismiss', 'guard-refused', { guard: 'notListed' }, { dismissReason: '已经搬走' })
      .refuses('dongpu-leader', 'passOn', 'guard-refused', { guard: 'notListed' }, { organ: '消防', reason: '管辖' })
      .refuses(
        'dongpu-leader',
        'lowerLevel',
        'guard-refused',
        {},
        { level: 'general', criterion: '量少', reason: '量少' },
      )
      .takes('leader', 'lowerLevel', { level: 'general', criterion: '量少', reason: '量少' })
  })

  test('under listed supervision has its extension asked for twenty working days ahead and decided by the supervisor', () => {
    const listed = major().takes('leader', 'list', listing)
    const more: FormValues = { extendBy: 90, reason: '工程量大' }
    listed.refuses('leader', 'refuseListedExtension', 'guard-refused', {}, { reason: '不同意' })
    const told = listed.takes('dongpu-clerk', 'askListedExtension', { askedDays: 90, extensionReason: '工程量大' })
    expect(clock(told, 'decideListed')).toMatchObject({ code: 'HAZ-10b', dueOn: '2026-03-16' })
    const due = clock(told, 'listed')?.dueOn
    expect(clock(told.takes('leader', 'extendListed', more), 'listed')?.dueOn).not.toBe(due)
  })
})

describe('a fire hazard', () => {
  const fire: FormValues = { ...found, title: '安全出口锁闭', category: 'fire' }
  const notice: FormValues = { ...order, documentNo: '清消责改〔2026〕1号', legalBasis: '《消防法》第五十四条' }
  const general = () =>
    given(hazardV1, 'inspector', fire).takes('inspector', 'grade', { level: 'general', criterion: '出口锁闭' })

  test('runs under the fire law, with its own paper and three working days to its check', () => {
    const told = general()
      .refuses('inspector', 'issueOrder', 'guard-refused', {}, order)
      .takes('inspector', 'issueFireOrder', notice)
    expect(papers(told)).toContain('fireOrder')
    expect(clock(requested(told), 'reinspectFire')).toMatchObject({ code: 'HAZ-04', dueOn: '2026-03-05' })
    expect(clock(requested(told), 'reinspect')).toBeUndefined()
  })

  test('is judged major by several, never by one, within seven working days of the inspection', () => {
    given(hazardV1, 'inspector', fire).refuses(
      'inspector',
      'grade',
      'guard-refused',
      {},
      {
        level: 'major',
        criterion: '出口锁闭',
      },
    )
    const told = given(hazardV1, 'inspector', fire).takes('inspector', 'proposeJudgment', {
      factors: '安全出口全部锁闭',
    })
    expect(clock(told, 'judgeFire')).toMatchObject({ code: 'HAZ-06a', dueOn: '2026-03-11' })
    const judged = told
      .takes('leader', 'judge', { level: 'major', criterion: '直接判定', judges: '消防、应急、住建', judgment: '构成' })
      .isIn('judged')
    expect(clock(judged, 'orderJudged')).toMatchObject({ code: 'HAZ-06b', dueOn: '2026-03-05' })
    judged
      .refuses('inspector', 'issueFireOrder', 'guard-refused', { guard: 'notMajor' }, notice)
      .takes('inspector', 'issueFireMajorOrder', { ...notice, interimMeasures: '停用', stopWork: 'whole' })
      .isIn('planning')
  })
})
