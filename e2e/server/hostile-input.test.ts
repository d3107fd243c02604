import type { APIResponse, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { enter, type Planted, plantMatters } from '../support/planted-matters.ts'

type Sent = Parameters<Page['request']['fetch']>[1]
type Problem = {
  title: string
  code: string
  status: number
  issues?: { field: string; rule: string; message: string }[]
}

let journey: JourneyServer
let planted: Planted
/** The triage officer's window, in Chinese; the inspector's, in English. */
let zh: Page
let en: Page
beforeAll(async () => {
  journey = await startJourneyServer()
  planted = await plantMatters(journey)
  zh = (await enter(journey, await journey.visit(), 'triage')).page
  en = (await enter(journey, await journey.visit({ locale: 'en' }), 'inspector')).page
  await journey.account('administrator')
})
afterAll(() => journey?.stop())

/** What no answer may show: where our files are, what our tables are called. */
const INSIDES = /\.ts:\d|node_modules|\bat [\w.]+ \(|\b(select|insert into|update) .*\b(from|set|values)\b|relation "/i

async function refused(answer: APIResponse): Promise<Problem> {
  const text = await answer.text()
  expect(text).not.toMatch(INSIDES)
  expect(answer.status(), text).toBeGreaterThanOrEqual(400)
  expect(answer.status(), text).toBeLessThan(500)
  expect(answer.headers()['content-type']).toContain('application/problem+json')
  return JSON.parse(text) as Problem
}

const json = (data: unknown): Sent => ({ method: 'POST', data: JSON.stringify(data), headers: { ...JSON_TYPE } })
const JSON_TYPE = { 'content-type': 'application/json' }

describe('a body that is not what was asked for', () => {
  const DOORS = [
    '/api/auth/sign-in/username',
    '/api/session/post',
    '/api/matters',
    '/api/matters/bulk/steps',
    '/api/duplicates',
    '/api/saved-views',
  ]
  const ids = () =>
    DOORS.concat(
      `/api/matters/${planted.hazard}/steps/grade`,
      `/api/matters/${planted.hazard}/fields/open`,
      `/api/matters/${planted.hazard}/links`,
    )
  const BODIES: Readonly<Record<string, string>> = {
    'no JSON': '{"title":',
    'nothing at all': '',
    'a list': '[]',
    'a word': '"x"',
    null: 'null',
    'numbers for words':
      '{"username":7,"password":[],"postId":{},"procedure":1,"form":"x","seenVersion":"1","name":1,"query":[]}',
    'a field that nobody asked for': '{"__proto__":{"a":1},"constructor":1,"isAdmin":true}',
    'ten thousand brackets': `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
    'two megabytes': JSON.stringify({ title: 'x'.repeat(2_000_000) }),
  }

  test.each(Object.keys(BODIES))('is refused with field and rule in the reader’s language: %s', async (kind) => {
    for (const path of ids()) {
      const sent: Sent = { method: 'POST', data: Buffer.from(BODIES[kind] ?? ''), headers: JSON_TYPE }
      const inZh = await refused(await zh.request.fetch(path, sent))
      const inEn = await refused(await en.request.fetch(path, sent))
      expect(inZh.code, path).toBe('request-invalid')
      expect(inZh.issues?.length, path).toBeGreaterThan(0)
      for (const { message, field, rule } of inZh.issues ?? [])
        expect(`${message}${field}${rule}`, path).toMatch(/[\u4e00-\u9fff].*\w/)
      for (const { message } of inEn.issues ?? []) expect(message, path).not.toMatch(/[\u4e00-\u9fff]/)
    }
  })
})

describe('words that are more than words', () => {
  const SCRIPT = `<img src=x onerror="window.broken=1">'); drop table matters; --`

  test('stand on the page as they were typed, and are found again', async () => {
    const form = {
      title: SCRIPT,
      category: 'fire',
      description: `${SCRIPT}\n\${7*7} {{7*7}} %00 ../../etc/passwd`,
      place: SCRIPT,
    }
    const opened = await zh.request.fetch('/api/matters', json({ procedure: 'hazard', channel: 'window', form }))
    const { id } = (await opened.json()) as { id: string }
    await zh.goto(`/matters/${id}`)
    await zh.getByRole('heading', { level: 1, name: SCRIPT }).waitFor()
    await zh.goto(`/matters?text=${encodeURIComponent('drop table')}`)
    await zh.getByRole('row').filter({ hasText: SCRIPT }).waitFor()
    await zh.goto('/')
    await zh.getByRole('link', { name: SCRIPT, exact: true }).waitFor()
    expect(await zh.evaluate('window.broken')).toBeUndefined()
  })

  test.each(['\u0000', '\ud800', '\u202e', 'x'.repeat(81)])(
    'a title that cannot be one is refused at its field (%j)',
    async (bad) => {
      const form = { title: `坏${bad}`, category: 'fire', description: '情况', place: '地点' }
      const answer = await zh.request.fetch('/api/matters', json({ procedure: 'hazard', channel: 'window', form }))
      if (bad === '\u202e') return expect(answer.status()).toBeLessThan(500)
      const { issues } = await refused(answer)
      expect(issues?.map(({ field }) => field)).toEqual(['title'])
      expect(issues?.[0]?.message).toContain('标题')
    },
  )
})

describe('addresses', () => {
  test.each([
    '/api/matters/not-an-id',
    '/api/matters/00000000-0000-0000-0000-000000000000',
    '/api/matters/%00',
    '/api/matters/%E0%A4%A',
    '/api/matters/1%27%20or%201=1--',
    '/api/matters?limit=-1',
    '/api/matters?limit=1e9',
    '/api/matters?cursor=garbage',
    '/api/matters?dueFrom=yesterday',
    '/api/matters?level=terrible',
    '/api/matters?nonsense=1',
    `/api/matters?text=${'x'.repeat(300)}`,
    '/api/matters/not-an-id/files/../../../etc/passwd',
    '/api/admin/people',
    '/api/nothing',
  ])('%s is refused calmly', async (path) => {
    const { title } = await refused(await zh.request.fetch(path))
    expect(title).toMatch(/[\u4e00-\u9fff]/)
  })

  test.each(['short', 'x'.repeat(101)])(
    'an idempotency key of the wrong length is refused by name (%s)',
    async (key) => {
      const sent = json({ procedure: 'hazard', channel: 'window', form: {} })
      const { issues } = await refused(
        await zh.request.fetch('/api/matters', { ...sent, headers: { ...JSON_TYPE, 'idempotency-key': key } }),
      )
      expect(issues?.[0]?.field).toBe('Idempotency-Key')
    },
  )
})

describe('files', () => {
  const send = (name: string, data: Buffer, page = zh) =>
    page.request.fetch('/api/files', { method: 'POST', data, headers: { 'x-file-name': encodeURIComponent(name) } })
  const jpeg = () => zh.screenshot({ type: 'jpeg', clip: { x: 0, y: 0, width: 40, height: 40 } })

  test('of a kind that is not taken, empty, or too large are refused with the rule', async () => {
    const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(2000, 1)])
    expect((await refused(await send('照片.jpg', program))).code).toBe('file-refused')
    expect((await refused(await send('照片.jpg', Buffer.from('<script>alert(1)</script>')))).code).toBe('file-refused')
    expect((await refused(await send('空.jpg', Buffer.alloc(0)))).code).toMatch(/file-refused|request-invalid/)
    const large = await refused(await send('大.jpg', Buffer.concat([await jpeg(), Buffer.alloc(21 * 1024 * 1024)])))
    expect(large.title).toMatch(/20/)
    expect((await refused(await send('large.jpg', Buffer.alloc(100, 0), en))).title).not.toMatch(/[\u4e00-\u9fff]/)
  })

  test('with a path in the name keep the name only', async () => {
    const answer = await send('../../../etc/cron.d/照片.jpg', await jpeg())
    expect(answer.status()).toBeLessThan(300)
    const { name } = (await answer.json()) as { name: string }
    expect(name).not.toMatch(/[/\\]|\.\./)
  })
})

test('none of this reached the inside of the server', () => {
  expect(journey.faults).toEqual([])
})
