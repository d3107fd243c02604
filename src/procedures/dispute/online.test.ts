import { describe, expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import { given, PHOTO, type Told } from '../../testing/given.ts'
import { disputeV4 } from './v4/procedure.ts'

const day = (date: string) => `${date}T01:00:00.000Z`
const told: FormValues = {
  title: '示例工地工资',
  category: 'contract',
  description: '货款未付',
  difficulty: 'ordinary',
  place: '下塘村',
  placeUnit: 'xiatang',
  source: 'court',
}
const registered = (more: FormValues = {}) =>
  given(disputeV4, 'dongpu-mediator', { ...told, ...more }, { unitId: 'dongpu', at: day('2026-01-14') })
const asking: FormValues = {
  body: 'delegated',
  online: 'parties',
  onlineAskedOn: '2026-01-14',
  parties: [{ position: 'a' }, { position: 'b' }],
  askedHow: 'inPerson',
}
const asked = (more: FormValues = {}) => registered().takes('dongpu-mediator', 'askConsent', { ...asking, ...more })
const accepted = (more: FormValues = {}) =>
  asked(more)
    .takes('dongpu-mediator', 'recordConsent', { party: 'parties.0', consentedOn: '2026-01-14' })
    .takes('dongpu-mediator', 'recordConsent', { party: 'parties.1', consentedOn: '2026-01-14' })
    .takes('dongpu-mediator', 'accept')
const naming: FormValues = { onlineMediator: 'dongpu-mediator', namedBy: 'court' }
const named = (told = accepted()) => told.at(day('2026-01-15')).takes('dongpu-clerk', 'nameOnline', naming)
const taking = (on: string): FormValues => ({ onlineTakenOn: on })
const choosing: FormValues = {
  owner: 'dongpu-mediator',
  chosenBy: 'accepted',
  recusal: 'none',
  openSession: 'no',
}
const clock = (matter: Told, deadline: string) =>
  matter
    .matter()
    .clocks.filter((each) => each.deadline === deadline)
    .at(-1)

describe('mediation online', () => {
  test('gives the parties two working days to choose a mediator together, then the court names one', () => {
    expect(clock(accepted(), 'chooseOnline')).toMatchObject({ code: 'MED-07', dueOn: '2026-01-16' })
    expect(clock(accepted({ online: 'court' }), 'chooseOnline')).toBeUndefined()
    const over = accepted().waits(day('2026-01-17'))
    expect(clock(over, 'chooseOnline')).toMatchObject({ state: 'lapsed' })
    over.takes('dongpu-clerk', 'nameOnline', naming)
  })

  test('leaves no time to choose where the parties chose together with their consent', () => {
    const chosen = asked()
      .takes('dongpu-clerk', 'nameOnline', { ...naming, namedBy: 'parties' })
      .takes('dongpu-mediator', 'recordConsent', { party: 'parties.0', consentedOn: '2026-01-14' })
      .takes('dongpu-mediator', 'recordConsent', { party: 'parties.1', consentedOn: '2026-01-14' })
    chosen.refuses('dongpu-mediator', 'accept', 'guard-refused')
    expect(clock(chosen.takes('dongpu-mediator', 'acceptChosen'), 'chooseOnline')).toBeUndefined()
    accepted().refuses('dongpu-mediator', 'acceptChosen', 'step-not-open')
    asked().refuses('dongpu-mediator', 'acceptChosen', 'guard-refused')
  })

  test('has the court name a mediator within three working days of the application, before the other side is asked too', () => {
    expect(clock(asked({ online: 'court' }), 'appointOnline')).toMatchObject({ code: 'MED-08', dueOn: '2026-01-19' })
    expect(clock(named(asked({ online: 'court' })), 'appointOnline')).toMatchObject({ state: 'met' })
    expect(clock(asked({ online: 'no' }), 'appointOnline')).toBeUndefined()
    asked({ online: 'no' }).refuses('dongpu-clerk', 'nameOnline', 'guard-refused', {}, naming)
  })

  test('waits three working days for the mediator, whose silence is a no', () => {
    expect(clock(named(), 'takeOnline')).toMatchObject({ code: 'MED-09', dueOn: '2026-01-20' })
    expect(
      named()
        .matter()
        .raised?.map(({ step }) => step),
    ).toContain('nameOnline')
    const silent = named().waits(day('2026-01-21'))
    expect(clock(silent, 'takeOnline')).toMatchObject({ state: 'lapsed' })
    silent.refuses('dongpu-mediator', 'takeOnline', 'guard-refused', {}, taking('2026-01-21'))
    // Another is named, and has three days again.
    expect(clock(silent.takes('dongpu-clerk', 'nameOnline', naming), 'takeOnline')).toMatchObject({
      state: 'running',
    })
  })

  test('is taken or declined by nobody but who was named', () => {
    named().refuses('mediator', 'takeOnline', 'out-of-scope', {}, taking('2026-01-15'))
    accepted().refuses('dongpu-mediator', 'declineOnline', 'out-of-scope', {}, { declineReason: '不擅长' })
    const declined = named().takes('dongpu-mediator', 'declineOnline', { declineReason: '不擅长' })
    declined.refuses('dongpu-mediator', 'declineOnline', 'guard-refused', {}, { declineReason: '不擅长' })
    declined.takes('dongpu-clerk', 'nameOnline', naming)
  })

  test('begins with the mediator’s yes: from that day thirty days before filing, fifteen or seven after', () => {
    accepted().refuses('dongpu-clerk', 'chooseMediator', 'guard-refused', {}, choosing)
    named().refuses('dongpu-clerk', 'chooseMediator', 'guard-refused', {}, choosing)
    const begun = (body: string) =>
      named(accepted({ body }))
        .takes('dongpu-mediator', 'takeOnline', taking('2026-01-15'))
        .at(day('2026-01-19'))
        .takes('dongpu-clerk', 'chooseMediator', choosing)
    expect(clock(begun('entrusted'), 'mediateForCourt')).toMatchObject({ dueOn: '2026-01-30' })
    expect(clock(begun('entrustedSimple'), 'mediateForCourt')).toMatchObject({ dueOn: '2026-01-22' })
    // 14 February is a make-up working day.
    expect(clock(begun('delegated'), 'mediateForCourt')).toMatchObject({ dueOn: '2026-02-14' })
    const taken = named().takes('dongpu-mediator', 'takeOnline', taking('2026-01-15'))
    taken.refuses('dongpu-clerk', 'nameOnline', 'guard-refused', {}, naming)
    taken.refuses('dongpu-mediator', 'takeOnline', 'guard-refused', {}, taking('2026-01-15'))
    taken.refuses('dongpu-mediator', 'declineOnline', 'guard-refused', {}, { declineReason: '没空' })
  })

  test('in person counts as before, from the day on which the mediator is chosen', () => {
    const matter = accepted({ online: 'no' }).at(day('2026-01-19')).takes('dongpu-clerk', 'chooseMediator', choosing)
    expect(clock(matter, 'mediateForCourt')).toMatchObject({ dueOn: '2026-02-24', code: 'MED-05' })
  })
})

describe('a labour dispute', () => {
  const labour = () => registered({ category: 'labour', source: 'applied' })

  test('that is not settled in fifteen days may go to arbitration, and mediation goes on', () => {
    expect(clock(labour(), 'arbitration')).toMatchObject({ code: 'LAB-01', dueOn: '2026-01-29' })
    expect(clock(registered(), 'arbitration')).toBeUndefined()
    const told = labour().waits(day('2026-01-30')).isIn('registered')
    expect(clock(told, 'arbitration')).toMatchObject({ state: 'lapsed' })
    expect(told.events().some((event) => event.type === 'StepTaken' && event.step === 'tellArbitration')).toBe(true)
  })

  test('that is settled in time has nothing to be told', () => {
    const agreed = labour()
      .takes('dongpu-mediator', 'askConsent', {
        body: 'people',
        parties: asking['parties'] ?? [],
        askedHow: 'inPerson',
      })
      .takes('dongpu-mediator', 'recordConsent', { party: 'parties.0', consentedOn: '2026-01-14' })
      .takes('dongpu-mediator', 'recordConsent', { party: 'parties.1', consentedOn: '2026-01-14' })
      .takes('dongpu-mediator', 'accept')
      .takes('dongpu-clerk', 'chooseMediator', choosing)
      .at(day('2026-01-16'))
      .takes('dongpu-mediator', 'holdSession', {
        sessionAt: day('2026-01-16'),
        sessionPlace: '调解室',
        record: '本月付清',
      })
      .takes(
        'dongpu-mediator',
        'recordOralAgreement',
        { agreedOn: '2026-01-16', agreement: '本月付清', performBy: '2026-01-30' },
        [PHOTO],
      )
    expect(clock(agreed, 'arbitration')).toMatchObject({ state: 'met' })
  })
})
