import { describe, expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import {
  adjourned,
  archiveFile,
  clock,
  D1,
  day,
  heard,
  hearing,
  held,
  INDICTED,
  inTrial,
  judgment,
  P1,
  received,
  serviceOn,
} from '../../testing/court/case-told.ts'

/** What the law says against a first reading of it: rules of one procedure do not bind another, and nothing is final too early. */

const returned = (returnedWhy: string): FormValues => ({ returnedWhy, returnedOn: '2026-01-06', returnNote: '已登记' })
const decided = (more: FormValues = {}) => heard().takes('court-judge', 'pronounce', judgment('2026-01-23', more))

describe('papers', () => {
  test('are given back to whoever wants them, or completes nothing; they are not kept waiting for ever', () => {
    const told = received().takes('court-filing', 'returnPapers', returned('withdrawn')).isIn('papersReturned')
    expect(clock(told, 'file')).toMatchObject({ state: 'cancelled' })
    received()
      .takes('court-filing', 'askCorrections', { corrections: '补一份副本', correctBy: '2026-01-20' })
      .takes('court-filing', 'returnPapers', returned('notCompleted'))
      .isIn('papersReturned')
  })
})

describe('a simplified or fast-track criminal case', () => {
  test('is bound by no days of notice (刑诉法 arts 219, 224), or it could not be tried within its ten days', () => {
    for (const track of ['fast', 'simplified']) {
      const told = inTrial('criminal', track).takes('court-clerk', 'recordIndictment', INDICTED)
      told.refuses('court-clerk', 'scheduleCriminalHearing', 'guard-refused', {}, hearing('2026-01-23'))
      told
        .takes('court-clerk', 'scheduleSimpleHearing', hearing('2026-01-10'))
        .at(day('2026-01-10'))
        .takes('court-judge', 'holdHearing', held('2026-01-10'))
    }
    inTrial('criminal').refuses('court-clerk', 'scheduleSimpleHearing', 'guard-refused', {}, hearing('2026-01-23'))
    inTrial('administrative', 'simplified').takes('court-clerk', 'scheduleSimpleHearing', hearing('2026-01-12'))
  })

  test('nobody is tried before the indictment was served', () => {
    inTrial('criminal', 'fast')
      .takes('court-clerk', 'scheduleSimpleHearing', hearing('2026-01-10'))
      .at(day('2026-01-10'))
      .refuses('court-judge', 'holdHearing', 'guard-refused', {}, held('2026-01-10'))
  })

  test('that may bring more than three years has a month and a half', () => {
    expect(clock(inTrial('criminal', 'simplifiedLong'), 'trialCriminal')).toMatchObject({ dueOn: '2026-02-23' })
  })
})

describe('the criminal limit', () => {
  test('is three months with two to aim at, and never moves off a day off: custody does not wait for one', () => {
    expect(clock(inTrial('criminal'), 'trialCriminal')).toMatchObject({
      dueOn: '2026-04-08',
      roll: 'none',
      target: { length: 2, unit: 'month' },
    })
  })

  test('begins anew when the case is back from supplementary investigation, twice at most', () => {
    const back = (on: string): FormValues => ({
      criminalTrack: 'ordinary',
      acceptedOn: on,
      investigatedNote: '补充鉴定',
    })
    const leftOut = (from: string): FormValues => ({
      excluded: 'supplementary',
      excludedFrom: from,
      exclusionReason: '检察院建议',
      exclusionPaper: '延期审理决定书',
    })
    inTrial('criminal').refuses('court-head', 'beginAnew', 'guard-refused', {}, back('2026-01-09'))
    const once = inTrial('criminal')
      .at(day('2026-02-02'))
      .takes('court-head', 'excludeCriminal', leftOut('2026-02-02'))
      .at(day('2026-02-26'))
      .takes('court-head', 'beginAnew', back('2026-02-26'))
    expect(clock(once, 'trialCriminal')).toMatchObject({ state: 'running', dueOn: '2026-05-26' })
    once
      .takes('court-head', 'beginAnew', back('2026-02-26'))
      .refuses('court-head', 'beginAnew', 'guard-refused', {}, back('2026-02-26'))
    inTrial('administrative').refuses('court-head', 'beginAnew', 'guard-refused', {}, back('2026-01-09'))
  })

  test('is asked of the court above fifteen days ahead; the highest court may grant again and again', () => {
    const asked = { askedLength: 3, extensionReason: '案情复杂', supervisor: 'court-president' }
    const grant = { extendBy: 3, reason: '案情复杂', approval: '（2026）批复1号' }
    inTrial('criminal')
      .at(day('2026-03-25'))
      .refuses('court-judge', 'askCriminalExtension', 'extension-refused', { rule: 'too-late' }, asked)
    const told = inTrial('criminal')
      .at(day('2026-03-20'))
      .takes('court-judge', 'askCriminalExtension', asked)
      .at(day('2026-04-07'))
      .takes('court-president', 'recordCriminalGrant', grant)
      .takes('court-president', 'recordCriminalGrant', grant)
      .takes('court-president', 'recordCriminalGrant', grant)
    expect(clock(told, 'trialCriminal')).toMatchObject({ dueOn: '2027-01-08' })
    inTrial().refuses('court-judge', 'askCriminalExtension', 'guard-refused', {}, asked)
  })
})

describe('an administrative case', () => {
  test('asks the high court ten days ahead, and becomes an ordinary one with its days from filing', () => {
    const asked = { askedLength: 3, extensionReason: '案情复杂', supervisor: 'court-president' }
    inTrial('administrative')
      .at(day('2026-06-30'))
      .refuses('court-judge', 'askAdministrativeExtension', 'extension-refused', { rule: 'too-late' }, asked)
    inTrial('administrative').at(day('2026-06-26')).takes('court-judge', 'askAdministrativeExtension', asked)
    inTrial().refuses('court-judge', 'askAdministrativeExtension', 'guard-refused', {}, asked)
    const converted = {
      adminTrack: 'ordinary',
      convertedOn: '2026-01-09',
      conversionReason: '复杂',
      documentNo: '裁定书',
    }
    const told = inTrial('administrative', 'simplified')
    expect(clock(told, 'trialAdministrative')).toMatchObject({ dueOn: '2026-02-24' })
    expect(clock(told.takes('court-head', 'convertAdministrative', converted), 'trialAdministrative')).toMatchObject({
      dueOn: '2026-07-08',
    })
    inTrial().refuses('court-head', 'convertAdministrative', 'guard-refused', {}, converted)
  })
})

describe('from one hearing to the next', () => {
  test('the month counts from the hearing that was held, also when it goes on without an adjournment', () => {
    const told = heard()
      .at(day('2026-01-30'))
      .takes('court-judge', 'hearAgain', { gapGround: 'none', hearAgainReason: '质证没有完' })
    expect(clock(told, 'nextHearing')).toMatchObject({ dueOn: '2026-02-24' })
    expect(
      clock(heard().at(day('2026-01-30')).takes('court-judge', 'adjourn', adjourned('2026-01-30')), 'nextHearing'),
    ).toMatchObject({ dueOn: '2026-02-24' })
    heard('criminal').refuses(
      'court-judge',
      'hearAgain',
      'guard-refused',
      {},
      { gapGround: 'none', hearAgainReason: '无' },
    )
  })

  test('two adjournments at most is a rule of civil cases; others adjourn on the grounds of their own law', () => {
    const other = { adjournedOn: '2026-01-23', adjournGround: 'investigation', adjournReason: '建议补充侦查' }
    heard('criminal').refuses('court-judge', 'adjourn', 'guard-refused', {}, adjourned('2026-01-23'))
    heard().refuses('court-judge', 'adjournOther', 'guard-refused', {}, other)
    expect(clock(heard('criminal').takes('court-judge', 'adjournOther', other), 'nextHearing')).toBeUndefined()
  })

  test('that it was held does not say that notice was given', () => {
    expect(clock(heard(), 'hearingNotice')).toMatchObject({ state: 'cancelled' })
  })
})

describe('a ruling that dismisses the action', () => {
  const dismissal = (more: FormValues = {}) =>
    judgment('2026-01-23', { decisionKind: 'ruling', result: 'actionDismissed', ...more })

  test('is open to appeal for ten days (民诉法 arts 157, 171), and only then ends the case', () => {
    heard().refuses('court-judge', 'pronounce', 'guard-refused', {}, dismissal({ appealable: 'no' }))
    heard().refuses('court-judge', 'pronounce', 'guard-refused', {}, dismissal({ decisionKind: 'judgment' }))
    const told = heard()
      .takes('court-judge', 'pronounce', dismissal())
      .takes('court-clerk', 'recordService', serviceOn(P1, '2026-01-23', { paper: 'ruling' }))
      .takes('court-clerk', 'recordService', serviceOn(D1, '2026-01-23', { paper: 'ruling' }))
      .takes('court-clerk', 'confirmServed', { lastServedOn: '2026-01-23' })
    told.waits(day('2026-02-02')).isIn('appealPeriod')
    told.waits(day('2026-02-04')).isIn('dismissed')
  })

  test('a judgment of the first instance is always open to appeal', () => {
    heard().refuses('court-judge', 'pronounce', 'guard-refused', {}, judgment('2026-01-23', { appealable: 'no' }))
  })
})

describe('an appeal', () => {
  const appeal = (party: string): FormValues => ({ party, appealedOn: '2026-01-26' })
  const early = () =>
    decided()
      .takes('court-clerk', 'recordService', serviceOn(P1, '2026-01-23'))
      .at(day('2026-01-26'))
      .takes('court-clerk', 'recordAppeal', appeal(P1))
      .isIn('appealed')
  const served = () => early().takes('court-clerk', 'recordService', serviceOn(D1, '2026-01-26'))

  test('of one side leaves the others to be served; the file goes up when all are, whoever else appeals', () => {
    early().refuses('court-clerk', 'sendUp', 'guard-refused', {}, { sentUpOn: '2026-01-26', volumes: 1 })
    served()
      .takes('court-clerk', 'recordAppeal', appeal(D1))
      .takes('court-clerk', 'sendUp', { sentUpOn: '2026-01-26', volumes: 1 })
      .isIn('above')
  })

  test('withdrawn in time makes nothing final before the time to appeal is over', () => {
    const gone = { appealWithdrawnOn: '2026-01-26' }
    early().refuses('court-clerk', 'withdrawAppeal', 'guard-refused', {}, gone)
    const unserved = early().takes('court-clerk', 'withdrawEarlyAppeal', { ...gone, pronounced: 'fixedDate' })
    expect(clock(unserved.isIn('decided'), 'deliver')).toMatchObject({ state: 'running' })
    const confirmed = decided()
      .takes('court-clerk', 'recordService', serviceOn(P1, '2026-01-23'))
      .takes('court-clerk', 'recordService', serviceOn(D1, '2026-01-23'))
      .takes('court-clerk', 'confirmServed', { lastServedOn: '2026-01-23' })
      .at(day('2026-01-26'))
      .takes('court-clerk', 'recordAppeal', appeal(P1))
    confirmed.refuses('court-clerk', 'withdrawEarlyAppeal', 'guard-refused', {}, { ...gone, pronounced: 'fixedDate' })
    const back = confirmed.takes('court-clerk', 'withdrawAppeal', gone).isIn('appealPeriod')
    back.waits(day('2026-02-09')).isIn('appealPeriod')
    back.waits(day('2026-02-11')).isIn('effective')
  })

  test('posted in time is in time, though the judgment was held to be effective', () => {
    const effective = decided()
      .takes('court-clerk', 'recordService', serviceOn(P1, '2026-01-23'))
      .takes('court-clerk', 'recordService', serviceOn(D1, '2026-01-23'))
      .takes('court-clerk', 'confirmServed', { lastServedOn: '2026-01-23' })
      .waits(day('2026-02-12'))
      .isIn('effective')
    const posted = {
      party: D1,
      appealedOn: '2026-02-12',
      decisionKind: 'judgment',
      lateGround: 'posted',
      lateProof: '邮戳2026-02-09',
      appealEndsOn: '2026-02-09',
    }
    const told = effective.takes('court-clerk', 'recordPostedAppeal', posted).isIn('appealed')
    expect(clock(told, 'archive')).toMatchObject({ state: 'cancelled' })
    // A file that was in the archive already is handed over anew when the court above has decided.
    const taken = effective
      .takes('court-clerk', 'handToArchive', archiveFile('2026-02-12'))
      .takes('court-filing', 'acceptIntoArchive', { archivedOn: '2026-02-12', archiveNo: '1' })
      .takes('court-clerk', 'recordPostedAppeal', posted)
    expect(taken.matter().fields).toMatchObject({ handedOn: null, archivedOn: null, archiveNo: null })
  })

  test('of a criminal case goes up within three days of the end of the time to appeal', () => {
    const told = heard('criminal')
      .takes('court-judge', 'pronounceCriminal', judgment('2026-01-23', { result: 'convicted', pronounced: 'inCourt' }))
      .takes('court-clerk', 'recordCriminalService', serviceOn(P1, '2026-01-23'))
      .takes('court-clerk', 'recordCriminalService', serviceOn(D1, '2026-01-23'))
      .takes('court-clerk', 'confirmServed', { lastServedOn: '2026-01-23' })
      .at(day('2026-01-26'))
    told.refuses('court-clerk', 'recordAppeal', 'guard-refused', {}, appeal(D1))
    const appealed = told.takes('court-clerk', 'recordCriminalAppeal', { ...appeal(D1), appealEndsOn: '2026-02-02' })
    expect(clock(appealed, 'sendUpCriminal')).toMatchObject({ dueOn: '2026-02-05' })
  })
})

test('the limit ends on the day of the judgment, though it is typed after the limit is over', () => {
  const told = heard('civil', 'small')
    .waits(day('2026-03-12'))
    .takes('court-judge', 'pronounce', judgment('2026-03-06', { appealable: 'no' }))
  expect(clock(told, 'trialCivil')).toMatchObject({ state: 'met', dueOn: '2026-03-09' })
  expect((clock(told, 'trialCivil')?.endedAt ?? '') < '2026-03-07').toBe(true)
})

test('no judgment of the first instance without a hearing', () => {
  inTrial().at(day('2026-01-23')).refuses('court-judge', 'pronounce', 'guard-refused', {}, judgment('2026-01-23'))
  inTrial('criminal')
    .at(day('2026-01-23'))
    .refuses('court-judge', 'pronounceCriminal', 'guard-refused', {}, judgment('2026-01-23', { result: 'convicted' }))
})

test('what was heard by the ordinary procedure does not become a simple case (解释 art. 260); a small claim may', () => {
  const simple = { civilTrack: 'simple', convertedOn: '2026-01-23', conversionReason: '争议不大', documentNo: '裁定书' }
  heard().refuses('court-head', 'convertCivil', 'guard-refused', {}, { ...simple, fromTrack: 'ordinary' })
  heard('civil', 'small').takes('court-head', 'convertCivil', { ...simple, fromTrack: 'small' })
})

test('a side may object to how the limit is counted (2019 rules art. 7)', () => {
  const told = inTrial().takes('court-clerk', 'recordLimitObjection', {
    limitObjectedOn: '2026-01-09',
    limitObjection: '扣除鉴定期间过长',
  })
  expect(told.matter().raised?.map(({ step }) => step)).toEqual(['recordLimitObjection'])
})
