import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { answer, keepPicture, signIn } from '../support/person.ts'
import { stagesOf } from '../support/resident.ts'
import { settled } from '../support/settled.ts'

let journey: JourneyServer
beforeAll(async () => {
  journey = await startJourneyServer()
  await journey.account('clerk')
})
afterAll(() => journey?.stop())

const CODE = /^[0-9A-Z]{4} · [0-9A-Z]{4} · [0-9A-Z]{2}$/

test('a clerk registers at the window, and the resident follows the report with the code on the receipt, and with a new one', async () => {
  const desk = await journey.visit()
  await signIn(desk, 'clerk')
  await settled(desk)
  await desk.goto('/matters/new/report')
  await desk.getByLabel('从哪里来').selectOption({ label: '窗口' })
  await answer(desk.getByRole('main'), {
    标题: '柳河村路灯不亮',
    是哪一类: '公共设施',
    出了什么事: '村口到小学一排五盏都不亮',
    在哪里: '柳河村村口',
  })
  await desk.getByRole('main').getByRole('button', { name: '登记', exact: true }).click()
  const card = desk.getByRole('region', { name: /^已登记，编号SQ-/ })
  const first = await card.getByText(CODE).innerText()
  await keepPicture(desk, 'window-code')
  const [receipt] = await Promise.all([
    desk.waitForEvent('popup'),
    card.getByRole('link', { name: '打印回执' }).click(),
  ])
  await receipt.getByText(CODE).waitFor()
  expect(await receipt.locator('body').innerText()).toContain(first)
  await receipt.getByRole('img', { name: /扫/ }).waitFor()

  const resident = await journey.visit({ phone: true })
  expect(await stagesOf(resident, first)).toEqual(['收到您的反映'])

  await desk.getByRole('button', { name: '换发查询码' }).click()
  const why = desk.getByRole('dialog', { name: '为什么换发？' })
  await why.getByLabel('为什么换发？').fill('回执淋湿了看不清')
  await keepPicture(desk, 'window-new-code')
  await why.getByRole('button', { name: '换发查询码' }).click()
  const second = await desk
    .getByRole('region', { name: /的新查询码/ })
    .getByText(CODE)
    .innerText()
  expect(second).not.toBe(first)
  await desk.getByText('换发了查询码').first().waitFor()
  expect(await stagesOf(resident, second)).toEqual(['收到您的反映'])
  await resident.goto('/public/track')
  await resident.getByLabel('查询码').fill(first)
  await resident.getByRole('button', { name: '查' }).click()
  await resident.getByText('没有查到这个码').waitFor()
  expect(journey.faults).toEqual([])
})
