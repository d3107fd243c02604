import { afterAll, beforeAll, expect, test } from 'vitest'
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

const LETTER = {
  title: '安置房逾期未交付',
  category: 'expropriation',
  description: '协议写明去年底交房，请求答复交房时间',
  place: '东浦镇安置区',
  contactName: '张示例',
  contactAddress: '东浦镇示例路1号',
}
const day = '2026-03-02'

test('whoever petitioned at the window follows it by code, and asks for the review there', async () => {
  const clerk = await office.as('clerk')
  const opening = { procedure: 'petition', channel: 'window', unitId: 'qinglan', form: LETTER }
  const opened = await bodyOf<Opened>(await clerk('/api/matters', json(opening)))
  const { id, code = '' } = opened
  expect(await resident.pageOf(code)).toContain('收到了，正在登记')

  await resident.step('clerk', id, 'register', { peopleCount: 1, joint: 'no', earlier: 'none' })
  await resident.step('triage', id, 'classify', { route: 'petition', routeReason: '属于本级职责' })
  await resident.step('triage', id, 'assign', { unit: 'dongpu', demand: '查清后答复', reportBy: '2026-05-20' })
  await resident.step('dongpu-clerk', id, 'signFor', {})
  await resident.step('dongpu-clerk', id, 'accept', {})
  await resident.step('dongpu-leader', id, 'nameHandler', { owner: 'dongpu-mediator', interestAsked: 'none' })
  await resident.step('dongpu-mediator', id, 'draftOpinion', {
    request: '答复交房时间',
    facts: '验收未完成',
    opinion: 'explain',
    opinionText: '六月底前交房',
    legalBasis: '安置协议第五条',
  })
  await resident.step('dongpu-leader', id, 'issueOpinion', {
    opinionText: '六月底前交房',
    documentNo: '东信处〔2026〕1号',
    signedOn: day,
  })
  await resident.step('dongpu-clerk', id, 'serveOpinion', { servedOn: day, servedHow: 'direct' })
  const served = await resident.pageOf(code)
  expect(served).toContain('六月底前交房')
  expect(served).toContain('三十日内可以申请复查')

  const asked = await resident.fill(`/t/${code}/rate`, { rating: 'dissatisfied', complaint: '没有写过渡费标准' })
  expect(asked.status).toBe(303)
  expect(await resident.pageOf(code)).toContain('您申请了复查')
  const { matter } = await bodyOf<MatterView>(await clerk(`/api/matters/${id}`))
  expect(matter).toMatchObject({ state: 'reviewRequested', fields: { satisfaction: 'dissatisfied' } })
  expect(JSON.stringify(matter)).not.toContain('示例路')
})
