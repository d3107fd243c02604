import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JourneyServer, PASSWORD, startJourneyServer } from '../support/journey-server.ts'
import { findMatter, signIn } from '../support/person.ts'
import { enter, type Planted, plantMatters, TYPED } from '../support/planted-matters.ts'
import { report } from '../support/resident.ts'
import { settled } from '../support/settled.ts'

const OWN_PASSWORD = 'a-quiet-river-runs'

let journey: JourneyServer
let planted: Planted
beforeAll(async () => {
  journey = await startJourneyServer()
  planted = await plantMatters(journey)
  for (const post of ['yunxi-clerk', 'dongpu-clerk']) await journey.account(post)
  await journey.account('leader', { firstPassword: true })
})
afterAll(() => journey?.stop())

test('who is not signed in meets the sign-in page at any address, and comes back to it afterwards', async () => {
  const page = await journey.visit()
  await page.goto(`/matters/${planted.hazard}`)
  await page.getByRole('heading', { level: 1, name: '登录' }).waitFor()
  expect(await page.locator('body').innerText()).not.toContain(TYPED.hazard)
  await signIn(page, 'inspector', 'not-the-password')
  await page.getByText('账号或密码不对。大写锁定开着吗？').waitFor()
  await signIn(page, 'nobody-of-that-name')
  await page.getByText('账号或密码不对。大写锁定开着吗？').waitFor()
  await signIn(page, 'inspector')
  await page.getByRole('heading', { level: 1, name: TYPED.hazard }).waitFor()
  await page.getByRole('button', { name: '我的账号：郑虚构' }).click()
  await page.getByRole('button', { name: '退出' }).click()
  await page.getByRole('heading', { level: 1, name: '登录' }).waitFor()
  await page.goBack()
  await page.getByRole('heading', { level: 1, name: '登录' }).waitFor()
})

test('a one-time password opens nothing but the page that replaces it', async () => {
  const page = await journey.visit()
  await page.goto('/matters')
  await signIn(page, 'leader')
  await page.getByRole('heading', { level: 1, name: '先换个密码' }).waitFor()
  expect((await page.request.get('/api/today')).status()).toBe(403)
  const change = async (next: string, again: string) => {
    await page.getByLabel('现在的密码', { exact: true }).fill(PASSWORD)
    await page.getByLabel('新密码', { exact: true }).fill(next)
    await page.getByLabel('再写一遍', { exact: true }).fill(again)
    await page.getByRole('button', { name: '换好，开始用' }).click()
  }
  await change('short', 'short')
  await page.getByText('还不够10个字').waitFor()
  await change(OWN_PASSWORD, `${OWN_PASSWORD}!`)
  await page.getByText('两遍不一样').waitFor()
  await change(OWN_PASSWORD, OWN_PASSWORD)
  await page.getByRole('heading', { level: 1, name: '事项' }).waitFor()
  const again = await journey.visit()
  await signIn(again, 'leader', OWN_PASSWORD)
  await again.getByRole('heading', { level: 1, name: '今日' }).waitFor()
})

test('a matter of another town is not there: not on a list, not in a search, not at its address', async () => {
  const { page } = await enter(journey, await journey.visit(), 'yunxi-clerk')
  for (const id of [planted.dispute, '00000000-0000-7000-8000-000000000000']) {
    await page.goto(`/matters/${id}`)
    await page.getByRole('heading', { level: 1, name: '没有这件事项' }).waitFor()
    await page.getByText('编号不对，或不在你的范围。').waitFor()
  }
  await page.goto(`/matters?text=${encodeURIComponent('宅基地')}`)
  await settled(page)
  expect(await page.getByRole('main').innerText()).not.toContain(TYPED.dispute)
})

test('a unit does not see a report about itself; the centre does', async () => {
  const resident = await journey.visit()
  const told = {
    story: '镇上办证拖了两个月',
    category: '单位办事',
    place: '东浦镇便民大厅',
    area: '东浦镇',
    about: '东浦镇',
  }
  await report(resident, journey, told)
  const { page: clerk } = await enter(journey, await journey.visit(), 'triage')
  await clerk.goto('/')
  await findMatter(clerk, '诉求', '镇上办证')
  const { page: accused } = await enter(journey, await journey.visit(), 'dongpu-clerk')
  await accused.goto(`/matters?text=${encodeURIComponent('镇上办证')}`)
  await settled(accused)
  expect(await accused.getByRole('row').filter({ hasText: '镇上办证' }).count()).toBe(0)
  await accused.goto(new URL(clerk.url()).pathname)
  await accused.getByRole('heading', { level: 1, name: '没有这件事项' }).waitFor()
})

test('none of this made an error', () => {
  expect(journey.faults).toEqual([])
})
