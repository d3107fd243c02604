import { afterAll, beforeAll, expect, test } from 'vitest'
import { reportV3 } from '../../src/procedures/report/v3/procedure.ts'
import { officeForm } from '../../src/testing/workbook/office-form.ts'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { keepPicture } from '../support/person.ts'
import { enter, plantMatters, TYPED } from '../support/planted-matters.ts'
import { settled } from '../support/settled.ts'

let journey: JourneyServer
beforeAll(async () => {
  journey = await startJourneyServer()
  await plantMatters(journey)
})
afterAll(() => journey?.stop())

test('the ledger of a kind shows the columns of its definition and comes along as a file', async () => {
  const { page } = await enter(journey, await journey.visit(), 'triage')
  await page.goto('/matters?procedure=report')
  await page.getByRole('button', { name: '台账', exact: true }).click()
  const table = page.getByRole('table', { name: '诉求与线索' })
  await table.getByText(TYPED.place).first().waitFor()
  await settled(page)
  expect(await table.getByRole('columnheader').allInnerTexts()).toEqual(reportV3.ledger.map(({ title }) => title.zh))
  await keepPicture(page, 'sheet')
  await page.getByRole('button', { name: '下载台账' }).click()
  const drawer = page.getByRole('dialog', { name: '导出台账' })
  await drawer.getByLabel('用在哪里').fill('报县委办月度汇总')
  await drawer.getByRole('button', { name: '申请导出' }).click()
  for (const [name, form] of [
    ['下载 Excel', 'xlsx'],
    ['下载 CSV', 'csv'],
  ] as const) {
    const [file] = await Promise.all([page.waitForEvent('download'), drawer.getByRole('link', { name }).click()])
    // The name says who took it and when.
    expect(file.suggestedFilename()).toMatch(new RegExp(`^诉求与线索.*吴范本.*\\.${form}$`))
  }
  const form = Buffer.from(await officeForm({ rooms: 2 }))
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await drawer.getByLabel('上传空表').setInputFiles({ name: '本局台账.xlsx', mimeType: type, buffer: form })
  await drawer.getByText('填：序号、编号').waitFor()
  await keepPicture(page, 'own-form')
  const [own] = await Promise.all([
    page.waitForEvent('download'),
    drawer.getByRole('link', { name: '按本单位的表下载' }).click(),
  ])
  expect(own.suggestedFilename()).toMatch(/^诉求与线索.*吴范本.*\.xlsx$/)
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '台账', exact: true }).click()
  await page.getByRole('link', { name: TYPED.report }).first().waitFor()
  await page.getByRole('button', { name: '满意度' }).click()
  await page.getByRole('dialog', { name: '满意度' }).getByText('还没有答复过的').waitFor()
  await keepPicture(page, 'satisfaction')
  expect(journey.faults).toEqual([])
})
