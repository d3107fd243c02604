import { afterAll, beforeAll, expect, test } from 'vitest'
import { quietYears } from '../../src/testing/warnings/quiet-years.ts'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { pageFaults } from '../support/page-faults.ts'
import { finishStep, keepPicture, signIn, standsAt } from '../support/person.ts'
import { DATA } from '../support/planted-matters.ts'
import { settled } from '../support/settled.ts'

/** Twelve reports of one sort in one village in three days. */
const BURST = ['2026-02-28', '2026-03-01', '2026-03-02'].map((day) => {
  return { day, kind: 'report', category: 'facility', unitId: 'dongpu', placeUnitId: 'xiatang', n: 4 }
})

/** Years of series are judged when they are first looked at: on a busy machine that takes a while. */
const JUDGING_MS = 90_000

let journey: JourneyServer
beforeAll(async () => {
  journey = await startJourneyServer()
  await journey.account('leader')
  await journey.night([...quietYears('2025-03-01', '2026-02-27'), ...BURST])
})
afterAll(() => journey?.stop())

test('a leader reads what a burst raised over night, looks at its past, makes it a matter, and finds the matter', async () => {
  const page = await journey.visit()
  await page.goto('/warnings')
  await signIn(page, 'leader')
  const card = page.getByRole('article').filter({ hasText: '下塘村' })
  await card
    .getByText(/一周1\d件，往常约[\d.]+件/)
    .first()
    .waitFor()
  expect(await card.innerText()).toMatch(/极少见|周里一次/)
  await settled(page, JUDGING_MS)
  expect(await pageFaults(page, 'zh', DATA)).toEqual([])
  await keepPicture(page, 'warnings')

  await card.getByRole('link', { name: '看这条序列' }).click()
  await page.getByRole('heading', { level: 1, name: '下塘村 · 诉求（公共设施）' }).waitFor()
  await page.getByRole('row').filter({ hasText: '◆' }).first().waitFor()
  await settled(page, JUDGING_MS)
  expect(await pageFaults(page, 'zh', DATA)).toEqual([])
  await keepPicture(page, 'warning-back-test')

  await page.getByRole('link', { name: '回到预警' }).click()
  await card.getByRole('link', { name: '建事项' }).click()
  await finishStep(page, '立为事项', { 立为哪一种: '督办', 最迟哪天: '2026-03-13' })
  await standsAt(page, '已立为事项')
  const linked = page.getByRole('main').getByRole('link', { name: /DB-2026-\d+|下塘村/ })
  await linked.first().waitFor()

  await page.goto('/warnings')
  const followed = page
    .getByRole('listitem')
    .filter({ hasText: '下塘村' })
    .filter({ hasText: /DB-2026-\d+/ })
  await followed.getByRole('link', { name: /DB-2026-\d+/ }).click()
  await page.getByRole('heading', { level: 1, name: /下塘村/ }).waitFor()
  await page
    .getByRole('main')
    .getByText(/SJ-2026-\d+/)
    .first()
    .waitFor()
})

test('none of this made an error', () => {
  expect(journey.faults).toEqual([])
})
