import { describe, expect, test } from 'vitest'
import type { FormValues } from '../../domain/procedure/form.ts'
import { personalOf } from '../../domain/procedure/form.ts'
import { accessFacts, maySee } from '../../engine/access/access.ts'
import { given, TEST_RULEBOOK } from '../../testing/given.ts'
import { actorOf, DIRECTORY, POSTS } from '../../testing/people.ts'
import { counsellingV1 } from './v1/procedure.ts'

const rulebook = {
  ...TEST_RULEBOOK,
  directory: { ...DIRECTORY, sights: { counselling: counsellingV1.sight ?? {} } },
}
const referred = () =>
  given(
    counsellingV1,
    'dongpu-mediator',
    { title: '心理疏导转介', raisedBy: 'offered' },
    { unitId: 'dongpu', rulebook },
  )
const CONSENT: FormValues = {
  consent: 'yes',
  consentVersion: '2025年第1版',
  consentHow: 'signed',
  consentedOn: '2026-03-02',
  contactName: '小林',
  contactPhone: '000-0000-1234',
}
const consented = () => referred().takes('dongpu-mediator', 'recordConsent', CONSENT)
const handedOver = () => consented().takes('dongpu-mediator', 'handOver', { unit: 'yunxi' })
const serving = () => handedOver().takes('yunxi-clerk', 'take')

describe('a referral to counselling', () => {
  test('goes from consent to the service and ends with how often, and nothing else', () => {
    const done = serving().takes('yunxi-clerk', 'finish', { heldTimes: 4 }).isIn('finished')
    expect(done.matter()).toMatchObject({ outcome: 'finished', unitId: 'yunxi', fields: { heldTimes: 4 } })
    expect(done.matter().shreddedAt).toBeUndefined()
  })

  test('is not handed over without consent, and consent names the version of the text that was read', () => {
    referred()
      .refuses('dongpu-mediator', 'handOver', 'step-not-open', {}, { unit: 'yunxi' })
      .refuses('dongpu-mediator', 'recordConsent', 'form-invalid', {}, { ...CONSENT, consent: 'no' })
      .refuses('dongpu-mediator', 'recordConsent', 'form-invalid', {}, { ...CONSENT, consentVersion: '' })
  })

  test('that is refused ends at once, costs nothing and leaves no contact', () => {
    const refused = referred().takes('dongpu-mediator', 'recordRefusal', { toldHow: 'inPerson' }).isIn('refused')
    expect(refused.events().at(-1)).toMatchObject({ shreds: true })
  })

  test.each([
    ['before anything', referred, 'dongpu-mediator'],
    ['after consent', consented, 'dongpu-mediator'],
    ['when it was handed over', handedOver, 'yunxi-clerk'],
    ['while it goes on', serving, 'yunxi-clerk'],
    ['told to the unit that referred', serving, 'dongpu-mediator'],
  ] as const)('is stopped by taking the consent back %s, and what is personal is destroyed', (_, before, post) => {
    const stopped = before().takes(post, 'withdraw').isIn('withdrawn')
    expect(stopped.matter().shreddedAt).toBeDefined()
    expect(stopped.events().at(-1)).toMatchObject({ shreds: true })
  })

  test('the service cannot take is returned to the unit that referred', () => {
    const returned = handedOver().takes('yunxi-clerk', 'turnDown', { reason: '人手不足' }).isIn('consented')
    expect(returned.matter().raised?.flatMap(({ to }) => to)).toContain('handler@dongpu')
    returned.takes('dongpu-mediator', 'handOver', { unit: 'xiatang' }).isIn('handedOver')
  })

  test('that goes on is confirmed every three months, or says that it stopped', () => {
    const due = (told: ReturnType<typeof serving>) => told.matter().clocks.findLast(({ state }) => state === 'running')
    const first = due(serving())
    const later = due(serving().at('2026-05-28T01:00:00.000Z').takes('yunxi-clerk', 'confirm'))
    expect(first?.deadline).toBe('goOn')
    expect([first?.dueOn, later?.dueOn]).toEqual(['2026-06-02', '2026-08-28'])
    serving().takes('yunxi-clerk', 'stop', { heldTimes: 1 }).isIn('stopped')
  })

  test('is taken up by the service and by nobody else', () => {
    handedOver()
      .refuses('dongpu-mediator', 'take', 'out-of-scope')
      .refuses('clerk', 'take', 'role-required')
      .refuses('handler', 'take', 'out-of-scope')
  })
})

describe('what is known of the person', () => {
  test('is how to call them; no question and no category says why or what for', () => {
    const fields = Object.values(counsellingV1.forms).flatMap((form) => Object.entries(form.fields))
    expect(fields.filter(([, field]) => personalOf(field)).map(([name]) => name)).toEqual([
      'contactName',
      'contactPhone',
    ])
    expect(counsellingV1.categories).toEqual({})
    const words = JSON.stringify(counsellingV1.forms)
    for (const word of ['症', '诊断', '病', '量表', '评估', '药', '自杀', '家族']) expect(words).not.toContain(word)
    expect(fields.filter(([, { kind }]) => kind === 'files')).toEqual([])
  })
})

describe('who sees it', () => {
  const seers = (told: ReturnType<typeof referred>) =>
    POSTS.map(({ id }) => id).filter((id) => maySee(actorOf(id), accessFacts(told.matter(), rulebook.directory)))

  test('those who work with it in the two units, and nobody of the line above', () => {
    expect(seers(referred())).toEqual(['dongpu-clerk', 'dongpu-mediator'])
    expect(seers(serving())).toEqual(['dongpu-clerk', 'dongpu-mediator', 'yunxi-clerk'])
  })
})
