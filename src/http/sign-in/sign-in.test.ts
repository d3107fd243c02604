import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SessionView } from '../../domain/views/views.ts'
import {
  bodyOf,
  cookiesOf,
  giveAccount,
  json,
  TEST_PASSWORD,
  type TestOffice,
  testOffice,
} from '../../testing/office.ts'
import { makeAccount } from './account.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office?.dispose())

const signIn = (username: string, password: string, headers: Record<string, string> = {}) =>
  office.ask('/api/auth/sign-in/username', json({ username, password }, headers))

describe('sign-in', () => {
  test('a session names the person, the post and what is needed to count days', async () => {
    const clerk = await office.as('clerk')
    const session = await (await clerk('/api/session')).json()
    expect(session).toMatchObject({
      tenant: { id: 'qinglan' },
      person: { name: '周示例', username: 'clerk' },
      post: { id: 'clerk', unitId: 'qinglan', unitPath: '/qinglan/', roles: ['clerk'] },
      mustChangePassword: false,
      now: '2026-03-02T01:00:00.000Z',
    })
  })

  test('an unknown name and a wrong password get the same answer', async () => {
    await office.as('clerk')
    const [unknown, wrong] = [await signIn('nobody', 'some-password'), await signIn('clerk', 'some-password')]
    expect([unknown.status, wrong.status]).toEqual([401, 401])
    const [first, second] = [await bodyOf(unknown), await bodyOf(wrong)]
    expect({ ...first, requestId: '' }).toEqual({ ...second, requestId: '' })
    expect(first).toMatchObject({ type: '/problems/sign-in-refused', title: '用户名或密码不对' })
  })

  test('a name in Chinese is a name', async () => {
    await makeAccount(office.deps.auth, {
      tenant: 'qinglan',
      username: '周示例',
      name: '周示例',
      password: TEST_PASSWORD,
    })
    expect((await signIn('周示例', TEST_PASSWORD)).status).toBe(200)
  })

  test('the session cookie is for the server only and stays on this site', async () => {
    await office.as('clerk')
    const answer = await signIn('clerk', TEST_PASSWORD)
    const cookie = answer.headers.getSetCookie().find((each) => each.startsWith('anlan.session_token='))
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
    expect(await answer.json()).toEqual({ ok: true })
  })

  test('guessing one name is slowed down', async () => {
    const answers = []
    for (let count = 0; count < 6; count += 1) answers.push((await signIn('guessed', 'wrong-password')).status)
    expect(answers).toEqual([...Array(5).fill(401), 429])
    const refused = await signIn('guessed', 'wrong-password')
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  test('guessing from one address over many names is slowed down, and another address is not', async () => {
    const from = (address: string, name: string) => signIn(name, 'wrong-password', { 'x-forwarded-for': address })
    let last = 401
    for (let count = 0; count < 41; count += 1) last = (await from('198.51.100.7', `name${count}`)).status
    expect(last).toBe(429)
    expect((await from('198.51.100.8', 'another')).status).toBe(401)
  })

  test('a whole office behind one address gets in', async () => {
    await giveAccount(office.county, office.deps, 'reviewer')
    const from = { 'x-forwarded-for': '198.51.100.9' }
    let last = 200
    for (let count = 0; count < 42; count += 1) last = (await signIn('reviewer', TEST_PASSWORD, from)).status
    expect(last).toBe(200)
  })

  test('nobody registers', async () => {
    const body = json({ email: 'a@b.example', name: 'x', password: 'long-enough-1', username: 'intruder' })
    for (const path of ['/api/auth/sign-up/email', '/api/auth/admin/create-user', '/api/auth/update-user']) {
      expect((await office.ask(path, body)).status, path).toBe(404)
    }
  })

  test('a one-time password opens nothing but the change of it', async () => {
    await giveAccount(office.county, office.deps, 'handler', true)
    const cookie = cookiesOf(await signIn('handler', TEST_PASSWORD))
    const ask = (path: string, init?: RequestInit) =>
      office.ask(path, { ...init, headers: { cookie, ...init?.headers } })
    expect((await bodyOf(await ask('/api/session')))['mustChangePassword']).toBe(true)
    const blocked = await ask('/api/today')
    expect(blocked.status).toBe(403)
    expect(await blocked.json()).toMatchObject({ type: '/problems/password-change-required' })

    const easy = await ask(
      '/api/auth/change-password',
      json({ currentPassword: TEST_PASSWORD, newPassword: 'handler-2026' }),
    )
    expect(await easy.json()).toMatchObject({ issues: [{ field: 'newPassword', rule: 'too-easy' }] })
    const short = await ask('/api/auth/change-password', json({ currentPassword: TEST_PASSWORD, newPassword: 'short' }))
    expect(await short.json()).toMatchObject({ issues: [{ field: 'newPassword', rule: 'too-short', limit: 10 }] })
    const wrong = await ask(
      '/api/auth/change-password',
      json({ currentPassword: 'not-it', newPassword: 'seven-quiet-herons' }),
    )
    expect(await wrong.json()).toMatchObject({ issues: [{ field: 'currentPassword', rule: 'wrong' }] })

    const changed = await ask(
      '/api/auth/change-password',
      json({ currentPassword: TEST_PASSWORD, newPassword: 'seven-quiet-herons', revokeOtherSessions: true }),
    )
    expect(changed.status).toBe(200)
    const fresh = cookiesOf(changed)
    expect((await office.ask('/api/today', { headers: { cookie: fresh } })).status).toBe(200)
    expect((await ask('/api/session')).status).toBe(401)
    expect((await signIn('handler', TEST_PASSWORD)).status).toBe(401)
  })

  test('a session can be seen and ended', async () => {
    await giveAccount(office.county, office.deps, 'leader')
    const [first, second] = [
      cookiesOf(await signIn('leader', TEST_PASSWORD)),
      cookiesOf(await signIn('leader', TEST_PASSWORD)),
    ]
    const sessions = await bodyOf<{ id: string; current: boolean }[]>(
      await office.ask('/api/auth/sessions', { headers: { cookie: first } }),
    )
    expect(sessions).toHaveLength(2)
    const other = sessions.find(({ current }) => !current)
    await office.ask('/api/auth/sessions/revoke', json({ id: other?.id }, { cookie: first }))
    expect((await office.ask('/api/session', { headers: { cookie: second } })).status).toBe(401)
    expect((await office.ask('/api/session', { headers: { cookie: first } })).status).toBe(200)
    expect((await office.ask('/api/auth/sign-out', { method: 'POST', headers: { cookie: first } })).status).toBe(200)
    expect((await office.ask('/api/session', { headers: { cookie: first } })).status).toBe(401)
  })

  test('a session ends by itself after a working day', async () => {
    await office.as('clerk')
    const cookie = cookiesOf(await signIn('clerk', TEST_PASSWORD))
    await office.county.database.owner.query(`update auth.sessions set expires_at = '2020-01-01'`)
    expect((await office.ask('/api/session', { headers: { cookie } })).status).toBe(401)
  })

  test('who has left is not let in', async () => {
    await giveAccount(office.county, office.deps, 'auditor')
    const cookie = cookiesOf(await signIn('auditor', TEST_PASSWORD))
    expect((await office.ask('/api/session', { headers: { cookie } })).status).toBe(200)
    await office.county.database.owner.query(`update people set left_at = '2026-03-01' where id = 'person-auditor'`)
    expect((await office.ask('/api/session', { headers: { cookie } })).status).toBe(401)
  })
})

describe('the acting post', () => {
  test('who holds no post is told that signing in again does not help', async () => {
    await giveAccount(office.county, office.deps, 'mediator')
    const cookie = cookiesOf(await signIn('mediator', TEST_PASSWORD))
    await office.county.database.owner.query(`update posts set person_id = null where id = 'mediator'`)
    const answer = await office.ask('/api/session', { headers: { cookie } })
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ code: 'not-allowed', rule: 'no-post' })
  })

  test('who holds two posts acts in one and can change', async () => {
    await office.county.database.owner.query(`update posts set person_id = 'person-triage' where id = 'reviewer'`)
    const triage = await office.as('triage')
    const before = await bodyOf<SessionView>(await triage('/api/session'))
    expect(before.posts.map(({ id }) => id)).toEqual(['reviewer', 'triage'])
    const changed = await triage('/api/session/post', json({ postId: 'triage' }))
    expect(await changed.json()).toMatchObject({ post: { id: 'triage', roles: ['triageOfficer', 'clerk'] } })
    const next = await triage('/api/session', { headers: { cookie: cookiesOf(changed) } })
    expect(await next.json()).toMatchObject({ post: { id: 'triage' } })
  })

  test('a post of somebody else is refused', async () => {
    const clerk = await office.as('dongpu-clerk')
    const answer = await clerk('/api/session/post', json({ postId: 'leader' }))
    expect(await answer.json()).toMatchObject({ issues: [{ field: 'postId', rule: 'not-a-post' }] })
    const forged = await clerk('/api/session', { headers: { cookie: 'anlan-post=leader' } })
    expect(await forged.json()).toMatchObject({ post: { id: 'dongpu-clerk' } })
  })
})

test('a write from another site is refused', async () => {
  const headers = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site', 'content-type': 'text/plain' }
  const answer = await office.ask('/api/auth/sign-out', { method: 'POST', body: '{}', headers })
  expect(answer.status).toBe(403)
  expect(await answer.json()).toMatchObject({ type: '/problems/not-allowed' })
})
