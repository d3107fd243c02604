import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hazardV1 } from '../../src/procedures/hazard/v1/procedure.ts'
import { type JourneyServer, PHONE, startJourneyServer } from '../support/journey-server.ts'
import { barriers, pageFaults } from '../support/page-faults.ts'
import { wordsOf } from '../support/person.ts'
import { DATA, enter, type Planted, plantMatters } from '../support/planted-matters.ts'
import { settled } from '../support/settled.ts'

let journey: JourneyServer
let planted: Planted
beforeAll(async () => {
  journey = await startJourneyServer()
  planted = await plantMatters(journey)
})
afterAll(() => journey?.stop())

describe.each(['zh', 'en'] as const)('in %s, no barrier in', (locale) => {
  const look = (page: Page) => pageFaults(page, locale, DATA)
  const at = async (post: string, path: string, phone = false) => {
    const { page } = await enter(journey, await journey.visit({ locale, phone }), post)
    await page.goto(path)
    await settled(page)
    return { page, words: await wordsOf(page) }
  }

  test.each([false, true])('the derivation of a due day (on a phone: %s)', async (phone) => {
    const { page, words } = await at('inspector', `/matters/${planted.dispute}`, phone)
    const name = phone ? words.due.whyShort : words.due.why
    await page.getByRole('main').getByRole('button', { name }).first().click()
    await page.getByRole('dialog').getByText(words.derivation.days).first().waitFor()
    expect(await look(page)).toEqual([])
  })

  test.each([false, true])('the form of a step, empty and refused (on a phone: %s)', async (phone) => {
    const { page } = await at('inspector', `/matters/${planted.hazard}?step=correct`, phone)
    const title = hazardV1.steps['correct']?.title[locale] ?? ''
    const drawer = page.getByRole('dialog', { name: title })
    await drawer.waitFor()
    expect(await look(page)).toEqual([])
    await drawer.getByRole('button', { name: title }).click()
    await drawer.locator('[aria-invalid=true]').first().waitFor()
    expect(await look(page)).toEqual([])
  })

  test('a registering form with everything refused, and pickers open', async () => {
    const { page, words } = await at('triage', '/matters/new/dispute')
    await page.getByRole('main').getByRole('button', { name: words.register.submit, exact: true }).click()
    await page.locator('[aria-invalid=true]').first().waitFor()
    expect(await look(page)).toEqual([])
    for (const picker of await page.getByRole('main').getByRole('combobox').all()) {
      if ((await picker.evaluate((element) => element.tagName)) === 'SELECT') continue
      await picker.click()
      expect(await look(page)).toEqual([])
      await page.keyboard.press('Escape')
    }
  })

  test('the ledger with a panel, a filter, columns and saved views open', async () => {
    const { page, words } = await at('triage', `/matters?panel=${planted.hazard}`)
    await page.getByRole('complementary', { name: words.matters.panel }).getByRole('link').first().waitFor()
    expect(await look(page)).toEqual([])
    for (const name of [
      words.matters.place,
      words.matters.dueWindow,
      words.matters.columns,
      words.matters.savedViews,
    ]) {
      await page.getByRole('main').getByRole('button', { name }).first().click()
      expect(await look(page), name).toEqual([])
      await page.keyboard.press('Escape')
    }
    await page.getByRole('checkbox', { name: words.matters.selectAll }).check()
    expect(await look(page)).toEqual([])
  })

  test('the menus of the frame, and the keys', async () => {
    const { page, words } = await at('triage', '/')
    for (const name of [words.nav.register, `${words.nav.account}${words.colon}吴范本`]) {
      await page.getByRole('banner').getByRole('button', { name, exact: true }).click()
      expect(await look(page), name).toEqual([])
      await page.keyboard.press('Escape')
    }
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: words.keys.title }).waitFor()
    expect(await look(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.setViewportSize(PHONE)
    await page.getByRole('button', { name: words.nav.menu }).click()
    expect(await look(page)).toEqual([])
  })

  test('covered personal fields while the reason is asked, and once they are open', async () => {
    const { page, words } = await at('dongpu-mediator', `/matters/${planted.dispute}`)
    await page.getByRole('button', { name: words.matter.openField, exact: true }).click()
    const why = page.getByRole('dialog')
    expect(await look(page)).toEqual([])
    await why.getByRole('textbox').fill('回访当事人')
    await why.getByRole('button', { name: words.matter.openFor }).click()
    await page.getByText('13800000000').waitFor()
    expect(await pageFaults(page, locale, DATA)).toEqual([])
  })

  test('the records with their digests, verified', async () => {
    const { page, words } = await at('inspector', `/matters/${planted.hazard}`)
    await page.getByRole('tab', { name: words.matter.auditTab }).click()
    await page.getByRole('button', { name: words.matter.verify, exact: true }).click()
    await page.getByText(words.matter.intact).waitFor()
    expect(await look(page)).toEqual([])
  })
})

test.each(['/', '/matters', 'matter', '/matters/new/hazard', '/rules?procedure=hazard', '/rules?part=calendar'])(
  'in the dark, %s has no barrier either',
  async (path) => {
    const { page } = await enter(journey, await journey.visit(), 'triage')
    await page.addInitScript("localStorage.setItem('anlan:theme', 'dark')")
    await page.goto(path === 'matter' ? `/matters/${planted.hazard}` : path)
    await settled(page)
    expect(await barriers(page)).toEqual([])
  },
)

test('nothing that opened made an error', () => {
  expect(journey.faults).toEqual([])
})
