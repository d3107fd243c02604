import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SERVICE_SCOPE_IDS, type ServiceScope } from '../../domain/sign-in/service-scopes.ts'
import type { ServiceAccount, ServiceToken } from '../../domain/sign-in/sign-in-views.ts'
import type { AdminChange } from '../../domain/views/admin-views.ts'
import type { MatterView } from '../../domain/views/views.ts'
import type { ApiDocument } from '../../testing/answer-check.ts'
import { bodyOf, json, type Send, type TestOffice, testOffice } from '../../testing/office.ts'
import { later } from '../../testing/sign-in/factors.ts'
import { SERVICE_DOORS } from './service-doors.ts'

let office: TestOffice
let admin: Send
beforeAll(async () => {
  office = await testOffice()
  admin = await office.as('administrator')
})
afterAll(() => office?.dispose())

const make = async (scopes: readonly ServiceScope[], more: object = {}) => {
  const wish = { reason: '对接省平台', name: '省平台接口', postId: 'clerk', scopes, days: 30, ...more }
  const answer = await admin('/api/admin/service-accounts', json(wish))
  expect(answer.status, await answer.clone().text()).toBe(201)
  return bodyOf<ServiceToken>(answer)
}
const withToken =
  ({ token }: ServiceToken): Send =>
  (path, init) =>
    office.ask(path, {
      ...init,
      headers: { ...Object.fromEntries(new Headers(init?.headers)), authorization: `Bearer ${token}` },
    })
const ruleOf = async (answer: Response) => (await bodyOf(answer))['rule']
const opening = { procedure: 'tiny', channel: 'window', unitId: 'dongpu', form: { title: '路灯不亮' } }
const ANY_ID = '00000000-0000-8000-8000-000000000001'

/** Every door of the API, as the description lists them. */
const doors = async () => {
  const { paths } = await bodyOf<ApiDocument>(await office.ask('/openapi.json'))
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(() => path.startsWith('/api/'))
      .map(([method, { operationId }]) => ({
        operationId,
        method: method.toUpperCase(),
        path: path.replaceAll(/\{\w+\}/g, ANY_ID),
      })),
  )
}

describe('a token', () => {
  test('opens no door but those that are listed, whatever its scopes', async () => {
    const send = withToken(await make(SERVICE_SCOPE_IDS))
    const all = await doors()
    expect(all.length).toBeGreaterThan(100)
    const wrong: string[] = []
    for (const { operationId, method, path } of all) {
      if (operationId in SERVICE_DOORS) continue
      const answer = await send(path, { method })
      if (answer.status !== 403 || (await ruleOf(answer)) !== 'no-token') wrong.push(`${operationId} ${answer.status}`)
    }
    expect(wrong).toEqual([])
  })

  test('opens each of those with its scope alone', async () => {
    const all = await doors()
    const tokens = await Promise.all(SERVICE_SCOPE_IDS.map((scope) => make([scope])))
    for (const [operationId, { scope }] of Object.entries(SERVICE_DOORS)) {
      const found = all.find((one) => one.operationId === operationId)
      expect(found, operationId).toBeDefined()
      if (!found) continue
      for (const [index, token] of tokens.entries()) {
        const answer = await withToken(token)(found.path, { method: found.method })
        const refused = answer.status === 403 && (await ruleOf(answer)) === 'scope'
        expect(refused, `${operationId} with ${SERVICE_SCOPE_IDS[index]}`).toBe(SERVICE_SCOPE_IDS[index] !== scope)
      }
    }
  })

  test('opens matters and takes steps as the program, never as a person', async () => {
    const send = withToken(await make(['openMatters', 'takeSteps', 'readMatters', 'readLists']))
    const made = await send('/api/matters', json(opening))
    expect(made.status, await made.clone().text()).toBe(201)
    const { id, version } = await bodyOf<{ id: string; version: number }>(made)
    const step = json({ seenVersion: version, form: { done: '看过了' } })
    expect((await send(`/api/matters/${id}/steps/note`, step)).status).toBe(200)
    const clerk = await office.as('clerk')
    const seen = await (await clerk(`/api/matters/${id}`)).text()
    expect(seen).toMatch(/"personName":"省平台接口"[^}]*"isProgram":true/)
    expect(seen).not.toContain('周示例')
    const events = await (await clerk(`/api/matters/${id}/events`)).text()
    const signers = [...events.matchAll(/"personId":"([^"]+)"/g)].map(([, signer = '']) => signer)
    expect(signers.length).toBeGreaterThan(1)
    expect(signers.filter((signer) => !signer.startsWith('service-'))).toEqual([])
  })

  test('sees no more than its post, and opens no sealed field', async () => {
    const clerk = await office.as('clerk')
    const form = { ...opening.form, reporter: '张示例', phone: '13800001234' }
    const { id } = await bodyOf<{ id: string }>(
      await clerk('/api/matters', json({ ...opening, unitId: 'qinglan', form })),
    )
    const elsewhere = withToken(await make(SERVICE_SCOPE_IDS, { postId: 'yunxi-clerk' }))
    expect((await elsewhere(`/api/matters/${id}`)).status).toBe(404)
    const own = withToken(await make(SERVICE_SCOPE_IDS))
    const seen = await bodyOf<MatterView>(await own(`/api/matters/${id}`))
    expect(JSON.stringify(seen)).not.toMatch(/张示例|1234/)
    // Not even a surname, or a number with its middle covered.
    expect(seen).toMatchObject({ mayOpen: [], hasReporter: false, mayIssueCode: false, mayState: false })
    expect(await bodyOf<MatterView>(await clerk(`/api/matters/${id}`))).toMatchObject({
      masks: { phone: expect.stringContaining('1234') },
    })
    const opened = await own(`/api/matters/${id}/fields/open`, json({ fields: ['reporter'], reason: '回访核实' }))
    expect([opened.status, await ruleOf(opened)]).toEqual([403, 'no-token'])
  })

  test('is no second person beside who holds its post: neither verifies what the other handled', async () => {
    const program = withToken(await make(SERVICE_SCOPE_IDS, { postId: 'handler' }))
    const holder = await office.as('handler')
    const outcomes: string[] = []
    for (const [handles, verifies] of [
      [program, holder],
      [holder, program],
    ] as const) {
      const made = await (await office.as('clerk'))('/api/matters', json({ ...opening, unitId: 'qinglan' }))
      const { id, version } = await bodyOf<{ id: string; version: number }>(made)
      const step = json({ seenVersion: version, form: { done: '补上了' } })
      const handled = await handles(`/api/matters/${id}/steps/handle`, step)
      expect(handled.status, await handled.clone().text()).toBe(200)
      const close = json({ seenVersion: version + 1, form: {} })
      const closed = await verifies(`/api/matters/${id}/steps/close`, close)
      outcomes.push(`${closed.status} ${(await bodyOf(closed))['guard']}`)
    }
    expect(outcomes).toEqual(['409 notTheHandler', '409 notTheHandler'])
  })

  test('is not helped by the cookie of a person that comes with it', async () => {
    const { token } = await make(['readLists'])
    const answer = await admin('/api/admin/people', { headers: { authorization: `Bearer ${token}` } })
    expect(answer.status).toBe(403)
  })

  test('ends when it is over, when it is ended, and with its post', async () => {
    const [short, ended, orphan] = [
      await make(['readLists'], { days: 1 }),
      await make(['readLists']),
      await make(['readLists'], { postId: 'inspector' }),
    ]
    const statuses = () =>
      Promise.all([short, ended, orphan].map(async (one) => (await withToken(one)('/api/counts')).status))
    expect(await statuses()).toEqual([200, 200, 200])
    await admin(`/api/admin/service-accounts/${ended.id}/end`, json({ reason: '不用了' }))
    expect((await admin('/api/admin/posts/inspector/close', json({ reason: '并岗' }))).status).toBe(200)
    expect(await statuses()).toEqual([200, 401, 401])
    later(office, 86_400)
    expect(await statuses()).toEqual([401, 401, 401])
  })

  test('is held to a pace', async () => {
    const send = withToken(await make(['readLists']))
    const answers = await Promise.all(Array.from({ length: 121 }, async () => (await send('/api/directory')).status))
    expect([answers.filter((status) => status === 200).length, answers.includes(429)]).toEqual([120, true])
    const next = withToken(await make(['readLists']))
    expect((await next('/api/directory')).status).toBe(200)
  })

  test('that somebody made up is nobody’s', async () => {
    const { token, id } = await make(['readLists'])
    const wrong = [token.slice(0, -1).concat(token.endsWith('A') ? 'B' : 'A'), `anlan_qinglan.${id}.x`, 'anlan_']
    for (const made of wrong)
      expect((await withToken({ id, token: made, expiresAt: '' })('/api/counts')).status).toBe(401)
  })
})

describe('an account of a program', () => {
  test('is not made for the posts of administrators and auditors, nor for more than a year', async () => {
    const wish = { reason: '对接', name: '接口', postId: 'administrator', scopes: ['readLists'], days: 30 }
    expect((await admin('/api/admin/service-accounts', json(wish))).status).toBe(400)
    expect((await admin('/api/admin/service-accounts', json({ ...wish, postId: 'clerk', days: 367 }))).status).toBe(400)
    const clerk = await office.as('clerk')
    expect((await clerk('/api/admin/service-accounts', json({ ...wish, postId: 'clerk' }))).status).toBe(403)
  })

  test('is on record, its token is not', async () => {
    const { id, token } = await make(['readLists'])
    await withToken({ id, token, expiresAt: '' })('/api/counts')
    const list = await (await admin('/api/admin/service-accounts')).text()
    expect(list).not.toContain(token.slice(-43))
    const own = (JSON.parse(list) as ServiceAccount[]).find((one) => one.id === id)
    expect(own).toMatchObject({
      name: '省平台接口',
      postId: 'clerk',
      scopes: ['readLists'],
      lastUsedAt: office.deps.now(),
    })
    const changes = await bodyOf<AdminChange[]>(await admin('/api/admin/changes'))
    expect(changes.find(({ subjectId }) => subjectId === id)).toMatchObject({
      subject: 'serviceAccount',
      what: 'added',
      reason: '对接省平台',
    })
    const { rows } = await office.county.database.owner.query(`select json_agg(a)::text as all from service_accounts a`)
    expect(rows[0].all).not.toContain(token.slice(-43))
  })
})
