import { describe, expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import { given, type Told } from '../../testing/given.ts'
import { incidentV1 } from './v1/procedure.ts'

const report = {
  title: '示例化工厂罐区泄漏',
  category: 'chemicals',
  place: '东浦镇工业路1号',
  eventAt: '2026-03-02T08:30:00.000+08:00',
  knownAt: '2026-03-02T08:40:00.000+08:00',
  reportingAs: 'unit',
  scene: '罐区有白雾。',
  course: '阀门破裂。',
  deaths: 0,
  missing: 0,
  injured: 0,
  loss: 0,
  measures: '关阀、疏散。',
}
const DAY = '2026-03-02T09:30:00.000+08:00'
const verification = { verifiedAt: DAY, verifiedHow: 'onSite', findings: '属实。' }
const NUMBERS = { deaths: 0, missing: 0, injured: 0, loss: 300 }
const finalReport = { ...NUMBERS, lossAssessment: '设备损坏。', restored: '已恢复生产。' }

/** An incident whose response has ended. */
const recovering = (category = 'chemicals', numbers: FormValues = {}) =>
  given(incidentV1, 'triage', { ...report, category })
    .takes('handler', 'verify', { ...verification, category })
    .takes('handler', 'grade', { category, ...NUMBERS, ...numbers })
    .takes('leader', 'respond', { responseLevel: '4', activatedAt: '2026-03-02T12:00:00.000+08:00' })
    .takes('leader', 'standDown', {
      endedAt: '2026-03-02T12:30:00.000+08:00',
      endBasis: '泄漏止住',
      secondaryRisks: '监测空气和排水',
    })
    .isIn('recovering')
const group = (investigatedBy: string) => ({ investigatedBy, group: '应急、公安、工会', noInterest: 'none' })
const fixes = [{ title: '阀门没有定检', cause: '台账缺失', unit: 'dongpu', measure: '补检', dueOn: '2026-08-01' }]
const investigation = {
  category: 'chemicals',
  ...NUMBERS,
  directCause: '阀门老化。',
  rootCause: '检修制度没有落实。',
  fixes,
  submittedOn: '2026-03-02',
}
const investigating = () =>
  recovering()
    .takes('leader', 'formGroup', group('county'))
    .takes('handler', 'toInvestigate', finalReport)
    .isIn('investigating')
const submitted = () => investigating().takes('handler', 'submitReport', investigation).isIn('toReply')
const replied = () =>
  submitted()
    .takes('triage', 'recordReply', { repliedOn: '2026-03-02', replyNo: '青政函〔2026〕1号', fixes })
    .isIn('tracking')
const evaluated = () =>
  replied()
    .childCloses('accepted')
    .takes('leader', 'evaluate', { evaluatedOn: '2026-03-02', evaluation: '已落实。', publishedAt: '县政府网站' })
    .isIn('settling')
const clock = (told: Told, deadline: string) => told.matter().clocks.findLast((each) => each.deadline === deadline)
const closing = { conclusion: '结束。', noReviewWhy: '没有新的教训。', keepPersonal: 'destroy' }

describe('who investigates goes by the grade (Regulations art. 19)', () => {
  test.each([
    ['low', {}, 'county', 'city'],
    ['general', { deaths: 3 }, 'city', 'county'],
    ['serious', { deaths: 10 }, 'province', 'city'],
    ['major', { deaths: 30 }, 'state', 'province'],
  ])('of %s: %j by the %s, not the %s; a higher level may take it over', (_, numbers, right, wrong) => {
    const told = recovering('chemicals', numbers)
    told.refuses('leader', 'formGroup', 'guard-refused', {}, group(wrong))
    told.takes('leader', 'formGroup', group('higher'))
    told.takes('leader', 'formGroup', group(right)).refuses('leader', 'formGroup', 'guard-refused')
  })

  test('the unit itself investigates only where nobody was hurt or is missing', () => {
    recovering().takes('leader', 'formGroup', group('unit'))
    for (const hurt of [{ injured: 1 }, { missing: 1 }, { deaths: 1 }])
      recovering('chemicals', hurt).refuses('leader', 'formGroup', 'guard-refused', {}, group('unit'))
  })

  test('nobody with a direct interest investigates (art. 23)', () => {
    const { noInterest: _, ...without } = group('county')
    recovering().refuses('leader', 'formGroup', 'form-invalid', {}, without)
    recovering()
      .takes('handler', 'recuse', { recusalReason: '与事发单位有利害关系' })
      .refuses('handler', 'toInvestigate', 'guard-refused', { guard: 'notBarred' }, finalReport)
  })

  test('a flood is not investigated as an accident; an accident is not closed without it', () => {
    recovering('flood').refuses('leader', 'formGroup', 'guard-refused', {}, group('county'))
    recovering('flood').refuses('handler', 'toInvestigate', 'guard-refused', {}, finalReport)
    recovering('flood').takes('handler', 'finishRecovery', finalReport).isIn('settling')
    recovering().refuses('handler', 'finishRecovery', 'guard-refused', {}, finalReport)
    investigating().refuses('leader', 'changeGroup', 'form-invalid')
    recovering().takes('handler', 'toInvestigate', finalReport).refuses('handler', 'submitReport', 'guard-refused')
  })
})

describe('the time of the investigation', () => {
  test('is sixty days from the accident, and sixty more by the government in charge (arts 27, 29)', () => {
    expect(clock(investigating(), 'investigate')?.dueOn).toBe('2026-05-01')
    const more = investigating().takes('leader', 'extendInvestigation', { extendBy: 60, reason: '鉴定复杂' })
    expect(clock(more, 'investigate')?.dueOn).toBe('2026-06-30')
    more.refuses('leader', 'extendInvestigation', 'extension-refused', {}, { extendBy: 1, reason: '再延' })
    investigating().refuses('leader', 'extendInvestigation', 'extension-refused', {}, { extendBy: 61, reason: '太久' })
    investigating().refuses('handler', 'extendInvestigation', 'role-required')
  })

  test('leaves out the technical appraisal and nothing else', () => {
    const paused = investigating().takes('leader', 'startAppraisal', {
      appraisal: 'appraisal',
      pauseReason: '材质检测',
    })
    expect(clock(paused, 'investigate')?.state).toBe('paused')
    const resumed = paused
      .waits('2026-03-12T01:00:00.000Z')
      .takes('handler', 'endAppraisal', { appraisalResult: '材质不合格。' })
    expect(clock(resumed, 'investigate')?.dueOn).toBe('2026-05-11')
    investigating().refuses('handler', 'startAppraisal', 'role-required')
    paused.refuses(
      'leader',
      'startAppraisal',
      'guard-refused',
      { guard: 'clockRunning' },
      { appraisal: 'appraisal', pauseReason: '再停' },
    )
  })

  test('the reply takes fifteen days, of an extraordinary accident thirty and thirty more (art. 32)', () => {
    expect(clock(submitted(), 'reply')?.dueOn).toBe('2026-03-17')
    submitted().refuses('leader', 'extendReply', 'guard-refused', { guard: 'isMajor' }, { extendBy: 5, reason: '延' })
    const major = recovering('chemicals', { deaths: 30 })
      .takes('leader', 'formGroup', group('state'))
      .takes('handler', 'toInvestigate', { ...finalReport, deaths: 30 })
      .takes('handler', 'submitReport', { ...investigation, deaths: 30 })
    expect(clock(major, 'reply')?.dueOn).toBe('2026-04-01')
    expect(clock(major.takes('leader', 'extendReply', { extendBy: 30, reason: '核实' }), 'reply')?.dueOn).toBe(
      '2026-05-01',
    )
  })

  test('the report does not grade an accident below its numbers', () => {
    investigating().refuses(
      'handler',
      'submitReport',
      'guard-refused',
      {},
      {
        ...investigation,
        deaths: 3,
        level: 'low',
        gradeWhy: '从轻',
      },
    )
  })
})

describe('after the reply', () => {
  test('each measure is a rectification of its unit, and all are evaluated and published within a year (Work Safety Law art. 86)', () => {
    expect(replied().matter().childCount).toBe(1)
    expect(clock(replied(), 'evaluate')?.dueOn).toBe('2027-03-02')
    const evaluation = { evaluatedOn: '2026-03-02', evaluation: '已落实。', publishedAt: '县政府网站' }
    replied().refuses('leader', 'evaluate', 'guard-refused', { guard: 'allChildrenDone' }, evaluation)
    replied().childCloses('accepted').refuses('verifier', 'evaluate', 'form-invalid', {}, {})
    replied()
      .childCloses('accepted')
      .refuses('handler', 'evaluate', 'guard-refused', { guard: 'notTheHandler' }, evaluation)
    evaluated()
  })

  test('the evaluation is due within the year also when a measure was not done, and another follows', () => {
    const undone = { evaluatedOn: '2026-03-02', evaluation: '一条没有落实。', publishedAt: '县政府网站' }
    const told = replied().takes('leader', 'evaluateUndone', undone).isIn('tracking')
    expect(clock(told, 'evaluate')).toMatchObject({ state: 'met' })
    expect(clock(told, 'evaluateAgain')).toMatchObject({ state: 'running', dueOn: '2026-09-02' })
    told.childCloses('accepted').takes('leader', 'evaluate', undone).isIn('settling')
    replied().childCloses('accepted').refuses('leader', 'evaluateUndone', 'guard-refused', {}, undone)
    replied().refuses('handler', 'evaluateUndone', 'guard-refused', { guard: 'notTheHandler' }, undone)
  })

  test('a review is started, or it is said why not', () => {
    const { noReviewWhy: _, ...without } = closing
    evaluated().refuses('leader', 'close', 'guard-refused', {}, without)
    const review = { reviewTitle: '泄漏复盘', reviewSubject: 'accident', reviewReason: '举一反三' }
    evaluated().takes('leader', 'review', review).takes('leader', 'close', without).isIn('closed')
  })

  test('personal data is destroyed at the end, or kept after a written assessment (Emergency Response Law art. 85)', () => {
    const shredded = (told: Told) =>
      told.events().some((event) => event.type === 'StepTaken' && event.step === 'close' && event.shreds === true)
    expect(shredded(evaluated().takes('leader', 'close', closing).isIn('closed'))).toBe(true)
    evaluated().refuses('leader', 'close', 'form-invalid', {}, { ...closing, keepPersonal: 'keep' })
    const kept = { ...closing, keepPersonal: 'keep', keepAssessment: '赔偿未了结，留存联系方式一年。' }
    expect(shredded(evaluated().takes('leader', 'close', kept))).toBe(false)
  })

  test('what turns out to be no incident ends so by a leader, and keeps nobody’s data', () => {
    const told = given(incidentV1, 'triage', report)
    told.refuses('handler', 'dismiss', 'role-required', {}, { dismissReason: '是演习烟雾' })
    told.takes('leader', 'dismiss', { dismissReason: '是演习烟雾' }).isIn('dismissed')
  })

  test('nothing personal is asked but whom the response must reach', () => {
    const personal = Object.entries(incidentV1.forms).flatMap(([form, { fields }]) =>
      Object.entries(fields).flatMap(([name, field]) => ('personal' in field ? [`${form}.${name}`] : [])),
    )
    expect(personal).toEqual(['contact.contacts'])
  })
})
