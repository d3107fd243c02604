import { describe, expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import { given, PHOTO, type Told } from '../../testing/given.ts'
import { disputeV1 } from './v1/procedure.ts'

const told: FormValues = {
  title: '下塘村两家宅基地边界',
  category: 'housing',
  description: '两家为一米通道争执',
  difficulty: 'ordinary',
  place: '下塘村',
  placeUnit: 'xiatang',
  partyA: '周某',
  partyAPhone: '13800000000',
}
const consent: FormValues = { consent: 'yes', consentedOn: '2026-01-16' }
const mediator: FormValues = { owner: 'dongpu-mediator', chosenBy: 'parties', recusal: 'none', openSession: 'no' }
const session: FormValues = { sessionAt: '2026-01-16T02:00:00.000Z', sessionPlace: '东浦镇调解室', record: '各让半米' }
const agreement: FormValues = {
  agreementNo: '东调〔2026〕1号',
  agreedOn: '2026-01-16',
  effectiveOn: '2026-01-16',
  agreement: '各让半米，留出通道',
  performBy: '2026-01-30',
  confirmable: 'yes',
}
const remedies: FormValues = { remedies: ['lawsuit'], toldHow: 'inPerson' }

const registered = () => given(disputeV1, 'dongpu-mediator', told, { unitId: 'dongpu', at: '2026-01-16T01:00:00.000Z' })
const accepted = () => registered().takes('dongpu-mediator', 'recordConsent', consent)
const chosen = () => accepted().takes('dongpu-clerk', 'chooseMediator', mediator)
const mediating = () => chosen().takes('dongpu-mediator', 'holdSession', session)
const agreed = () => mediating().takes('dongpu-mediator', 'recordAgreement', agreement, [PHOTO])
const failed = () => mediating().takes('dongpu-mediator', 'fail', { failedReason: '差距太大', rounds: 2 })
const clock = (matter: Told, deadline: string) =>
  matter
    .matter()
    .clocks.filter((each) => each.deadline === deadline)
    .at(-1)

describe('mediation', () => {
  test('begins only when every party consents', () => {
    registered()
      .refuses('dongpu-mediator', 'recordConsent', 'form-invalid', {}, { consent: 'no', consentedOn: '2026-01-16' })
      .refuses('dongpu-clerk', 'chooseMediator', 'step-not-open')
  })

  test('that a party refuses ends with the other remedies told, and nothing else', () => {
    const matter = registered().takes('dongpu-mediator', 'recordRefusal', remedies).isIn('unwilling').matter()
    expect(matter.outcome).toBe('unwilling')
    registered().refuses('dongpu-mediator', 'recordRefusal', 'form-invalid', {}, { toldHow: 'inPerson' })
  })

  test('is stopped by a party at any time', () => {
    mediating().takes('dongpu-mediator', 'stop', { consent: 'no' }).isIn('failed')
    accepted().takes('dongpu-mediator', 'stop', { consent: 'no' }).isIn('failed')
  })

  test('lasts thirty days unless the parties agree to more', () => {
    // The thirtieth day, 15 February, lies in the Spring Festival; work begins again on the 24th.
    expect(clock(chosen(), 'mediate')).toMatchObject({ code: 'MED-02', dueOn: '2026-02-24' })
  })
})

describe('an agreement', () => {
  test('may be confirmed by the court within thirty days, with reminders on days 1, 20 and 27', () => {
    expect(clock(agreed(), 'confirm')).toMatchObject({ code: 'CNF-01', dueOn: '2026-02-24' })
    const reminded = agreed().waits('2026-02-22T01:00:00.000Z')
    expect(clock(reminded, 'confirm')?.warned).toHaveLength(3)
  })

  test('about marriage, adoption or identity has no such window, nor has an oral one', () => {
    const private_ = mediating().takes('dongpu-mediator', 'recordAgreement', { ...agreement, confirmable: 'no' }, [
      PHOTO,
    ])
    expect(clock(private_, 'confirm')).toBeUndefined()
    const { agreementNo: _, effectiveOn: __, confirmable: ___, ...oral } = agreement
    expect(clock(mediating().takes('dongpu-mediator', 'recordOralAgreement', oral), 'confirm')).toBeUndefined()
  })

  test('is followed to performance, or to the court routes when it is broken', () => {
    agreed()
      .takes('dongpu-mediator', 'confirmPerformance', { visitedOn: '2026-01-16', performance: '通道已留出' })
      .isIn('performed')
    agreed()
      .takes('dongpu-mediator', 'recordBreach', { visitedOn: '2026-01-16', unperformed: '没有让出' })
      .takes('dongpu-mediator', 'tellEnforcement', { ...remedies, remedies: ['enforcement'] })
      .isIn('breachTold')
  })
})

describe('a failed first tier', () => {
  const grounds: FormValues = { escalateReason: '两次没有调成', remedies: ['lawsuit'] }

  test('goes up to the next tier, without the sealed names', () => {
    const escalated = failed().takes('dongpu-mediator', 'escalate', grounds).isIn('escalated')
    const event = escalated.events().at(-1)
    expect(event).toMatchObject({
      outcome: 'escalated',
      opens: [
        {
          procedure: 'dispute',
          link: 'escalatedFrom',
          unitId: 'qinglan',
          form: { title: told['title'], difficulty: 'ordinary' },
        },
      ],
    })
    expect(Object.keys((event?.type === 'StepTaken' && event.opens[0]?.form) || {})).not.toContain('partyAPhone')
  })

  test('at the county, or when the parties prefer it, ends with the remedies told', () => {
    failed().takes('dongpu-mediator', 'tellRemedies', remedies).isIn('remediesTold')
  })
})
