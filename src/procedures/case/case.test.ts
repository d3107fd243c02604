import { describe, expect, test } from 'vitest'
import { accessFacts, maySee } from '../../engine/access/access.ts'
import {
  adjourned,
  clock,
  D1,
  day,
  ended,
  filed,
  filedAs,
  heard,
  hearing,
  held,
  inTrial,
  judgment,
  P1,
  received,
  serviceOn,
} from '../../testing/court/case-told.ts'
import { actorOf, DIRECTORY } from '../../testing/people.ts'
import { caseV1 } from './v1/procedure.ts'

describe('filing', () => {
  test('is decided within seven days of the papers; the trial limit runs from the day after filing', () => {
    expect(clock(received(), 'file')).toMatchObject({ code: 'CIV-01', dueOn: '2026-01-12' })
    const told = filed()
    expect(told.isIn('filed').matter()).toMatchObject({ sourceNumber: '（2026）浙0399民初123号' })
    expect(clock(told, 'file')).toMatchObject({ state: 'met' })
    expect(clock(told, 'moveFile')).toMatchObject({ dueOn: '2026-01-12' })
    expect(clock(told, 'trialCivil')).toMatchObject({ dueOn: '2026-07-08' })
  })

  test.each([
    ['civil', 'simple', 'trialCivil', '2026-04-08'],
    ['civil', 'small', 'trialCivil', '2026-03-09'],
    ['civil', 'special', 'trialCivil', '2026-02-09'],
    ['criminal', 'fast', 'trialCriminal', '2026-01-18'],
    ['criminal', 'simplified', 'trialCriminal', '2026-01-28'],
    ['criminal', 'ordinary', 'trialCriminal', '2026-04-08'],
    ['administrative', 'ordinary', 'trialAdministrative', '2026-07-08'],
    ['enforcement', 'nonLitigation', 'enforce', '2026-04-08'],
  ])('gives a %s case by %s its own limit', (family, track, deadline, dueOn) => {
    expect(clock(filed(family, track), deadline)).toMatchObject({ state: 'running', dueOn })
  })

  test('keeps the case number in one form, and refuses what is none', () => {
    const typed = filedAs('civil', 'ordinary', { caseNumber: '(2026) 浙0399 民初 123 号' })
    expect(received().at(day('2026-01-08')).takes('court-filing', 'file', typed).matter().sourceNumber).toBe(
      '（2026）浙0399民初123号',
    )
    received()
      .at(day('2026-01-08'))
      .refuses(
        'court-filing',
        'file',
        'form-invalid',
        { issues: [{ field: 'caseNumber', rule: 'wrong-form' }] },
        filedAs('civil', 'ordinary', { caseNumber: '民初123号' }),
      )
  })

  test('tells all that is missing at once, and counts anew when it came', () => {
    const told = received()
      .takes('court-filing', 'askCorrections', { corrections: '补一份副本', correctBy: '2026-01-20' })
      .isIn('correcting')
      .at(day('2026-01-14'))
      .takes('court-filing', 'receiveCorrections', { materialsOn: '2026-01-14' })
    expect(clock(told, 'file')).toMatchObject({ state: 'running', dueOn: '2026-01-21' })
  })

  test('is refused by a ruling of a judge, never by the desk', () => {
    const refused = { refusedOn: '2026-01-06', documentNo: '裁定书', refusalReason: '不属本院管辖' }
    received().refuses('court-filing', 'refuseFiling', 'role-required', {}, refused)
    received().takes('court-filing-judge', 'refuseFiling', refused).isIn('notFiled')
  })
})

describe('mediation before filing', () => {
  const offered = { consent: true, papersSignedOn: '2026-01-06', mediatorKind: 'invited' }
  const mediating = () => received().takes('court-filing', 'mediateFirst', offered)

  test('begins only when every side agrees, and of no criminal case', () => {
    received().refuses(
      'court-filing',
      'mediateFirst',
      'guard-refused',
      { guard: 'consentGiven' },
      { ...offered, consent: false },
    )
    received('criminal').refuses('court-filing', 'mediateFirst', 'guard-refused', {}, offered)
  })

  test('has thirty days, more only by consent; when it fails the papers go back to filing', () => {
    expect(clock(mediating(), 'mediateFirst')).toMatchObject({ dueOn: '2026-02-05' })
    expect(clock(mediating(), 'file')).toMatchObject({ state: 'cancelled' })
    const longer = mediating()
      .at(day('2026-01-20'))
      .takes('court-filing', 'extendMediation', { extendBy: 10, reason: '各方书面同意' })
    expect(clock(longer, 'mediateFirst')).toMatchObject({ dueOn: '2026-02-24' })
    const back = mediating()
      .at(day('2026-01-20'))
      .takes('court-filing', 'failFirst', { materialsOn: '2026-01-20', failedReason: '差距太大' })
      .isIn('received')
    expect(clock(back, 'file')).toMatchObject({ state: 'running', dueOn: '2026-01-27' })
  })

  test('that succeeds ends there', () => {
    mediating()
      .takes('court-filing', 'settleFirst', { agreedOn: '2026-01-06', confirmation: 'confirmation' })
      .isIn('settledFirst')
  })
})

describe('the papers of the sides', () => {
  test('the complaint within five days; each defendant has fifteen days of their own', () => {
    expect(clock(inTrial(), 'sendComplaint')).toMatchObject({ dueOn: '2026-01-13' })
    const told = inTrial()
      .takes('court-clerk', 'sendComplaint', { complaintSentOn: '2026-01-09' })
      .takes('court-clerk', 'recordComplaintReceived', { party: D1, receivedOn: '2026-01-09' })
    const answers = told.matter().clocks.filter(({ deadline }) => deadline === 'answer')
    expect(answers.map(({ holder, dueOn }) => [holder, dueOn])).toEqual([[D1, '2026-01-26']])
    const answered = told
      .at(day('2026-01-20'))
      .takes('court-clerk', 'recordAnswer', { party: D1, answeredOn: '2026-01-20' })
    expect(clock(answered, 'answer')).toMatchObject({ state: 'met' })
    expect(clock(answered, 'sendAnswer')).toMatchObject({ dueOn: '2026-01-26' })
    // A side that says nothing is late with nothing: its right lapses, and the trial goes on.
    expect(clock(told.waits(day('2026-02-01')), 'answer')).toMatchObject({ state: 'lapsed' })
  })

  test('no complaint is sent in a criminal case', () => {
    inTrial('criminal').refuses('court-clerk', 'sendComplaint', 'guard-refused', {}, { complaintSentOn: '2026-01-09' })
  })
})

describe('a hearing', () => {
  test('leaves three clear days for notice in the ordinary procedure, none in the simple one', () => {
    inTrial().refuses(
      'court-clerk',
      'scheduleHearing',
      'form-invalid',
      { issues: [{ field: 'hearingAt', rule: 'too-early', limit: '2026-01-13' }] },
      hearing('2026-01-12'),
    )
    const told = inTrial().takes('court-clerk', 'scheduleHearing', hearing('2026-01-13')).isIn('hearingSet')
    expect(clock(told, 'hearingNotice')).toMatchObject({ dueOn: '2026-01-09' })
    inTrial('civil', 'simple').takes('court-clerk', 'scheduleSimpleHearing', hearing('2026-01-12')).isIn('hearingSet')
  })

  test('is fixed by the rules of its own procedure', () => {
    inTrial('civil', 'simple').refuses('court-clerk', 'scheduleHearing', 'guard-refused', {}, hearing('2026-01-23'))
    inTrial().refuses('court-clerk', 'scheduleSimpleHearing', 'guard-refused', {}, hearing('2026-01-23'))
    inTrial().refuses('court-clerk', 'scheduleCriminalHearing', 'guard-refused', {}, hearing('2026-01-23'))
    inTrial()
      .takes('court-clerk', 'scheduleHearing', hearing('2026-01-23'))
      .refuses('court-clerk', 'recordIndictment', 'guard-refused', {}, { indictmentServedOn: '2026-01-09' })
  })

  test('of a criminal case comes ten clear days after the indictment', () => {
    inTrial('criminal').refuses(
      'court-clerk',
      'scheduleCriminalHearing',
      'form-invalid',
      { issues: [{ field: 'hearingAt', rule: 'too-early', limit: '2026-01-20' }] },
      hearing('2026-01-19'),
    )
    const told = inTrial('criminal').takes('court-clerk', 'scheduleCriminalHearing', hearing('2026-01-20'))
    expect(clock(told, 'indictment')).toMatchObject({ dueOn: '2026-01-09' })
    expect(clock(told, 'hearingNoticeCriminal')).toMatchObject({ dueOn: '2026-01-16' })
  })

  test('is adjourned twice at most, in the simple procedure once, and goes on within a month', () => {
    const again = (schedule: string, told = inTrial('civil', schedule === 'scheduleHearing' ? 'ordinary' : 'simple')) =>
      told
        .takes('court-clerk', schedule, hearing('2026-02-02'))
        .takes('court-judge', 'adjourn', adjourned('2026-01-09'))
        .isIn('preparing')
        .takes('court-clerk', schedule, hearing('2026-02-03'))
    again('scheduleSimpleHearing').refuses('court-judge', 'adjourn', 'guard-refused', {}, adjourned('2026-01-09'))
    const twice = again('scheduleHearing')
    expect(clock(twice, 'nextHearing')).toMatchObject({ state: 'running', dueOn: '2026-02-09' })
    const thrice = twice
      .takes('court-judge', 'adjourn', adjourned('2026-01-09', { gapGround: 'consent' }))
      .takes('court-clerk', 'scheduleHearing', hearing('2026-02-04'))
    thrice.refuses('court-judge', 'adjourn', 'guard-refused', {}, adjourned('2026-01-09'))
    const over = thrice.at(day('2026-02-04')).takes('court-judge', 'holdHearing', held('2026-02-04')).isIn('heard')
    expect(clock(over, 'nextHearing')).toMatchObject({ state: 'met' })
  })

  test('is adjourned on other grounds only with the president’s consent', () => {
    inTrial()
      .takes('court-clerk', 'scheduleHearing', hearing('2026-01-23'))
      .refuses(
        'court-judge',
        'adjourn',
        'form-invalid',
        { issues: [{ field: 'adjournApproval', rule: 'required' }] },
        adjourned('2026-01-09', { adjournGround: 'other' }),
      )
  })
})

describe('the end of a trial', () => {
  test('what has no second instance is not said to be open to appeal', () => {
    heard('civil', 'small').refuses('court-judge', 'pronounce', 'guard-refused', {}, judgment('2026-01-23'))
    const told = heard('civil', 'small').takes('court-judge', 'pronounce', judgment('2026-01-23', { appealable: 'no' }))
    expect(clock(told, 'trialCivil')).toMatchObject({ state: 'met' })
    const served = told
      .takes('court-clerk', 'recordService', serviceOn(P1, '2026-01-23'))
      .takes('court-clerk', 'recordService', serviceOn(D1, '2026-01-23'))
    served.refuses('court-clerk', 'confirmServed', 'guard-refused', {}, { lastServedOn: '2026-01-23' })
    served.takes('court-clerk', 'confirmFinal', { lastServedOn: '2026-01-23' }).isIn('effective')
  })

  test('each family decides by its own step', () => {
    heard().refuses('court-judge', 'pronounceCriminal', 'guard-refused', {}, judgment('2026-01-23'))
    heard('criminal').refuses('court-judge', 'pronounce', 'guard-refused', {}, judgment('2026-01-23'))
    const told = heard('criminal').takes(
      'court-judge',
      'pronounceCriminal',
      judgment('2026-01-23', { result: 'convicted', pronounced: 'inCourt' }),
    )
    expect(clock(told, 'deliverCriminal')).toMatchObject({ code: 'CRI-06', dueOn: '2026-01-28' })
  })

  test.each([
    ['settled', 'settled'],
    ['withdrawn', 'withdrawn'],
    ['transferred', 'transferred'],
    ['terminated', 'terminated'],
  ])('or it is %s, and the file is owed to the archive in three months', (how, state) => {
    const told = heard().takes('court-judge', 'endOtherwise', ended(how, '2026-01-23')).isIn(state)
    expect(clock(told, 'archive')).toMatchObject({ state: 'running', dueOn: '2026-04-23' })
  })

  test('an enforcement has endings of its own', () => {
    filed('enforcement', 'judgment').refuses(
      'court-filing-judge',
      'endOtherwise',
      'guard-refused',
      {},
      ended('settled', '2026-01-08'),
    )
  })
})

test('a case is the court’s: the line of the county above it sees nothing of it', () => {
  const directory = { ...DIRECTORY, sights: { case: caseV1.sight ?? {} } }
  const facts = accessFacts(inTrial().matter(), directory)
  for (const post of ['leader', 'triage', 'clerk', 'auditor']) expect(maySee(actorOf(post), facts), post).toBe(false)
  for (const post of ['court-president', 'court-head', 'court-judge', 'court-clerk', 'court-filing'])
    expect(maySee(actorOf(post), facts), post).toBe(true)
  expect(maySee(actorOf('court-executor'), facts)).toBe(false)
})
