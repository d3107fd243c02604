import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SignInState } from '../../domain/sign-in/sign-in-views.ts'
import type { AdminChange, AdminPerson } from '../../domain/views/admin-views.ts'
import { bodyOf, cookiesOf, giveAccount, json, type Send, type TestOffice, testOffice } from '../../testing/office.ts'
import { enterAs, sendWith, setUpTotp } from '../../testing/sign-in/factors.ts'

let office: TestOffice
let admin: Send
let auditor: Send
beforeAll(async () => {
  office = await testOffice()
  admin = await office.as('administrator')
  auditor = await office.as('auditor')
})
afterAll(() => office?.dispose())

const rules = (list: object[]): RequestInit => ({ ...json({ reason: '等保要求', rules: list }), method: 'PUT' })
const state = async () => bodyOf<SignInState>(await admin('/api/admin/sign-in'))
const ask = (who: Send, person: string) => who(`/api/admin/people/${person}/reset-factor`, json({ reason: '手机丢了' }))
const decide = async (who: Send, agree = true) => {
  const id = (await state()).resets[0]?.id
  return who(`/api/admin/factor-resets/${id}/decide`, json({ reason: '已当面核实', agree }))
}
const codeOf = async (answer: Response) => (await bodyOf(answer))['rule']

describe('a second factor that the office demands', () => {
  beforeEach(async () => void (await admin('/api/admin/factor-rules', rules([]))))

  test.each([
    ['of everybody', { scope: 'office', subject: '' }],
    ['of a role', { scope: 'role', subject: 'handler' }],
    ['of a post', { scope: 'post', subject: 'handler' }],
  ])('%s: who has none does nothing else before', async (_, rule) => {
    const handler = await office.as('handler')
    expect((await handler('/api/today')).status).toBe(200)
    await office.county.database.owner.query(
      `insert into factor_rules (tenant, scope, subject, at) values ('qinglan', $1, $2, now())`,
      [rule.scope, rule.subject],
    )
    const refused = await handler('/api/today')
    expect(refused.status).toBe(403)
    expect(await bodyOf(refused)).toMatchObject({ code: 'second-factor-required' })
    expect(await bodyOf(await handler('/api/session'))).toMatchObject({ mustSetFactor: true })
    await office.county.database.owner.query(`delete from factor_rules`)
  })

  test('is set up at the door, opens the rest, and the last one stays', async () => {
    await giveAccount(office.county, office.deps, 'mediator')
    await admin('/api/admin/factor-rules', rules([{ scope: 'role', subject: 'mediator' }]))
    const mediator = sendWith(office, cookiesOf(await enterAs(office, 'mediator')))
    expect((await mediator('/api/today')).status).toBe(403)
    await setUpTotp(office, mediator)
    expect((await mediator('/api/today')).status).toBe(200)
    expect(await codeOf(await mediator('/api/auth/totp/remove', json({})))).toBe('factor-demanded')
    expect((await admin('/api/admin/people')).status).toBe(200)
    const people = await bodyOf<AdminPerson[]>(await admin('/api/admin/people'))
    expect(people.filter(({ hasFactor }) => hasFactor).map(({ username }) => username)).toEqual(['mediator'])
    expect((await state()).people.withFactor).toBe(1)
  })

  test('is said by administrators alone, and stands in the record', async () => {
    const clerk = await office.as('clerk')
    expect((await clerk('/api/admin/factor-rules', rules([]))).status).toBe(403)
    expect((await auditor('/api/admin/factor-rules', rules([]))).status).toBe(403)
    const changes = await bodyOf<AdminChange[]>(await admin('/api/admin/changes'))
    expect(changes.find(({ subject }) => subject === 'office')).toMatchObject({
      subjectId: 'factorRules',
      what: 'changed',
      reason: '等保要求',
    })
  })
})

describe('a reset of somebody’s second factor', () => {
  let clerk: Send
  beforeAll(async () => {
    await admin('/api/admin/factor-rules', rules([]))
    await giveAccount(office.county, office.deps, 'leader')
    clerk = sendWith(office, cookiesOf(await enterAs(office, 'leader')))
    await setUpTotp(office, clerk)
  })

  test('does nothing until a second person agrees, who is neither who asked nor the person', async () => {
    expect((await ask(admin, 'person-leader')).status).toBe(200)
    expect((await clerk('/api/session')).status).toBe(200)
    expect(await codeOf(await decide(admin))).toBe('own-act')
    await office.county.database.owner.query(
      `update factor_resets set person_id = 'person-auditor' where decided_at is null`,
    )
    expect(await codeOf(await decide(auditor))).toBe('own-factor')
    await office.county.database.owner.query(
      `update factor_resets set person_id = 'person-leader' where decided_at is null`,
    )
    expect(await (await enterAs(office, 'leader')).json()).toMatchObject({ second: { totp: true } })
  })

  test('may be refused, and asked again', async () => {
    expect((await decide(auditor, false)).status).toBe(200)
    expect((await state()).resets).toEqual([])
    expect((await clerk('/api/session')).status).toBe(200)
    expect((await ask(admin, 'person-leader')).status).toBe(200)
  })

  test('ends all sessions and asks for the password alone', async () => {
    expect((await decide(auditor)).status).toBe(200)
    expect((await clerk('/api/session')).status).toBe(401)
    expect(await (await enterAs(office, 'leader')).json()).toEqual({ ok: true })
    const changes = await bodyOf<AdminChange[]>(await admin('/api/admin/changes'))
    const about = changes.filter(({ subjectId }) => subjectId === 'person-leader')
    expect(about.map(({ what }) => what).sort()).toEqual([
      'factorReset',
      'factorResetAsked',
      'factorResetAsked',
      'factorResetRefused',
    ])
    expect(about.find(({ what }) => what === 'factorReset')).toMatchObject({
      personName: '冯试验',
      reason: '已当面核实',
      subjectId: 'person-leader',
    })
  })

  test('is not agreed to by who gave the person a new password: they could sign in', async () => {
    await office.county.database.owner.query(
      `update posts set roles = '{handler,administrator}', confirmed_person_id = person_id, confirmed_roles = '{administrator}' where id = 'handler'`,
    )
    const second = await office.as('handler')
    expect((await second('/api/admin/people/person-leader/reset-password', json({ reason: '忘了' }))).status).toBe(200)
    expect((await ask(admin, 'person-leader')).status).toBe(200)
    expect(await codeOf(await decide(second))).toBe('own-act')
    expect((await decide(auditor)).status).toBe(200)
  })
})

test('where somebody is signed in is seen by administrators, and ended on record', async () => {
  await giveAccount(office.county, office.deps, 'inspector')
  const inspector = sendWith(office, cookiesOf(await enterAs(office, 'inspector')))
  const at = '/api/admin/people/person-inspector'
  expect(await bodyOf(await admin(`${at}/sessions`))).toMatchObject([{ browser: '', lastUsedAt: expect.any(String) }])
  expect((await admin(`${at}/end-sessions`, json({ reason: '电脑丢了' }))).status).toBe(200)
  expect((await inspector('/api/session')).status).toBe(401)
})
