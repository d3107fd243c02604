import { describe, expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import { archiveFile, clock, D1, day, heard, inTrial, judgment, P1, serviceOn } from '../../testing/court/case-told.ts'

const decided = (track = 'ordinary', more: FormValues = {}) =>
  heard('civil', track).takes('court-judge', 'pronounce', judgment('2026-01-23', more))
const served = () =>
  decided()
    .takes('court-clerk', 'recordService', serviceOn(P1, '2026-01-23'))
    .at(day('2026-01-26'))
    .takes(
      'court-clerk',
      'recordService',
      serviceOn(D1, '2026-01-26', { method: 'electronic', basis: 'confirmedAddress' }),
    )
const waiting = () => served().takes('court-clerk', 'confirmServed', { lastServedOn: '2026-01-26' })

describe('service', () => {
  test('is on each side apart, and each has a time to appeal of its own', () => {
    const one = decided().takes('court-clerk', 'recordService', serviceOn(P1, '2026-01-23'))
    const appeals = (told = one) =>
      told
        .matter()
        .clocks.filter(({ deadline }) => deadline === 'appeal')
        .map(({ holder, dueOn }) => [holder, dueOn])
    expect(appeals()).toEqual([[P1, '2026-02-09']])
    one.refuses('court-clerk', 'confirmServed', 'guard-refused', {}, { lastServedOn: '2026-01-23' })
    expect(appeals(served())).toEqual([
      [P1, '2026-02-09'],
      [D1, '2026-02-10'],
    ])
  })

  test('a ruling has ten days', () => {
    const told = decided('ordinary', { decisionKind: 'ruling' }).takes(
      'court-clerk',
      'recordService',
      serviceOn(P1, '2026-01-23', { paper: 'ruling' }),
    )
    expect(clock(told, 'appeal')).toMatchObject({ dueOn: '2026-02-02' })
  })

  test('by public notice takes effect after thirty days, and never in the simple procedure', () => {
    const notice = (told = decided()) => {
      const form = serviceOn(P1, '2026-01-23', {
        method: 'announcement',
        basis: 'noticeEnd',
        announcedOn: '2026-01-23',
        arrivedOn: '2026-02-20',
      })
      return { told: told.at(day('2026-02-25')), form }
    }
    const { told, form } = notice()
    told.refuses('court-clerk', 'recordService', 'guard-refused', {}, form)
    told.takes('court-clerk', 'recordService', { ...form, arrivedOn: '2026-02-22' })
    notice(decided('simple')).told.refuses(
      'court-clerk',
      'recordService',
      'guard-refused',
      {},
      { ...form, arrivedOn: '2026-02-22' },
    )
  })

  test('of a criminal judgment is recorded by its own rules: ten days', () => {
    const criminal = () =>
      heard('criminal').takes(
        'court-judge',
        'pronounceCriminal',
        judgment('2026-01-23', { result: 'convicted', pronounced: 'inCourt' }),
      )
    criminal().refuses('court-clerk', 'recordService', 'guard-refused', {}, serviceOn(P1, '2026-01-23'))
    decided().refuses('court-clerk', 'recordCriminalService', 'guard-refused', {}, serviceOn(P1, '2026-01-23'))
    expect(
      clock(criminal().takes('court-clerk', 'recordCriminalService', serviceOn(D1, '2026-01-23')), 'appealCriminal'),
    ).toMatchObject({ holder: D1, dueOn: '2026-02-02' })
  })
})

describe('appeal', () => {
  test('nobody appeals: it becomes effective by itself the day after the last side’s time, not late for anybody', () => {
    waiting().waits(day('2026-02-10')).isIn('appealPeriod')
    const told = waiting().waits(day('2026-02-11')).isIn('effective')
    expect(told.matter()).toMatchObject({ outcome: 'judged' })
    expect(told.matter().clocks.some(({ state }) => state === 'overdue')).toBe(false)
  })

  test('a side appeals: copies in five days, the file up, and what the court above decides', () => {
    const told = waiting()
      .at(day('2026-02-05'))
      .takes('court-clerk', 'recordAppeal', { party: D1, appealedOn: '2026-02-05' })
      .isIn('appealed')
    expect(clock(told, 'copyAppeal')).toMatchObject({ dueOn: '2026-02-10' })
    expect(
      told
        .matter()
        .clocks.filter(({ deadline }) => deadline === 'appeal')
        .map(({ state }) => state),
    ).toEqual(['running', 'met'])
    const above = told
      .takes('court-clerk', 'sendCopies', { copiesSentOn: '2026-02-05' })
      .at(day('2026-03-02'))
      .takes('court-clerk', 'sendUp', { sentUpOn: '2026-03-02', volumes: 2 })
      .isIn('above')
    const result = (aboveResult: string) =>
      above.at(day('2026-04-20')).takes('court-clerk', 'recordAbove', {
        aboveNumber: '（2026）浙03民终45号',
        aboveOn: '2026-04-17',
        fileBackOn: '2026-04-20',
        aboveResult,
      })
    result('upheld').isIn('effective')
    result('remanded').isIn('remanded')
    result('orderedToTry').isIn('remanded')
    // The file came back in April: three months from then, not from the judgment.
    const back = result('upheld')
    expect(clock(back, 'archiveAfterAppeal')).toMatchObject({ state: 'running', dueOn: '2026-07-20' })
    expect(clock(back, 'archive')).toBeUndefined()
  })

  test('there is none where the law gives none', () => {
    const final = decided('small', { appealable: 'no' })
      .takes('court-clerk', 'recordService', serviceOn(P1, '2026-01-23'))
      .takes('court-clerk', 'recordService', serviceOn(D1, '2026-01-23'))
    expect(clock(final, 'appeal')).toBeUndefined()
    final.refuses('court-clerk', 'recordAppeal', 'guard-refused', {}, { party: D1, appealedOn: '2026-01-23' })
    served().refuses('court-clerk', 'confirmFinal', 'guard-refused', {}, { lastServedOn: '2026-01-26' })
  })
})

describe('the archive', () => {
  const effective = () => waiting().waits(day('2026-02-12'))

  test('accepts a file that somebody else hands over, within three months; what comes later is written down', () => {
    expect(clock(effective(), 'archive')).toMatchObject({ dueOn: '2026-04-23' })
    effective().refuses(
      'court-filing',
      'acceptIntoArchive',
      'guard-refused',
      {},
      { archivedOn: '2026-02-12', archiveNo: '1' },
    )
    const handed = effective().takes('court-clerk', 'handToArchive', archiveFile('2026-02-12'))
    handed.refuses(
      'court-clerk',
      'addToArchive',
      'guard-refused',
      {},
      {
        addedContent: '回证',
        addedTo: 'main',
        addedPages: 1,
        addedOn: '2026-02-12',
      },
    )
    const archived = handed.takes('court-filing', 'acceptIntoArchive', { archivedOn: '2026-02-12', archiveNo: '示例1' })
    expect(clock(archived, 'archive')).toMatchObject({ state: 'met' })
    archived.refuses('court-filing', 'returnFromArchive', 'guard-refused', {}, { archiveBackReason: '缺页' })
    // Nobody hands over or accepts the same file twice.
    handed.refuses('court-clerk', 'handToArchive', 'guard-refused', {}, archiveFile('2026-02-12'))
    archived.refuses('court-clerk', 'handToArchive', 'guard-refused', {}, archiveFile('2026-02-12'))
    archived.refuses(
      'court-filing',
      'acceptIntoArchive',
      'guard-refused',
      {},
      { archivedOn: '2026-02-12', archiveNo: '2' },
    )
    archived.takes('court-clerk', 'addToArchive', {
      addedContent: '回证',
      addedTo: 'main',
      addedPages: 1,
      addedOn: '2026-02-12',
    })
  })

  test('sends back a file that is not complete, and the judge of the case never accepts it', () => {
    const handed = effective().takes('court-clerk', 'handToArchive', archiveFile('2026-02-12'))
    handed.refuses(
      'court-judge',
      'acceptIntoArchive',
      'role-required',
      {},
      { archivedOn: '2026-02-12', archiveNo: '1' },
    )
    const back = handed.takes('court-filing', 'returnFromArchive', { archiveBackReason: '缺送达回证' })
    expect(back.matter().fields['handedOn']).toBeNull()
    effective().refuses('court-filing', 'returnFromArchive', 'guard-refused', {}, { archiveBackReason: '还没有移交' })
    expect(clock(back, 'archive')).toMatchObject({ state: 'running' })
    const again = back.takes('court-clerk', 'handToArchive', archiveFile('2026-02-12'))
    expect(again.matter().fields['handedOn']).toBe('2026-02-12')
  })
})

test('the four supervised classes are a mark on the case, with every note on record', () => {
  const marked = inTrial().takes('court-judge', 'markSupervised', {
    supervisedClass: ['group'],
    supervisor: 'court-president',
    supervisedReason: '系列案',
  })
  expect(marked.matter()).toMatchObject({ supervisorPostId: 'court-president' })
  const noted = marked.takes('court-president', 'supervise', {
    supervisionKind: 'progress',
    supervisionWords: '一周内报告',
  })
  expect(noted.matter().raised?.map(({ step }) => step)).toEqual(['supervise'])
})
