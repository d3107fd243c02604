import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AdminPerson } from '../../domain/views/admin-views.ts'
import type { MatterPage } from '../../domain/views/views.ts'
import { sourcesToConfirm } from '../../engine/why/sources-to-confirm.ts'
import { PROCEDURES } from '../../procedures/all.ts'
import { setTie } from '../../storage/admin/office-ties.ts'
import { askOfBulletins } from '../../testing/bulletins/ask-of-bulletins.ts'
import { askOfCompare } from '../../testing/compare/ask-of-compare.ts'
import { deadMail } from '../../testing/dead-mail.ts'
import { askOfMap } from '../../testing/map/ask-of-map.ts'
import { bodyOf, json, type Send, TEST_PASSWORD, type TestOffice, takeSheet, testOffice } from '../../testing/office.ts'
import { agreedDispute, MEDIATOR } from '../../testing/papers/agreed-dispute.ts'
import { askTemplates } from '../../testing/papers/ask-templates.ts'
import { TEST_TENANT } from '../../testing/people.ts'
import { askOfReturned } from '../../testing/returned/ask-of-returned.ts'
import { askOfReturns } from '../../testing/returns/ask-of-returns.ts'
import { askSignIn } from '../../testing/sign-in/ask-sign-in.ts'
import { askOfStandards } from '../../testing/standards/ask-of-standards.ts'
import { askOfSurveys } from '../../testing/surveys/ask-of-surveys.ts'
import { askOfWarnings } from '../../testing/warnings/ask-of-warnings.ts'
import { tryLedgerForm } from '../../testing/workbook/try-ledger-form.ts'
import { OPERATIONS } from './operations.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office?.dispose())

const patch = (body: unknown): RequestInit => ({ ...json(body), method: 'PATCH' })
const text = (name: string) => ({ zh: name, en: name })
type Named = { id: string; reference: string; version: number; personId: string; sha256: string }

// The office of the tests holds every answer to its description; here every operation answers at least once.
test('every operation answers as it is described', async () => {
  const [clerk, handler, admin] = [
    await office.as('clerk'),
    await office.as('handler'),
    await office.as('administrator'),
  ]
  await matters(clerk, handler)
  await requests(clerk)
  await lists(clerk)
  for (const path of ['/api/overview', '/api/overview/growing', '/api/wall']) await clerk(path)
  await ledgers(clerk)
  await formOfMatter()
  await askOfReturns(clerk, await office.as('leader'), office.deps.now().slice(0, 7))
  await askOfBulletins(await office.as('triage'), await office.as('leader'))
  await askOfReturned(office, clerk)
  await askOfSurveys(await office.as('triage'), await office.as('leader'), office.deps.now().slice(0, 10))
  await askOfStandards(clerk, admin, await office.as('dongpu-leader'), office.deps.now())
  await askOfMap(admin)
  await askOfCompare(await office.as('leader'), await office.as('dongpu-clerk'))
  await handingOver(admin)
  await administration(admin)
  await ownSession(clerk)
  await askOfWarnings(office, await office.as('leader'), admin)
  await askSignIn(office, admin, await office.as('auditor'))
  for (const path of ['/healthz', '/readyz']) await office.ask(path)
  expect(Object.keys(OPERATIONS).filter((id) => !office.seen.has(id as keyof typeof OPERATIONS))).toEqual([])
}, 180_000)

async function formOfMatter() {
  const at = `/api/matters/${await agreedDispute(office, 'yes')}/forms/confirmationApplication/docx`
  expect((await (await office.as(MEDIATOR))(at)).ok).toBe(true)
}

async function ledgers(clerk: Send) {
  const body = '编号,排查日期,隐患描述\nA-1,2026-02-03,出口上锁\n'
  const sent = await clerk('/api/imports/uploads', { method: 'POST', body })
  const at = `/api/imports/uploads/${(await bodyOf<Named>(sent)).id}`
  const { reading } = await bodyOf<{ reading: object }>(await clerk(`${at}/proposal`, json({})))
  expect((await clerk(`${at}/preview`, json({ reading }))).ok).toBe(true)
  const { id } = await bodyOf<Named>(await clerk(`${at}/import`, json({ reading })))
  const looks = ['', `/${id}/rejected?after=0`].map((path) => clerk(`/api/imports/batches${path}`))
  for (const answer of [...looks, clerk(`/api/imports/batches/${id}/stop`, json({}))])
    expect((await answer).ok).toBe(true)
}

const CAMPAIGN = {
  title: '九小场所整治',
  category: 'nineSmall',
  goal: '应查尽查',
  units: [{ unit: 'dongpu', duty: '查本镇场所' }],
  selfCheckBy: '2030-03-01',
  sweepBy: '2030-04-01',
  rectifyBy: '2030-05-01',
}

/** A person asks for what is kept of them, and has it put right. */
async function requests(clerk: Send) {
  const tiny = { title: '井盖', phone: '13800000001' }
  const opened = async (procedure: string, form: object) =>
    bodyOf<Named>(await clerk('/api/matters', json({ procedure, channel: 'window', unitId: 'qinglan', form })))
  const kept = await opened('tiny', tiny)
  for (const [category, body] of [
    ['access', { fields: ['phone'] }],
    ['correction', { field: 'phone', value: '13800000002' }],
  ] as const) {
    const { id } = await opened('datarequest', { title: '申请', category, asker: 'self', wish: '电话' })
    const take = async (post: string, step: string, form: object) => {
      const send = await office.as(post)
      const { matter } = await bodyOf<{ matter: Named }>(await send(`/api/matters/${id}`))
      const taken = await send(`/api/matters/${id}/steps/${step}`, json({ seenVersion: matter.version, form }))
      expect(taken.ok, await taken.clone().text()).toBe(true)
    }
    await take('clerk', 'nameMatter', { concernedReference: kept.reference })
    await clerk(`/api/matters/${kept.id}/comparison`, json({ request: id, field: 'phone', value: '1' }))
    await take('clerk', 'verifyIdentity', { verifiedHow: 'code', verifiedSame: 'same' })
    await take('triage', 'propose', { foundWhat: '电话', proposal: '同意' })
    await take('leader', 'decide', { decision: 'granted' })
    await clerk(`/api/matters/${id}/concerned`)
    const door = category === 'access' ? 'copy' : 'corrections'
    await clerk(`/api/matters/${kept.id}/${door}`, json({ request: id, ...body }))
  }
}

async function matters(clerk: Send, handler: Send) {
  const made = async (answer: Response) => {
    expect(answer.ok, await answer.clone().text()).toBe(true)
    return bodyOf<Named>(answer)
  }
  const photo = await made(
    await clerk('/api/files', {
      method: 'POST',
      body: Buffer.from('%PDF-1.4\n%%EOF'),
      headers: { 'x-file-name': 'photo.pdf' },
    }),
  )
  const files = [{ sha256: photo.sha256, name: 'photo.pdf', type: 'application/pdf', size: 14 }]
  const report = {
    procedure: 'report',
    channel: 'window',
    form: { title: '栏杆断了', category: 'facility', description: '桥上栏杆断了', place: '石桥' },
    files,
  }
  const withPhoto = await made(await clerk('/api/matters', json(report)))
  await clerk(`/api/matters/${withPhoto.id}/files/${photo.sha256}`)
  const accept = json({ seenVersion: withPhoto.version, form: { difficulty: 'simple' } })
  await made(await clerk(`/api/matters/${withPhoto.id}/steps/accept`, accept))
  expect((await clerk(`/api/matters/${withPhoto.id}/papers/1/docx`)).ok).toBe(true)
  await made(await clerk(`/api/matters/${withPhoto.id}/code`, json({ reason: '回执弄丢了' })))
  const form = { title: '路口护栏松动', place: '下塘村口', phone: '13900005678' }
  const opening = { procedure: 'tiny', channel: 'window', unitId: 'dongpu', form }
  const first = await made(await clerk('/api/matters', json(opening)))
  const second = await made(await clerk('/api/matters', json(opening)))
  const at = `/api/matters/${first.id}`
  await made(await clerk(`${at}/links`, json({ type: 'triggers', reference: second.reference, note: '同一路口' })))
  await made(await clerk(`${at}/fields/open`, json({ fields: ['phone'], reason: '核实地点' })))
  await made(await clerk(`${at}/fields/open`))
  const noted = { step: 'note', matters: [{ id: second.id, seenVersion: second.version }], form: { done: '问过' } }
  await made(await handler('/api/matters/bulk/steps', json(noted)))
  const { version } = (await bodyOf<{ matter: Named }>(await handler(at))).matter
  await made(await handler(`${at}/steps/split`, json({ seenVersion: version })))
  for (const path of [at, `${at}/events`]) await made(await clerk(path))
  await made(await clerk(`${at}/verify`, { method: 'POST' }))
  const campaign = await made(
    await clerk('/api/matters', json({ procedure: 'campaign', channel: 'other', form: CAMPAIGN })),
  )
  await made(await clerk(`/api/matters/${campaign.id}/coverage`))
  const lesson = { title: '烟道没有列入检查', lesson: '没有人看烟道' }
  const drawn = await made(await clerk('/api/matters', json({ procedure: 'lesson', channel: 'other', form: lesson })))
  await made(await clerk(`/api/matters/${drawn.id}/came-back`))
  await made(await clerk('/api/lessons'))
  await made(await clerk('/api/duplicates', json({ procedure: 'tiny', title: form.title, place: form.place })))
  const { rows } = await bodyOf<MatterPage>(await clerk('/api/matters?sort=due&limit=1'))
  expect(rows).toHaveLength(1)
}

async function lists(clerk: Send) {
  for (const path of [
    'today',
    'counts',
    'counted?counted=opened&by=unit',
    'counted/matters?counted=opened',
    'directory',
    'sheet?procedure=tiny',
    'readings',
    'exports',
    'emergencies',
    'satisfaction?procedure=report',
    'forecast',
  ])
    expect((await clerk(`/api/${path}`)).ok, path).toBe(true)
  expect((await takeSheet(clerk, 'tiny')).ok).toBe(true)
  expect((await takeSheet(clerk, 'tiny', 'xlsx')).ok).toBe(true)
  expect(await tryLedgerForm(clerk, 'tiny')).toEqual([200, 200, 200, 200])
  await filesAndEmergencies(clerk)
  const { id } = await bodyOf<Named>(await clerk('/api/saved-views', json({ name: '东浦', query: 'unit=dongpu' })))
  await clerk('/api/saved-views')
  const words = { title: '已受理', body: '{编号}已受理' }
  const kept = await bodyOf<Named>(await clerk('/api/answer-texts', json(words)))
  await clerk('/api/answer-texts?query=受理')
  const next = { ...json({ seenVersion: 1, ...words }), method: 'PUT' }
  expect((await clerk(`/api/answer-texts/${kept.id}`, next)).ok).toBe(true)
  expect((await clerk(`/api/answer-texts/${kept.id}/remove`, json({ seenVersion: 2 }))).ok).toBe(true)
  await clerk(`/api/answer-texts/${kept.id}/versions`)
  await clerk(`/api/saved-views/${id}`, { method: 'DELETE' })
  const { notices } = await bodyOf<{ notices: { id: string }[] }>(await clerk('/api/inbox'))
  await clerk('/api/inbox/unread')
  await clerk('/api/inbox/read', json({ ids: [notices[0]?.id ?? id] }))
  const mail = { ...json({ address: 'clerk@example.cn', mode: 'digest' }), method: 'PUT' }
  expect((await clerk('/api/inbox/mail', mail)).ok).toBe(true)
  await clerk('/api/inbox/mail')
  await clerk('/api/inbox/mail/code', json({}))
  const code = /\d{6}/.exec(office.mails.at(-1)?.subject ?? '')?.[0]
  expect((await clerk('/api/inbox/mail/confirm', json({ code }))).ok).toBe(true)
  await clerk('/api/inbox/mail', { method: 'DELETE' })
  await clerk('/api/stream', { method: 'HEAD' })
}

/** What two persons do together. */
async function filesAndEmergencies(clerk: Send) {
  const [leader, auditor, mediator] = [
    await office.as('leader'),
    await office.as('auditor'),
    await office.as('mediator'),
  ]
  const ok = async (answer: Response) => {
    expect(answer.ok, await answer.clone().text()).toBe(true)
    return bodyOf<Named>(answer)
  }
  const { owner } = office.county.database
  const asked = await ok(await clerk('/api/exports', json({ purpose: '报送年报', filter: { procedure: 'tiny' } })))
  await owner.query('update exports set approved = null where id = $1', [asked.id])
  await ok(await leader(`/api/exports/${asked.id}/decide`, json({ approve: true, reason: '报年报用' })))
  const { rows } = await bodyOf<MatterPage>(await clerk('/api/matters?procedure=tiny&text=路口护栏松动&limit=1'))
  const wish = { matter: rows[0]?.id, fields: ['phone'], reason: '有人被困，要马上联系' }
  const { id } = await ok(await mediator('/api/emergencies', json(wish)))
  await ok(await leader(`/api/emergencies/${id}/confirm`, { method: 'POST' }))
  await ok(await mediator(`/api/emergencies/${id}/open`, { method: 'POST' }))
  await ok(await auditor(`/api/emergencies/${id}/review`, json({ finding: 'inOrder', note: '情况属实' })))
  expect((await auditor('/api/emergencies')).ok).toBe(true)
  expect((await auditor('/api/readings/report?year=2026')).ok).toBe(true)
  const { rows: reports } = await bodyOf<MatterPage>(await clerk('/api/matters?procedure=report&limit=1'))
  await ok(await clerk(`/api/matters/${reports[0]?.id}/statements`, json({ text: '栏杆断了两处，不是一处' })))
}

const because = (body: object = {}) => json({ reason: '日常管理', ...body })

async function administration(admin: Send) {
  const at = '/api/admin'
  const auditor = await office.as('auditor')
  const unit = await bodyOf<Named>(
    await admin(`${at}/units`, because({ parentId: 'yunxi', kind: 'village', name: text('新塘村') })),
  )
  await admin(`${at}/units/${unit.id}`, patch({ reason: '日常管理', name: text('新塘社区') }))
  const post = await bodyOf<Named>(
    await admin(`${at}/posts`, because({ unitId: unit.id, title: text('网格岗'), roles: ['handler'] })),
  )
  await admin(`${at}/posts/${post.id}`, patch({ reason: '日常管理', title: text('网格员') }))
  const { personId } = await bodyOf<Named>(await admin(`${at}/people`, because({ name: '钱例子', username: 'qian' })))
  await admin(`${at}/people/${personId}`, patch({ reason: '日常管理', name: '钱例子甲' }))
  await admin(`${at}/people/${personId}/reset-password`, because())
  await admin(`${at}/people/${personId}/end-sessions`, because())
  const people = await bodyOf<AdminPerson[]>(await admin(`${at}/people`))
  const without = people.find(({ username }) => !username)?.id
  await admin(`${at}/people/${without}/account`, because({ username: 'later' }))
  await admin(`${at}/people/${personId}/leave`, because({ reason: '调走' }))
  await admin(`${at}/posts/${post.id}/close`, because({ reason: '并岗' }))
  await admin(`${at}/units/${unit.id}/close`, because({ reason: '并村' }))
  await admin(`${at}/posts/clerk`, patch({ reason: '日常管理', roles: ['clerk', 'auditor'] }))
  await auditor(`${at}/posts/clerk/confirm`, because({ personId: 'person-clerk' }))
  const batch = await importedBatch()
  await ownOffice(admin)
  await outlets(admin)
  await askTemplates(admin)
  const job = await failingJob()
  const mail = await deadMail(office)
  await admin(`${at}/dead-deliveries`)
  await admin(`${at}/dead-deliveries/${mail}/retry`, json({}))
  for (const path of [
    'units',
    'posts',
    'changes',
    'jobs',
    'backups',
    'security-events',
    'personal',
    'waiting-posts',
    'import-batches',
    `import-batches/${batch}/rejected`,
  ])
    expect((await admin(`${at}/${path}`)).ok, path).toBe(true)
  expect((await admin(`${at}/jobs/${job}/retry`, { method: 'POST' })).ok).toBe(true)
}

/** Nobody listens there. */
const NOWHERE = 'http://127.0.0.1:9/'

async function outlets(admin: Send) {
  const at = '/api/admin/outlets'
  const wish = { name: '平台接口', reasons: ['assigned'], mode: 'atOnce' }
  const { id } = await bodyOf<Named>(
    await admin(at, because({ unitId: 'dongpu', kind: 'webhook', url: NOWHERE, ...wish })),
  )
  const well = async (path: string, init?: RequestInit) =>
    expect((await admin(`${at}${path}`, init)).ok, path).toBe(true)
  await well('')
  await well(`/${id}`, patch({ reason: '日常管理', ...wish }))
  await well(`/${id}/secret`, because())
  await well(`/${id}/pause`, because({ paused: true }))
  await well(`/${id}/test`, json({}))
  await office.county.database.owner.query(
    `insert into deliveries (tenant, id, notice_id, target, batch, state, next_at, created_at)
     select $1, gen_random_uuid(), gen_random_uuid(), $2, null, 'dead', now(), now()`,
    [TEST_TENANT, `outlet:${id}`],
  )
  await well(`/${id}/retry`, because())
  await well(`/${id}/remove`, because())
}

async function ownOffice(admin: Send) {
  const at = '/api/admin/office'
  const put = async (path: string, body: object) =>
    expect((await admin(`${at}${path}`, { ...json({ reason: '试一试', ...body }), method: 'PUT' })).ok, path).toBe(true)
  expect((await admin(at)).ok).toBe(true)
  await put('', { name: text('清澜县综治中心'), contact: { phone: '0000-1234567' } })
  await put('/emblem', {})
  const days = [{ date: '2026-03-09', off: true, name: '县庆', source: '县政府通知' }]
  expect((await admin(`${at}/days/preview`, json({ days }))).ok).toBe(true)
  await put('/days', { days })
  expect((await admin(`${at}/recount`)).ok).toBe(true)
  expect((await admin(`${at}/recount`, json({ reason: '试一试' }))).ok).toBe(true)
  await put('/lengths', { rule: 'report.tell', length: { length: 10, unit: 'calendarDay', document: '某县文件' } })
  await put('/confirmations', { article: sourcesToConfirm(PROCEDURES)[0]?.source.article.zh })
  await put('/channels', { closed: [] })
  await put('/categories', { procedure: 'report', added: {}, hidden: [] })
  await put('/numbering', { gapFree: [] })
  await setTie(office.county.database.owner, {
    tenant: TEST_TENANT,
    other: 'yunchuan',
    stands: 'above',
    name: text('云川市'),
    intake: text('市综治中心'),
    because: '试一试',
    at: '2026-03-02T01:00:00.000Z',
  })
  await put('/ties', { other: 'yunchuan', agrees: true, takesIn: 'centre' })
  await put('/schedules', { schedule: 'periodicReport.petitionYear', choice: { document: '某县文件' } })
  const list = (csv: string) => json({ csv, reason: '试一试' })
  const [dayList, units, people] = ['日期,名称,放假\n', '名称\n新设镇\n', '单位,岗位,角色\n新设镇,受理岗,受理岗\n']
  expect((await admin(`${at}/days`, list(dayList))).ok).toBe(true)
  expect((await admin('/api/admin/unit-list', list(units))).ok).toBe(true)
  expect((await admin('/api/admin/people-list', list(people))).ok).toBe(true)
}

async function failingJob(): Promise<string> {
  const id = '00000000-0000-8000-8000-00000000000b'
  await office.county.database.owner.query(
    `insert into jobs (tenant, id, kind, payload, run_at, attempts, last_error)
     select tenant, $2, 'tell-parent', jsonb_build_object('matterId', id), now(), 3, 'busy {}' from matters where tenant = $1 limit 1`,
    [TEST_TENANT, id],
  )
  return id
}

async function importedBatch(): Promise<string> {
  const { owner } = office.county.database
  const id = '00000000-0000-4000-8000-00000000000a'
  await owner.query(
    `insert into import_batches (tenant, id, mapping, source, started_at, read_rows, added_rows, known_rows, rejected_rows)
     values ($1, $2, 'hazards', 'hazards.csv', now(), 2, 1, 0, 1)`,
    [TEST_TENANT, id],
  )
  await owner.query(
    `insert into rejected_rows (tenant, batch_id, row_number, reason, original) values ($1, $2, 2, $3, $4)`,
    [
      TEST_TENANT,
      id,
      JSON.stringify([{ field: 'title', rule: 'required', column: '标题' }]),
      JSON.stringify({ 标题: '' }),
    ],
  )
  return id
}

async function ownSession(clerk: Send) {
  await clerk('/api/session')
  await clerk('/api/session/post', json({ postId: 'clerk' }))
  await office.ask('/api/auth/sign-in/username', json({ username: 'clerk', password: TEST_PASSWORD }))
  const sessions = await bodyOf<{ id: string; current: boolean }[]>(await clerk('/api/auth/sessions'))
  await clerk('/api/auth/sessions/revoke', json({ id: sessions.find(({ current }) => !current)?.id }))
  const change = { currentPassword: TEST_PASSWORD, newPassword: 'calmer-water-2027' }
  await clerk('/api/auth/change-password', json(change))
  const inspector = await office.as('inspector')
  await inspector('/api/auth/sign-out', { method: 'POST' })
}

async function handingOver(admin: Send) {
  const route = { from: 'handler', to: 'verifier' }
  const [id, back] = ['018f0000-0000-7000-8000-000000000001', '018f0000-0000-7000-8000-000000000002']
  await admin('/api/team')
  await admin('/api/duty?from=2026-03-01&to=2026-03-07')
  await admin('/api/team/gaps')
  await admin('/api/hand-overs/preview', json(route))
  await admin('/api/hand-overs', json({ id, ...route, reason: '岗位调整' }))
  await admin(`/api/hand-overs/${id}`)
  await admin(`/api/hand-overs/${id}/undo`, json({ id: back, reason: '调整取消' }))
}
