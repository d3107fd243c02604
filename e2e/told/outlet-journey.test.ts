import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Receiver, receiver } from '../../src/testing/outlets/receivers.ts'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { enter } from '../support/planted-matters.ts'
import { settled } from '../support/settled.ts'

let journey: JourneyServer
let there: Receiver
beforeAll(async () => {
  journey = await startJourneyServer()
  there = await receiver(() => ({ status: 200, body: 'ok' }))
  await journey.account('administrator')
})
afterAll(async () => {
  await there?.close()
  await journey?.stop()
})

test('an administrator sets up a webhook, sees its secret once, and a test arrives signed with it', async () => {
  const { page } = await enter(journey, await journey.visit(), 'administrator')
  await page.goto('/admin?part=outlets')
  await settled(page)
  await page.getByRole('button', { name: '加出口' }).click()
  const drawer = page.getByRole('dialog', { name: '加通知出口' })
  await drawer.getByLabel('另一个系统（Webhook）').check()
  await drawer.getByLabel('地址').fill(`${there.url}/in`)
  await drawer.getByLabel('哪个单位的通知').click()
  await page.getByText('东浦镇', { exact: true }).last().click()
  await drawer.getByLabel('名称').fill('县里的平台')
  await drawer.getByLabel('理由').fill('平台要接通知')
  await drawer.getByRole('button', { name: '加出口' }).click()
  const once = page.getByRole('dialog', { name: 'Webhook 密钥' })
  const secret = await once.locator('code').innerText()
  await once.getByRole('button', { name: '记下了' }).click()
  await page.getByRole('button', { name: '试发一条' }).click()
  await page.getByText('对方收下了：200 ok').waitFor()
  const [{ body, headers } = { body: '', headers: {} as Record<string, string> }] = there.all
  expect(new Webhook(secret).verify(body, headers)).toMatchObject({ type: 'cn.anlan.test.v1' })
  expect(await page.content()).not.toContain(secret)
  expect(journey.faults).toEqual([])
})
