import { describe, expect, test } from 'vitest'
import type { FileRef, FormValues } from '../../domain/procedure/form.ts'
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
const fixed: FormValues = { fixedOn: '2026-03-02', doneWork: '锁已拆，通道已清' }
const opinion: FormValues = { reinspectedOn: '2026-03-02', opinion: '出口畅通，通道已清空' }
const failure: FormValues = { ...opinion, opinion: '还有一处上锁', left: '北侧出口仍上锁' }
const written: FormValues = { writtenOffOn: '2026-03-02', approval: '同意销号' }
const photo = (letter: string): FileRef => ({ ...PHOTO, sha256: letter.repeat(64) })

const recorded = (more: FormValues = {}) => given(hazardV1, 'inspector', { ...found, ...more })
const graded = (level = 'general', more: FormValues = {}) =>
  recorded(more).takes('inspector', 'grade', { level, criterion: '出口锁闭' })
const ordered = () => graded().takes('inspector', 'issueOrder', order)
const requested = (told: Told, after = PHOTO) =>
  told.takes('handler', 'selfCheck', fixed, [after]).takes('handler', 'requestReinspection', {})
const passed = () => requested(ordered()).takes('verifier', 'passReinspection', opinion)
const failed = () => requested(ordered()).takes('verifier', 'failReinspection', failure)
const clock = (told: Told, deadline: string) =>
  told
    .matter()
    .clocks.filter((each) => each.deadline === deadline)
    .at(-1)

describe('a general hazard', () => {
  test('is ordered, fixed with a photo, reinspected by another and written off by a leader', () => {
    const told = passed()
    expect(clock(told, 'rectify')).toMatchObject({ state: 'met', dueOn: '2026-03-20' })
    expect(clock(told, 'reinspect')).toMatchObject({ code: 'HAZ-08', state: 'met' })
    const done = told
      .refuses('triage', 'writeOff', 'role-required', {}, written)
      .refuses('inspector', 'writeOff', 'role-required', {}, written)
      .takes('leader', 'writeOff', written)
      .isIn('writtenOff')
    expect(done.matter()).toMatchObject({ outcome: 'writtenOff', verifiedBy: 'person-verifier' })
    // It is over; only the look back is still owed.
    expect(clock(done, 'lookBack')).toMatchObject({ code: 'HAZ-P4', state: 'running', dueOn: '2026-04-01' })
  })

  test('is not fixed without a photo, nor with one that was handed in before', () => {
    const missing = { issues: [{ field: 'photosAfter', rule: 'required' }] }
    ordered().refuses('handler', 'selfCheck', 'form-invalid', missing, fixed)
    given(hazardV1, 'inspector', { ...found, photos: [PHOTO] })
      .takes('inspector', 'grade', { level: 'general', criterion: '出口锁闭' })
      .takes('inspector', 'issueOrder', order)
      .refuses('handler', 'selfCheck', 'guard-refused', { guard: { files: 'new' } }, fixed, [PHOTO])
      .takes('handler', 'selfCheck', fixed, [photo('b')])
      .isIn('selfChecked')
  })

  test('is not reinspected by its handler, nor by the inspector who gave the order, nor by the township in hand', () => {
    requested(ordered())
      .refuses('handler', 'passReinspection', 'guard-refused', { guard: 'notTheHandler' }, opinion)
      .refuses('inspector', 'passReinspection', 'guard-refused', { guard: 'notTheHandler' }, opinion)
    const toTownship = graded().takes('inspector', 'issueOrder', { ...order, unit: 'dongpu', owner: 'dongpu-clerk' })
    toTownship
      .takes('dongpu-clerk', 'selfCheck', fixed, [PHOTO])
      .takes('dongpu-clerk', 'requestReinspection', {})
      .refuses('dongpu-leader', 'passReinspection', 'out-of-scope', {}, opinion)
      .takes('verifier', 'passReinspection', opinion)
      .refuses('dongpu-leader', 'writeOff', 'out-of-scope', {}, written)
  })

  test('knows two levels only', () => {
    recorded().refuses('inspector', 'grade', 'form-invalid', {}, { level: 'serious', criterion: '出口锁闭' })
  })

  test('counts its order from the day it was found, not from the day it was typed', () => {
    expect(clock(recorded({ foundOn: '2026-02-27' }), 'order')).toMatchObject({ dueOn: '2026-03-03' })
    expect(clock(recorded(), 'order')).toMatchObject({ dueOn: '2026-03-05' })
  })

  test('that fails runs on, and is ordered again with a new time limit', () => {
    expect(clock(failed(), 'rectify')).toMatchObject({ state: 'running', dueOn: '2026-03-20' })
    expect(clock(failed(), 'orderAgain')).toMatchObject({ state: 'running' })
    const told = failed()
      .takes('inspector', 'issueOrder', { ...order, rectifyBy: '2026-03-27' })
      .isIn('rectifying')
    expect(clock(told, 'rectify')).toMatchObject({ id: 'rectify#2', dueOn: '2026-03-27', state: 'running' })
    expect(told.matter().documents?.filter(({ document }) => document === 'order')).toHaveLength(2)
  })

  test('that was late stays late when it is ordered again: a second order wipes nothing out', () => {
    const late = failed().waits('2026-03-25T01:00:00.000Z')
    expect(clock(late, 'rectify')).toMatchObject({ state: 'overdue' })
    const again = late.takes('inspector', 'issueOrder', { ...order, servedOn: '2026-03-25', rectifyBy: '2026-04-10' })
    const both = again.matter().clocks.filter(({ deadline }) => deadline === 'rectify')
    expect(both.map(({ id, state }) => [id, state])).toEqual([
      ['rectify#1', 'overdue'],
      ['rectify#2', 'running'],
    ])
  })

  test('that fails may become a list of rectifications, and is reinspected when all are written off', () => {
    const rows = ['北侧出口', '应急灯'].map((title) => ({
      title,
      measure: '改好',
      unit: 'dongpu',
      dueOn: '2026-03-27',
    }))
    const told = failed()
      .takes('inspector', 'toRectificationList', { problems: rows, listBy: '2026-03-27' })
      .isIn('listRectifying')
    expect(clock(told, 'list')).toMatchObject({ dueOn: '2026-03-27' })
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

  test('is owed a reinspection when its time is over, though nobody asks', () => {
    const late = ordered().waits('2026-03-21T01:00:00.000Z')
    expect(clock(late, 'rectify')).toMatchObject({ state: 'overdue' })
    // Ten days from the last day of the order; the 30th is a Monday.
    expect(clock(late, 'reinspectAtExpiry')).toMatchObject({ code: 'HAZ-08b', dueOn: '2026-03-30' })
    late.takes('inspector', 'callReinspection', {}).isIn('reinspectionRequested')
  })

  test('gets more time only when it is asked for, and from a leader of the ordering side', () => {
    const toTownship = graded().takes('inspector', 'issueOrder', { ...order, unit: 'dongpu', owner: 'dongpu-clerk' })
    const asked = toTownship
      .refuses('leader', 'grantExtension', 'step-not-open')
      .takes('dongpu-clerk', 'askExtension', { askedDays: 7, extensionReason: '材料未到' })
      .refuses('dongpu-leader', 'grantExtension', 'out-of-scope', {}, { extendBy: 7, reason: '情况属实' })
    const told = asked.takes('leader', 'grantExtension', { extendBy: 7, reason: '情况属实' })
    expect(clock(told, 'rectify')).toMatchObject({ dueOn: '2026-03-27' })
  })

  test('asked for in time and granted late, is overdue no longer, and is owed no reinspection yet', () => {
    const asked = ordered().takes('handler', 'askExtension', { askedDays: 7, extensionReason: '材料未到' })
    const late = asked.waits('2026-03-22T01:00:00.000Z')
    expect(clock(late, 'rectify')).toMatchObject({ state: 'overdue', dueOn: '2026-03-20' })
    const granted = late.takes('leader', 'grantExtension', { extendBy: 7, reason: '情况属实' })
    expect(clock(granted, 'rectify')).toMatchObject({ state: 'running', dueOn: '2026-03-27' })
    expect(clock(granted, 'reinspectAtExpiry')).toMatchObject({ state: 'cancelled' })
  })

  test('leaves out the days of a test, by somebody who does not handle it, on a paper, until the report', () => {
    const commission: FormValues = {
      reason: '委托检测',
      document: '检测委托1号',
      pausedFrom: '2026-03-02',
      testBy: '2026-03-10',
    }
    const told = ordered()
      .refuses('inspector', 'pause', 'guard-refused', { guard: 'notTheHandler' }, commission)
      .refuses('handler', 'pause', 'role-required', {}, commission)
      .takes('leader', 'pause', commission)
    expect(clock(told, 'testing')).toMatchObject({ dueOn: '2026-03-10' })
    const over = told
      .at('2026-03-05T01:00:00.000Z')
      .takes('leader', 'resume', { reportNo: '检测报告1号', pausedTo: '2026-03-04' })
    expect(clock(over, 'rectify')).toMatchObject({ state: 'running', dueOn: '2026-03-22' })
    expect(clock(over, 'testing')).toMatchObject({ state: 'met' })
  })

  test('is refused its write-off and goes back with a new day', () => {
    const told = passed()
      .takes('leader', 'refuseWriteOff', { left: '东侧还堵着', rectifyBy: '2026-03-27' })
      .isIn('rectifying')
    expect(clock(told, 'rectify')).toMatchObject({ id: 'rectify#2', state: 'running', dueOn: '2026-03-27' })
  })

  test('is written off by nobody who reinspected it', () => {
    const byTownship = given(hazardV1, 'xiatang-grid', { ...found, unit: 'xiatang' }, { unitId: 'xiatang' })
      .takes('xiatang-grid', 'grade', { level: 'general', criterion: '出口锁闭' })
      .takes('xiatang-grid', 'issueOrder', { ...order, unit: 'xiatang', owner: 'xiatang-grid' })
      .takes('xiatang-grid', 'selfCheck', fixed, [PHOTO])
      .takes('xiatang-grid', 'requestReinspection', {})
      .takes('dongpu-leader', 'passReinspection', opinion)
    byTownship
      .refuses('dongpu-leader', 'writeOff', 'guard-refused', { guard: { not: { actor: 'verified' } } }, written)
      .takes('leader', 'writeOff', written)
      .isIn('writtenOff')
  })

  test('that comes back after the write-off is ordered again', () => {
    const closed = passed().takes('leader', 'writeOff', written)
    closed
      .refuses('handler', 'relapse', 'guard-refused', { guard: 'notTheHandler' })
      .takes('verifier', 'lookBack', { lookedBackOn: '2026-03-02', lookBackFinding: '通道畅通' })
      .isIn('writtenOff')
      .takes('verifier', 'relapse', { lookedBackOn: '2026-03-02', left: '又上了锁' })
      .isIn('failed')
      .takes('inspector', 'issueOrder', { ...order, rectifyBy: '2026-03-27' })
      .isIn('rectifying')
  })
})

describe('what is no hazard, or not theirs', () => {
  const dismissed = () => recorded().takes('inspector', 'dismiss', { dismissReason: '是装饰门' })

  test('is dismissed by two, never by whoever registered it alone', () => {
    dismissed()
      .refuses('inspector', 'confirmDismissal', 'role-required', {}, { dismissOpinion: '同意' })
      .takes('verifier', 'confirmDismissal', { dismissOpinion: '到场看过，属实' })
      .isIn('notHazard')
    dismissed().takes('leader', 'refuseDismissal', { reason: '再看一次' }).isIn('recorded')
    given(hazardV1, 'leader', found)
      .takes('inspector', 'dismiss', { dismissReason: '是装饰门' })
      .refuses('leader', 'confirmDismissal', 'guard-refused', { guard: 'notRegisteredBy' }, { dismissOpinion: '同意' })
  })

  test('handed back for the third time goes to a leader, whose ruling stands', () => {
    const handed = (told: Told) => told.takes('inspector', 'handBack', { handBackReason: '属住建部门职责' })
    const again = (told: Told) => handed(told).isIn('misdirected').takes('triage', 'redirect', { unit: 'qinglan' })
    const third = handed(again(again(recorded()))).isIn('disputed')
    third
      .refuses('triage', 'redirect', 'step-not-open')
      .takes('leader', 'rule', { unit: 'dongpu', ruling: '由东浦镇承办' })
      .isIn('recorded')
      .refuses('dongpu-leader', 'handBack', 'guard-refused', {}, { handBackReason: '不归我们' })
  })

  test('a tip-off is answered over the signature of a leader, confirmed or not', () => {
    const finding: FormValues = { tipOffFinding: '出口上锁属实', tipOffReply: '已责令整改', toldHow: 'phone' }
    const confirmed = graded('general', { source: 'tipOff' })
      .isIn('tipOffToSign')
      .refuses('inspector', 'issueOrder', 'step-not-open')
      .refuses('inspector', 'signTipOff', 'role-required', {}, finding)
      .takes('leader', 'signTipOff', finding)
      .isIn('graded')
    expect(confirmed.matter().documents?.map(({ document }) => document)).toContain('tipOffRecord')
    recorded({ source: 'tipOff' })
      .takes('inspector', 'dismiss', { dismissReason: '现场畅通' })
      .refuses('verifier', 'confirmDismissal', 'guard-refused', {}, { dismissOpinion: '同意' })
      .takes('leader', 'signDismissal', { ...finding, dismissOpinion: '不属实' })
      .isIn('notHazard')
  })
})
