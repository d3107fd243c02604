import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AdminPerson, AdminPost, AdminUnit, OneTimePassword } from '../../domain/views/admin-views.ts'
import { bodyOf, cookiesOf, json, type Send, type TestOffice, testOffice } from '../../testing/office.ts'

let office: TestOffice
let admin: Send

beforeAll(async () => {
  office = await testOffice()
  admin = await office.as('administrator')
})
afterAll(() => office?.dispose())

const WHY = { reason: '日常管理' }
const post = (body: object = {}): RequestInit => json({ ...WHY, ...body })
const patch = (body: object): RequestInit => ({ ...post(body), method: 'PATCH' })
const list = async <T>(path: string) => bodyOf<T[]>(await admin(`/api/admin/${path}`))
const signIn = (username: string, password: string) =>
  office.ask('/api/auth/sign-in/username', json({ username, password }))

describe('the administrator’s door', () => {
  test('is shut to every other post, and says who can', async () => {
    const clerk = await office.as('clerk')
    for (const path of ['units', 'posts', 'people', 'import-batches', 'changes']) {
      const answer = await clerk(`/api/admin/${path}`)
      expect(answer.status).toBe(403)
      expect(await bodyOf(answer)).toMatchObject({ type: '/problems/not-allowed', title: '这一步由管理员办' })
    }
  })

  test('is shut without a session', async () => {
    expect((await office.ask('/api/admin/people')).status).toBe(401)
  })
})

describe('units and posts', () => {
  test('a new village with a post is in the directory at once', async () => {
    const unit = { parentId: 'yunxi', kind: 'village', name: { zh: '新塘村' } }
    const { id } = await bodyOf<{ id: string }>(await admin('/api/admin/units', post(unit)))
    const given = {
      unitId: id,
      title: { zh: '网格岗', en: 'Grid' },
      roles: ['handler', 'handler', 'mediator'],
      personId: 'person-xiatang-grid',
    }
    expect((await admin('/api/admin/posts', post(given))).status).toBe(201)
    const clerk = await office.as('clerk')
    const { units, posts } = await bodyOf<{ units: AdminUnit[]; posts: AdminPost[] }>(await clerk('/api/directory'))
    expect(units.find((each) => each.id === id)).toMatchObject({
      path: `/qinglan/yunxi/${id}/`,
      name: { zh: '新塘村', en: '新塘村' },
    })
    expect(posts.find(({ unitId }) => unitId === id)).toMatchObject({
      roles: ['handler', 'mediator'],
      holder: { name: '朱假设' },
    })
  })

  test('a unit in use is not closed, and the refusal counts what is in it', async () => {
    const answer = await admin('/api/admin/units/dongpu/close', post({ reason: '合并乡镇' }))
    expect(answer.status).toBe(409)
    expect(await bodyOf(answer)).toMatchObject({
      type: '/problems/still-in-use',
      units: 2,
      posts: 4,
      title: expect.stringContaining('2个下级单位'),
    })
  })

  test('closing needs a reason', async () => {
    const answer = await admin('/api/admin/units/beitang/close', post({ reason: ' ' }))
    expect(answer.status).toBe(400)
    expect(await bodyOf(answer)).toMatchObject({ issues: [{ field: 'reason', rule: 'too-short' }] })
  })

  test('no post is for residents or the system', async () => {
    const given = { unitId: 'yunxi', title: { zh: '某岗' }, roles: ['system'] }
    const answer = await admin('/api/admin/posts', post(given))
    expect(await bodyOf(answer)).toMatchObject({ issues: [{ field: 'roles.0', rule: 'not-an-option' }] })
  })

  test('the last administrator keeps the role', async () => {
    const answer = await admin('/api/admin/posts/administrator', patch({ personId: null }))
    expect(answer.status).toBe(409)
    expect(await bodyOf(answer)).toMatchObject({ type: '/problems/still-in-use', lastAdministrator: true })
  })
})

describe('people', () => {
  test('get a one-time password that must be changed before anything else', async () => {
    const added = await admin('/api/admin/people', post({ name: '许示例', username: 'xushili' }))
    const { personId, password } = await bodyOf<OneTimePassword>(added)
    await admin('/api/admin/posts', post({ unitId: 'yunxi', title: { zh: '调解岗' }, roles: ['mediator'], personId }))
    const session = await signIn('xushili', password)
    const headers = { cookie: cookiesOf(session) }
    expect((await office.ask('/api/today', { headers })).status).toBe(403)
    expect(await bodyOf(await office.ask('/api/session', { headers }))).toMatchObject({ mustChangePassword: true })
    expect((await list<AdminPerson>('people')).find(({ id }) => id === personId)).toMatchObject({
      username: 'xushili',
      mustChangePassword: true,
    })
  })

  test('do not share an account name', async () => {
    const answer = await admin('/api/admin/people', post({ name: '许样本', username: 'XuShiLi' }))
    expect(await bodyOf(answer)).toMatchObject({ issues: [{ field: 'username', rule: 'taken' }] })
  })

  test('who had no account get one, once', async () => {
    const give = () => admin('/api/admin/people/person-leader/account', post({ username: 'lifanli' }))
    const { password } = await bodyOf<OneTimePassword>(await give())
    expect((await signIn('lifanli', password)).status).toBe(200)
    expect((await give()).status).toBe(400)
  })

  test('whose password is reset are signed out, and only the new one opens', async () => {
    const clerk = await office.as('clerk')
    const { password } = await bodyOf<OneTimePassword>(
      await admin('/api/admin/people/person-clerk/reset-password', post({})),
    )
    expect((await clerk('/api/session')).status).toBe(401)
    expect((await signIn('clerk', password)).status).toBe(200)
  })

  test('who leave are signed out, cannot come back, and leave a vacant post', async () => {
    const mediator = await office.as('mediator')
    expect((await admin('/api/admin/people/person-mediator/leave', post({ reason: '退休' }))).status).toBe(200)
    expect((await mediator('/api/session')).status).toBe(401)
    expect((await signIn('mediator', 'calm-water-2026')).status).toBe(401)
    expect((await list<AdminPost>('posts')).find(({ id }) => id === 'mediator')).not.toHaveProperty('personId')
  })

  test('nobody’s password is in any list', async () => {
    const everything = JSON.stringify([await list('people'), await list('changes')])
    expect(everything).not.toMatch(/password":"|argon2/)
  })
})

test('what was done is on record, newest first, with who and why', async () => {
  const changes = await list<{ at: string }>('changes')
  expect(changes).toContainEqual(
    expect.objectContaining({ personName: '钱虚拟', what: 'left', subject: 'person', reason: '退休' }),
  )
  const instants = changes.map(({ at }) => at)
  expect(instants).toEqual([...instants].sort().reverse())
})

test('an import that nobody made is not found', async () => {
  expect((await admin('/api/admin/import-batches/nothing/rejected')).status).toBe(404)
})
