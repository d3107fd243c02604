import { afterAll, beforeAll, expect, test } from 'vitest'
import { reportV1 } from '../../src/procedures/report/v1/procedure.ts'
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
  expect(await table.getByRole('columnheader').allInnerTexts()).toEqual(reportV1.ledger.map(({ title }) => title.zh))
  await keepPicture(page, 'sheet')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载台账' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('诉求与线索.csv')
  await page.getByRole('button', { name: '台账', exact: true }).click()
  await page.getByRole('link', { name: TYPED.report }).first().waitFor()
  await page.getByRole('button', { name: '满意度' }).click()
  await page.getByRole('dialog', { name: '满意度' }).getByText('还没有答复过的').waitFor()
  await keepPicture(page, 'satisfaction')
  expect(journey.faults).toEqual([])
})
