import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OwnFactors } from '../../../domain/sign-in/sign-in-views.ts'
import {
  bodyOf,
  cookiesOf,
  giveAccount,
  json,
  type Send,
  type TestOffice,
  testOffice,
} from '../../../testing/office.ts'
import { deviceAsked, enterAs, sendWith, setUpPasskey } from '../../../testing/sign-in/factors.ts'
import type { Lie, SoftPasskey } from '../../../testing/sign-in/soft-passkey.ts'

let office: TestOffice
let device: SoftPasskey
let clerk: Send
beforeAll(async () => {
  office = await testOffice()
  await giveAccount(office.county, office.deps, 'clerk')
  clerk = sendWith(office, cookiesOf(await enterAs(office, 'clerk')))
  device = await setUpPasskey(clerk)
})
afterAll(() => office?.dispose())

const asked = async () => deviceAsked(await office.ask('/api/auth/passkeys/ask', json({})))
const show = async (lie: Lie = {}, shown = device) => {
  const { errand, options } = await asked()
  return office.ask('/api/auth/passkeys/sign-in', json({ errand, credential: shown.show(options, lie) }))
}
const own = async (send: Send) => bodyOf<OwnFactors>(await send('/api/auth/factors'))

describe('a passkey', () => {
  test('signs in by itself, without a name and a password', async () => {
    const answer = await show()
    expect(answer.status).toBe(200)
    const send = sendWith(office, cookiesOf(answer))
    expect(await bodyOf(await send('/api/session'))).toMatchObject({ person: { username: 'clerk' } })
    expect((await own(send)).passkeys).toMatchObject([{ name: '办公室电脑', lastUsedAt: expect.any(String) }])
  })

  test('is asked for after the password, where there is one', async () => {
    const first = await enterAs(office, 'clerk')
    expect(await first.clone().json()).toEqual({ ok: true, second: { totp: false, passkey: true } })
    expect((await office.ask('/api/session', { headers: { cookie: cookiesOf(first) } })).status).toBe(401)
  })

  test.each<[string, Lie]>([
    ['from a copied page', { origin: 'https://anlan.example.com' }],
    ['of a device that asked for neither finger nor PIN', { unverified: true }],
    ['for another question', { challenge: 'c29tZXRoaW5nIGVsc2U' }],
  ])('%s opens nothing', async (_, lie) => {
    const answer = await show(lie)
    expect(answer.status).toBe(401)
    expect(await bodyOf(answer)).toMatchObject({ title: '这把通行密钥这里不认识' })
  })

  test('shown once is not shown again by who listened', async () => {
    const { errand, options } = await asked()
    const body = json({ errand, credential: device.show(options) })
    expect((await office.ask('/api/auth/passkeys/sign-in', body)).status).toBe(200)
    expect((await office.ask('/api/auth/passkeys/sign-in', body)).status).toBe(401)
  })

  test('that nobody registered opens nothing', async () => {
    const { softPasskey } = await import('../../../testing/sign-in/soft-passkey.ts')
    expect((await show({}, softPasskey('http://localhost:8080'))).status).toBe(401)
  })

  test('of an account that was closed opens nothing', async () => {
    await giveAccount(office.county, office.deps, 'triage')
    const triage = sendWith(office, cookiesOf(await enterAs(office, 'triage')))
    const theirs = await setUpPasskey(triage)
    const admin = await office.as('administrator')
    expect((await admin('/api/admin/people/person-triage/leave', json({ reason: '调走' }))).status).toBe(200)
    expect((await show({}, theirs)).status).toBe(401)
  })

  test('is not registered with a question that was another’s', async () => {
    await giveAccount(office.county, office.deps, 'handler')
    const handler = sendWith(office, cookiesOf(await enterAs(office, 'handler')))
    const { errand, options } = await deviceAsked(await handler('/api/auth/passkeys/new', json({})))
    const credential = device.make(options)
    expect((await clerk('/api/auth/passkeys', json({ errand, name: '换一把', credential }))).status).toBe(404)
  })

  test('has a name that can change, and is removed by its owner alone', async () => {
    await giveAccount(office.county, office.deps, 'leader')
    const leader = sendWith(office, cookiesOf(await enterAs(office, 'leader')))
    const id = (await own(clerk)).passkeys[0]?.id
    const named = (send: Send) => send(`/api/auth/passkeys/${id}`, { ...json({ name: '我的手机' }), method: 'PATCH' })
    expect([(await named(leader)).status, (await named(clerk)).status]).toEqual([404, 200])
    const removed = (send: Send) => send(`/api/auth/passkeys/${id}/remove`, json({}))
    expect([(await removed(leader)).status, (await removed(clerk)).status]).toEqual([404, 200])
    expect((await show()).status).toBe(401)
    expect(await own(clerk)).toMatchObject({ passkeys: [], recoveryLeft: 0 })
  })
})
