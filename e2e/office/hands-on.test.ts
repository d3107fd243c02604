import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { finishStep, signIn, standsAt, takeStep } from '../support/person.ts'
import { enter, plantMatters, TYPED } from '../support/planted-matters.ts'
import { settled } from '../support/settled.ts'

let journey: JourneyServer
beforeAll(async () => {
  journey = await startJourneyServer()
  await plantMatters(journey)
})
afterAll(() => journey?.stop())

test('on a phone, in English, an inspector goes from Today to an order with a thumb', async () => {
  const { page, ask } = await enter(journey, await journey.visit({ locale: 'en', phone: true }), 'inspector')
  const form = { title: 'Loose cables', category: 'electric', description: 'Hanging low', place: 'River road 3' }
  await ask('/api/matters', { procedure: 'hazard', channel: 'inspection', form })
  await page.goto('/')
  await page.getByRole('link', { name: 'Grade: Loose cables' }).tap()
  await finishStep(page, 'Grade', { Level: 'General', Criterion: 'Cables below five metres' })
  await standsAt(page, 'To order')
  await takeStep(page, 'Order rectification', {
    'Order number': 'YJ 2026-7',
    'Served on': '2026-03-10',
    Article: 'Work Safety Law, art. 65',
    'Who is ordered': 'Example Power Company',
    Measures: 'Raise the cables to six metres',
    'Rectify by': '2026-03-24',
    'Unit that follows it up': 'Qinglan County',
    Handler: '王样本 · Handler',
  })
  await standsAt(page, 'Rectifying')
  await page.getByRole('button', { name: /^Tue 24 March 2026/ }).tap()
  await page
    .getByRole('dialog', { name: /24 March 2026/ })
    .getByRole('button', { name: 'Close' })
    .tap()
  await page.getByRole('tab', { name: 'Clocks' }).tap()
  await page.getByRole('tabpanel').getByText('Rectify', { exact: true }).waitFor()
})

test('without a mouse one signs in, finds, opens, acts and gets back', async () => {
  const page = await journey.visit()
  await signIn(page, 'triage')
  await settled(page)
  const { keyboard } = page
  const inFocus = () => page.evaluate<string>('document.activeElement.textContent || document.activeElement.id')
  await page.reload()
  await settled(page)
  await keyboard.press('Tab')
  expect(await inFocus()).toBe('跳到正文')
  await keyboard.press('Enter')
  expect(await page.evaluate('document.activeElement.id')).toBe('content')

  await keyboard.type('gm')
  await page.getByRole('heading', { level: 1, name: '事项' }).waitFor()
  await settled(page)
  await keyboard.press('/')
  await keyboard.type(TYPED.hazard)
  await keyboard.press('Enter')
  await page.getByText('1件', { exact: true }).waitFor()
  await keyboard.press('j')
  await keyboard.press('Enter')
  const panel = page.getByRole('complementary', { name: '事项概要' })
  await panel.getByText(TYPED.hazard).waitFor()
  await keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: TYPED.hazard }).waitFor()
  await page.getByRole('button', { name: '补充材料', exact: true }).focus()
  await keyboard.press('Enter')
  const drawer = page.getByRole('dialog', { name: '补充材料' })
  await drawer.waitFor()
  expect(await page.evaluate('document.activeElement.closest("dialog") !== null')).toBe(true)
  await keyboard.press('Escape')
  await drawer.waitFor({ state: 'detached' })
  await keyboard.press('?')
  await page.getByRole('dialog', { name: '帮助' }).waitFor()
  await keyboard.press('Escape')
  await keyboard.type('gt')
  await page.getByRole('heading', { level: 1, name: '今日' }).waitFor()
})

test('none of this made an error', () => {
  expect(journey.faults).toEqual([])
})
