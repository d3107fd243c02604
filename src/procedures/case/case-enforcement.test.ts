import { describe, expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import { clock, day, inTrial, SANCTIONED } from '../../testing/court/case-told.ts'

const enforcing = () => inTrial('enforcement', 'judgment')
const M1 = 'measures.0'
const M2 = 'measures.1'
const deposit = { measureKind: 'deposit', orderedOn: '2026-01-09', asset: '示例银行存款' }
const house = { measureKind: 'realEstate', orderedOn: '2026-01-09', asset: '示例路3号' }
const seized = () => enforcing().takes('court-executor', 'recordMeasures', { measures: [deposit, house] })
const renewal = (measure: string, extendBy: number): FormValues => ({
  measure,
  extendBy,
  reason: '未履行',
  documentNo: '裁定书',
})

const forNow = (on: string): FormValues => ({
  endedOn: on,
  documentNo: '终本裁定书',
  talkedOn: on,
  endReason: '没有发现可供执行的财产',
  confirmedBy: 'panel',
  panelApproval: '院长批准1号',
})
const searched: FormValues = { searchFinishedOn: '2026-01-09', searched: ['network', 'bank'], found: 'none' }
const ready = () =>
  enforcing()
    .takes('court-executor', 'sendEnforcementNotice', { noticeSentOn: '2026-01-09', reportOrdered: true })
    .takes('court-executor', 'recordSearch', searched)
    .takes('court-executor', 'recordSanctions', SANCTIONED)

describe('enforcement', () => {
  test('begins with the notice within ten days, the search within a month', () => {
    expect(enforcing().isIn('enforcing').matter().ownerPostId).toBe('court-executor')
    expect(clock(enforcing(), 'enforcementNotice')).toMatchObject({ code: 'ENF-02', dueOn: '2026-01-15' })
    expect(clock(enforcing(), 'search')).toMatchObject({ dueOn: '2026-02-09' })
  })

  test('each measure has its own end, is renewed within the law, and ends apart', () => {
    const ends = (told = seized()) =>
      told
        .matter()
        .clocks.filter(({ deadline }) => deadline === 'seizure')
        .map(({ holder, dueOn, state }) => [holder, dueOn, state])
    expect(ends()).toEqual([
      [M1, '2027-01-09', 'running'],
      [M2, '2029-01-09', 'running'],
    ])
    seized().refuses('court-executor', 'renewMeasure', 'extension-refused', { rule: 'too-long' }, renewal(M1, 2))
    expect(ends(seized().takes('court-executor', 'renewMeasure', renewal(M1, 1)))[0]).toEqual([
      M1,
      '2028-01-09',
      'running',
    ])
    expect(ends(seized().takes('court-executor', 'renewMeasure', renewal(M2, 3)))[1]).toEqual([
      M2,
      '2032-01-09',
      'running',
    ])
    expect(ends(seized().takes('court-executor', 'liftMeasure', { measure: M1, liftReason: '已履行' }))).toEqual([
      [M1, '2027-01-09', 'met'],
      [M2, '2029-01-09', 'running'],
    ])
  })

  test('further measures leave the first as they are', () => {
    enforcing().refuses('court-executor', 'addMeasures', 'guard-refused', {}, { measures: [deposit] })
    seized().refuses('court-executor', 'recordMeasures', 'guard-refused', {}, { measures: [deposit] })
    const more = seized()
      .at(day('2026-02-02'))
      .takes('court-executor', 'addMeasures', {
        measures: [deposit, house, { measureKind: 'movable', orderedOn: '2026-02-02', asset: '示例货车' }],
      })
    expect(
      more
        .matter()
        .clocks.filter(({ deadline }) => deadline === 'seizure')
        .map(({ dueOn }) => dueOn),
    ).toEqual(['2027-01-09', '2029-01-09', '2028-02-02'])
  })

  test('an objection is decided within fifteen days by another judge', () => {
    const decided = { objectionResult: 'rejected', documentNo: '异议裁定书' }
    enforcing().refuses('court-executor-head', 'decideObjection', 'guard-refused', {}, decided)
    const told = ready().takes('court-executor', 'recordObjection', {
      objectedOn: '2026-01-09',
      objectionKind: 'act',
      objection: '不属被执行方',
    })
    expect(clock(told, 'decideObjection')).toMatchObject({ dueOn: '2026-01-26' })
    told.refuses('court-executor', 'decideObjection', 'guard-refused', { guard: 'notTheHandler' }, decided)
    told.takes('court-executor-head', 'decideObjection', decided)
  })

  test('ends when it is performed', () => {
    const end = { endedHow: 'enforced', endedOn: '2026-01-09', documentNo: '结案通知', endReason: '全部履行' }
    enforcing().takes('court-executor', 'endEnforcement', end).isIn('enforced')
    enforcing()
      .takes('court-executor', 'endEnforcement', { ...end, endedHow: 'terminated' })
      .isIn('enforcementEnded')
  })
})

describe('ending an enforcement for now', () => {
  test('needs all of it: notice, report, search, sanctions considered, more than three months', () => {
    const at = (told: ReturnType<typeof enforcing>, on = '2026-04-13') => told.at(day(on))
    at(enforcing()).refuses('court-executor-head', 'endForNow', 'guard-refused', {}, forNow('2026-04-13'))
    at(ready(), '2026-04-07').refuses('court-executor-head', 'endForNow', 'guard-refused', {}, forNow('2026-04-07'))
    const unordered = enforcing()
      .takes('court-executor', 'sendEnforcementNotice', { noticeSentOn: '2026-01-09', reportOrdered: false })
      .takes('court-executor', 'recordSearch', { searchFinishedOn: '2026-01-09', searched: ['bank'], found: 'none' })
      .takes('court-executor', 'recordSanctions', SANCTIONED)
    at(unordered).refuses('court-executor-head', 'endForNow', 'guard-refused', {}, forNow('2026-04-13'))
    const found = (more: string) => ready().takes('court-executor', 'recordSearch', { ...searched, found: more })
    at(found('enough')).refuses('court-executor-head', 'endForNow', 'guard-refused', {}, forNow('2026-04-13'))
    at(found('some')).takes('court-executor-head', 'endForNow', forNow('2026-04-13'))
    const unlimited = ready().takes('court-executor', 'recordSanctions', { ...SANCTIONED, consumptionLimited: false })
    at(unlimited).refuses('court-executor-head', 'endForNow', 'guard-refused', {}, forNow('2026-04-13'))
    at(ready()).refuses('court-executor', 'endForNow', 'role-required', {}, forNow('2026-04-13'))
    at(ready()).takes('court-executor-head', 'endForNow', forNow('2026-04-13')).isIn('provisional')
  })

  test('is followed by a search every six months for five years, and measures keep their ends', () => {
    const told = seized()
      .takes('court-executor', 'sendEnforcementNotice', { noticeSentOn: '2026-01-09', reportOrdered: true })
      .takes('court-executor', 'recordSearch', { searchFinishedOn: '2026-01-09', searched: ['bank'], found: 'some' })
      .takes('court-executor', 'recordSanctions', SANCTIONED)
      .at(day('2026-04-13'))
      .takes('court-executor-head', 'endForNow', forNow('2026-04-13'))
    expect(clock(told, 'check')).toMatchObject({ state: 'running', dueOn: '2026-10-13' })
    expect(
      told.matter().clocks.filter(({ deadline, state }) => deadline === 'seizure' && state === 'running'),
    ).toHaveLength(2)
    // A freeze that ends after that is renewed as before.
    told.takes('court-executor', 'renewMeasure', renewal(M1, 1))
    const check = { checkedOn: '2026-04-13', checkFound: 'none' }
    told.refuses('court-executor', 'recordLastCheck', 'guard-refused', {}, check)
    const nine = Array.from({ length: 9 }).reduce<typeof told>(
      (now) => now.takes('court-executor', 'recordCheck', check),
      told,
    )
    nine.refuses('court-executor', 'recordCheck', 'guard-refused', {}, check)
    expect(clock(nine.takes('court-executor', 'recordLastCheck', check), 'check')).toMatchObject({ state: 'met' })
  })

  test('found assets resume it as a case of its own', () => {
    const told = ready().at(day('2026-04-13')).takes('court-executor-head', 'endForNow', forNow('2026-04-13'))
    const resumed = told.takes('court-executor', 'resumeEnforcement', {
      title: '恢复执行：示例市场改造工程款',
      resumeReason: '发现到期债权',
      resumedOn: '2026-04-13',
    })
    expect(resumed.matter()).toMatchObject({ childCount: 1 })
  })
})
