import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficeSettings } from '../../domain/unit/office-settings.ts'
import type {
  AdminChange,
  AdminPost,
  RecountPreview,
  RecountState,
  TakenPeople,
  TakenUnits,
} from '../../domain/views/admin-views.ts'
import type { SessionView } from '../../domain/views/views.ts'
import { sourcesToConfirm } from '../../engine/why/sources-to-confirm.ts'
import { PROCEDURES } from '../../procedures/all.ts'
import { bodyOf, cookiesOf, json, type Send, type TestOffice, testOffice } from '../../testing/office.ts'
import { TEST_TENANT } from '../../testing/people.ts'
import { runJobs } from '../../workers/run-jobs.ts'

let office: TestOffice
let admin: Send

beforeAll(async () => {
  office = await testOffice()
  admin = await office.as('administrator')
})
afterAll(() => office?.dispose())

const put = (path: string, body: object, send = admin) =>
  send(`/api/admin/${path}`, { ...json({ reason: '按县里通知', ...body }), method: 'PUT' })
const settings = async () => bodyOf<OfficeSettings>(await admin('/api/admin/office'))
const session = async (post = 'clerk') => bodyOf<SessionView>(await (await office.as(post))('/api/session'))
const publicPage = async () => (await office.ask('/public')).text()

describe('name, phone, hours and emblem', () => {
  test('stand on the public pages and in the office as soon as they are set', async () => {
    const contact = { phone: '0570-1234567', dutyPhone: '0570-7654321', hours: { zh: '工作日 9:00-17:00' } }
    expect((await put('office', { name: { zh: '试验县综治中心' }, contact })).status).toBe(200)
    const page = await publicPage()
    for (const words of ['试验县综治中心', '0570-1234567', '0570-7654321', '工作日 9:00-17:00'])
      expect(page).toContain(words)
    expect(await session()).toMatchObject({
      tenant: { name: { zh: '试验县综治中心' } },
      office: { contact: { phone: '0570-1234567' } },
    })
  })

  test('an emblem is a small picture, checked by its bytes, and shown beside the name', async () => {
    const png = readFileSync('docs/pictures/matter.zh.png')
    const text = Buffer.from('<svg onload=alert(1)>').toString('base64')
    expect(await bodyOf(await put('office/emblem', { picture: text }))).toMatchObject({ rule: 'emblem' })
    expect((await office.ask('/public/emblem')).status).toBe(404)
    const small = png.subarray(0, 60_000).toString('base64')
    expect((await put('office/emblem', { picture: small })).status).toBe(200)
    expect(await publicPage()).toContain('/public/emblem?v=')
    const shown = await office.ask('/public/emblem')
    expect(shown.headers.get('content-type')).toBe('image/png')
    await put('office/emblem', {})
    expect((await office.ask('/public/emblem')).status).toBe(404)
  })

  test('a phone that is none is refused by name', async () => {
    const answer = await put('office', { name: { zh: '试验县' }, contact: { phone: '打我电话' } })
    expect(await bodyOf(answer)).toMatchObject({ issues: [{ field: 'contact.phone' }] })
  })
})

describe('the office’s own rules', () => {
  test('a length of 90 days over a statutory 15 is refused, and the sentence says 15', async () => {
    const length = { length: 90, unit: 'calendarDay', document: '某县文件' }
    const answer = await put('office/lengths', { rule: 'report.tell', length })
    expect(answer.status).toBe(400)
    expect(await bodyOf(answer)).toMatchObject({ issues: [{ field: 'length', rule: 'beyond-statute', limit: 15 }] })
  })

  test('a shorter one counts for the next matter, with the document that sets it', async () => {
    const length = { length: 10, unit: 'calendarDay', document: '某县文件〔2026〕3号' }
    expect((await put('office/lengths', { rule: 'report.tell', length })).status).toBe(200)
    expect((await session()).overrides['report.tell']).toEqual(length)
    await put('office/lengths', { rule: 'report.tell' })
    expect((await session()).overrides).toEqual({})
  })

  test('a rule that waits for the county is confirmed with a reason, and shows who and when', async () => {
    const [first] = sourcesToConfirm(PROCEDURES)
    const article = first?.source.article.zh ?? ''
    expect((await put('office/confirmations', { article, reason: '' })).status).toBe(400)
    expect((await put('office/confirmations', { article: '《安全生产法》第四十一条' })).status).toBe(400)
    expect((await put('office/confirmations', { article })).status).toBe(200)
    expect((await session()).office.confirmed[article]).toMatchObject({
      personName: expect.any(String),
      reason: '按县里通知',
      at: '2026-03-02T01:00:00.000Z',
    })
  })

  test('own days off count in the calendar everybody reckons by', async () => {
    const csv = '日期,名称,放假,依据\n2026-03-09,县庆,是,县政府通知\n2026-13-01,错,是,\n'
    const taken = await admin('/api/admin/office/days', json({ reason: '县庆放假', csv }))
    expect(await bodyOf(taken)).toMatchObject({ added: 1, refused: [{ row: 3, issues: [{ column: '日期' }] }] })
    expect((await session()).calendarDays).toContainEqual({
      date: '2026-03-09',
      name: '县庆',
      off: true,
      source: '县政府通知',
    })
  })

  test('own days name first which deadlines they move; saved, the workers move them', async () => {
    const clerk = await office.as('clerk')
    const form = { title: '路灯不亮', category: 'facility', description: '两盏', place: '桥头' }
    const opened = await clerk('/api/matters', json({ procedure: 'report', channel: 'window', form }))
    const { id, reference } = await bodyOf<{ id: string; reference: string }>(opened)
    // Seven days from 2 March 2026 end on the 9th, which the test above made a day off: on the 10th.
    const accept = json({ form: { difficulty: 'ordinary' }, seenVersion: 1 })
    expect((await clerk(`/api/matters/${id}/steps/accept`, accept)).status).toBe(200)
    const days = [
      ...(await settings()).calendarDays,
      { date: '2026-03-10', off: true, name: '庙会', source: '县政府通知2' },
    ]
    const state = async () => bodyOf<RecountState>(await admin('/api/admin/office/recount'))
    const preview = await bodyOf<RecountPreview>(await admin('/api/admin/office/days/preview', json({ days })))
    expect(preview.first.find((row) => row.reference === reference)?.clocks).toMatchObject([
      { deadline: 'handle', from: { dueOn: '2026-03-10' }, to: { dueOn: '2026-03-11' } },
    ])
    expect(JSON.stringify(preview)).not.toContain('路灯不亮')
    expect((await state()).matters).toBe(0)
    expect((await put('office/days', { days })).status).toBe(200)
    expect(await state()).toMatchObject({ running: true, matters: preview.matters })
    office.county.setNow('2026-03-02T01:01:00.000Z')
    await runJobs(office.county.deps, TEST_TENANT)
    expect(await state()).toEqual({ running: false, matters: 0, first: [] })
    office.county.setNow('2026-03-02T01:00:00.000Z')
  })

  test('own categories are offered and taken; hidden ones are not, and one always stays', async () => {
    const own = { procedure: 'report', added: { tourism: { zh: '旅游' } }, hidden: ['land'] }
    expect((await put('office/categories', own)).status).toBe(200)
    const page = await publicPage()
    expect(page).toContain('旅游')
    expect(page).not.toContain('土地和山林')
    const renamed = await put('office/categories', { ...own, added: { facility: { zh: '别的' } } })
    expect(renamed.status).toBe(400)
    expect(await bodyOf(renamed)).toMatchObject({ issues: [{ field: 'added.facility', rule: 'taken' }] })
    const all = Object.keys(PROCEDURES.findLast(({ id }) => id === 'report')?.categories ?? {})
    const none = await put('office/categories', { ...own, hidden: [...all, 'tourism'] })
    expect(none.status).toBe(400)
  })

  test('a channel that is closed is not offered any more', async () => {
    await put('office/channels', { closed: ['phone'] })
    expect((await session()).office.closedChannels).toEqual(['phone'])
    expect((await put('office/channels', { closed: ['system'] })).status).toBe(400)
  })

  test('which references have no gaps is set by kind', async () => {
    await put('office/numbering', { gapFree: ['hazard'] })
    expect((await settings()).gapFree).toEqual(['hazard'])
  })
})

describe('lists of units and people', () => {
  test('go in from the page; what does not fit comes back with row and reason, and a second time nothing changes', async () => {
    const units = { csv: '名称,编码,上级,类型\n新设镇,x1,,乡镇\n坏行,x/2,,\n', reason: '建单位' }
    const first = await bodyOf<TakenUnits>(await admin('/api/admin/unit-list', json(units)))
    expect(first).toMatchObject({ added: 1, refused: [{ row: 3 }] })
    expect(await bodyOf(await admin('/api/admin/unit-list', json(units)))).toMatchObject({ added: 0, known: 1 })
    const people = { csv: '姓名,账号,单位,岗位,角色\n新示例,xinshili,新设镇,受理岗,受理岗\n', reason: '建人员' }
    const taken = await bodyOf<TakenPeople>(await admin('/api/admin/people-list', json(people)))
    expect(taken).toMatchObject({ addedPeople: 1, addedPosts: 1, refused: [] })
    const { username, password } = taken.passwords[0] ?? { username: '', password: '' }
    const answer = await office.ask('/api/auth/sign-in/username', json({ username, password }))
    expect(cookiesOf(answer)).not.toBe('')
    const again = await bodyOf<TakenPeople>(await admin('/api/admin/people-list', json(people)))
    expect(again).toMatchObject({ addedPeople: 0, addedPosts: 0, known: 1, passwords: [] })
  })

  test('give nobody other roles than the list says, though a vacant post has the name', async () => {
    await admin(
      '/api/admin/posts',
      json({ unitId: 'qinglan', title: { zh: '综合岗' }, roles: ['auditor'], reason: '空岗' }),
    )
    const people = { csv: '姓名,账号,单位,岗位,角色\n何样例,heyangli,qinglan,综合岗,承办岗\n', reason: '建人员' }
    const { passwords } = await bodyOf<TakenPeople>(await admin('/api/admin/people-list', json(people)))
    const posts = await bodyOf<AdminPost[]>(await admin('/api/admin/posts'))
    const held = posts.filter(({ personId }) => personId === passwords[0]?.personId)
    expect(held).toMatchObject([{ roles: ['handler'] }])
  })

  test('a table without the column that is needed is refused as a whole, in a sentence', async () => {
    const answer = await admin('/api/admin/unit-list', json({ csv: 'a,b\n1,2\n', reason: '建单位' }))
    expect(answer.status).toBe(422)
    expect((await bodyOf(answer))['title']).toContain('名称')
  })
})

test('every change says who, when and why, and the office’s settings are the administrator’s alone', async () => {
  const changes = await bodyOf<AdminChange[]>(await admin('/api/admin/changes'))
  const own = changes.filter(({ subject }) => subject === 'office')
  expect(own.map(({ subjectId }) => subjectId)).toEqual(
    expect.arrayContaining([
      'name',
      'contact',
      'emblem',
      'overrides',
      'confirmed',
      'calendarDays',
      'categories',
      'gapFree',
    ]),
  )
  expect(own.every(({ personName, reason }) => personName && reason)).toBe(true)
  const clerk = await office.as('clerk')
  expect((await clerk('/api/admin/office')).status).toBe(403)
  expect((await put('office/channels', { closed: [] }, clerk)).status).toBe(403)
})
