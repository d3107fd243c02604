import { convertIcsCalendar } from 'ts-ics'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { enter } from '../support/planted-matters.ts'
import { settled } from '../support/settled.ts'

let journey: JourneyServer
beforeAll(async () => {
  journey = await startJourneyServer()
  await journey.account('clerk')
})
afterAll(() => journey?.stop())

test('a person makes a calendar address, a calendar subscribes to it, and revoked it is gone', async () => {
  const { page } = await enter(journey, await journey.visit(), 'clerk')
  await page.goto('/inbox')
  await settled(page)
  await page.getByRole('button', { name: '日历' }).click()
  const drawer = page.getByRole('dialog', { name: '日历' })
  await drawer.getByRole('button', { name: '生成地址' }).click()
  const address = await drawer.locator('code').innerText()
  const read = () => fetch(`${journey.url}${new URL(address).pathname}`)
  const answer = await read()
  expect(answer.status).toBe(200)
  expect(convertIcsCalendar(undefined, await answer.text()).version).toBe('2.0')

  await page.reload()
  await settled(page)
  expect(await page.content()).not.toContain(address)
  await page.getByRole('button', { name: '日历' }).click()
  await drawer.getByText('日历程序最近一次来取').waitFor()
  await drawer.getByRole('button', { name: '停用' }).click()
  await drawer.getByRole('button', { name: '生成地址' }).waitFor()
  expect((await read()).status).toBe(404)
  expect(journey.faults).toEqual([])
})
