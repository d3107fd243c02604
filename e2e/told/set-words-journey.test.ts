import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { enter } from '../support/planted-matters.ts'
import { settled } from '../support/settled.ts'

let journey: JourneyServer
beforeAll(async () => {
  journey = await startJourneyServer()
  for (const post of ['clerk', 'administrator']) await journey.account(post)
})
afterAll(() => journey?.stop())

test('a clerk keeps set words, and one press puts them into a form, filled in from the matter', async () => {
  const { page, ask } = await enter(journey, await journey.visit(), 'clerk')
  await page.goto('/texts')
  await settled(page)
  await page.getByRole('button', { name: '加常用语' }).click()
  const drawer = page.getByRole('dialog', { name: '加常用语' })
  await drawer.getByLabel('名称').fill('受理告知')
  await drawer.getByLabel('内容').fill('您反映的“{事由}”由')
  await drawer.getByRole('button', { name: '{单位}' }).click()
  await drawer.getByText('您反映的“桥头路灯不亮”由东浦镇', { exact: true }).waitFor()
  await drawer.getByRole('button', { name: '存', exact: true }).click()
  await drawer.waitFor({ state: 'detached' })
  await page.getByText('第1版').waitFor()

  const form = {
    title: '石桥栏杆松动',
    description: '松了三米。',
    category: 'facility',
    place: '石桥',
    placeUnit: 'xiatang',
  }
  const opened = await ask('/api/matters', { procedure: 'report', channel: 'window', form })
  await page.goto(`/matters/${opened.id}`)
  await settled(page)
  await page.getByRole('button', { name: '受理', exact: true }).click()
  const step = page.getByRole('dialog', { name: '受理' })
  await step.getByRole('button', { name: '插入常用语' }).first().click()
  await step.getByRole('button', { name: /受理告知/ }).click()
  expect(await step.locator('textarea').first().inputValue()).toMatch(/^您反映的“石桥栏杆松动”由清澜县$/)
  expect(journey.faults).toEqual([])
})
