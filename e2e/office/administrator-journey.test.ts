import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROLES } from '../../src/domain/unit/role.ts'
import { adminZh } from '../../src/web/words/admin.zh.ts'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { faultsWideAndNarrow } from '../support/page-faults.ts'
import { type Answers, answer, signIn } from '../support/person.ts'
import { DATA, enter, plantMatters } from '../support/planted-matters.ts'

const NEWCOMER = '许新来'
const OWN_PASSWORD = 'rain-on-the-dyke'
const { unit, posts, person, password, form } = adminZh

let journey: JourneyServer
beforeAll(async () => {
  journey = await startJourneyServer()
  await plantMatters(journey)
  await journey.account('administrator')
})
afterAll(() => journey?.stop())

/** Fills in the drawer that is open and sends it. */
async function inDrawer(page: Page, title: string, answers: Answers, action: string): Promise<void> {
  const drawer = page.getByRole('dialog', { name: title })
  await answer(drawer, { ...answers, [form.reason]: '日常管理' })
  expect(await faultsWideAndNarrow(page, 'zh', [...DATA, NEWCOMER, 'xinlai'])).toEqual([])
  await drawer.getByRole('button', { name: action, exact: true }).click()
  await drawer.waitFor({ state: 'detached' })
}

test('an administrator makes a unit, a post and an account; its holder changes the password and starts to work', async () => {
  const { page } = await enter(journey, await journey.visit(), 'administrator')
  await page.goto('/admin?unit=dongpu')
  await page.getByRole('button', { name: unit.addBelow }).click()
  const village = { [form.nameZh]: '新桥村', [form.nameEn]: 'Xinqiao Village', [form.kind]: adminZh.kinds.village }
  await inDrawer(page, unit.addTitle('东浦镇'), village, unit.addBelow)

  await page.goto('/admin?part=people')
  await page.getByRole('button', { name: person.add }).click()
  await inDrawer(page, person.addTitle, { [person.name]: NEWCOMER, [person.username]: 'xinlai' }, person.add)
  const shown = page.getByRole('dialog', { name: password.title })
  const oneTime = await shown.getByText(/^[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}$/).innerText()
  expect(await faultsWideAndNarrow(page, 'zh', [...DATA, 'xinlai'])).toEqual([])
  await shown.getByRole('button', { name: password.close }).click()
  expect(await page.locator('body').innerText()).not.toContain(oneTime)

  await page.goto('/admin?unit=dongpu')
  await page.getByRole('button', { name: posts.add }).click()
  const clerk = form.role(ROLES.clerk.title.zh, ROLES.clerk.duty.zh)
  const post = { [form.titleZh]: '便民窗口', [form.roles]: clerk, [form.holder]: form.personOption(NEWCOMER, 'xinlai') }
  await inDrawer(page, posts.addTitle('东浦镇'), post, posts.add)
  await page.getByText('便民窗口').first().waitFor()
  await page.goto('/admin?part=changes')
  await page.getByText('便民窗口').first().waitFor()

  const own = await journey.visit()
  await signIn(own, 'xinlai', oneTime)
  await own.getByLabel('现在的密码', { exact: true }).fill(oneTime)
  await own.getByLabel('新密码', { exact: true }).fill(OWN_PASSWORD)
  await own.getByLabel('再写一遍', { exact: true }).fill(OWN_PASSWORD)
  await own.getByRole('button', { name: '换好，开始用' }).click()
  await own.getByRole('heading', { level: 1, name: '今日' }).waitFor()
  await own.getByText(`${NEWCOMER} · 便民窗口`).waitFor()
  expect(journey.faults).toEqual([])
})
