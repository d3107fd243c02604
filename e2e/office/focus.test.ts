import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MatterPage } from '../../src/domain/views/views.ts'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { enter, type Planted, plantMatters, TYPED } from '../support/planted-matters.ts'

let journey: JourneyServer
let planted: Planted
beforeAll(async () => {
  journey = await startJourneyServer()
  planted = await plantMatters(journey)
})
afterAll(() => journey?.stop())

const enterAt = async (post: string, path: string): Promise<Page> => {
  const { page } = await enter(journey, await journey.visit(), post)
  await page.goto(path)
  return page
}
/** What has the focus, by its role, label or text. */
const focused = (page: Page) =>
  page.evaluate<string>(`(() => {
    const at = document.activeElement
    if (!at || at === document.body) return 'nothing'
    return at.getAttribute('aria-label') || at.labels?.[0]?.innerText || at.innerText || at.id || at.tagName
  })()`)

test('Escape closes an open calendar or list and not the form around it', async () => {
  const page = await enterAt('inspector', '/')
  const { rows } = (await (await page.request.get(`/api/matters?text=${TYPED.late}`)).json()) as MatterPage
  await page.goto(`/matters/${rows[0]?.id}?step=issueOrder`)
  const drawer = page.getByRole('dialog').first()
  await drawer.waitFor()
  for (const control of [drawer.locator('.ant-picker input').first(), drawer.getByRole('combobox').first()]) {
    await control.click()
    const list = page.locator('.ant-picker-dropdown, .ant-select-dropdown').filter({ visible: true })
    await list.first().waitFor()
    await page.keyboard.press('Escape')
    await list.first().waitFor({ state: 'hidden' })
    expect(await drawer.isVisible()).toBe(true)
  }
  // A list that is still folding up takes the key for itself: whoever means the form presses once more.
  const left = async () => {
    await page.keyboard.press('Escape')
    return drawer.count()
  }
  await expect.poll(left).toBe(0)
})

test('a form opens on its first field, and gives the focus back to the button that opened it', async () => {
  const page = await enterAt('triage', `/matters/${planted.report}`)
  const opener = page.getByRole('main').getByRole('button', { name: '记进展', exact: true })
  await opener.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: '记进展' }).waitFor()
  expect(await focused(page)).toMatch(/^进展/)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog', { name: '记进展' }).waitFor({ state: 'detached' })
  expect(await focused(page)).toBe('记进展')
})

test('a menu opens on its first item, arrows go through it, and Escape gives the focus back', async () => {
  const page = await enterAt('triage', '/')
  await page.getByRole('button', { name: '登记', exact: true }).focus()
  await page.keyboard.press('Enter')
  const links = page.getByRole('dialog', { name: '登记什么' }).getByRole('link')
  await links.first().waitFor()
  const [first, second, last] = [links.first(), links.nth(1), links.last()].map((link) => link.innerText())
  expect(await focused(page)).toBe(await first)
  await page.keyboard.press('ArrowDown')
  expect(await focused(page)).toBe(await second)
  await page.keyboard.press('End')
  expect(await focused(page)).toBe(await last)
  await page.keyboard.press('ArrowDown')
  expect(await focused(page)).toBe(await first)
  await page.keyboard.press('Escape')
  expect(await focused(page)).toBe('登记')
})

test('j and k take the focus along', async () => {
  const page = await enterAt('triage', '/matters')
  await page.getByRole('row').nth(1).waitFor()
  await page.locator('#content').focus()
  for (const [key, row] of [
    ['j', 1],
    ['j', 2],
    ['k', 1],
  ] as const) {
    await page.keyboard.press(key)
    expect(await focused(page)).toBe(await page.getByRole('row').nth(row).innerText())
  }
})

test('after a filter is chosen the focus is on the filter, not nowhere', async () => {
  const page = await enterAt('triage', '/matters')
  await page.getByRole('button', { name: /^等级/ }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: '等级' }).waitFor({ state: 'detached' })
  expect(await focused(page)).toMatch(/^等级/)
})

test('the door and a form begin in their first field', async () => {
  const page = await journey.visit()
  await page.goto('/')
  await page.getByRole('heading', { level: 1, name: '登录' }).waitFor()
  expect(await focused(page)).toBe('账号')
  await enter(journey, page, 'triage')
  await page.goto('/matters/new/report')
  await page.getByLabel(/^标题/).waitFor()
  expect(await focused(page)).toMatch(/^标题/)
})

test('a title that is too long is kept whole, counted, and said to be too long', async () => {
  const page = await enterAt('triage', '/matters/new/report')
  const title = page.getByLabel(/^标题/)
  await title.fill('桥'.repeat(85))
  await page.getByText('85/80').waitFor()
  expect(await title.inputValue()).toHaveLength(85)
  await page.getByRole('main').getByRole('button', { name: '登记', exact: true }).click()
  await page.getByText('“标题”最多80个字').waitFor()
})

test('a step says what it did', async () => {
  const page = await enterAt('triage', `/matters/${planted.report}?step=recordProgress`)
  const drawer = page.getByRole('dialog', { name: '记进展' })
  await drawer.getByLabel(/^进展/).fill('路灯已报修')
  await drawer.getByRole('button', { name: '记进展', exact: true }).click()
  await page.getByText('记进展：已记下').waitFor()
})

test('none of this made an error', () => {
  expect(journey.faults).toEqual([])
})
