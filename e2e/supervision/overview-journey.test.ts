import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { keepPicture, signIn, standsAt } from '../support/person.ts'
import { enter, plantMatters, TYPED } from '../support/planted-matters.ts'
import { settled } from '../support/settled.ts'

let journey: JourneyServer
beforeAll(async () => {
  journey = await startJourneyServer()
  await plantMatters(journey)
  await journey.account('leader')
})
afterAll(() => journey?.stop())

test('a leader signs in, reads three things that are wrong, and sends one supervised task in ten presses', async () => {
  const page = await journey.visit()
  let presses = 0
  const press = async (what: Locator) => {
    presses += 1
    await what.click()
  }
  await signIn(page, 'leader')
  presses += 1
  await press(page.getByRole('link', { name: '总览' }))
  const main = page.getByRole('main')
  const card = (name: string) => main.getByRole('region', { name })
  await card('逾期最久的')
    .getByRole('listitem')
    .filter({ hasText: TYPED.late })
    .filter({ hasText: /逾期\d+天/ })
    .waitFor()
  await card('重大未结').getByRole('listitem').filter({ hasText: TYPED.hazard }).waitFor()
  const unit = card('各单位').getByRole('row').filter({ hasText: '东浦镇' })
  expect(Number(await unit.getByRole('cell').nth(0).innerText())).toBeGreaterThan(0)
  await keepPicture(page, 'overview-leader')

  await press(unit.getByRole('link', { name: '督办 东浦镇' }))
  await press(main.getByRole('button', { name: '登记', exact: true }))
  await main.getByRole('heading', { level: 1, name: '督办：东浦镇清理逾期和重大事项' }).waitFor()
  await standsAt(page, '待交办')
  await main
    .getByText(/东浦镇在办\d+件/)
    .first()
    .waitFor()
  await press(main.getByRole('button', { name: '交办', exact: true }))
  await press(
    page.getByRole('dialog', { name: '交办', exact: true }).getByRole('button', { name: '交办', exact: true }),
  )
  await standsAt(page, '待签收')
  expect(presses).toBeLessThanOrEqual(10)
})

test('the wall says since when it is old while the server is away, goes on by itself, and says when its session ended', async () => {
  const { page } = await enter(journey, await journey.visit(), 'leader')
  await page.clock.install()
  await page.goto('/wall')
  await settled(page)
  const wall = page.getByRole('main')
  await wall.getByText(/数据截至 \d\d:\d\d/).waitFor()
  for (const words of [TYPED.late, TYPED.hazard, TYPED.place]) expect(await wall.innerText()).not.toContain(words)
  await keepPicture(page, 'wall')
  const open = await wall.getByRole('heading', { name: '在办', exact: true }).locator('..').innerText()

  const back = await journey.away()
  await page.clock.runFor('05:00')
  await wall.getByText(/连不上服务器，数据停在 \d\d:\d\d/).waitFor()
  expect(await wall.getByRole('heading', { name: '在办', exact: true }).locator('..').innerText()).toBe(open)
  await back()
  await page.clock.runFor('00:10')
  await wall.getByText(/数据截至 \d\d:\d\d/).waitFor()

  await page.context().clearCookies()
  await page.clock.runFor('01:10')
  await wall.getByText('登录已经结束').waitFor()
  expect(await wall.getByRole('link', { name: '重新登录' }).isVisible()).toBe(true)
})

test('none of this made an error', () => {
  expect(journey.faults).toEqual([])
})
