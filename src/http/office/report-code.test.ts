import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Opened } from '../../domain/views/act-views.ts'
import type { MatterView } from '../../domain/views/views.ts'
import { bodyOf, json, type TestOffice, testOffice } from '../../testing/office.ts'
import { createResident } from '../../testing/resident.ts'

let office: TestOffice
let resident: ReturnType<typeof createResident>
beforeAll(async () => {
  office = await testOffice()
  resident = createResident(office)
})
afterAll(() => office?.dispose())

const STREET_LIGHTS = { title: '柳河村路灯不亮', category: 'facility', description: '一排五盏都不亮', place: '柳河村' }
async function register(headers: Record<string, string> = {}): Promise<Opened> {
  const clerk = await office.as('clerk')
  const opening = { procedure: 'report', channel: 'phone', unitId: 'centre', form: STREET_LIGHTS }
  const answer = await clerk('/api/matters', json(opening, headers))
  expect(answer.status, await answer.clone().text()).toBe(201)
  return bodyOf<Opened>(answer)
}
const issue = async (who: string, id: string, reason: string, headers: Record<string, string> = {}) =>
  (await office.as(who))(`/api/matters/${id}/code`, json({ reason }, headers))
const viewOf = async (who: string, id: string) => bodyOf<MatterView>(await (await office.as(who))(`/api/matters/${id}`))
const plain = (page: string) => page.replace(/[ ·]/g, '')

test('a report from the window or the phone has a code and a receipt, and its reporter follows it', async () => {
  const once = { 'idempotency-key': 'once-and-again' }
  const opened = await register(once)
  expect((await register(once)).code).toBe(opened.code)
  const receipt = await (await office.ask(opened.receiptPath ?? '')).text()
  expect(plain(receipt)).toContain(opened.code)
  expect(receipt).toContain('收件回执')
  expect(await resident.pageOf(opened.code ?? '')).toContain('柳河村路灯不亮')
  const { rows } = await office.county.database.owner.query('select 1 from report_codes where matter_id = $1', [
    opened.id,
  ])
  expect(rows).toHaveLength(1)
})

test('what residents do not follow has no code', async () => {
  const clerk = await office.as('clerk')
  const opening = { procedure: 'tiny', channel: 'window', unitId: 'dongpu', form: { title: '不凭码查的事' } }
  const opened = await bodyOf<Opened>(await clerk('/api/matters', json(opening)))
  expect(opened.code).toBeUndefined()
  expect((await viewOf('clerk', opened.id)).mayIssueCode).toBe(false)
  expect((await issue('clerk', opened.id, '群众来要查询码')).status).toBe(403)
})

describe('a new code', () => {
  test('opens the report in place of the old one, with a receipt and a reason on record', async () => {
    const { id, code = '' } = await register()
    expect((await viewOf('clerk', id)).mayIssueCode).toBe(true)
    const answer = await issue('clerk', id, '回执淋湿了看不清')
    expect(answer.status, await answer.clone().text()).toBe(201)
    const issued = await bodyOf<Opened>(answer)
    expect(issued.code).not.toBe(code)
    expect(await resident.pageOf(issued.code ?? '')).toContain('柳河村路灯不亮')
    expect(await resident.pageOf(code)).not.toContain('柳河村路灯不亮')
    expect(plain(await (await office.ask(issued.receiptPath ?? '')).text())).toContain(issued.code)
    const { timeline } = await viewOf('clerk', id)
    expect(timeline.at(-1)).toMatchObject({ type: 'CodeIssued', note: '回执淋湿了看不清', personName: '周示例' })
    expect(JSON.stringify(timeline)).not.toContain(issued.code)
  })

  test('goes to a report that came over the public page too, and a lost answer does not cost a second one', async () => {
    const { code } = await resident.report({ description: '北塘村的井盖丢了，晚上看不见。' })
    const id = await resident.matterIdOf(code)
    const once = { 'idempotency-key': 'code-once-and-again' }
    const [one, other] = [
      await bodyOf<Opened>(await issue('clerk', id, '本人到窗口说丢了', once)),
      await bodyOf<Opened>(await issue('clerk', id, '本人到窗口说丢了', once)),
    ]
    expect(other.code).toBe(one.code)
    expect((await viewOf('clerk', id)).timeline.filter(({ type }) => type === 'CodeIssued')).toHaveLength(1)
  })

  test('needs a reason that tells nothing of persons', async () => {
    const { id } = await register()
    expect((await issue('clerk', id, '丢')).status).toBe(400)
    expect(await (await issue('clerk', id, '打13900005678来要的')).json()).toMatchObject({
      issues: [{ field: 'reason', rule: 'personal-data' }],
    })
  })

  test('is for intake to give, never for whoever handles the matter and would rate it', async () => {
    const { id } = await register()
    expect((await viewOf('leader', id)).mayIssueCode).toBe(false)
    expect((await issue('leader', id, '替群众看看进度')).status).toBe(403)
    await resident.step('clerk', id, 'accept', { difficulty: 'simple' })
    await resident.step('clerk', id, 'answer', { opinion: 'solved', reply: '路灯修好了', toldHow: 'phone' })
    expect((await viewOf('clerk', id)).mayIssueCode).toBe(false)
    const refused = await issue('clerk', id, '替群众评价一下')
    expect(await refused.text()).toContain('承办这件事的人不能换发')
  })
})
