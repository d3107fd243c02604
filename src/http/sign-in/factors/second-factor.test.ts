import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OwnFactors } from '../../../domain/sign-in/sign-in-views.ts'
import {
  bodyOf,
  cookiesOf,
  giveAccount,
  json,
  type Send,
  TEST_PASSWORD,
  type TestOffice,
  testOffice,
} from '../../../testing/office.ts'
import { codeAt, enterAs, later, secondStep, sendWith, setUpTotp } from '../../../testing/sign-in/factors.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office?.dispose())

const session = async (post: string): Promise<Send> => {
  await giveAccount(office.county, office.deps, post)
  return sendWith(office, cookiesOf(await enterAs(office, post)))
}
const isIn = async (answer: Response) =>
  (await office.ask('/api/session', { headers: { cookie: cookiesOf(answer) } })).status === 200
const make = (_username: string) => later(office, 31)

describe('whoever set up an authenticator', () => {
  test('is not in by the password alone', async () => {
    const clerk = await session('clerk')
    const { secret, codes } = await setUpTotp(office, clerk)
    expect(codes).toHaveLength(10)
    make('clerk')
    const first = await enterAs(office, 'clerk')
    expect(await first.clone().json()).toEqual({ ok: true, second: { totp: true, passkey: false } })
    expect(await isIn(first)).toBe(false)
    const second = await secondStep(office, first, codeAt(secret, office.deps.now()))
    expect(second.status).toBe(200)
    expect(await isIn(second)).toBe(true)
  })

  test('gives a code once, and nobody uses it again', async () => {
    const triage = await session('triage')
    const { secret } = await setUpTotp(office, triage)
    make('triage')
    const code = codeAt(secret, office.deps.now())
    const [first, again] = [await enterAs(office, 'triage'), await enterAs(office, 'triage')]
    expect((await secondStep(office, first, code)).status).toBe(200)
    const replayed = await secondStep(office, again, code)
    expect(replayed.status).toBe(401)
    expect(await bodyOf(replayed)).toMatchObject({ title: '验证码不对，或者已经用过' })
  })

  test('may be half a minute off, not two minutes', async () => {
    const inspector = await session('inspector')
    const { secret } = await setUpTotp(office, inspector)
    later(office, 120)
    const at = (seconds: number) =>
      codeAt(secret, new Date(Date.parse(office.deps.now()) + seconds * 1000).toISOString())
    expect((await secondStep(office, await enterAs(office, 'inspector'), at(-120))).status).toBe(401)
    expect((await secondStep(office, await enterAs(office, 'inspector'), at(120))).status).toBe(401)
    expect((await secondStep(office, await enterAs(office, 'inspector'), at(-30))).status).toBe(200)
    expect((await secondStep(office, await enterAs(office, 'inspector'), at(30))).status).toBe(200)
  })

  test('gets in by a recovery code, each once, however it is typed', async () => {
    const handler = await session('handler')
    const { codes } = await setUpTotp(office, handler)
    const typed = String(codes[0]).toUpperCase().replaceAll('-', ' ')
    expect((await secondStep(office, await enterAs(office, 'handler'), typed)).status).toBe(200)
    expect((await secondStep(office, await enterAs(office, 'handler'), typed)).status).toBe(401)
    const renewed = await secondStep(office, await enterAs(office, 'handler'), String(codes[1]))
    const own = sendWith(office, cookiesOf(renewed))
    expect((await bodyOf<OwnFactors>(await own('/api/auth/factors'))).recoveryLeft).toBe(8)
    await own('/api/auth/recovery-codes', json({}))
    expect((await secondStep(office, await enterAs(office, 'handler'), String(codes[2]))).status).toBe(401)
  })

  test('ended all other sessions by it', async () => {
    await giveAccount(office.county, office.deps, 'leader')
    const [here, there] = [await enterAs(office, 'leader'), await enterAs(office, 'leader')]
    await setUpTotp(office, sendWith(office, cookiesOf(here)))
    expect([await isIn(here), await isIn(there)]).toEqual([true, false])
  })

  test('finds the record of the door say so', async () => {
    const { rows } = await office.county.database.owner.query(
      `select distinct what from security_events where person_id = 'person-handler' order by what`,
    )
    expect(rows.map(({ what }) => what)).toEqual(['factorAdded', 'factorRefused', 'recoveryUsed', 'signedIn'])
  })

  test('and the secret is nowhere in the clear', async () => {
    const verifier = await session('verifier')
    const { secret, codes } = await setUpTotp(office, verifier)
    const { rows } = await office.county.database.owner.query(
      `select (select json_agg(t) from auth.totp_secrets t)::text || (select json_agg(r) from auth.recovery_codes r)::text as all`,
    )
    expect(rows[0].all).not.toContain(secret)
    expect(rows[0].all).not.toContain(codes[0])
  })
})

describe('somebody who knows the password', () => {
  test('does not find the code by trying, from many addresses, and keeps the known browser in', async () => {
    await giveAccount(office.county, office.deps, 'mediator')
    const known = cookiesOf(await enterAs(office, 'mediator'))
    const { secret } = await setUpTotp(office, sendWith(office, known))
    const device = known.split('; ').find((cookie) => cookie.startsWith('anlan-device=')) ?? ''
    const answers: number[] = []
    for (let host = 0; host < 15; host += 1) {
      const from = `203.0.113.${host}`
      answers.push((await secondStep(office, await enterAs(office, 'mediator', from), '000000', from)).status)
    }
    expect(answers.filter((status) => status === 401)).toHaveLength(10)
    expect(answers.at(-1)).toBe(429)
    make('mediator')
    const first = await enterAs(office, 'mediator', '203.0.113.1', device)
    expect(await isIn(await secondStep(office, first, codeAt(secret, office.deps.now()), '203.0.113.1', device))).toBe(
      true,
    )
  })

  test('takes up no second step without the first', async () => {
    expect((await office.ask('/api/auth/second-step', json({ code: '123456' }))).status).toBe(401)
    const forged = json({ code: '123456' }, { cookie: 'anlan-second=c29tZXRoaW5n' })
    expect((await office.ask('/api/auth/second-step', forged)).status).toBe(401)
  })
})

describe('a screen that was left open', () => {
  test('turns nothing off without the password, ten minutes after the sign-in', async () => {
    const reviewer = await session('reviewer')
    const { secret } = await setUpTotp(office, reviewer)
    await office.county.database.owner.query(
      `update auth.sessions set created_at = created_at - interval '11 minutes'
       where user_id in (select id from auth.users where username = 'reviewer')`,
    )
    const refused = await reviewer('/api/auth/totp/remove', json({}))
    expect(await bodyOf(refused)).toMatchObject({ issues: [{ field: 'password', rule: 'required' }] })
    const wrong = await reviewer('/api/auth/totp/remove', json({ password: 'not-the-one' }))
    expect(await bodyOf(wrong)).toMatchObject({ issues: [{ field: 'password', rule: 'wrong' }] })
    expect((await reviewer('/api/auth/totp/remove', json({ password: 'calm-water-2026' }))).status).toBe(200)
    expect(await isIn(await enterAs(office, 'reviewer'))).toBe(true)
    expect(secret).toHaveLength(32)
  })
})

test('who changes the password stays in as they came in: by the second factor that the office demands', async () => {
  const first = await session('court-judge')
  const { secret } = await setUpTotp(office, first)
  later(office, 31)
  const entered = await secondStep(office, await enterAs(office, 'court-judge'), codeAt(secret, office.deps.now()))
  const rule = { scope: 'post', subject: 'court-judge' }
  const admin = await office.as('administrator')
  await admin('/api/admin/factor-rules', { ...json({ reason: '法官岗', rules: [rule] }), method: 'PUT' })
  const change = json(
    { currentPassword: TEST_PASSWORD, newPassword: 'still-water-runs-2026' },
    { cookie: cookiesOf(entered) },
  )
  const changed = await office.ask('/api/auth/change-password', change)
  expect(changed.status).toBe(200)
  const own = sendWith(office, cookiesOf(changed))
  expect((await own('/api/counts')).status).toBe(200)
})

test('a one-time password sets up no factor: whoever gave it knows it too', async () => {
  await giveAccount(office.county, office.deps, 'auditor', true)
  const auditor = sendWith(office, cookiesOf(await enterAs(office, 'auditor')))
  expect((await auditor('/api/auth/totp', json({}))).status).toBe(403)
})
