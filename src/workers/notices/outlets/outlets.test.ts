import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { PROCEDURES } from '../../../procedures/all.ts'
import { databaseFor } from '../../../storage/connection/connect.ts'
import { listDeadDeliveries, retryOutlet } from '../../../storage/notices/dead-deliveries.ts'
import { markRead } from '../../../storage/notices/inbox.ts'
import { readOfficeNotices } from '../../../storage/notices/office-inbox.ts'
import { changeOutlet, pauseOutlet, removeOutlet, renewSecret } from '../../../storage/outlets/change-outlets.ts'
import { listOutlets } from '../../../storage/outlets/list-outlets.ts'
import { handleCommand } from '../../../storage/write/handle.ts'
import { type TestCounty, testCounty } from '../../../testing/county.ts'
import { outletOf, testAct } from '../../../testing/outlets/given-outlet.ts'
import { dingtalk, feishu, type Receiver, receiver, wecom } from '../../../testing/outlets/receivers.ts'
import { actorOf, TEST_TENANT } from '../../../testing/people.ts'
import { apartProcedure } from '../../../testing/procedures/apart-procedure.ts'
import { deliverNotices } from '../deliver.ts'
import { createPostToOutlet } from './post-to-outlet.ts'

const BASE = 'https://anlan.example.cn'
const newSecret = () => `whsec_${randomBytes(32).toString('base64')}`

let county: TestCounty
let open: Receiver[]
beforeAll(async () => {
  county = await testCounty([...PROCEDURES, apartProcedure])
})
afterAll(() => county?.dispose())
beforeEach(async () => {
  open = []
  county.setNow('2026-03-02T01:00:00.000Z')
  await county.database.owner.query('truncate outlets, deliveries, delivery_attempts, notices, office_notices')
})
afterEach(() => Promise.all(open.map(({ close }) => close())))

const db = () => databaseFor(county.deps.pool, TEST_TENANT)
const at = async (made: Promise<Receiver>) => {
  const one = await made
  open.push(one)
  return one
}
const post = createPostToOutlet({ inside: ['127.0.0.1'], http: true }, BASE)
const deliver = () => deliverNotices(county.deps, TEST_TENANT, { baseUrl: BASE, post })
const later = async (instant: string) => {
  county.setNow(instant)
  await deliver()
}
async function task(title = '汛前排查王某的鱼塘') {
  const form = { title, description: '排查全部涵闸', dueOn: '2026-04-02', category: 'instruction' }
  const open = { type: 'OpenMatter', procedure: 'task', channel: 'leader', unitId: 'qinglan', form } as const
  const { matter } = await handleCommand(county.deps, { actor: actorOf('leader'), command: open })
  const command = { type: 'TakeStep', step: 'assign', form: { unit: 'dongpu', cadence: 'weekly' } } as const
  return (await handleCommand(county.deps, { actor: actorOf('triage'), matterId: matter.id, command })).matter
}
const listed = async (id: string) =>
  (await listOutlets(db(), county.deps.keys, TEST_TENANT, county.deps.now())).find((one) => one.id === id)
const states = async () =>
  (await county.database.owner.query('select state from deliveries order by id')).rows.map(({ state }) => state)
const textOf = ({ body }: { readonly body: string }): string => {
  const { text, content } = JSON.parse(body) as { text?: { content: string }; content?: { text: string } }
  return text?.content ?? content?.text ?? ''
}

describe('a webhook', () => {
  const webhook = (take: Parameters<typeof receiver>[0] = () => ({ status: 204 })) => at(receiver(take))

  test('carries a CloudEvents event that a Standard Webhooks verifier accepts, once an event, however many were told', async () => {
    const [{ url, all }, secret] = [await webhook(), newSecret()]
    await outletOf(county, 'hook', { kind: 'webhook', url: `${url}/in`, secret })
    const { id, reference } = await task()
    await deliver()
    await deliver()
    expect(all).toHaveLength(1)
    const [{ headers, body } = { headers: {} as Record<string, string>, body: '' }] = all
    const event = new Webhook(secret).verify(body, headers) as Record<string, unknown>
    expect(headers['content-type']).toBe('application/cloudevents+json; charset=utf-8')
    expect(event).toEqual({
      specversion: '1.0',
      id: headers['webhook-id'],
      source: BASE,
      type: 'cn.anlan.notice.v1',
      time: expect.stringMatching(/^2026-03-02T/),
      subject: reference,
      datacontenttype: 'application/json',
      data: {
        reference,
        reason: 'assigned',
        reasonText: { zh: '轮到你办', en: 'Now with you' },
        dueDay: expect.stringMatching(/^2026-/),
        link: `${BASE}/matters/${id}`,
      },
    })
    for (const kept of ['王某', '鱼塘', '涵闸', '汛前']) expect(body).not.toContain(kept)
    expect(() => new Webhook(newSecret()).verify(body, headers)).toThrow()
    expect(() => new Webhook(secret).verify(body.replace('assigned', 'overdue'), headers)).toThrow()
  })

  test('is signed with the old secret too for a day after it was renewed', async () => {
    const [{ url, all }, old, fresh] = [await webhook(), newSecret(), newSecret()]
    await outletOf(county, 'hook', { kind: 'webhook', url, secret: old })
    await renewSecret(db(), county.deps.keys, testAct(county), 'hook', fresh)
    await task()
    await deliver()
    county.setNow('2026-03-03T01:00:01.000Z')
    await task()
    await deliver()
    const accepts = (secret: string) =>
      all.map(({ body, headers }) => {
        try {
          return new Webhook(secret).verify(body, headers) !== undefined
        } catch {
          return false
        }
      })
    expect(accepts(fresh)).toEqual([true, true])
    expect(accepts(old)).toEqual([true, false])
  })

  test('says of a kind whose openings are recorded only that there is a notice', async () => {
    const { url, all } = await webhook()
    await outletOf(county, 'hook', { kind: 'webhook', url, secret: newSecret(), unitId: 'qinglan' })
    const form = { title: '石桥一件事' }
    const open = { type: 'OpenMatter', procedure: 'apart', channel: 'window', unitId: 'qinglan', form } as const
    const { matter } = await handleCommand(county.deps, { actor: actorOf('clerk'), command: open })
    const ask = { type: 'TakeStep', step: 'ask', form: { panellists: [{ post: 'handler' }] } } as const
    await handleCommand(county.deps, { actor: actorOf('clerk'), matterId: matter.id, command: ask })
    await deliver()
    expect(all).toHaveLength(1)
    const { subject, data } = JSON.parse(all[0]?.body ?? '{}') as Record<string, unknown>
    expect({ subject, data }).toEqual({ subject: undefined, data: { link: `${BASE}/inbox` } })
    expect(all[0]?.body).not.toContain(matter.reference)
  })

  test('goes out for the reasons of its outlet, in its unit, and from when it was set up', async () => {
    const { url, all } = await webhook()
    await task('早先的')
    county.setNow('2026-03-02T02:00:00.000Z')
    await outletOf(county, 'late', { kind: 'webhook', url: `${url}/late`, reasons: ['overdue'] })
    await outletOf(county, 'yunxi', { kind: 'webhook', url: `${url}/yunxi`, unitId: 'yunxi' })
    await outletOf(county, 'all', { kind: 'webhook', url: `${url}/all` })
    await task('后来的')
    await deliver()
    expect(all.map(({ url: { pathname } }) => pathname)).toEqual(['/all'])
  })

  test('is not sent for a matter that is hidden from the unit since', async () => {
    const { url, all } = await webhook()
    await outletOf(county, 'hook', { kind: 'webhook', url, mode: 'digest' })
    const { id } = await task()
    await deliver()
    await county.database.owner.query(
      `update matters set matter = jsonb_set(matter, '{hiddenFrom}', '["unit:dongpu"]') where id = $1`,
      [id],
    )
    await later('2026-03-03T00:30:00.000Z')
    expect(all).toEqual([])
    expect(await states()).toEqual(['dropped'])
  })

  test('is tried again under the same id, with a signature of its own hour, until it is taken', async () => {
    let tries = 0
    const { url, all } = await webhook(() => {
      tries += 1
      return tries === 1 ? { status: 500, body: 'broken' } : tries === 2 ? 'drop' : { status: 200 }
    })
    await outletOf(county, 'hook', { kind: 'webhook', url })
    await task()
    await deliver()
    await later('2026-03-02T01:01:00.000Z')
    await later('2026-03-02T01:10:00.000Z')
    expect(all).toHaveLength(3)
    expect(new Set(all.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(await states()).toEqual(['sent'])
    const { rows } = await county.database.owner.query('select succeeded, said from delivery_attempts order by attempt')
    expect(rows).toMatchObject([{ said: '500 broken' }, { said: 'ECONNRESET' }, { succeeded: true }])
  })

  test('waits as long as the receiver asks, and that is no failure', async () => {
    let tries = 0
    const { url, all } = await webhook(() => {
      tries += 1
      return tries <= 20 ? { status: 429, headers: { 'retry-after': '600' } } : { status: 200 }
    })
    await outletOf(county, 'hook', { kind: 'webhook', url })
    await task()
    const start = Date.parse('2026-03-02T01:00:00.000Z')
    for (let minutes = 0; minutes <= 210; minutes += 5) await later(new Date(start + minutes * 60_000).toISOString())
    expect(all).toHaveLength(21)
    expect(await states()).toEqual(['sent'])
  })

  test('stops when the receiver says that it is gone; nothing is lost, and it goes on when the address was put right', async () => {
    const gone = await webhook(() => ({ status: 410 }))
    const { url, all } = await webhook()
    await outletOf(county, 'hook', { kind: 'webhook', url: gone.url })
    await task('其一')
    await deliver()
    await task('其二')
    await later('2026-03-02T03:00:00.000Z')
    expect(gone.all).toHaveLength(1)
    expect(await listed('hook')).toMatchObject({ state: 'stopped', waiting: 2 })
    const told = await readOfficeNotices(db(), actorOf('dongpu-leader'), true)
    expect(told).toMatchObject([{ kind: 'outletFailed', what: '东浦镇hook', unitId: 'dongpu' }])
    const wish = { name: '东浦镇hook', reasons: ['assigned' as const], mode: 'atOnce' as const, digestAt: 510 }
    await changeOutlet(db(), county.deps.keys, testAct(county), 'hook', { ...wish, url })
    await deliver()
    expect(all).toHaveLength(2)
  })

  test('is given up after more than a day; leader and administrator are told once, and it can go out again', async () => {
    let isBroken = true
    const { url, all } = await webhook(() => ({ status: isBroken ? 500 : 200 }))
    await outletOf(county, 'hook', { kind: 'webhook', url })
    await task('其一')
    await task('其二')
    let now = Date.parse('2026-03-02T01:00:00.000Z')
    while ((await states()).length === 0 || (await states()).includes('waiting')) {
      await later(new Date(now).toISOString())
      now += 6 * 3_600_000
    }
    expect(await states()).toEqual(['dead', 'dead'])
    expect(await listDeadDeliveries(db(), TEST_TENANT, 10)).toMatchObject([
      { outletName: '东浦镇hook', unitId: 'dongpu', attempts: 16, said: '500' },
      { outletName: '东浦镇hook' },
    ])
    for (const who of ['dongpu-leader', 'administrator'])
      expect(await readOfficeNotices(db(), actorOf(who), true), who).toHaveLength(1)
    isBroken = false
    await retryOutlet(db(), testAct(county, '修好了'), 'hook')
    await deliver()
    expect(await states()).toEqual(['sent', 'sent'])
    expect(new Set(all.map(({ headers }) => headers['webhook-id'])).size).toBe(2)
  })

  test('holds what waits while it is paused, and forgets it with the address when it is removed', async () => {
    const { url, all } = await webhook()
    await outletOf(county, 'hook', { kind: 'webhook', url, mode: 'digest' })
    await task()
    await deliver()
    await pauseOutlet(db(), testAct(county), 'hook', true)
    await task('停发时的')
    await later('2026-03-03T00:30:00.000Z')
    expect(all).toEqual([])
    await pauseOutlet(db(), testAct(county), 'hook', false)
    await deliver()
    expect(all).toHaveLength(1)
    county.setNow('2026-03-03T01:00:00.000Z')
    await task('撤掉前的')
    await deliver()
    await removeOutlet(db(), testAct(county, '不再用了'), 'hook')
    await later('2026-03-05T00:30:00.000Z')
    expect(all).toHaveLength(1)
    const { rows } = await county.database.owner.query('select sealed from outlets')
    expect(rows).toEqual([{ sealed: null }])
  })
})

describe('a group robot', () => {
  const ROBOTS = [
    {
      kind: 'dingtalk' as const,
      make: dingtalk,
      path: '/robot/send?access_token=abc',
      secret: 'SEC0123456789',
      tooOften: { errcode: 130101, errmsg: 'send too fast, exceed 20 times per minute' },
      wrong: { errcode: 40035, errmsg: 'miss param' },
      gone: { errcode: 300001, errmsg: 'token is not exist' },
    },
    {
      kind: 'wecom' as const,
      make: (_: string, mood?: () => unknown) => wecom('693a91f6', mood),
      path: '/cgi-bin/webhook/send?key=693a91f6',
      secret: undefined,
      tooOften: { errcode: 45009, errmsg: 'api freq out of limit' },
      wrong: { errcode: -1, errmsg: 'system error' },
      gone: { errcode: 93000, errmsg: 'invalid webhook url' },
    },
    {
      kind: 'feishu' as const,
      make: feishu,
      path: '/open-apis/bot/v2/hook/xxx-xxx',
      secret: 'Xk9secret',
      tooOften: { code: 11232, msg: 'frequency limited' },
      wrong: { code: 9499, msg: 'Bad Request' },
      gone: { code: 19001, msg: 'param invalid: incoming webhook access token invalid' },
    },
  ]

  describe.each(ROBOTS)('of $kind', ({ kind, make, path, secret, tooOften, wrong, gone }) => {
    const robot = async (mood?: () => unknown) => {
      const made = await at(make(secret ?? '', mood))
      await outletOf(county, kind, { kind, url: `${made.url}${path}`, ...(secret ? { secret } : {}) })
      return made
    }

    test('writes reference, reason, due day and a link into the group, signed as the platform wants it', async () => {
      const { all } = await robot()
      const { id, reference } = await task()
      await deliver()
      expect(await states()).toEqual(['sent'])
      const text = textOf(all[0] ?? { body: '{}' })
      for (const said of ['安澜', '轮到你办', reference, '2026-', `${BASE}/matters/${id}`]) expect(text).toContain(said)
      for (const kept of ['王某', '鱼塘', '涵闸', '汛前']) expect(text).not.toContain(kept)
    })

    test('writes what came together in one message, no longer than a platform takes, and then rests', async () => {
      const { all } = await robot()
      for (let each = 0; each < 23; each += 1) await task(`第${each}件`)
      await deliver()
      expect(all).toHaveLength(1)
      await deliver()
      expect(all).toHaveLength(1)
      await later('2026-03-02T01:00:03.000Z')
      await later('2026-03-02T01:00:06.000Z')
      expect(all.map((one) => textOf(one).match(/matters\//g)?.length)).toEqual([10, 10, 3])
      expect(new Set(await states())).toEqual(new Set(['sent']))
    })

    test('waits when it is told that it writes too often, and a 200 with another code is a failure', async () => {
      const moods = [tooOften, wrong, undefined]
      const { all } = await robot(() => moods.shift())
      await task()
      await deliver()
      await later('2026-03-02T01:00:50.000Z')
      expect(all).toHaveLength(1)
      await later('2026-03-02T01:11:00.000Z')
      expect(all).toHaveLength(2)
      expect(await states()).toEqual(['waiting'])
      await later('2026-03-02T01:20:00.000Z')
      expect(await states()).toEqual(['sent'])
      const { rows } = await county.database.owner.query('select attempts, waited from deliveries')
      expect(rows).toEqual([{ attempts: 3, waited: 1 }])
    })

    test('stops at once when the platform does not know it any more', async () => {
      const { all } = await robot(() => gone)
      await task()
      await deliver()
      await later('2026-03-02T05:00:00.000Z')
      expect(all).toHaveLength(1)
      expect(await listed(kind)).toMatchObject({ state: 'stopped', waiting: 1, last: { succeeded: false } })
    })

    test('does not write of what was read meanwhile', async () => {
      const { all } = await robot()
      await county.database.owner.query(`update outlets set mode = 'digest'`)
      await task()
      await deliver()
      const { rows } = await county.database.owner.query<{ id: string }>('select id from notices')
      const ids = rows.map(({ id }) => id)
      await markRead(db(), actorOf('dongpu-clerk'), { ids }, county.deps.now())
      await county.database.owner.query('update notices set read_at = $1', [county.deps.now()])
      await later('2026-03-03T00:30:00.000Z')
      expect(all).toEqual([])
    })
  })
})
