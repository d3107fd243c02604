import { describe, expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import { clock, day, filed, hearing, inTrial } from '../../testing/court/case-told.ts'
import type { Told } from '../../testing/given.ts'

const excluded = (from: string, more: FormValues = {}): FormValues => ({
  excluded: 'appraisal',
  excludedFrom: from,
  exclusionReason: '委托鉴定',
  exclusionPaper: '（2026）审管扣1号',
  ...more,
})
const asked: FormValues = { askedLength: 6, extensionReason: '案情复杂', supervisor: 'court-president' }
const granted = (extendBy: number): FormValues => ({ extendBy, reason: '案情复杂', approval: '（2026）审管延1号' })
const due = (told: Told, deadline = 'trialCivil') => clock(told, deadline)?.dueOn

describe('days that do not count', () => {
  test('are left out on paper by somebody other than who has the case, with the ground of the law', () => {
    inTrial().refuses('court-judge', 'excludeCivil', 'role-required', {}, excluded('2026-01-09'))
    // A head who tries the case does not leave days out of it.
    const own = inTrial().takes('court-president', 'reallot', {
      unit: 'court-civil',
      owner: 'court-head',
      reallotReason: '调整',
    })
    own.refuses('court-head', 'excludeCivil', 'guard-refused', { guard: 'notTheHandler' }, excluded('2026-01-09'))
    const told = inTrial()
      .at(day('2026-02-01'))
      .takes('court-head', 'excludeCivil', excluded('2026-02-01'))
      .at(day('2026-03-02'))
      .takes('court-judge', 'resumeLimit', { excludedTo: '2026-03-02' })
    expect(due(told)).toBe('2026-08-07')
    expect(clock(told, 'trialCivil')?.pauses).toMatchObject([
      { kind: 'appraisal', firstDay: '2026-02-01', lastDay: '2026-03-02', document: '（2026）审管扣1号' },
    ])
  })

  test('nothing is counted again that was not left out', () => {
    inTrial().refuses(
      'court-judge',
      'resumeLimit',
      'guard-refused',
      { guard: 'clockPaused' },
      { excludedTo: '2026-01-09' },
    )
  })

  test('each family knows its own grounds, some up to a number of days', () => {
    const counsel = { ...excluded('2026-01-09', { excluded: 'counsel' }) }
    inTrial().refuses('court-head', 'excludeCriminal', 'guard-refused', {}, counsel)
    inTrial('criminal').refuses('court-head', 'excludeCivil', 'guard-refused', {}, excluded('2026-01-09'))
    inTrial().refuses('court-head', 'excludeAdministrative', 'guard-refused', {}, excluded('2026-01-09'))
    const told = inTrial('criminal').takes('court-head', 'excludeCriminal', counsel).waits(day('2026-03-01'))
    // Ten days for new counsel, then it counts by itself.
    expect(clock(told, 'trialCriminal')).toMatchObject({ state: 'running', dueOn: '2026-04-18' })
  })

  test('of an enforcement are its own as well', () => {
    const stay = excluded('2026-01-09', { excluded: 'stay' })
    inTrial('enforcement', 'judgment').takes('court-executor-head', 'excludeEnforcement', stay)
  })
})

describe('more time', () => {
  test('is asked for fifteen days ahead and decided five days ahead, or refused at once', () => {
    const told = inTrial()
    expect(due(told)).toBe('2026-07-08')
    told
      .at(day('2026-06-24'))
      .refuses('court-judge', 'askExtension', 'extension-refused', { rule: 'too-late', deadline: 'trialCivil' }, asked)
    const inTime = told.at(day('2026-06-23')).takes('court-judge', 'askExtension', asked)
    inTime
      .at(day('2026-07-04'))
      .refuses('court-president', 'grantExtension', 'extension-refused', { rule: 'too-late' }, granted(6))
    expect(due(inTime.at(day('2026-07-02')).takes('court-president', 'grantExtension', granted(6)))).toBe('2027-01-08')
  })

  test('is as long as the procedure allows: six months in the ordinary one, one in the simple one', () => {
    inTrial().refuses('court-president', 'grantExtension', 'extension-refused', { rule: 'too-long' }, granted(7))
    const simple = inTrial('civil', 'simple')
    simple.refuses(
      'court-president',
      'grantExtension',
      'extension-refused',
      { rule: 'too-long', max: { length: 1, unit: 'month' } },
      granted(2),
    )
    const once = simple.takes('court-president', 'grantExtension', granted(1))
    expect(due(once)).toBe('2026-05-08')
    // Four months in all: beyond that the court above grants nothing in the simple procedure.
    once.refuses('court-president', 'recordGrantAbove', 'extension-refused', { rule: 'not-extendable' }, granted(1))
  })

  test('beyond the president’s comes from the court above, once he has granted his', () => {
    inTrial().refuses('court-president', 'recordGrantAbove', 'guard-refused', {}, granted(3))
    const once = inTrial().takes('court-president', 'grantExtension', granted(6))
    once.refuses('court-president', 'grantExtension', 'guard-refused', {}, granted(3))
    const twice = once.takes('court-president', 'recordGrantAbove', granted(3))
    expect(due(twice)).toBe('2027-04-08')
    twice.refuses('court-president', 'recordGrantAbove', 'extension-refused', { rule: 'too-often' }, granted(1))
  })

  test('stands on the president’s list, who refuses with a reason or grants; nobody else does', () => {
    inTrial().refuses('court-president', 'refuseExtension', 'guard-refused', {}, { refusedReason: '没有申请' })
    const told = inTrial().takes('court-judge', 'askExtension', asked)
    expect(told.matter().raised?.map(({ step }) => step)).toEqual(['askExtension'])
    told.refuses('court-head', 'grantExtension', 'role-required', {}, granted(1))
    told.takes('court-president', 'refuseExtension', { refusedReason: '可以如期审结' })
  })

  test('of criminal, administrative and enforcement cases follows their own rules', () => {
    inTrial('criminal').refuses('court-judge', 'askExtension', 'guard-refused', {}, asked)
    inTrial().refuses('court-president', 'recordCriminalGrant', 'guard-refused', {}, granted(3))
    inTrial().refuses('court-president', 'recordAdministrativeGrant', 'guard-refused', {}, granted(3))
    expect(due(inTrial('criminal').takes('court-president', 'recordCriminalGrant', granted(3)), 'trialCriminal')).toBe(
      '2026-07-08',
    )
    inTrial('criminal', 'fast').refuses(
      'court-president',
      'recordCriminalGrant',
      'extension-refused',
      { rule: 'not-extendable' },
      granted(1),
    )
    expect(
      due(
        inTrial('administrative').takes('court-president', 'recordAdministrativeGrant', granted(3)),
        'trialAdministrative',
      ),
    ).toBe('2026-10-08')
    const enforcing = inTrial('enforcement', 'judgment')
    enforcing
      .at(day('2026-07-04'))
      .refuses('court-executor', 'askEnforcementExtension', 'extension-refused', { rule: 'too-late' }, asked)
    expect(
      due(
        enforcing
          .at(day('2026-07-02'))
          .takes('court-executor', 'askEnforcementExtension', asked)
          .takes('court-president', 'grantEnforcementExtension', granted(3)),
        'enforce',
      ),
    ).toBe('2026-10-08')
  })
})

describe('another procedure', () => {
  const converted = {
    civilTrack: 'ordinary',
    convertedOn: '2026-03-20',
    conversionReason: '争议大',
    documentNo: '裁定书',
  }

  test('of a civil case runs on from the first filing, and what was left out stays left out', () => {
    const told = inTrial('civil', 'simple')
      .at(day('2026-03-01'))
      .takes('court-head', 'excludeCivil', excluded('2026-02-01', { excludedTo: '2026-02-20' }))
    expect(due(told)).toBe('2026-04-28')
    const ordinary = told.at(day('2026-03-20')).takes('court-head', 'convertCivil', converted)
    // Six months from 8 January, and the twenty days.
    expect(due(ordinary)).toBe('2026-07-28')
    expect(
      ordinary
        .matter()
        .clocks.filter(({ deadline }) => deadline === 'trialCivil')
        .map(({ state }) => state),
    ).toEqual(['cancelled', 'running'])
    ordinary.takes('court-clerk', 'scheduleHearing', hearing('2026-04-02'))
  })

  test('taken while days are left out, it stands still as before', () => {
    const told = inTrial('civil', 'simple')
      .at(day('2026-02-01'))
      .takes('court-head', 'excludeCivil', excluded('2026-02-01'))
      .at(day('2026-03-20'))
      .takes('court-head', 'convertCivil', converted)
    expect(clock(told, 'trialCivil')).toMatchObject({ state: 'paused' })
    expect(due(told.at(day('2026-03-22')).takes('court-judge', 'resumeLimit', { excludedTo: '2026-03-22' }))).toBe(
      '2026-08-27',
    )
  })

  test('of a criminal case begins anew the day after it is decided', () => {
    const told = inTrial('criminal', 'fast').at(day('2026-01-15')).takes('court-head', 'convertCriminal', {
      criminalTrack: 'ordinary',
      acceptedOn: '2026-01-15',
      conversionReason: '有异议',
    })
    expect(due(told, 'trialCriminal')).toBe('2026-04-15')
    inTrial().refuses(
      'court-head',
      'convertCriminal',
      'guard-refused',
      {},
      {
        criminalTrack: 'ordinary',
        acceptedOn: '2026-01-09',
        conversionReason: '无',
      },
    )
    inTrial('criminal').refuses(
      'court-head',
      'convertCivil',
      'guard-refused',
      {},
      { ...converted, convertedOn: '2026-01-09' },
    )
  })

  test('filing itself leaves days out where public notice begins before it is allotted', () => {
    expect(
      due(filed().takes('court-president', 'excludeCivil', excluded('2026-01-08', { excluded: 'announcement' }))),
    ).toBe('2026-07-08')
  })
})
