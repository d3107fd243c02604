import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { keepPicture, takeStep } from '../support/person.ts'
import { enter } from '../support/planted-matters.ts'
import { settled } from '../support/settled.ts'
import { editedLedger } from '../support/spreadsheet.ts'

let journey: JourneyServer
beforeAll(async () => {
  journey = await startJourneyServer()
  for (const post of ['triage', 'clerk']) await journey.account(post)
})
afterAll(() => journey?.stop())

const hazard = (title: string, place: string) => ({
  procedure: 'hazard',
  channel: 'inspection',
  form: { title, category: 'electric', description: title, place, foundOn: '2026-03-01' },
})

/** The ledger of hazards as Excel, taken from its page. */
async function takeLedger(page: Page): Promise<Buffer> {
  await page.goto('/matters?procedure=hazard&view=sheet')
  await settled(page)
  await page.getByRole('button', { name: '下载台账' }).click()
  const drawer = page.getByRole('dialog', { name: '导出台账' })
  await drawer.getByLabel('用在哪里').fill('现场核对隐患台账')
  await drawer.getByRole('button', { name: '申请导出' }).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    drawer.getByRole('link', { name: '下载 Excel' }).click(),
  ])
  return readFile(await file.path())
}

test('a ledger is taken as Excel, edited while others work on, and comes back with one conflict to settle', async () => {
  const { page, ask } = await enter(journey, await journey.visit(), 'triage')
  const contested = await ask('/api/matters', hazard('沿河仓库电线裸露', '沿河路12号'))
  const plain = await ask('/api/matters', hazard('车间配电箱没有门', '工业路3号'))
  await ask('/api/matters', hazard('学校后门线路老化', '文教路1号'))
  const ledger = await takeLedger(page)

  // In the office's spreadsheet three cells are changed …
  const edited = await editedLedger(ledger, [
    { row: '沿河路12号', cells: { 地址: '沿河路12号东侧' } },
    { row: '工业路3号', cells: { 地址: '工业路3-1号', 隐患等级: '一般' } },
  ])
  // … and meanwhile somebody puts one of them right on its page.
  const other = await enter(journey, await journey.visit(), 'clerk')
  await other.page.goto(`/matters/${contested.id}`)
  await takeStep(other.page, '更正登记信息', { 地点: '沿河路21号', 更正理由: '门牌看错了' })

  // Sent where new ledgers are sent, it is known again.
  await page.goto('/import')
  await settled(page)
  await page
    .getByLabel('选一份台账')
    .setInputFiles({ name: '隐患台账（改）.xlsx', mimeType: 'application/octet-stream', buffer: edited })
  await page.getByText('这是从安澜导出的台账').waitFor()
  await settled(page)
  await keepPicture(page, 'bring-back')
  const rows = page.getByRole('main').getByRole('listitem')
  expect(await rows.allInnerTexts()).toEqual([
    expect.stringMatching(
      /沿河仓库电线裸露[\s\S]*“地址”两边都改了[\s\S]*沿河路12号[\s\S]*沿河路21号[\s\S]*沿河路12号东侧/,
    ),
    expect.stringMatching(/车间配电箱没有门[\s\S]*工业路3号[\s\S]*工业路3-1号[\s\S]*办“更正登记信息”[\s\S]*“隐患定级”/),
  ])

  // Without a choice the conflict stays; without a reason nothing is recorded.
  await page.getByText('还有1处冲突没有选，先留现在的').waitFor()
  await page.getByRole('button', { name: '办选中的1处' }).click()
  await page.getByText('写明为什么改，至少两个字').waitFor()
  await page.getByRole('group', { name: '“地址”两边都改了，选一个' }).getByLabel('用表里的').check()
  await page.getByLabel('为什么改').fill('现场核对后更正')
  await page.getByRole('button', { name: '办选中的2处' }).click()
  const results = page.getByRole('status')
  await results.getByText('已办').nth(1).waitFor()
  await settled(page)
  // What is left is what no sheet can say; brought again, nothing else is proposed.
  expect(await page.getByRole('button', { name: /^办选中/ }).count()).toBe(0)

  // The history says who did what.
  await page.goto(`/matters/${contested.id}`)
  await page.getByText('沿河路12号东侧').first().waitFor()
  const story = page.getByRole('main')
  await story.getByText('现场核对后更正').first().waitFor()
  expect(await story.innerText()).toMatch(/周示例[\s\S]*更正了登记信息|更正了登记信息[\s\S]*周示例/)
  const { matter } = (await (await page.request.get(`/api/matters/${plain.id}`)).json()) as {
    matter: { place: string }
  }
  expect(matter.place).toBe('工业路3-1号')
  expect(journey.faults).toEqual([])
})

test('a ledger that comes back as it went says that there is nothing to do; one from elsewhere is told so', async () => {
  const { page } = await enter(journey, await journey.visit({ phone: true }), 'clerk')
  const ledger = await takeLedger(page)
  await page.goto('/bring-back')
  await settled(page)
  const send = (buffer: Buffer, name: string) =>
    page.getByLabel('选改过的台账').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
  await send(await editedLedger(ledger, []), '隐患台账.xlsx')
  await page.getByText('和台账一样').waitFor()
  await page.getByRole('button', { name: '换一份' }).click()
  await send(Buffer.from('编号,地址\nA-1,村口\n'), '别处的台账.csv')
  await page.getByText('这份不是从安澜导出的台账').waitFor()
  expect(journey.faults).toEqual([])
})
