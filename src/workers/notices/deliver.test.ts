import { createServer } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { PROCEDURES } from '../../procedures/all.ts'
import { databaseFor } from '../../storage/connection/connect.ts'
import { listDeadDeliveries, retryDelivery } from '../../storage/notices/dead-deliveries.ts'
import { markRead } from '../../storage/notices/inbox.ts'
import { confirmMail, newMailCode } from '../../storage/notices/mail-codes.ts'
import { readOfficeNotices } from '../../storage/notices/office-inbox.ts'
import { readPreference, writePreference } from '../../storage/notices/preferences.ts'
import { handleCommand } from '../../storage/write/handle.ts'
import { newId } from '../../storage/write/ids.ts'
import { type TestCounty, testCounty } from '../../testing/county.ts'
import { actorOf, TEST_TENANT } from '../../testing/people.ts'
import { deliverNotices, type Outlets } from './deliver.ts'
import { createMailSender } from './mail-sender.ts'

type Post = { readonly to: string; readonly text: string }

let county: TestCounty
let server: SMTPServer
let port: number
let taken: Post[]
/** What the mail server does with the next recipients: takes them, is busy, or knows no such mailbox. */
let mood: 'takes' | 'busy' | 'refuses' | 'takesAndHangsUp'

beforeAll(async () => {
  county = await testCounty(PROCEDURES)
})
afterAll(() => county?.dispose())

beforeEach(async () => {
  taken = []
  mood = 'takes'
  county.setNow('2026-03-02T01:00:00.000Z')
  await county.database.owner.query(
    'truncate notice_preferences, deliveries, delivery_attempts, notices, office_notices',
  )
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _, done) => {
      if (mood === 'busy') return done(Object.assign(new Error(`try later ${address}`), { responseCode: 451 }))
      if (mood === 'refuses') return done(Object.assign(new Error(`no mailbox ${address}`), { responseCode: 550 }))
      return done()
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        taken.push({
          to: session.envelope.rcptTo.map(({ address }) => address).join(),
          text: Buffer.concat(parts).toString('utf8'),
        })
        if (mood === 'takesAndHangsUp') return done(Object.assign(new Error('lost'), { responseCode: 421 }))
        return done(null, 'taken')
      })
    },
  })
  port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
})
afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())))

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const at = probe.address()
      probe.close(() => resolve(typeof at === 'object' && at ? at.port : 0))
    })
  })

const db = () => databaseFor(county.deps.pool, TEST_TENANT)
const outlets = (): Outlets => ({
  baseUrl: 'https://anlan.example.cn',
  mail: createMailSender({ host: '127.0.0.1', port, from: '安澜 <anlan@example.cn>', tls: 'off' }),
})
const deliver = () => deliverNotices(county.deps, TEST_TENANT, outlets())
/** Somebody gives an address, and the code that was mailed there. */
async function wish(post: string, more: object = {}) {
  const address = `${post}@example.cn`
  await writePreference(db(), actorOf(post), { address, mode: 'atOnce', digestAt: 510, ...more })
  const made = await newMailCode(db(), county.deps.keys, actorOf(post), county.deps.now())
  if (made) await confirmMail(db(), county.deps.keys, actorOf(post), made.code, county.deps.now())
}
/** A leader orders something of the township. */
async function task(title = '汛前排查王某的鱼塘') {
  const form = { title, description: '排查全部涵闸', dueOn: '2026-04-02', category: 'instruction' }
  const open = { type: 'OpenMatter', procedure: 'task', channel: 'leader', unitId: 'qinglan', form } as const
  const { matter } = await handleCommand(county.deps, { actor: actorOf('leader'), command: open })
  const command = { type: 'TakeStep', step: 'assign', form: { unit: 'dongpu', cadence: 'weekly' } } as const
  return (await handleCommand(county.deps, { actor: actorOf('triage'), matterId: matter.id, command })).matter
}
const attempts = async () =>
  (await county.database.owner.query('select attempt, succeeded, said from delivery_attempts order by attempt')).rows
const states = async () =>
  (await county.database.owner.query('select state from deliveries')).rows.map(({ state }) => state)

describe('a notice goes out by mail', () => {
  test('to whoever holds the post and wants it, saying reference, kind, due day and a link, and nothing more', async () => {
    await wish('dongpu-clerk')
    const { id, reference } = await task()
    await deliver()
    await deliver()
    expect(taken.map(({ to }) => to)).toEqual(['dongpu-clerk@example.cn'])
    const text = decoded(taken[0]?.text ?? '')
    for (const said of [reference, '轮到你办', 'Now with you', `https://anlan.example.cn/matters/${id}`, '2026-'])
      expect(text).toContain(said)
    for (const kept of ['王某', '鱼塘', '涵闸', '汛前']) expect(text).not.toContain(kept)
    expect(await attempts()).toEqual([{ attempt: 1, succeeded: true, said: expect.stringContaining('250') }])
  })

  test('to no address whose owner has not sent the code back', async () => {
    await writePreference(db(), actorOf('dongpu-clerk'), { address: 'a@example.cn', mode: 'atOnce', digestAt: 510 })
    await task()
    await deliver()
    expect(taken).toEqual([])
    expect(await states()).toEqual([])
  })

  test('not to another address that was given since', async () => {
    await wish('dongpu-clerk', { mode: 'digest' })
    await task()
    await deliver()
    await writePreference(db(), actorOf('dongpu-clerk'), { address: 'b@example.cn', mode: 'atOnce', digestAt: 510 })
    county.setNow('2026-03-03T00:30:00.000Z')
    await deliver()
    expect(taken).toEqual([])
    expect(await states()).toEqual(['dropped'])
  })

  test('for the reasons that somebody wants it for', async () => {
    await wish('dongpu-clerk', { reasons: ['overdue'] })
    await wish('dongpu-leader', { reasons: ['assigned', 'overdue'] })
    await task()
    await deliver()
    expect(taken.map(({ to }) => to)).not.toContain('dongpu-clerk@example.cn')
  })

  test('to nobody who did not ask for it', async () => {
    await task()
    await deliver()
    expect(taken).toEqual([])
    expect(await states()).toEqual([])
  })

  test('in one mail with all that waits, in the morning, when somebody wants it daily', async () => {
    await wish('dongpu-clerk', { mode: 'digest' })
    for (const title of ['其一', '其二', '其三']) await task(title)
    await deliver()
    expect(taken).toEqual([])
    county.setNow('2026-03-03T00:30:00.000Z')
    await deliver()
    expect(taken).toHaveLength(1)
    expect(decoded(taken[0]?.text ?? '').match(/matters\//g)).toHaveLength(3)
  })

  test('after the quiet hours', async () => {
    await wish('dongpu-clerk', { quietFrom: 480, quietUntil: 600 })
    await task()
    await deliver()
    expect(taken).toEqual([])
    county.setNow('2026-03-02T02:00:00.000Z')
    await deliver()
    expect(taken).toHaveLength(1)
  })

  test('not when it was read meanwhile, nor when another holds the post, nor when the mails were switched off', async () => {
    const daily = { mode: 'digest' } as const
    await wish('dongpu-clerk', daily)
    await wish('dongpu-mediator', daily)
    await wish('dongpu-leader', daily)
    await task()
    await deliver()
    const receivers = (await county.database.owner.query('select id from notices')).rows.map(({ id }) => id as string)
    await markRead(db(), actorOf('dongpu-clerk'), { ids: receivers }, county.deps.now())
    await writePreference(db(), actorOf('dongpu-leader'), undefined)
    await county.database.owner.query(`update posts set person_id = null where id = 'dongpu-mediator'`)
    county.deps.rulebooks.forget(TEST_TENANT)
    county.setNow('2026-03-03T00:30:00.000Z')
    await deliver()
    await county.database.owner.query(
      `update posts set person_id = 'person-dongpu-mediator' where id = 'dongpu-mediator'`,
    )
    county.deps.rulebooks.forget(TEST_TENANT)
    expect(taken).toEqual([])
    expect(new Set(await states())).toEqual(new Set(['dropped']))
  })
})

describe('a mail that does not go out', () => {
  test('is tried again after a while, under the same message id, until it is taken', async () => {
    await wish('dongpu-clerk')
    await task()
    mood = 'busy'
    await deliver()
    await deliver()
    expect(await attempts()).toMatchObject([{ attempt: 1, succeeded: false }])
    mood = 'takesAndHangsUp'
    county.setNow('2026-03-02T01:01:00.000Z')
    await deliver()
    mood = 'takes'
    county.setNow('2026-03-02T01:10:00.000Z')
    await deliver()
    expect(await attempts()).toMatchObject([
      { succeeded: false },
      { succeeded: false },
      { attempt: 3, succeeded: true },
    ])
    const [first, second, ...more] = taken.map(({ text }) => /^Message-ID: (.*)$/im.exec(text)?.[1])
    expect(first).toBe(second)
    expect(more).toEqual([])
  })

  test('is given up when there is no such mailbox; an administrator sees it, without the address, and lets it go out again', async () => {
    await wish('dongpu-clerk')
    await task()
    mood = 'refuses'
    await deliver()
    const [dead, ...others] = await listDeadDeliveries(db(), TEST_TENANT, 10)
    expect(others).toEqual([])
    expect(dead).toMatchObject({ personName: '蒋演示', attempts: 1, notices: 1, said: expect.stringContaining('550') })
    expect(JSON.stringify(await attempts())).not.toContain('@')
    const preference = await readPreference(db(), actorOf('dongpu-clerk'))
    expect(preference?.failed?.said).toContain('550')
    const told = await readOfficeNotices(db(), actorOf('administrator'), true)
    expect(told).toMatchObject([{ kind: 'mailFailed', what: '蒋演示' }])
    expect(await readOfficeNotices(db(), actorOf('dongpu-leader'), true)).toHaveLength(1)
    mood = 'takes'
    const { personId, postId, tenant } = actorOf('administrator')
    const at = county.deps.now()
    const changeId = newId(Date.parse(at))
    const act = { tenant, personId, postId, personName: '钱虚拟', reason: '邮箱建好了', at, changeId }
    await retryDelivery(db(), act, dead?.id ?? '')
    await deliver()
    expect(taken).toHaveLength(1)
    expect(await listDeadDeliveries(db(), TEST_TENANT, 10)).toEqual([])
  })

  test('is tried for more than a day, and then given up', async () => {
    await wish('dongpu-clerk')
    await task()
    mood = 'busy'
    let now = Date.parse('2026-03-02T01:00:00.000Z')
    const started = now
    while ((await states()).every((state) => state === 'waiting')) {
      county.setNow(new Date(now).toISOString())
      await deliver()
      now += 6 * 3_600_000
    }
    expect(now - started).toBeGreaterThan(86_400_000)
    expect(await states()).toEqual(['dead'])
  })
})

test('two servers at once send each mail once, whatever fails between', async () => {
  const posts = ['dongpu-clerk', 'dongpu-mediator', 'dongpu-leader']
  for (const post of posts) await wish(post)
  const matters = [await task('其一'), await task('其二'), await task('其三')]
  await Promise.all([deliver(), deliver(), deliver()])
  const sent = taken.flatMap(({ to, text }) =>
    [...decoded(text).matchAll(/matters\/([0-9a-f-]+)/g)].map(([, id]) => `${to} ${id}`),
  )
  expect(new Set(sent).size).toBe(sent.length)
  const { rows } = await county.database.owner.query<{ receiver: string; matter_id: string }>(
    `select receiver, matter_id from notices where matter_id = any($1)`,
    [matters.map(({ id }) => id)],
  )
  const owed = rows
    .map(({ receiver, matter_id: id }) => [receiver.slice('post:'.length), id] as const)
    .filter(([post]) => posts.includes(post))
  expect(sent.toSorted()).toEqual(owed.map(([post, id]) => `${post}@example.cn ${id}`).toSorted())
})

/** The body of a mail as its reader sees it. */
function decoded(mail: string): string {
  const [head = '', ...body] = mail.split(/\r?\n\r?\n/)
  const text = body.join('\n\n')
  const words = head.replace(/\r?\n\s/g, '').replace(/=\?utf-8\?b\?([^?]*)\?=/gi, (_, data: string) => base64(data))
  if (/base64/i.test(head)) return `${words}\n${base64(text)}`
  const bytes = text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return `${words}\n${Buffer.from(bytes, 'latin1').toString('utf8')}`
}
const base64 = (data: string) => Buffer.from(data, 'base64').toString('utf8')
