import { describe, expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import { clock, D1, day, filed, heard, inTrial, judgment, P1, serviceOn } from '../../testing/court/case-told.ts'

/** Heard on 23 January, served at once, effective when the time to appeal is over. */
const effective = () =>
  heard()
    .takes('court-judge', 'pronounce', judgment('2026-01-23'))
    .takes('court-clerk', 'recordService', serviceOn(P1, '2026-01-23'))
    .takes('court-clerk', 'recordService', serviceOn(D1, '2026-01-23'))
    .takes('court-clerk', 'confirmServed', { lastServedOn: '2026-01-23' })
    .waits(day('2026-02-10'))
    .isIn('effective')
const effect = (more: FormValues = {}): FormValues => ({
  effectiveOn: '2026-02-10',
  retrialOpen: 'yes',
  enforceable: 'no',
  ...more,
})
const certified = () => effective().takes('court-clerk', 'certifyEffect', effect())
const application = (on: string, more: FormValues = {}): FormValues => ({
  party: D1,
  retrialAskedOn: on,
  retrialTo: 'here',
  retrialGrounds: '认定的基本事实缺乏证据证明。',
  ...more,
})
const late = (on: string, more: FormValues): FormValues => application(on, { lateProof: '材料', ...more })

describe('a retrial', () => {
  test('may be applied for within six months from the day of effect, a last day off rolling forward', () => {
    expect(clock(certified(), 'askRetrial')).toMatchObject({ code: 'CIV-14', dueOn: '2026-08-10', pausable: false })
    // 2 May is a day off.
    const later = effective()
      .at(day('2026-11-03'))
      .takes('court-clerk', 'certifyEffect', effect({ effectiveOn: '2026-11-02' }))
    expect(clock(later, 'askRetrial')?.dueOn?.slice(0, 7)).toBe('2027-05')
  })

  test('is a case of its own at this court, examined within three months from acceptance', () => {
    const told = certified()
      .at(day('2026-08-10'))
      .takes('court-clerk', 'recordRetrialApplication', application('2026-08-10'))
    const opened = told.events().at(-1)
    expect(opened).toMatchObject({ opens: [{ procedure: 'case', link: 'childOf' }] })
    expect(clock(filed('civil', 'retrialReview'), 'trialCivil')).toMatchObject({ dueOn: '2026-04-08' })
  })

  test('applied for at the court above opens nothing here; every side keeps its six months', () => {
    const told = certified().takes(
      'court-clerk',
      'recordRetrialApplication',
      application('2026-02-10', { retrialTo: 'above' }),
    )
    expect(told.events().at(-1)).not.toHaveProperty('opens.0')
    expect(clock(told, 'askRetrial')).toMatchObject({ state: 'running' })
  })

  test('lapses by itself, and is refused afterwards', () => {
    effective().refuses('court-clerk', 'recordRetrialApplication', 'guard-refused', {}, application('2026-02-10'))
    const over = certified().waits(day('2026-08-12'))
    expect(clock(over, 'askRetrial')).toMatchObject({ state: 'lapsed' })
    over.refuses('court-clerk', 'recordRetrialApplication', 'guard-refused', {}, application('2026-08-12'))
  })

  test('is in time after six months when it was posted before, or on a ground known for less than six months', () => {
    const over = certified().waits(day('2026-12-01'))
    over.takes('court-clerk', 'recordLateRetrialApplication', late('2026-12-01', { lateGround: 'posted' }))
    // Received on the last day and recorded after it: the day of receipt counts.
    const received = (on: string) => late(on, { lateGround: 'received' })
    over.takes('court-clerk', 'recordLateRetrialApplication', received('2026-08-10'))
    over.refuses('court-clerk', 'recordLateRetrialApplication', 'guard-refused', {}, received('2026-12-01'))
    const known = (knownOn: string) => late('2026-12-01', { lateGround: 'ownStart', knownOn })
    over.takes('court-clerk', 'recordLateRetrialApplication', known('2026-06-01'))
    over.refuses('court-clerk', 'recordLateRetrialApplication', 'guard-refused', {}, known('2026-05-29'))
  })

  test('is not open where the law opens none', () => {
    effective()
      .takes('court-clerk', 'certifyEffect', effect({ retrialOpen: 'no' }))
      .refuses(
        'court-clerk',
        'recordLateRetrialApplication',
        'guard-refused',
        {},
        late('2026-02-10', { lateGround: 'posted' }),
      )
    effective().refuses(
      'court-clerk',
      'recordLateRetrialApplication',
      'guard-refused',
      {},
      late('2026-02-10', { lateGround: 'posted' }),
    )
    // An application that was ruled on is none that could be applied for again.
    const ruled = ruling('rejected').isIn('effective')
    ruled.refuses('court-clerk', 'certifyEffect', 'guard-refused', {}, effect({ effectiveOn: '2026-03-02' }))
    ruled.takes('court-clerk', 'certifyEffect', effect({ effectiveOn: '2026-03-02', retrialOpen: 'no' }))
  })
})

const rules = (retrialResult: string): FormValues => ({
  retrialResult,
  decisionKind: 'ruling',
  pronounced: 'served',
  endedOn: '2026-03-02',
  documentNo: '民申裁定书',
  rulingReason: '经审查。',
})
const decidedReview = (result: string) =>
  inTrial('civil', 'retrialReview').at(day('2026-03-02')).takes('court-judge', 'decideRetrialReview', rules(result))
const ruling = (result: string) =>
  decidedReview(result)
    .takes('court-clerk', 'recordService', serviceOn(P1, '2026-03-02', { paper: 'ruling' }))
    .takes('court-clerk', 'recordService', serviceOn(D1, '2026-03-02', { paper: 'ruling' }))
    .takes('court-clerk', 'confirmRetrialRuling', { lastServedOn: '2026-03-02' })

describe('an application for a retrial', () => {
  test('is ruled on without appeal: served, it is effective, and a retrial that is ordered here is filed anew', () => {
    expect(clock(ruling('rejected'), 'trialCivil')).toMatchObject({ state: 'met' })
    expect(clock(ruling('rejected'), 'appeal')).toBeUndefined()
    expect(decidedReview('ordered').events().at(-1)).toMatchObject({ opens: [{ procedure: 'case' }] })
    expect(decidedReview('orderedElsewhere').events().at(-1)).not.toHaveProperty('opens.0')
  })

  test('is no trial: no judgment, no other procedure, and no ruling of its kind in a trial', () => {
    const review = inTrial('civil', 'retrialReview').at(day('2026-01-23'))
    review.refuses('court-judge', 'pronounce', 'guard-refused', {}, judgment('2026-01-23', { appealable: 'no' }))
    review.refuses(
      'court-head',
      'convertCivil',
      'guard-refused',
      {},
      { civilTrack: 'ordinary', convertedOn: '2026-01-23', conversionReason: '复杂', documentNo: '裁定' },
    )
    heard().refuses('court-judge', 'decideRetrialReview', 'guard-refused', {}, rules('rejected'))
  })

  test('is served on every side before it is effective', () => {
    decidedReview('rejected').refuses(
      'court-clerk',
      'confirmRetrialRuling',
      'guard-refused',
      {},
      { lastServedOn: '2026-03-02' },
    )
  })

  test('leaves out public notice and settlement, no appraisal (解释 arts 129, 397); more time is the president’s', () => {
    const out = (excluded: string): FormValues => ({
      excluded,
      excludedFrom: '2026-01-09',
      exclusionReason: '公告',
      exclusionPaper: '审批1号',
    })
    const review = inTrial('civil', 'retrialReview')
    review.refuses('court-head', 'excludeCivil', 'guard-refused', {}, out('appraisal'))
    review.refuses('court-head', 'excludeRetrialReview', 'form-invalid', {}, out('appraisal'))
    inTrial().refuses('court-head', 'excludeRetrialReview', 'guard-refused', {}, out('settlement'))
    const told = review
      .takes('court-head', 'excludeRetrialReview', out('settlement'))
      .at(day('2026-01-18'))
      .takes('court-judge', 'resumeLimit', { excludedTo: '2026-01-18' })
    // Ten days were left out.
    expect(clock(told, 'trialCivil')).toMatchObject({ dueOn: '2026-04-20' })
    const more = { extendBy: 3, reason: '案情复杂', approval: '延1号' }
    expect(clock(review.takes('court-president', 'grantExtension', more), 'trialCivil')).toMatchObject({
      dueOn: '2026-07-08',
    })
  })
})

describe('a criminal retrial', () => {
  const retrial = () => inTrial('criminal', 'retrial')
  const more = (extendBy: number): FormValues => ({ extendBy, reason: '案情复杂', approval: '延1号' })

  test('lasts three months from the decision, with the president’s grant six at most, to the day', () => {
    expect(clock(retrial(), 'retrialCriminal')).toMatchObject({ code: 'CRI-09', dueOn: '2026-04-08' })
    expect(clock(retrial(), 'trialCriminal')).toMatchObject({ dueOn: '2026-07-08' })
    const granted = retrial().at(day('2026-04-07')).takes('court-president', 'grantRetrialExtension', more(3))
    expect(clock(granted, 'retrialCriminal')).toMatchObject({ dueOn: '2026-07-08' })
    granted.refuses('court-president', 'grantRetrialExtension', 'extension-refused', { rule: 'too-often' }, more(1))
    retrial().refuses('court-president', 'grantRetrialExtension', 'extension-refused', { rule: 'too-long' }, more(4))
  })

  test('asks no court above for time, and stays a retrial', () => {
    const asked = { askedLength: 1, extensionReason: '复杂', supervisor: 'court-president' }
    retrial().refuses('court-judge', 'askCriminalExtension', 'guard-refused', {}, asked)
    retrial().refuses('court-president', 'recordCriminalGrant', 'guard-refused', {}, more(1))
    retrial().refuses(
      'court-head',
      'convertCriminal',
      'guard-refused',
      {},
      { criminalTrack: 'ordinary', acceptedOn: '2026-01-09', conversionReason: '复杂' },
    )
    retrial().takes('court-judge', 'askRetrialExtension', asked)
    inTrial('criminal').refuses('court-judge', 'askRetrialExtension', 'guard-refused', {}, asked)
    inTrial('criminal').refuses('court-president', 'grantRetrialExtension', 'guard-refused', {}, more(1))
  })

  test('leaves the same days out of both, and ends both', () => {
    const told = retrial().takes('court-head', 'excludeCriminal', {
      excluded: 'psychiatric',
      excludedFrom: '2026-01-09',
      exclusionReason: '鉴定',
      exclusionPaper: '1号',
    })
    expect(clock(told, 'retrialCriminal')).toMatchObject({ state: 'paused' })
    const back = told.at(day('2026-01-18')).takes('court-judge', 'resumeLimit', { excludedTo: '2026-01-18' })
    expect(clock(back, 'retrialCriminal')).toMatchObject({ dueOn: '2026-04-18' })
    const decided = back.takes(
      'court-judge',
      'pronounceCriminal',
      judgment('2026-01-18', { result: 'upheld', appealable: 'yes' }),
    )
    expect(clock(decided, 'retrialCriminal')).toMatchObject({ state: 'met' })
  })
})
