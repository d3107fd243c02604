import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { codeIn } from '../support/mail-house.ts'
import { enter } from '../support/planted-matters.ts'
import { settled } from '../support/settled.ts'

let journey: JourneyServer
beforeAll(async () => {
  journey = await startJourneyServer()
  for (const post of ['clerk', 'triage', 'dongpu-clerk', 'leader']) await journey.account(post)
})
afterAll(() => journey?.stop())

test('who is given a matter and is urged sees it beside the search box, reads why, opens it, and the count goes down', async () => {
  const clerk = await enter(journey, await journey.visit(), 'clerk')
  const triage = await enter(journey, await journey.visit(), 'triage')
  const leader = await enter(journey, await journey.visit(), 'leader')
  const { page } = await enter(journey, await journey.visit(), 'dongpu-clerk')
  await page.goto('/')
  await settled(page)
  await page.getByRole('link', { name: '通知', exact: true }).click()
  await page.getByText('没有没读的通知').waitFor()

  const form = {
    title: '石桥栏杆松动',
    description: '靠水一侧松了三米。',
    category: 'facility',
    place: '下塘村石桥',
    placeUnit: 'xiatang',
  }
  const opened = await clerk.ask('/api/matters', { procedure: 'report', channel: 'window', form })
  const step = (version: number, answers: object) => ({ seenVersion: version, form: answers })
  const at = `/api/matters/${opened.id}/steps`
  const accepted = await clerk.ask(`${at}/accept`, step(opened.version, { difficulty: 'simple' }))
  const assigned = await triage.ask(`${at}/assign`, step(accepted.version, { unit: 'dongpu' }))
  // Nothing is asked for again by hand: the open page hears of it.
  await page.getByRole('link', { name: '通知：1条没读' }).waitFor()
  await leader.ask(`${at}/urge`, step(assigned.version, {}))
  await page.getByRole('link', { name: '通知：2条没读' }).waitFor()

  const notices = page.getByRole('tabpanel').getByRole('listitem')
  expect(await notices.allTextContents()).toEqual([
    expect.stringMatching(/^请你处理石桥栏杆松动.*催办/),
    expect.stringMatching(/^轮到你办石桥栏杆松动.*交办/),
  ])
  await page.getByLabel('为什么').selectOption({ label: '轮到你办' })
  await notices.filter({ hasText: '催办' }).waitFor({ state: 'detached' })
  await page.getByRole('link', { name: '石桥栏杆松动' }).click()
  await page.getByRole('heading', { level: 1, name: '石桥栏杆松动' }).waitFor()
  await page.getByRole('link', { name: '通知：1条没读' }).click()
  await page.getByRole('button', { name: '全部记为已读' }).click()
  await page.getByText('没有没读的通知').waitFor()
  await page.getByRole('tab', { name: '全部' }).click()
  await notices.nth(1).waitFor()
  expect(await notices.count()).toBe(2)

  await page.getByRole('button', { name: '邮件' }).click()
  const drawer = page.getByRole('dialog', { name: '邮件' })
  await drawer.getByLabel('邮箱地址').fill('jiangyanshi@example.cn')
  await drawer.getByLabel('从几点起不发').fill('21:00')
  await drawer.getByRole('button', { name: '保存' }).click()
  await drawer.getByRole('alert').waitFor()
  await drawer.getByLabel('到几点再发').fill('07:00')
  await drawer.getByRole('button', { name: '保存' }).click()
  // Nothing goes to an address before its owner has given the code back.
  await drawer.getByText('6位验证码已发到jiangyanshi@example.cn').waitFor()
  await drawer.getByLabel('验证码').fill(codeIn(journey.mails))
  await drawer.getByRole('button', { name: '验证', exact: true }).click()
  await drawer.waitFor({ state: 'detached' })
  await page.reload()
  await page.getByRole('button', { name: '邮件' }).click()
  await drawer.getByLabel('邮箱地址').waitFor()
  expect(await drawer.getByLabel('邮箱地址').inputValue()).toBe('jiangyanshi@example.cn')
  expect(await drawer.getByLabel('到几点再发').inputValue()).toBe('07:00')
  await drawer.getByRole('button', { name: '不收邮件了' }).click()
  await drawer.waitFor({ state: 'detached' })
  expect(journey.faults).toEqual([])
})
