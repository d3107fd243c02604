import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { AdminChange, OneTimePassword, SecurityEvent, WaitingPost } from '../../domain/views/admin-views.ts'
import { bodyOf, cookiesOf, giveAccount, json, type Send, type TestOffice, testOffice } from '../../testing/office.ts'

const OWN_PASSWORD = 'seven-quiet-herons'

let office: TestOffice
let admin: Send
let auditor: Send
let matter: string
beforeEach(async () => {
  await office?.dispose()
  office = await testOffice()
  admin = await office.as('administrator')
  auditor = await office.as('auditor')
  matter = await report('张示例')
})
afterAll(() => office?.dispose())

const send = (body: object, reason = '岗位调整') => json({ reason, ...body })
const patch = (body: object): RequestInit => ({ ...send(body), method: 'PATCH' })
const report = async (reporter: string): Promise<string> => {
  const clerk = await office.as('clerk')
  const form = { title: '井盖缺失', place: '下塘村', reporter }
  const opened = await clerk('/api/matters', json({ procedure: 'tiny', channel: 'window', unitId: 'qinglan', form }))
  return (await bodyOf<{ id: string }>(opened)).id
}
const openReporter = (who: Send, id = matter) =>
  who(`/api/matters/${id}/fields/open`, json({ fields: ['reporter'], reason: '回访核实' }))
const confirm = (who: Send, postId: string, personId: string) =>
  who(`/api/admin/posts/${postId}/confirm`, send({ personId }, '任命已核实'))
const problemOf = async (answer: Response) => {
  const { type, rule } = await bodyOf(answer)
  return { status: answer.status, type, rule }
}
/** Signs in with a one-time password and replaces it. */
const firstSignIn = async (username: string, password: string): Promise<Send> => {
  const entered = await office.ask('/api/auth/sign-in/username', json({ username, password }))
  const change = json({ currentPassword: password, newPassword: OWN_PASSWORD }, { cookie: cookiesOf(entered) })
  const cookie = cookiesOf(await office.ask('/api/auth/change-password', change))
  return (path, init) =>
    office.ask(path, { ...init, headers: { ...Object.fromEntries(new Headers(init?.headers)), cookie } })
}

describe('an administrator who makes himself intake', () => {
  test('does not open who reported until a second person has confirmed it', async () => {
    await admin('/api/admin/posts/administrator', patch({ roles: ['administrator', 'clerk'] }))
    expect(await problemOf(await openReporter(admin))).toMatchObject({ status: 403, rule: 'unconfirmed' })
    const own = await confirm(admin, 'administrator', 'person-administrator')
    expect(await problemOf(own)).toMatchObject({ status: 403, rule: 'own-right' })
    expect((await confirm(auditor, 'administrator', 'person-administrator')).status).toBe(200)
    expect((await openReporter(admin)).status).toBe(200)
  })

  test('or takes over the post of intake, waits too', async () => {
    await admin('/api/admin/posts/clerk', patch({ personId: 'person-administrator' }))
    const chosen = cookiesOf(await admin('/api/session/post', json({ postId: 'clerk' })))
    const asClerk: Send = (path, init) => {
      const headers = new Headers(init?.headers)
      headers.set('cookie', chosen)
      return admin(path, { ...init, headers })
    }
    expect(await problemOf(await openReporter(asClerk))).toMatchObject({ status: 403, rule: 'unconfirmed' })
  })

  test('through somebody invented, gets no further: nobody confirms what he brought about', async () => {
    const made = await admin('/api/admin/people', send({ name: '许虚设', username: 'xuxushe' }))
    const { personId, password } = await bodyOf<OneTimePassword>(made)
    const given = { unitId: 'qinglan', title: { zh: '管理岗' }, roles: ['administrator', 'clerk', 'auditor'], personId }
    const { id } = await bodyOf<{ id: string }>(await admin('/api/admin/posts', send(given)))
    expect(await problemOf(await confirm(auditor, id, personId))).toMatchObject({ rule: 'one-time-password' })
    const invented = await firstSignIn('xuxushe', password)
    expect(await problemOf(await openReporter(invented))).toMatchObject({ status: 403, rule: 'unconfirmed' })
    expect(await problemOf(await invented('/api/admin/people'))).toMatchObject({ status: 403, rule: 'unconfirmed' })
    expect(await problemOf(await confirm(invented, id, personId))).toMatchObject({ status: 403, rule: 'unconfirmed' })
    expect(await problemOf(await confirm(admin, id, personId))).toMatchObject({ status: 403, rule: 'own-act' })
  })

  test('through somebody he invented and another put on a post that was confirmed for others since, does not confirm it', async () => {
    const made = await admin('/api/admin/people', send({ name: '许虚设', username: 'xuxushe' }))
    const { personId, password } = await bodyOf<OneTimePassword>(made)
    const given = { unitId: 'qinglan', title: { zh: '承办岗' }, roles: ['handler'], personId }
    await admin('/api/admin/posts', send(given))
    await firstSignIn('xuxushe', password)
    const colleague = await office.as('handler')
    await admin('/api/admin/posts/handler', patch({ roles: ['handler', 'administrator'] }))
    await confirm(auditor, 'handler', 'person-handler')
    office.county.setNow('2026-09-28T03:00:00.000Z')
    await office.as('leader')
    await colleague('/api/admin/posts/clerk', patch({ personId: 'person-leader' }))
    expect((await confirm(auditor, 'clerk', 'person-leader')).status).toBe(200)
    office.county.setNow('2026-09-28T03:01:00.000Z')
    await colleague('/api/admin/posts/clerk', patch({ personId }))
    expect(await problemOf(await confirm(admin, 'clerk', personId))).toMatchObject({ status: 403, rule: 'own-act' })
    expect((await confirm(auditor, 'clerk', personId)).status).toBe(200)
  })

  test('by a new password for the intake clerk, finds the vault shut', async () => {
    const reset = await admin('/api/admin/people/person-clerk/reset-password', send({}))
    const { password } = await bodyOf<OneTimePassword>(reset)
    const asClerk = await firstSignIn('clerk', password)
    expect(await problemOf(await openReporter(asClerk))).toMatchObject({ status: 403, rule: 'unconfirmed' })
    expect(await problemOf(await confirm(admin, 'clerk', 'person-clerk'))).toMatchObject({ rule: 'own-act' })
    expect((await confirm(auditor, 'clerk', 'person-clerk')).status).toBe(200)
    expect((await openReporter(asClerk)).status).toBe(200)
  })

  test('does not get it back by taking the role away and giving it again', async () => {
    await admin('/api/admin/posts/clerk', patch({ roles: ['handler'] }))
    await admin('/api/admin/posts/clerk', patch({ roles: ['clerk'] }))
    expect(await problemOf(await openReporter(await office.as('clerk')))).toMatchObject({ rule: 'unconfirmed' })
  })
})

test('a right that was added after the second person looked is not confirmed with the others', async () => {
  await office.as('handler')
  await admin('/api/admin/posts/handler', patch({ roles: ['handler', 'auditor'] }))
  const [seen] = await bodyOf<WaitingPost[]>(await auditor('/api/admin/waiting-posts'))
  await admin('/api/admin/posts/handler', patch({ roles: ['handler', 'auditor', 'clerk'] }))
  const confirmed = (roles: unknown) =>
    auditor('/api/admin/posts/handler/confirm', send({ personId: 'person-handler', roles }, '任命已核实'))
  expect((await confirmed(seen?.roles)).status).toBe(404)
  expect((await confirmed(['auditor', 'clerk'])).status).toBe(200)
})

test('what waits says who asked, when and why, and is gone once confirmed', async () => {
  await giveAccount(office.county, office.deps, 'handler')
  await admin('/api/admin/posts/handler', patch({ roles: ['handler', 'clerk'] }))
  const waiting = await bodyOf<WaitingPost[]>(await auditor('/api/admin/waiting-posts'))
  expect(waiting).toMatchObject([
    {
      postId: 'handler',
      roles: ['clerk'],
      ready: true,
      askedBy: '钱虚拟',
      reason: '岗位调整',
      askedAt: office.deps.now(),
    },
  ])
  await confirm(auditor, 'handler', 'person-handler')
  expect(await bodyOf(await auditor('/api/admin/waiting-posts'))).toEqual([])
  expect(await bodyOf<AdminChange[]>(await auditor('/api/admin/changes'))).toContainEqual(
    expect.objectContaining({ what: 'confirmed', subjectId: 'handler', reason: '任命已核实' }),
  )
})

describe('opening personal fields', () => {
  test('fifty-nine at once open twenty, and the auditor gets one notice', async () => {
    const clerk = await office.as('clerk')
    const answers = await Promise.all(Array.from({ length: 59 }, () => openReporter(clerk)))
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(39)
    const refused = answers.find(({ status }) => status === 429) as Response
    expect(await bodyOf(refused)).toMatchObject({ title: expect.stringContaining('一小时最多20次'), rule: 'openings' })
    const notices = await bodyOf<SecurityEvent[]>(await auditor('/api/admin/security-events?what=openingsLimited'))
    expect(notices).toMatchObject([{ personId: 'person-clerk', what: 'openingsLimited' }])
    const opened = await bodyOf<SecurityEvent[]>(await auditor('/api/admin/security-events?what=fieldsOpened'))
    expect(opened).toHaveLength(20)
    expect(opened[0]).toMatchObject({ reference: expect.stringContaining('-2026-') })
  })

  test('goes on after an hour, up to sixty a day', async () => {
    const clerk = await office.as('clerk')
    const later = (hours: number) =>
      office.county.setNow(new Date(Date.parse('2026-03-02T01:00:00.000Z') + hours * 3_600_000).toISOString())
    const count = async () => {
      let opened = 0
      while ((await openReporter(clerk)).status === 200) opened += 1
      return opened
    }
    const counts: number[] = []
    for (const hours of [0, 1.1, 2.2, 3.3, 24.1]) {
      later(hours)
      counts.push(await count())
    }
    expect(counts).toEqual([20, 20, 20, 0, 20])
  })
})

describe('the auditor', () => {
  test('reads every record of administration and changes nothing', async () => {
    const paths = ['units', 'posts', 'people', 'import-batches', 'changes', 'security-events', 'waiting-posts']
    for (const path of paths) expect((await auditor(`/api/admin/${path}`)).status, path).toBe(200)
    const add = await auditor('/api/admin/people', send({ name: '许示例', username: 'xushili' }))
    expect(add.status).toBe(403)
    expect((await auditor('/api/admin/posts/clerk', patch({ personId: 'person-auditor' }))).status).toBe(403)
  })
})

test('no act of administration goes without a reason', async () => {
  const acts: [string, object, string?][] = [
    ['units', { parentId: 'yunxi', kind: 'village', name: { zh: '新塘村' } }],
    ['units/yunxi', { name: { zh: '云溪' } }, 'PATCH'],
    ['units/yunxi/close', {}],
    ['posts', { unitId: 'yunxi', title: { zh: '网格岗' }, roles: ['handler'] }],
    ['posts/handler', { title: { zh: '网格岗' } }, 'PATCH'],
    ['posts/handler/close', {}],
    ['posts/handler/confirm', { personId: 'person-handler' }],
    ['people', { name: '许示例', username: 'xushili' }],
    ['people/person-handler', { name: '许示例' }, 'PATCH'],
    ['people/person-handler/account', { username: 'handler-2' }],
    ['people/person-handler/reset-password', {}],
    ['people/person-handler/end-sessions', {}],
    ['people/person-handler/leave', {}],
  ]
  for (const [path, body, method = 'POST'] of acts) {
    const answer = await admin(`/api/admin/${path}`, { ...json(body), method })
    expect(answer.status, path).toBe(400)
    expect(JSON.stringify(await bodyOf(answer)), path).toContain('reason')
  }
})

test('an administrator ends somebody’s sessions, and it is on record', async () => {
  const clerk = await office.as('clerk')
  expect((await admin('/api/admin/people/person-clerk/end-sessions', send({}, '手机丢了'))).status).toBe(200)
  expect((await clerk('/api/session')).status).toBe(401)
  expect(await bodyOf<AdminChange[]>(await auditor('/api/admin/changes'))).toContainEqual(
    expect.objectContaining({ what: 'sessionsEnded', personName: '钱虚拟', reason: '手机丢了' }),
  )
})
