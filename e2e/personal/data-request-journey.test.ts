import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { findMatter, keepPicture, signIn, takeStep } from '../support/person.ts'
import { stagesOf } from '../support/resident.ts'
import { settled } from '../support/settled.ts'

let journey: JourneyServer
beforeAll(async () => {
  journey = await startJourneyServer()
  for (const post of ['clerk', 'triage', 'leader', 'administrator']) await journey.account(post)
})
afterAll(() => journey?.stop())

const CODE = /^[0-9A-Z]{4} · [0-9A-Z]{4} · [0-9A-Z]{2}$/
const PHONE = '13800000001'

const codeOn = async (page: Page) => {
  await page.getByRole('heading', { level: 1, name: '收到了' }).waitFor()
  return page.getByText(CODE).innerText()
}

test('a person asks what is kept of them, is verified without anything being shown, gets a copy and is answered in time', async () => {
  const resident = await journey.visit({ phone: true })
  await resident.goto('/public')
  await resident.getByLabel('出了什么事').fill('柳河村村口路灯不亮，晚上看不见')
  await resident.getByLabel('哪方面的事').selectOption({ label: '公共设施' })
  await resident.getByLabel('在哪里').fill('柳河村村口')
  await resident.getByLabel('属于哪个乡镇').selectOption({ index: 1 })
  await resident.getByLabel('电话').fill(PHONE)
  journey.passes(1)
  await resident.getByRole('button', { name: '提交' }).click()
  const report = await codeOn(resident)

  await stagesOf(resident, report)
  await resident.getByRole('link', { name: '提出请求' }).click()
  await resident.getByRole('heading', { level: 1, name: '您的个人信息' }).waitFor()
  await keepPicture(resident, 'data-request-public')
  await resident.getByLabel('您要什么').selectOption({ label: '查阅、复制' })
  await resident.getByLabel('您是').selectOption({ label: '本人' })
  await resident.getByLabel('具体哪一项').fill('登记了我的哪些联系方式，给一份副本')
  journey.passes(1)
  await resident.getByRole('button', { name: '提交' }).click()
  const request = await codeOn(resident)
  expect(request).not.toBe(report)

  const desk = await journey.visit()
  await signIn(desk, 'clerk')
  await settled(desk)
  await findMatter(desk, '信息请求', '个人信息请求')
  const concerned = desk.getByRole('region', { name: /所涉事项/ })
  const compare = concerned.getByRole('form', { name: '核对一项，不显示' })
  await compare.getByLabel('本人说的').fill('13800000002')
  await compare.getByRole('button', { name: '核对一项，不显示' }).click()
  await compare.getByRole('status').filter({ hasText: '不一致' }).waitFor()
  await compare.getByLabel('哪一项').selectOption({ label: '电话' })
  await compare.getByLabel('本人说的').fill('138 0000 0001')
  await compare.getByRole('button', { name: '核对一项，不显示' }).click()
  await compare.getByRole('status').filter({ hasText: '与登记的一致' }).waitFor()
  expect(await desk.getByRole('main').innerText()).not.toContain(PHONE)
  await keepPicture(desk, 'data-request-compare')
  await takeStep(desk, '核实身份', { 怎么核实: '凭查询码，再核对登记的信息', 核对结果: '与登记的一致' })
  expect(await stagesOf(resident, request)).toContain('核实了您的身份')
  await takeStep(desk, '提出意见', { 查到什么: '联系电话一项', '建议怎么办、依据什么': '同意提供副本，第四十五条' })

  const leader = await journey.visit()
  await signIn(leader, 'leader')
  await settled(leader)
  await findMatter(leader, '信息请求', '个人信息请求')
  await takeStep(leader, '决定', { 决定: '同意' })

  await desk.reload()
  const copy = concerned.getByRole('form', { name: '制作副本' })
  await copy.getByRole('checkbox', { name: '电话', exact: true }).check()
  await keepPicture(desk, 'data-request-copy')
  const [file] = await Promise.all([
    desk.waitForEvent('download'),
    copy.getByRole('button', { name: '下载副本' }).click(),
  ])
  const page = await readFile(await file.path(), 'utf8')
  expect(page).toContain(PHONE)
  expect(page).toContain('本人信息副本')
  await desk.reload()
  await takeStep(desk, '交付副本', { 怎么交付: '当面交付', 交付日期: '2026-03-02' })
  await takeStep(desk, '答复', { 答复内容: '副本已当面交给您', 告知方式: '当面', 答复日期: '2026-03-02' })
  await desk.getByText('已答复').first().waitFor()
  expect(await stagesOf(resident, request)).toContain('答复了您')
  await resident.getByText('副本已当面交给您').waitFor()
  await keepPicture(resident, 'data-request-answered')
  // Whoever gave the phone sees that it was opened, and why.
  await stagesOf(resident, report)
  await resident.getByText('谁打开过您的信息').waitFor()
  expect(await resident.locator('body').innerText()).toContain('给本人制作副本')
  expect(journey.faults).toEqual([])
})

test('what is done with personal data stands on a public page for each kind', async () => {
  const resident = await journey.visit()
  await resident.goto('/public/personal')
  await resident.getByRole('link', { name: '信访事项' }).click()
  const text = await resident.locator('main').innerText()
  for (const words of ['为什么', '收哪些、存多久', '您有哪些权利', '第十三条']) expect(text).toContain(words)
  await keepPicture(resident, 'personal-notice')
})

test('an administrator sees what is destroyed and what is not assessed yet, and the rules say what each kind asks about people', async () => {
  const office = await journey.visit()
  await signIn(office, 'administrator')
  await settled(office)
  await office.goto('/admin?part=personal')
  const row = office.getByRole('row', { name: /信访事项/ })
  await row.getByText('第2版没有评估').waitFor()
  await keepPicture(office, 'personal-duties')
  await row.getByRole('link', { name: '信访事项' }).click()
  const part = office.getByRole('region', { name: /个人信息/ })
  await part.getByRole('rowheader', { name: '联系电话' }).waitFor()
  await part.scrollIntoViewIfNeeded()
  await keepPicture(office, 'personal-impact')
  const phone = await journey.visit({ phone: true, locale: 'en' })
  await signIn(phone, 'administrator')
  await settled(phone)
  await phone.goto('/admin?part=personal')
  await phone.getByText('is not assessed').first().waitFor()
  await keepPicture(phone, 'personal-duties-phone-en')
  expect(journey.faults).toEqual([])
})
