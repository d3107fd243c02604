import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FormValues } from '../../src/domain/procedure/form.ts'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { enter } from '../support/planted-matters.ts'
import { settled } from '../support/settled.ts'

let journey: JourneyServer
beforeAll(async () => {
  journey = await startJourneyServer()
  for (const post of ['clerk', 'triage', 'dongpu-clerk', 'dongpu-leader', 'leader']) await journey.account(post)
})
afterAll(() => journey?.stop())

const A_REPORT: FormValues = {
  title: '石桥栏杆松动',
  description: '靠水一侧松了三米。',
  category: 'facility',
  place: '下塘村石桥',
  placeUnit: 'xiatang',
}

test('a leader hands over the 40 open matters of a post, sees what goes before, follows it, and takes it back', async () => {
  const clerk = await enter(journey, await journey.visit(), 'clerk')
  const triage = await enter(journey, await journey.visit(), 'triage')
  const desk = await enter(journey, await journey.visit(), 'dongpu-clerk')
  const step = (version: number, form: FormValues) => ({ seenVersion: version, form })
  for (let count = 0; count < 40; count += 1) {
    const opened = await clerk.ask('/api/matters', { procedure: 'report', channel: 'window', form: A_REPORT })
    const at = `/api/matters/${opened.id}/steps`
    const accepted = await clerk.ask(`${at}/accept`, step(opened.version, { difficulty: 'simple' }))
    const assigned = await triage.ask(`${at}/assign`, step(accepted.version, { unit: 'dongpu' }))
    await desk.ask(`${at}/takeOver`, step(assigned.version, { owner: 'dongpu-clerk' }))
  }
  const { page } = await enter(journey, await journey.visit(), 'dongpu-leader')
  await page.goto('/')
  await settled(page)
  await page.getByRole('link', { name: '班子' }).click()
  const row = page.getByRole('row').filter({ hasText: '东浦镇受理岗' })
  await row.getByRole('cell', { name: '40' }).first().waitFor()
  await row.getByRole('button', { name: '移交' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('移交给哪个岗位').selectOption('dongpu-mediator')
  await drawer.getByText('能移交40件').waitFor()
  await drawer.getByLabel('移交理由').fill('调任，全部移交')
  await drawer.getByRole('button', { name: '移交40件' }).click()
  await drawer.getByText('移交完了：40件').waitFor({ timeout: 60_000 })
  await page.keyboard.press('Escape')
  await page.reload()
  const other = page.getByRole('row').filter({ hasText: '东浦镇调解岗' })
  await other.getByRole('cell', { name: '40' }).first().waitFor()
  await page.getByRole('button', { name: '全部移交回来' }).click()
  await expect
    .poll(
      async () => {
        await page.reload()
        await settled(page)
        return row.getByRole('cell', { name: '40' }).count()
      },
      { timeout: 60_000 },
    )
    .toBeGreaterThan(0)
})
