import { describe, expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import { given, PHOTO, type Told } from '../../testing/given.ts'
import { disputeV1 } from './v1/procedure.ts'

const told: FormValues = {
  title: '下塘村两家宅基地边界',
  category: 'housing',
  description: '两家为一米通道争执',
  difficulty: 'complex',
  place: '下塘村',
  placeUnit: 'xiatang',
  source: 'applied',
  partyA: '周某',
  partyAPhone: '13800000000',
}
const A = 'parties.0'
const B = 'parties.1'
const asking: FormValues = { body: 'people', parties: [{ position: 'a' }, { position: 'b' }], askedHow: 'inPerson' }
const yes = (party: string): FormValues => ({ party, consentedOn: '2026-01-16' })
const mediator: FormValues = { owner: 'dongpu-mediator', chosenBy: 'parties', recusal: 'none', openSession: 'no' }
const session: FormValues = { sessionAt: '2026-01-16T02:00:00.000Z', sessionPlace: '东浦镇调解室', record: '各让半米' }
const oral: FormValues = { agreedOn: '2026-01-16', agreement: '各让半米，留出通道', performBy: '2026-01-30' }
const agreement: FormValues = {
  ...oral,
  agreementNo: '东调〔2026〕1号',
  signatures: [
    { position: 'a', signedBy: 'signature' },
    { position: 'b', signedBy: 'fingerprint' },
  ],
  effectiveOn: '2026-01-16',
  confirmable: 'yes',
}
const remedies: FormValues = { remedies: ['lawsuit'], toldHow: 'inPerson' }
const performed: FormValues = { visitedOn: '2026-01-16', performance: '通道已留出' }

const registered = () => given(disputeV1, 'dongpu-mediator', told, { unitId: 'dongpu', at: '2026-01-16T01:00:00.000Z' })
const asked = (more: FormValues = {}) => registered().takes('dongpu-mediator', 'askConsent', { ...asking, ...more })
const accepted = (more: FormValues = {}) =>
  asked(more)
    .takes('dongpu-mediator', 'recordConsent', yes(A))
    .takes('dongpu-mediator', 'recordConsent', yes(B))
    .takes('dongpu-mediator', 'accept')
const chosen = (more: FormValues = {}) => accepted(more).takes('dongpu-clerk', 'chooseMediator', mediator)
const mediating = () => chosen().takes('dongpu-mediator', 'holdSession', session)
const agreed = () => mediating().takes('dongpu-mediator', 'recordAgreement', agreement, [PHOTO])
const failed = () => mediating().takes('dongpu-mediator', 'fail', { failedReason: '差距太大', rounds: 2 })
const clock = (matter: Told, deadline: string) =>
  matter
    .matter()
    .clocks.filter((each) => each.deadline === deadline)
    .at(-1)

describe('mediation', () => {
  test('begins only when every party, asked apart, consents', () => {
    const one = asked().takes('dongpu-mediator', 'recordConsent', yes(A))
    expect(one.matter().holders).toMatchObject([
      { seat: 'party', id: A, state: 'answered' },
      { seat: 'party', id: B, state: 'asked' },
    ])
    one
      .refuses('dongpu-mediator', 'accept', 'guard-refused')
      .refuses('dongpu-clerk', 'chooseMediator', 'step-not-open')
      .takes('dongpu-mediator', 'recordConsent', yes(B))
      .takes('dongpu-mediator', 'accept')
      .isIn('accepted')
  })

  test('is not asked of one party alone', () => {
    registered().refuses(
      'dongpu-mediator',
      'askConsent',
      'form-invalid',
      {},
      { ...asking, parties: [{ position: 'a' }] },
    )
  })

  test('that a party refuses ends with the other remedies told, and nothing else', () => {
    const matter = asked()
      .refuses('dongpu-mediator', 'recordRefusal', 'form-invalid', {}, { party: B, toldHow: 'inPerson' })
      .takes('dongpu-mediator', 'recordRefusal', { party: B, ...remedies })
      .isIn('unwilling')
      .matter()
    expect(matter.outcome).toBe('unwilling')
    expect(matter.holders?.find(({ id }) => id === B)?.state).toBe('refused')
    expect(matter.documents?.map(({ document }) => document)).toEqual(['remedySheet'])
  })

  test('is stopped by any party at any time, and no agreement is recorded without all of them', () => {
    for (const matter of [accepted(), chosen(), mediating()]) {
      const stopped = matter.takes('dongpu-mediator', 'stop', { party: A }).isIn('failed')
      expect(clock(stopped, 'remedies')).toMatchObject({ state: 'running' })
    }
    const { signatures: _, ...unsigned } = agreement
    mediating().refuses('dongpu-mediator', 'recordAgreement', 'form-invalid', {}, unsigned, [PHOTO])
  })

  test('by the people has no legal limit to be accepted; by an administration five working days, ten if complex', () => {
    expect(clock(asked(), 'acceptAdministrative')).toBeUndefined()
    expect(clock(asked(), 'accept')).toMatchObject({ code: 'MED-P3' })
    const administrative = asked({ body: 'administrative' })
    expect(clock(administrative, 'acceptAdministrative')).toMatchObject({ code: 'MED-03', dueOn: '2026-01-30' })
  })

  test('waits for no mediator without a clock, who may be replaced and steps back by himself', () => {
    expect(clock(accepted(), 'chooseMediator')).toMatchObject({ dueOn: '2026-01-21' })
    chosen()
      .takes('dongpu-clerk', 'replaceMediator', { ...mediator, owner: 'mediator', recusal: 'replaced' })
      .takes('mediator', 'recuse', { reason: '与甲方是亲戚' })
      .refuses('mediator', 'holdSession', 'guard-refused', { guard: 'notBarred' }, session)
      .takes('dongpu-leader', 'liftRecusal', { recusedPost: 'mediator', liftReason: '不是亲戚，报错了' })
  })

  test('lasts thirty days unless each party agrees to more, asked anew each time', () => {
    // The thirtieth day, 15 February, lies in the Spring Festival; work begins again on the 24th.
    expect(clock(chosen(), 'mediate')).toMatchObject({ code: 'MED-02', dueOn: '2026-02-24' })
    const more: FormValues = { extendBy: 10, reason: '各方同意' }
    const ask: FormValues = {
      askedDays: 10,
      extensionReason: '等测绘结果',
      timeParties: [{ position: 'a' }, { position: 'b' }],
    }
    const time = (side: number): FormValues => ({ timeParty: `timeParties.${side}`, agreedToTimeOn: '2026-01-16' })
    const half = mediating()
      .refuses('dongpu-mediator', 'extendMediation', 'guard-refused', {}, more)
      .takes('dongpu-mediator', 'askMoreTime', ask)
      .takes('dongpu-mediator', 'recordTimeConsent', time(0))
      .refuses('dongpu-mediator', 'extendMediation', 'guard-refused', {}, more)
    half
      .takes('dongpu-mediator', 'recordTimeRefusal', { timeParty: 'timeParties.1' })
      .refuses('dongpu-mediator', 'extendMediation', 'guard-refused', {}, more)
    const extended = half
      .takes('dongpu-mediator', 'recordTimeConsent', time(1))
      .takes('dongpu-mediator', 'extendMediation', more)
    expect(clock(extended, 'mediate')?.extensions).toHaveLength(1)
    extended
      .refuses('dongpu-mediator', 'extendMediation', 'guard-refused', {}, more)
      .takes('dongpu-mediator', 'askMoreTime', ask)
      .refuses('dongpu-mediator', 'extendMediation', 'guard-refused', {}, more)
  })

  test.each([
    ['delegated', 30],
    ['entrusted', 15],
    ['entrustedSimple', 7],
  ])('for a court, %s, lasts %d days', (body, length) => {
    const matter = chosen({ body })
    expect(clock(matter, 'mediateForCourt')).toMatchObject({ code: 'MED-05', period: { length, unit: 'calendarDay' } })
    expect(clock(matter, 'mediate')).toBeUndefined()
  })

  test('that is not theirs is passed on within three working days, without the receipt that comes later', () => {
    const waiting = registered()
      .takes('dongpu-clerk', 'findNotCompetent', { organ: '县人力资源社会保障局', reason: '劳动仲裁事项' })
      .isIn('toTransfer')
    expect(clock(waiting, 'transfer')).toMatchObject({ code: 'MED-04', dueOn: '2026-01-21' })
    waiting
      .takes('dongpu-clerk', 'transfer', { sentOn: '2026-01-16', toldHow: 'phone' })
      .isIn('transferred')
      .takes('dongpu-clerk', 'recordReceipt', { receiptNo: '收字1号' })
      .isIn('transferred')
  })
})

describe('an agreement', () => {
  test('may be confirmed by the court within thirty days, with reminders on days 1, 20 and 27', () => {
    expect(clock(agreed(), 'confirm')).toMatchObject({ code: 'CNF-01', dueOn: '2026-02-24' })
    const days = ['2026-01-17', '2026-02-05', '2026-02-12']
    for (const [index, day] of days.entries()) {
      const reminded = agreed().waits(`${day}T04:00:00.000Z`)
      expect(clock(reminded, 'confirm')?.warned).toHaveLength(index + 1)
    }
  })

  test('is confirmed within the days of the court', () => {
    const filed = agreed().takes('dongpu-clerk', 'fileConfirmation', { court: '清澜县法院', filedOn: '2026-01-16' })
    expect(clock(filed, 'confirm')).toMatchObject({ state: 'met' })
    expect(clock(filed, 'courtAccepts')).toMatchObject({ code: 'CNF-02', dueOn: '2026-01-19' })
    expect(clock(filed, 'courtDecides')).toMatchObject({ code: 'CNF-04', dueOn: '2026-02-24' })
    const ruled = filed
      .takes('dongpu-clerk', 'recordCourtAcceptance', { courtAcceptedOn: '2026-01-16' })
      .takes('dongpu-clerk', 'recordConfirmation', { confirmation: 'confirmed', rulingNo: '民特1号' })
    expect(clock(ruled, 'courtDecides')).toMatchObject({ state: 'met' })
    agreed().refuses(
      'dongpu-clerk',
      'recordConfirmation',
      'guard-refused',
      {},
      {
        confirmation: 'confirmed',
        rulingNo: '民特1号',
      },
    )
  })

  test('about marriage, adoption or identity has no such window, nor has an oral one', () => {
    const apart = mediating().takes('dongpu-mediator', 'recordAgreement', { ...agreement, confirmable: 'no' }, [PHOTO])
    expect(clock(apart, 'confirm')).toBeUndefined()
    apart.refuses(
      'dongpu-clerk',
      'fileConfirmation',
      'guard-refused',
      {},
      { court: '清澜县法院', filedOn: '2026-01-16' },
    )
    expect(clock(mediating().takes('dongpu-mediator', 'recordOralAgreement', oral), 'confirm')).toBeUndefined()
  })

  test('is confirmed as performed by somebody else than its mediator, and that is no application to the court', () => {
    const done = agreed()
      .refuses('dongpu-mediator', 'confirmPerformance', 'guard-refused', { guard: 'notTheHandler' }, performed)
      .takes('dongpu-clerk', 'confirmPerformance', performed)
      .isIn('performed')
    expect(clock(done, 'confirm')).toMatchObject({ state: 'cancelled' })
    expect(clock(done, 'perform')).toMatchObject({ state: 'met' })
  })

  test('that is broken leads to the court routes', () => {
    agreed()
      .takes('dongpu-mediator', 'recordBreach', { visitedOn: '2026-01-16', unperformed: '没有让出' })
      .takes('dongpu-mediator', 'tellEnforcement', { ...remedies, remedies: ['enforcement'] })
      .isIn('breachTold')
  })
})

describe('a failed first tier', () => {
  const grounds: FormValues = { escalateReason: '两次没有调成', ...remedies }

  test('goes up to the next tier with where it came from, without the sealed names', () => {
    const escalated = failed().takes('dongpu-mediator', 'escalate', grounds).isIn('escalated')
    const event = escalated.events().at(-1)
    expect(event).toMatchObject({
      outcome: 'escalated',
      opens: [
        {
          procedure: 'dispute',
          link: 'escalatedFrom',
          unitId: 'qinglan',
          form: { title: told['title'], difficulty: 'complex', source: 'applied' },
        },
      ],
    })
    expect(Object.keys((event?.type === 'StepTaken' && event.opens[0]?.form) || {})).not.toContain('partyAPhone')
  })

  test('at the county, or when the parties prefer it, ends with the remedies told', () => {
    failed().refuses('dongpu-mediator', 'tellRemedies', 'form-invalid', {}, { toldHow: 'inPerson' })
    const ended = failed().takes('dongpu-mediator', 'tellRemedies', remedies).isIn('remediesTold').matter()
    expect(ended.documents?.map(({ document }) => document)).toContain('remedySheet')
  })
})
