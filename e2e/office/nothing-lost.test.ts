import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type JourneyServer, PASSWORD, startJourneyServer } from '../support/journey-server.ts'
import { answer, signIn, standsAt } from '../support/person.ts'
import { enter, type Planted, plantMatters, TYPED } from '../support/planted-matters.ts'

let journey: JourneyServer
let planted: Planted
beforeAll(async () => {
  journey = await startJourneyServer()
  planted = await plantMatters(journey)
})
afterAll(() => journey?.stop())

const REPORT = {
  标题: '桥头路灯不亮',
  是哪一类: '公共设施',
  出了什么事: '三盏灯不亮',
  在哪里: '石桥',
  电话: '13800000000',
}
const endSession = (page: Page) => page.context().clearCookies({ name: /session/ })
const registering = async (page: Page) => {
  await page.goto('/matters/new/report')
  const form = page.getByRole('main')
  await answer(form, REPORT)
  return form
}

describe('a session that ends under somebody’s hands', () => {
  test('is renewed over the page, and what was typed is sent, personal answers too', async () => {
    const { page } = await enter(journey, await journey.visit(), 'triage')
    const form = await registering(page)
    await endSession(page)
    await form.getByRole('button', { name: '登记', exact: true }).click()
    const again = page.getByRole('dialog', { name: '请重新登录' })
    await again.getByText('吴范本，登录已经结束。').waitFor()
    await page.keyboard.press('Escape')
    await again.getByLabel('密码', { exact: true }).fill('not-the-password')
    await again.getByRole('button', { name: '登录，接着办' }).click()
    await again.getByText('账号或密码不对。').waitFor()
    await again.getByLabel('密码', { exact: true }).fill(PASSWORD)
    await again.getByRole('button', { name: '登录，接着办' }).click()
    await again.waitFor({ state: 'detached' })
    expect(await form.getByLabel(/^电话/).inputValue()).toBe('13800000000')
    await form.getByRole('button', { name: '登记', exact: true }).click()
    await standsAt(page, '待受理')
  })

  test('keeps an open step open', async () => {
    const { page } = await enter(journey, await journey.visit(), 'triage')
    await page.goto(`/matters/${planted.report}?step=recordProgress`)
    const drawer = page.getByRole('dialog', { name: '记进展' })
    await answer(drawer, { 进展: '路灯已报修' })
    await endSession(page)
    await drawer.getByRole('button', { name: '记进展', exact: true }).click()
    const again = page.getByRole('dialog', { name: '请重新登录' })
    await again.getByLabel('密码', { exact: true }).fill(PASSWORD)
    await again.getByRole('button', { name: '登录，接着办' }).click()
    await again.waitFor({ state: 'detached' })
    await drawer.getByRole('button', { name: '记进展', exact: true }).click()
    await drawer.waitFor({ state: 'detached' })
    await page.getByText('路灯已报修').waitFor()
  })
})

describe('a draft', () => {
  test('keeps personal answers over a reload and until one signs out, and says so', async () => {
    const { page } = await enter(journey, await journey.visit(), 'triage')
    const form = await registering(page)
    await form.getByText('个人信息只留到退出登录或关掉这一页').waitFor()
    await page.reload()
    expect(await form.getByLabel(/^电话/).inputValue()).toBe('13800000000')
    expect(await page.evaluate<string>('JSON.stringify(localStorage)')).not.toContain('13800000000')
    await page.getByRole('button', { name: /^我的账号/ }).click()
    await page.getByRole('button', { name: '退出' }).click()
    await page.getByRole('heading', { level: 1, name: '登录' }).waitFor()
    expect(await page.evaluate<string>('JSON.stringify(sessionStorage)')).not.toContain('13800000000')
    await signIn(page, 'triage')
    await page.getByRole('heading', { level: 1, name: '今日' }).waitFor()
    await page.goto('/matters/new/report')
    expect(await form.getByLabel(/^标题/).inputValue()).toBe(REPORT.标题)
    expect(await form.getByLabel(/^电话/).inputValue()).toBe('')
  })

  test('keeps how the matter came in, which for an inspector is an inspection', async () => {
    const { page } = await enter(journey, await journey.visit(), 'inspector')
    await page.goto('/matters/new/hazard')
    const channel = page.getByLabel('从哪里来')
    expect(await channel.locator('option:checked').innerText()).toBe('检查发现')
    await channel.selectOption({ label: '电话' })
    await page.reload()
    expect(await channel.locator('option:checked').innerText()).toBe('电话')
  })
})

describe('a server that is away', () => {
  test('is said to be, nothing typed is lost, and the next page opens when it is back', async () => {
    const { page } = await enter(journey, await journey.visit(), 'triage')
    const form = await registering(page)
    await page.context().setOffline(true)
    await form.getByRole('button', { name: '登记', exact: true }).click()
    await page.getByText(/起连不上服务器，正在重试/).waitFor()
    expect(await page.locator('body').innerText()).not.toContain('已填的内容存在本机')
    expect(await form.getByLabel(/^出了什么事/).inputValue()).toBe(REPORT.出了什么事)
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '制度' }).click()
    await page.getByRole('progressbar', { name: '正在打开下一页' }).waitFor()
    expect(await form.getByLabel(/^出了什么事/).inputValue()).toBe(REPORT.出了什么事)
    await page.context().setOffline(false)
    await page.getByRole('heading', { level: 1, name: /诉求与线索/ }).waitFor()
    await page.getByText(/起连不上服务器/).waitFor({ state: 'detached' })
  })

  test('lets a page say that it could not be read, and fills it when it is back', async () => {
    const { page } = await enter(journey, await journey.visit(), 'triage')
    await page.goto(`/matters/${planted.dispute}`)
    await page.getByRole('heading', { level: 1, name: TYPED.dispute }).waitFor()
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '事项' }).click()
    await page.getByRole('row').nth(1).waitFor()
    await page.context().setOffline(true)
    await page.getByRole('row').filter({ hasText: TYPED.hazard }).getByRole('link').first().click()
    await page.getByText(/起连不上服务器，正在重试/).waitFor()
    await page.getByText('连不上服务器。请稍后再试。').waitFor()
    await page.context().setOffline(false)
    await page.getByRole('heading', { level: 1, name: TYPED.hazard }).waitFor()
    await page.getByText(/起连不上服务器/).waitFor({ state: 'detached' })
  })
})

test('a slow network shows that the page is on its way', async () => {
  const page = await journey.visit()
  const held = Promise.withResolvers<void>()
  await page.route('**/assets/office-*.js', async (route) => {
    await held.promise
    await route.continue()
  })
  await page.goto('/', { waitUntil: 'commit' })
  await page.getByText('正在打开').waitFor()
  held.resolve()
  await page.getByRole('heading', { level: 1, name: '登录' }).waitFor()
})

test('an English browser meets the door in English, without having chosen', async () => {
  const page = await journey.visit({ locale: 'en' })
  await page.context().clearCookies()
  await page.goto('/')
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
})

test('none of this made an error', () => {
  expect(journey.faults).toEqual([])
})
