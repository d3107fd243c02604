import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { STARTERS } from '../../src/procedures/starters/starters.ts'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { signIn, standsAt, takeStep } from '../support/person.ts'

let journey: JourneyServer
beforeAll(async () => {
  journey = await startJourneyServer()
})
afterAll(() => journey?.stop())

async function at(post: string, look: { readonly phone?: boolean } = {}): Promise<Page> {
  await journey.account(post)
  const page = await journey.visit(look)
  await signIn(page, post)
  await page.getByRole('heading', { level: 1, name: '今日' }).waitFor()
  return page
}

type Made = { readonly id: string; readonly reference: string }
/** What has journeys of its own is sent as the page would send it. */
async function send(page: Page, path: string, data: object): Promise<Made> {
  const headers = { 'idempotency-key': crypto.randomUUID(), origin: journey.url }
  const answer = await page.request.post(path, { data, headers })
  expect(answer.ok(), await answer.text()).toBe(true)
  return (await answer.json()) as Made
}
const register = (page: Page, procedure: string, form: object) =>
  send(page, '/api/matters', { procedure, channel: 'inspection', form })
async function step(page: Page, { id }: Made, name: string, form: object = {}): Promise<void> {
  const { matter } = (await (await page.request.get(`/api/matters/${id}`)).json()) as { matter: { version: number } }
  await send(page, `/api/matters/${id}/steps/${name}`, { seenVersion: matter.version, form })
}
const openPage = (page: Page, { id }: Made) => page.goto(`/matters/${id}`)

/** Presses a number of the campaign's table and counts the rows of the list that it opens. */
async function rowsBehind(page: Page, campaign: Made, figure: string): Promise<[number, number]> {
  await openPage(page, campaign)
  const link = page.getByRole('link', { name: new RegExp(`^东浦镇：${figure}\\d+，`) })
  const said = Number(await link.innerText())
  await link.click()
  await page.waitForURL(/figure=/)
  await page
    .getByText(/^名单出自$/)
    .first()
    .waitFor()
  const rows = page
    .getByRole('main')
    .getByRole('row')
    .filter({ has: page.getByRole('link') })
  await rows.first().waitFor()
  return [said, await rows.count()]
}

test('a campaign goes from its plan to the look-back, with a checklist answered on the phone and a major hazard', async () => {
  const inspector = await at('inspector')
  const triage = await at('triage')
  const leader = await at('leader')
  const checklist = await register(inspector, 'checklist', STARTERS.find(({ key }) => key === 'courier')?.form ?? {})
  await step(triage, checklist, 'publish')
  const site = { name: '锦程快递下塘网点', category: 'publicPlace', address: '下塘村8号', placeUnit: 'xiatang' }
  const place = await register(inspector, 'site', site)
  await step(triage, place, 'publish')
  const campaign = await register(triage, 'campaign', {
    title: '寄递三项制度专项整治',
    category: 'courier',
    goal: '三个百分之百',
    placeTypes: ['publicPlace'],
    units: [{ unit: 'dongpu', duty: '查本镇网点' }],
    selfCheckBy: '2026-03-06',
    sweepBy: '2026-03-20',
    rectifyBy: '2026-04-10',
  })
  await openPage(leader, campaign)
  await takeStep(leader, '批准方案', { 批准意见: '同意' })
  await standsAt(leader, '动员部署')
  await step(triage, campaign, 'mobilise', { mobilisedOn: '2026-03-02', mobilisedHow: '视频会' })
  const township = await at('dongpu-clerk')
  await openPage(township, campaign)
  await takeStep(township, '签收任务')
  await takeStep(township, '报自查情况', {
    零报告: '否',
    排查多少处: '1',
    发现问题多少处: '1',
    已改多少处: '0',
    自查情况: '网点自查过',
  })
  await step(triage, campaign, 'startSweep')
  expect(await rowsBehind(leader, campaign, '未查')).toEqual([1, 1])

  const visit = await register(inspector, 'inspection', {
    site: place.reference,
    checklist: checklist.reference,
    campaign: campaign.reference,
    category: 'parcel',
    source: 'special',
    plannedOn: '2026-03-06',
  })
  const phone = await journey.visit({ phone: true })
  await signIn(phone, 'inspector')
  await phone.getByRole('heading', { level: 1, name: '今日' }).waitFor()
  await openPage(phone, visit)
  await phone.getByRole('button', { name: '填写检查表', exact: true }).click()
  const sheet = phone.getByRole('dialog', { name: '填写检查表' })
  await sheet.getByLabel('检查日期').fill('2026-03-02')
  await sheet.getByLabel('检查人').fill('检查一组（示例证号01、02）')
  const item = (name: string) => sheet.getByRole('group', { name: new RegExp(`^\\d[\\d.]* ${name}`) })
  for (const name of ['实名收寄', '面单信息', '收寄验视', '安检设备', '安检机操作人员', '委托安检', '违禁物品处置'])
    await item(name).getByText('合格', { exact: true }).click()
  await item('过机安检').getByText('不合格', { exact: true }).click()
  await item('过机安检').getByLabel('问题').fill('安检机停用一周，快件没有过机')
  // Asked only because of the answer before.
  await item('没有安检标识的快件').getByText('当场改正', { exact: true }).click()
  await sheet.getByRole('button', { name: '填写检查表', exact: true }).click()
  await sheet.waitFor({ state: 'detached' })
  await standsAt(phone, '待被查单位确认')
  await takeStep(phone, '被查单位签字', { 谁签的字: '现场负责人' })
  await standsAt(phone, '隐患整改中')

  expect(await rowsBehind(leader, campaign, '已查')).toEqual([1, 1])
  expect(await rowsBehind(leader, campaign, '查出隐患')).toEqual([1, 1])
  await leader
    .getByRole('main')
    .getByRole('link', { name: /过机安检/ })
    .first()
    .click()
  const hazard = { id: leader.url().match(/[0-9a-f-]{36}/)?.[0] ?? '', reference: '' }
  await step(inspector, hazard, 'grade', { level: 'major', criterion: '停用安检设备仍收寄' })
  expect(await rowsBehind(leader, campaign, '重大未销')).toEqual([1, 1])

  await step(triage, campaign, 'startRectifying')
  await step(triage, campaign, 'askAcceptance', { rectified: '安检机恢复', leftOver: '重大隐患按方案治理' })
  await openPage(leader, campaign)
  await takeStep(leader, '验收通过', { 验收日期: '2026-03-02', 验收意见: '抽查合格' })
  await standsAt(leader, '待回头看')
  await takeStep(leader, '回头看', { 回头看日期: '2026-03-02', 有没有反弹: '没有', 抽查情况: '抽查一处，正常' })
  await standsAt(leader, '待总结')
  expect(journey.faults).toEqual([])
})
