import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Matter } from '../../domain/matter/matter.ts'
import type { FormValues } from '../../domain/procedure/form.ts'
import type { ConcernedView, PersonalDuty } from '../../domain/views/personal-views.ts'
import type { MatterView } from '../../domain/views/views.ts'
import { bodyOf, json, type TestOffice, testOffice } from '../../testing/office.ts'
import { runJobs } from '../../workers/run-jobs.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office.dispose())

const PHONE = '13800000001'

const open = async (post: string, procedure: string, form: FormValues): Promise<Matter> => {
  const send = await office.as(post)
  const { id } = await bodyOf<{ id: string }>(
    await send('/api/matters', json({ procedure, channel: 'window', unitId: 'qinglan', form })),
  )
  return see(post, id)
}
const see = async (post: string, id: string): Promise<Matter> =>
  (await bodyOf<MatterView>(await (await office.as(post))(`/api/matters/${id}`))).matter
const take = async (post: string, id: string, step: string, form?: FormValues) => {
  const { version } = await see(post, id)
  const answer = await (await office.as(post))(
    `/api/matters/${id}/steps/${step}`,
    json({ seenVersion: version, ...(form ? { form } : {}) }),
  )
  expect(answer.status, `${step}: ${await answer.clone().text()}`).toBe(200)
}
const post = async (who: string, path: string, body: object) =>
  (await office.as(who))(`/api/matters/${path}`, json(body))

/** A matter with a phone and a reporter, closed unless it is to stay open. */
const kept = async (isClosed = true): Promise<Matter> => {
  const matter = await open('clerk', 'tiny', { title: '井盖缺失', phone: PHONE, reporter: '张示例' })
  if (!isClosed) return matter
  await take('handler', matter.id, 'handle', { done: '补上了' })
  await take('verifier', matter.id, 'close')
  return see('clerk', matter.id)
}

const ASKED = { title: '申请查阅本人信息', asker: 'self', wish: '留了哪些联系方式' }

/** A request about a matter, taken as far as it is decided. */
const asked = async (about: Matter, category: string, decision?: FormValues): Promise<Matter> => {
  const request = await open('clerk', 'datarequest', { ...ASKED, category })
  await take('clerk', request.id, 'nameMatter', { concernedReference: about.reference })
  if (!decision) return see('clerk', request.id)
  await take('clerk', request.id, 'verifyIdentity', { verifiedHow: 'document', verifiedSame: 'same' })
  await take('triage', request.id, 'propose', { foundWhat: '电话一项', proposal: '同意' })
  await take('leader', request.id, 'decide', decision)
  return see('clerk', request.id)
}
const granted = (about: Matter, category: string, more: FormValues = {}) =>
  asked(about, category, { decision: 'granted', ...more })
const concerned = async (who: string, { id }: Matter) =>
  (await bodyOf<{ matters: ConcernedView[] }>(await (await office.as(who))(`/api/matters/${id}/concerned`))).matters

describe('who asks is compared with what is kept, and nothing is shown', () => {
  test('the answer is yes or no, however it was typed, and the opening is on record', async () => {
    const matter = await kept(false)
    const request = await asked(matter, 'access')
    const compare = async (field: string, value: string) =>
      bodyOf(await post('clerk', `${matter.id}/comparison`, { request: request.id, field, value }))
    expect(await compare('phone', '138 0000 0001')).toEqual({ same: true })
    expect(await compare('phone', '13800000002')).toEqual({ same: false })
    expect(await compare('reporter', '张示例')).toEqual({ same: true })
    const { timeline } = await bodyOf<MatterView>(await (await office.as('clerk'))(`/api/matters/${matter.id}`))
    expect(timeline.filter(({ type }) => type === 'FieldsOpened')).toHaveLength(3)
    expect(JSON.stringify(timeline)).not.toContain(request.reference)
  })

  test('without a request that names the matter, or once it is verified, nothing is compared', async () => {
    const [matter, other] = [await kept(false), await kept(false)]
    const request = await asked(matter, 'access')
    const compare = (id: string) =>
      post('clerk', `${id}/comparison`, { request: request.id, field: 'phone', value: PHONE })
    expect((await compare(other.id)).status).toBe(403)
    await take('clerk', request.id, 'verifyIdentity', { verifiedHow: 'document', verifiedSame: 'same' })
    expect((await compare(matter.id)).status).toBe(403)
    const byHandler = { request: request.id, field: 'phone', value: PHONE }
    expect((await post('handler', `${matter.id}/comparison`, byHandler)).status).toBe(404)
  })
})

describe('a copy for the person', () => {
  test('holds what was chosen with why and how long, leaves out what is of others, and its making is on record', async () => {
    const matter = await kept()
    const request = await granted(matter, 'access')
    expect(await concerned('clerk', request)).toMatchObject([
      { reference: matter.reference, fields: ['phone', 'reporter'], services: ['copy'] },
    ])
    const answer = await post('clerk', `${matter.id}/copy`, { request: request.id, fields: ['phone'] })
    const page = await answer.text()
    expect(answer.headers.get('content-disposition')).toContain('attachment')
    for (const words of [PHONE, '联系', '2年', matter.reference, '其他人的信息已隐去']) expect(page).toContain(words)
    expect(page).not.toContain('张示例')
    const { timeline } = await bodyOf<MatterView>(await (await office.as('clerk'))(`/api/matters/${matter.id}`))
    expect(timeline.at(-1)).toMatchObject({ type: 'FieldsOpened', fields: ['phone'] })
  })

  test('is not made before who asks was verified and it was granted, nor by who handles the matter', async () => {
    const matter = await kept()
    const early = await asked(matter, 'access')
    const body = (request: Matter) => ({ request: request.id, fields: ['phone'] })
    expect((await post('clerk', `${matter.id}/copy`, body(early))).status).toBe(403)
    const request = await granted(matter, 'access')
    expect((await post('handler', `${matter.id}/copy`, body(request))).status).toBe(404)
    expect((await post('leader', `${matter.id}/copy`, body(request))).status).toBe(403)
    const deletion = await granted(matter, 'deletion', { deletionWay: 'erase' })
    expect((await post('clerk', `${matter.id}/copy`, body(deletion))).status).toBe(403)
  })
})

describe('a correction', () => {
  test.each([
    ['phone', '13900000009'],
    ['reporter', '张示样'],
  ])('puts the new %s in its place and keeps the old one sealed', async (field, value) => {
    const matter = await kept(false)
    const request = await granted(matter, 'correction')
    const corrected = await post('clerk', `${matter.id}/corrections`, { request: request.id, field, value })
    expect(corrected.status).toBe(200)
    const opened = await post('clerk', `${matter.id}/fields/open`, {
      fields: [field],
      reason: '核对更正结果',
      purpose: 'verify',
    })
    expect(await bodyOf(opened)).toMatchObject({ values: { [field]: value } })
    const { rows } = await office.county.database.owner.query(
      `select event from matter_events where matter_id = $1 and type = 'FieldCorrected'`,
      [matter.id],
    )
    expect(JSON.stringify(rows)).not.toContain(value)
  })

  test('is refused for what is not personal, too long, or without a granted request', async () => {
    const matter = await kept(false)
    const request = await granted(matter, 'correction')
    const correct = (body: object) => post('clerk', `${matter.id}/corrections`, { request: request.id, ...body })
    expect((await correct({ field: 'title', value: '改标题' })).status).toBe(422)
    expect((await correct({ field: 'phone', value: '1'.repeat(300) })).status).toBe(422)
    const other = await granted(matter, 'explanation')
    expect((await correct({ request: other.id, field: 'phone', value: PHONE })).status).toBe(403)
  })
})

describe('a deletion', () => {
  test('of a closed matter destroys what is personal and the free texts, and leaves the matter', async () => {
    const matter = await kept()
    const request = await granted(matter, 'deletion', { deletionWay: 'erase' })
    await take('clerk', request.id, 'erase', { carryReason: '办结了，用完了' })
    const erased = await see('clerk', matter.id)
    expect(erased).toMatchObject({ state: 'closed', title: '井盖缺失', shreddedAt: expect.any(String) })
    expect(erased.fields).toMatchObject({ phone: null })
    const opened = await post('clerk', `${matter.id}/fields/open`, {
      fields: ['phone'],
      reason: '核对还在不在',
      purpose: 'verify',
    })
    expect(opened.status).toBe(410)
    expect((await bodyOf<{ ok: boolean }>(await post('clerk', `${matter.id}/verify`, {}))).ok).toBe(true)
  })

  test('of a matter that is worked on still, or that a hold keeps, restricts it instead', async () => {
    const matter = await kept(false)
    const request = await granted(matter, 'deletion', { deletionWay: 'erase' })
    await take('clerk', request.id, 'erase', { carryReason: '本人要求' })
    expect((await see('clerk', matter.id)).restrictions).toMatchObject([
      { order: 'restrict', orderedBy: expect.any(String) },
    ])
    const closed = await kept()
    const hold = await open('clerk', 'datahold', {
      ...{ title: '复核没有结束', category: 'remedy', holdReason: '复核要用', holdUntil: '2026-12-31' },
    })
    await take('clerk', hold.id, 'nameMatter', { concernedReference: closed.reference })
    await take('leader', hold.id, 'approveKeeping', { carryReason: '同意' })
    const second = await granted(closed, 'deletion', { deletionWay: 'erase' })
    await take('clerk', second.id, 'erase', { carryReason: '本人要求' })
    const both = await see('leader', closed.id)
    expect(both.shreddedAt).toBeUndefined()
    expect(both.restrictions?.map(({ order }) => order)).toEqual(['keep', 'restrict'])
  })
})

describe('what is restricted', () => {
  const restricted = async () => {
    const matter = await kept()
    const request = await granted(matter, 'deletion', { deletionWay: 'restrict' })
    await take('clerk', request.id, 'restrict', { carryReason: '档案保存期没到' })
    return matter
  }

  test('is stored and shown as such, and is not opened, searched or put into a sheet', async () => {
    const matter = await restricted()
    const seen = await see('clerk', matter.id)
    expect(seen).toMatchObject({ fields: {}, files: [], restrictions: [{ reason: '档案保存期没到' }] })
    const opened = await post('clerk', `${matter.id}/fields/open`, {
      fields: ['phone'],
      reason: '核对电话',
      purpose: 'verify',
    })
    expect(opened.status).toBe(403)
    const clerk = await office.as('clerk')
    const found = await bodyOf<{ matters: Matter[] }>(
      await clerk(`/api/matters?text=${encodeURIComponent(matter.reference)}`),
    )
    expect(JSON.stringify(found)).not.toContain(matter.id)
    const sheet = await (await clerk('/api/sheet?procedure=tiny')).text()
    expect(sheet).not.toContain(matter.id)
  })

  test('is kept beyond its time until it is released, and is destroyed then', async () => {
    const matter = await kept()
    const hold = await open('clerk', 'datahold', {
      ...{ title: '档案要求', category: 'archive', holdReason: '档案规定', holdUntil: '2026-12-31' },
    })
    await take('clerk', hold.id, 'nameMatter', { concernedReference: matter.reference })
    await take('leader', hold.id, 'approveRestriction', { carryReason: '同意' })
    expect((await see('leader', matter.id)).restrictions).toHaveLength(1)
    const { rows } = await office.county.database.owner.query(
      `update jobs set run_at = '2026-03-02T00:00:00Z' where kind = 'shred-fields' and payload ->> 'matterId' = $1 returning id`,
      [matter.id],
    )
    expect(rows).toHaveLength(1)
    office.county.setNow('2029-03-02T01:00:00.000Z')
    await runJobs(office.deps, 'qinglan')
    expect((await see('leader', matter.id)).shreddedAt).toBeUndefined()
    await take('leader', hold.id, 'lift', { carryReason: '档案已移交' })
    office.county.setNow('2029-03-02T02:00:00.000Z')
    await runJobs(office.deps, 'qinglan')
    expect((await see('leader', matter.id)).shreddedAt).toBeDefined()
  })
})

describe('what the office owes of personal data', () => {
  test('is told kind by kind in numbers, to administrators and auditors and nobody else', async () => {
    office.county.setNow('2029-03-03T01:00:00.000Z')
    const matter = await kept()
    const send = await office.as('administrator')
    const duty = async (kind: string) =>
      (await bodyOf<{ kinds: PersonalDuty[] }>(await send('/api/admin/personal'))).kinds.find(
        ({ procedure }) => procedure === kind,
      )
    const before = await duty('tiny')
    expect(before?.destroyed).toBeGreaterThan(0)
    const hold = await open('clerk', 'datahold', {
      ...{ title: '复核没有结束', category: 'remedy', holdReason: '复核要用', holdUntil: '2029-12-31' },
    })
    await take('clerk', hold.id, 'nameMatter', { concernedReference: matter.reference })
    await take('leader', hold.id, 'approveKeeping', { carryReason: '同意' })
    expect(await duty('tiny')).toMatchObject({ destroyed: before?.destroyed, kept: (before?.kept ?? 0) + 1 })
    expect((await (await office.as('clerk'))('/api/admin/personal')).status).toBe(403)
  })

  test('says which kinds are not weighed yet; a signed assessment of the version in force ends that', async () => {
    const send = await office.as('administrator')
    const petition = async () =>
      (await bodyOf<{ kinds: PersonalDuty[] }>(await send('/api/admin/personal'))).kinds.find(
        ({ procedure }) => procedure === 'petition',
      )
    const owed = await petition()
    expect(owed?.assessedIn).toBeUndefined()
    const weigh = async (kindVersion: number) => {
      const record = await open('administrator', 'impact', {
        ...{ title: '信访事项', category: 'newKind', kindCode: 'petition', kindVersion },
        ...{ lawful: '必要', effect: '影响小', measures: '加密', riskLevel: 'low' },
      })
      await take('leader', record.id, 'publish')
      return record.reference
    }
    await weigh((owed?.version ?? 0) + 1)
    expect((await petition())?.assessedIn).toBeUndefined()
    const reference = await weigh(owed?.version ?? 0)
    expect((await petition())?.assessedIn).toBe(reference)
  })
})
