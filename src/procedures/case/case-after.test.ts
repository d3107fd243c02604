import { describe, expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import {
  clock,
  D1,
  day,
  ended,
  heard,
  inTrial,
  judgment,
  P1,
  SANCTIONED,
  serviceOn,
} from '../../testing/court/case-told.ts'

const effective = () =>
  heard()
    .takes('court-judge', 'pronounce', judgment('2026-01-23'))
    .takes('court-clerk', 'recordService', serviceOn(P1, '2026-01-23'))
    .takes('court-clerk', 'recordService', serviceOn(D1, '2026-01-23'))
    .takes('court-clerk', 'confirmServed', { lastServedOn: '2026-01-23' })
    .waits(day('2026-02-10'))
const payable = (more: FormValues = {}): FormValues => ({
  effectiveOn: '2026-02-10',
  retrialOpen: 'yes',
  enforceable: 'yes',
  enforceFrom: '2026-03-31',
  ...more,
})
const owed = () => effective().takes('court-clerk', 'certifyEffect', payable())
const right = (told = owed()) => clock(told, 'askEnforcement')

describe('enforcement may be applied for', () => {
  test('within two years from the last day to perform', () => {
    expect(right()).toMatchObject({ code: 'ENF-01', dueOn: '2028-03-31' })
    const nothing = effective().takes('court-clerk', 'certifyEffect', payable({ enforceable: 'no' }))
    expect(right(nothing)).toBeUndefined()
    nothing.refuses(
      'court-clerk',
      'recordEnforcementApplication',
      'guard-refused',
      {},
      { enforcementAskedOn: '2026-02-10' },
    )
    effective().refuses(
      'court-clerk',
      'recordEnforcementApplication',
      'guard-refused',
      {},
      { enforcementAskedOn: '2026-02-10' },
    )
    // Of a criminal judgment other rules hold.
    heard('criminal')
      .takes('court-judge', 'pronounceCriminal', judgment('2026-01-23', { result: 'convicted' }))
      .takes('court-clerk', 'recordCriminalService', serviceOn(P1, '2026-01-23'))
      .takes('court-clerk', 'recordCriminalService', serviceOn(D1, '2026-01-23'))
      .takes('court-clerk', 'confirmServed', { lastServedOn: '2026-01-23' })
      .waits(day('2026-02-10'))
      .refuses('court-clerk', 'certifyEffect', 'guard-refused', {}, payable())
  })

  test('of what was settled too, and the application ends the time; after two years it is taken all the same', () => {
    const settled = heard()
      .takes('court-judge', 'endOtherwise', ended('settled', '2026-01-23'))
      .takes('court-clerk', 'certifyEffect', payable({ effectiveOn: '2026-01-23' }))
    const asked = (on: string) => ({ enforcementAskedOn: on, enforcementNumber: '（2026）浙0399执88号' })
    const told = settled.at(day('2026-04-01')).takes('court-clerk', 'recordEnforcementApplication', asked('2026-04-01'))
    expect(right(told)).toMatchObject({ state: 'met' })
    const late = settled.waits(day('2028-05-08'))
    expect(right(late)).toMatchObject({ state: 'lapsed' })
    late.takes('court-clerk', 'recordEnforcementApplication', asked('2028-05-08'))
  })

  test('anew when one side demands performance, not when the time is over', () => {
    const demanded = (on: string) => ({ interruptedHow: 'demanded', enforceFrom: on, interruptionProof: '催告函' })
    const told = owed().at(day('2027-03-01')).takes('court-clerk', 'interruptEnforcementRight', demanded('2027-03-01'))
    expect(right(told)).toMatchObject({ dueOn: '2029-03-01' })
    owed()
      .waits(day('2028-05-08'))
      .refuses('court-clerk', 'interruptEnforcementRight', 'guard-refused', {}, demanded('2028-05-08'))
    effective().refuses('court-clerk', 'interruptEnforcementRight', 'guard-refused', {}, demanded('2026-02-10'))
  })

  test('later by an obstacle in the last six months, and by none before', () => {
    const obstacle = (from: string): FormValues => ({
      suspendedFrom: from,
      suspensionReason: '洪水',
      suspendedFor: 'obstacle',
      suspensionProof: '公告1号',
    })
    owed()
      .at(day('2027-03-01'))
      .refuses('court-clerk', 'suspendEnforcementRight', 'guard-refused', {}, obstacle('2027-03-01'))
    owed().refuses('court-clerk', 'resumeEnforcementRight', 'guard-refused', {}, { suspendedTo: '2026-02-10' })
    // An earlier obstacle stops the last six months, not the months before them.
    owed()
      .at(day('2028-01-10'))
      .refuses('court-clerk', 'suspendEnforcementRight', 'guard-refused', {}, obstacle('2027-03-01'))
    const told = owed().at(day('2028-01-10')).takes('court-clerk', 'suspendEnforcementRight', obstacle('2028-01-10'))
    expect(right(told)).toMatchObject({ state: 'paused' })
    const back = told
      .at(day('2028-01-19'))
      .takes('court-clerk', 'resumeEnforcementRight', { suspendedTo: '2028-01-19' })
    expect(right(back)).toMatchObject({ state: 'running', dueOn: '2028-04-10' })
  })

  test('not when the judgment turns out not to be effective: the appeal was posted in time', () => {
    const told = owed().takes('court-clerk', 'recordPostedAppeal', {
      party: D1,
      appealedOn: '2026-02-10',
      decisionKind: 'judgment',
      lateGround: 'posted',
      lateProof: '邮戳2026-02-09',
      appealEndsOn: '2026-02-09',
    })
    expect(right(told)).toMatchObject({ state: 'cancelled' })
    expect(told.matter().fields['effectiveOn']).toBeNull()
  })
})

describe('a time that was missed', () => {
  const obstacle: FormValues = {
    party: D1,
    missed: 'appeal',
    obstacle: '道路中断',
    obstacleEndedOn: '2026-02-10',
  }
  const asked = (on: string, more: FormValues = {}) => ({ party: D1, timeAskedOn: on, timeAskedHow: 'handed', ...more })
  const told = () => effective().takes('court-clerk', 'recordObstacle', obstacle)

  test('is asked back within ten days after the obstacle ended, a last day off rolling forward', () => {
    // 20 February lies in the holidays of spring.
    expect(clock(told(), 'timeAgain')).toMatchObject({ code: 'CIV-20', holder: D1, dueOn: '2026-02-24' })
    expect(
      clock(told().at(day('2026-02-24')).takes('court-clerk', 'recordTimeAsked', asked('2026-02-24')), 'timeAgain'),
    ).toMatchObject({ state: 'met' })
  })

  test('not later, but for what was posted in time', () => {
    effective().refuses('court-clerk', 'recordTimeAsked', 'guard-refused', {}, asked('2026-02-10'))
    const over = told().waits(day('2026-02-26'))
    expect(clock(over, 'timeAgain')).toMatchObject({ state: 'lapsed' })
    over.refuses('court-clerk', 'recordTimeAsked', 'guard-refused', {}, asked('2026-02-26'))
    // Received on the last day and recorded after it: the day of receipt counts.
    over.takes('court-clerk', 'recordTimeAsked', asked('2026-02-20'))
    over.takes('court-clerk', 'recordTimeAsked', asked('2026-02-26', { timeAskedHow: 'posted' }))
  })

  test('is asked back though another side has appealed meanwhile, and lapses there without anybody being late', () => {
    const appealed = heard()
      .takes('court-judge', 'pronounce', judgment('2026-01-23'))
      .takes('court-clerk', 'recordService', serviceOn(P1, '2026-01-23'))
      .takes('court-clerk', 'recordService', serviceOn(D1, '2026-01-23'))
      .takes('court-clerk', 'recordObstacle', { ...obstacle, missed: 'evidence', obstacleEndedOn: '2026-01-23' })
      .takes('court-clerk', 'recordAppeal', { party: P1, appealedOn: '2026-01-23' })
    expect(clock(appealed.takes('court-clerk', 'recordTimeAsked', asked('2026-01-23')), 'timeAgain')).toMatchObject({
      state: 'met',
    })
    expect(clock(appealed.waits(day('2026-02-04')), 'timeAgain')).toMatchObject({ state: 'lapsed' })
    // Above, the court there decides; and of what is over nobody asks for time.
    const up = appealed.takes('court-clerk', 'sendUp', { sentUpOn: '2026-01-23', volumes: 1 })
    expect(clock(up, 'timeAgain')).toMatchObject({ state: 'cancelled' })
    const settled = heard()
      .takes('court-clerk', 'recordObstacle', { ...obstacle, missed: 'evidence', obstacleEndedOn: '2026-01-23' })
      .takes('court-judge', 'endOtherwise', ended('settled', '2026-01-23'))
    expect(clock(settled, 'timeAgain')).toMatchObject({ state: 'cancelled' })
  })

  test('is given by the court or not, with a last day', () => {
    const given = { party: D1, timeGranted: 'yes', timeUntil: '2026-03-06', timeReason: '道路中断属实' }
    told().refuses('court-judge', 'decideTimeAgain', 'guard-refused', {}, given)
    const granted = told()
      .takes('court-clerk', 'recordTimeAsked', asked('2026-02-10'))
      .takes('court-judge', 'decideTimeAgain', given)
    expect(clock(granted, 'timeGiven')).toMatchObject({ dueOn: '2026-03-06' })
    expect(clock(granted.waits(day('2026-03-09')), 'timeGiven')).toMatchObject({ state: 'lapsed' })
    const used = granted.takes('court-clerk', 'recordPostedAppeal', {
      party: D1,
      appealedOn: '2026-02-10',
      decisionKind: 'judgment',
      lateGround: 'granted',
      lateProof: '顺延决定书1号',
      appealEndsOn: '2026-02-09',
    })
    expect(clock(used, 'timeGiven')).toMatchObject({ state: 'met' })
    const refused = told()
      .takes('court-clerk', 'recordTimeAsked', asked('2026-02-10'))
      .takes('court-judge', 'decideTimeAgain', { party: D1, timeGranted: 'no', timeReason: '证据不足' })
    expect(clock(refused, 'timeGiven')).toBeUndefined()
  })
})

test('an answer to an appeal goes to who appealed within five days; the file may go up without it', () => {
  const appealed = heard()
    .takes('court-judge', 'pronounce', judgment('2026-01-23'))
    .takes('court-clerk', 'recordService', serviceOn(P1, '2026-01-23'))
    .takes('court-clerk', 'recordService', serviceOn(D1, '2026-01-23'))
    .takes('court-clerk', 'recordAppeal', { party: P1, appealedOn: '2026-01-23' })
  appealed.refuses('court-clerk', 'sendAppealAnswer', 'guard-refused', {}, { appealAnswerSentOn: '2026-01-23' })
  const answer = { party: D1, appealAnsweredOn: '2026-02-02' }
  const answered = appealed.at(day('2026-02-02')).takes('court-clerk', 'recordAppealAnswer', answer)
  expect(clock(answered, 'sendAppealAnswer')).toMatchObject({ code: 'APL-01b', dueOn: '2026-02-09' })
  const sent = answered.takes('court-clerk', 'sendAppealAnswer', { appealAnswerSentOn: '2026-02-02' })
  expect(clock(sent, 'sendAppealAnswer')).toMatchObject({ state: 'met' })
  const up = answered.takes('court-clerk', 'sendUp', { sentUpOn: '2026-02-02', volumes: 1 })
  expect(clock(up, 'sendAppealAnswer')).toMatchObject({ state: 'cancelled' })
  heard('criminal')
    .takes('court-judge', 'pronounceCriminal', judgment('2026-01-23', { result: 'convicted', pronounced: 'inCourt' }))
    .takes('court-clerk', 'recordCriminalService', serviceOn(P1, '2026-01-23'))
    .takes('court-clerk', 'recordCriminalService', serviceOn(D1, '2026-01-23'))
    .takes('court-clerk', 'recordCriminalAppeal', { party: D1, appealedOn: '2026-01-23', appealEndsOn: '2026-02-02' })
    .refuses('court-clerk', 'recordAppealAnswer', 'guard-refused', {}, { party: P1, appealAnsweredOn: '2026-01-23' })
})

test('a file that the court above calls for goes within five days, ten at the latest', () => {
  const call = { filesCalledOn: '2026-02-10', callNo: '调卷1号' }
  const sent = { filesSentOn: '2026-02-13', calledVolumes: 2 }
  effective().refuses('court-clerk', 'sendFilesCalled', 'guard-refused', {}, sent)
  const called = effective().takes('court-clerk', 'recordFilesCalled', call)
  called.refuses('court-clerk', 'recordFilesCalled', 'guard-refused', {}, call)
  expect(clock(called, 'filesCalled')).toMatchObject({
    code: 'APL-03',
    dueOn: '2026-02-24',
    target: { length: 5, unit: 'calendarDay' },
  })
  const gone = called.at(day('2026-02-13')).takes('court-clerk', 'sendFilesCalled', sent)
  expect(clock(gone, 'filesCalled')).toMatchObject({ state: 'met' })
})

describe('an enforcement', () => {
  const enforcing = () => inTrial('enforcement', 'judgment')

  test('that lasts six months lets the applicant turn to the court above, and nobody is late by it', () => {
    // Counted from receipt of the application, 5 January, not from filing.
    expect(clock(enforcing(), 'noAction')).toMatchObject({ code: 'ENF-06', dueOn: '2026-07-05' })
    const order = { orderAbove: 'dueBy', orderedBy: '2026-09-30', orderNo: '督促执行令1号' }
    enforcing().refuses('court-executor', 'recordOrderAbove', 'guard-refused', {}, order)
    const over = enforcing().waits(day('2026-07-07'))
    expect(clock(over, 'noAction')).toMatchObject({ state: 'lapsed' })
    expect(over.matter().raised?.map(({ step }) => step)).toContain('mayGoAbove')
    const ordered = over.takes('court-executor-head', 'recordOrderAbove', order)
    expect(clock(ordered, 'orderedAbove')).toMatchObject({ dueOn: '2026-09-30' })
    const taken = over.takes('court-executor-head', 'recordOrderAbove', { orderAbove: 'taken', orderNo: '裁定1号' })
    expect(clock(taken, 'orderedAbove')).toBeUndefined()
  })

  test('does not count what is left out of its own limit, and ends with it', () => {
    const told = enforcing()
      .takes('court-executor-head', 'excludeEnforcement', {
        excluded: 'suspension',
        excludedFrom: '2026-01-09',
        exclusionReason: '中止',
        exclusionPaper: '1号',
      })
      .at(day('2026-01-18'))
      .takes('court-executor', 'resumeLimit', { excludedTo: '2026-01-18' })
    expect(clock(told, 'noAction')).toMatchObject({ dueOn: '2026-07-15' })
    const over = told.takes('court-executor', 'endEnforcement', {
      endedHow: 'enforced',
      endedOn: '2026-01-18',
      documentNo: '结案通知',
      endReason: '已履行。',
    })
    expect(clock(over, 'noAction')).toMatchObject({ state: 'met' })
  })

  test('verifies a clue within five days', () => {
    const clue = { clueOn: '2026-01-09', clue: '示例路3号车库' }
    const checked = { clueCheckedOn: '2026-01-12', clueResult: 'found' }
    enforcing().refuses('court-executor', 'verifyClue', 'guard-refused', {}, checked)
    const told = enforcing().takes('court-executor', 'recordClue', clue)
    told.refuses('court-executor', 'recordClue', 'guard-refused', {}, clue)
    expect(clock(told, 'verifyClue')).toMatchObject({ dueOn: '2026-01-14' })
    expect(
      clock(told.at(day('2026-01-12')).takes('court-executor', 'verifyClue', checked), 'verifyClue'),
    ).toMatchObject({ state: 'met' })
  })

  test('ended for now keeps its freezes, and they are renewed in time', () => {
    const deposit = { measureKind: 'deposit', orderedOn: '2026-01-09', asset: '示例银行存款' }
    const told = enforcing()
      .takes('court-executor', 'recordMeasures', { measures: [deposit] })
      .takes('court-executor', 'sendEnforcementNotice', { noticeSentOn: '2026-01-09', reportOrdered: true })
      .takes('court-executor', 'recordSearch', {
        searchFinishedOn: '2026-01-09',
        searched: ['network'],
        found: 'some',
      })
      .takes('court-executor', 'recordSanctions', SANCTIONED)
      .at(day('2026-04-13'))
      .takes('court-executor-head', 'endForNow', {
        endedOn: '2026-04-13',
        documentNo: '终本裁定书',
        talkedOn: '2026-04-13',
        endReason: '财产不足',
        confirmedBy: 'panel',
        panelApproval: '院长批准1号',
      })
      .isIn('provisional')
    const renewed = told.at(day('2026-12-01')).takes('court-executor', 'renewMeasure', {
      measure: 'measures.0',
      extendBy: 1,
      reason: '未履行',
      documentNo: '裁定书',
    })
    expect(clock(renewed, 'seizure')).toMatchObject({ dueOn: '2028-01-09', state: 'running' })
  })
})
