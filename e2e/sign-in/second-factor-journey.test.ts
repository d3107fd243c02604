import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeAt } from '../../src/testing/sign-in/factors.ts'
import { signInZh } from '../../src/web/words/sign-in/sign-in.zh.ts'
import { zh } from '../../src/web/words/zh.ts'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { signIn } from '../support/person.ts'

const { totp, recovery, passkeys, second, byPasskey } = signInZh
const KEY_NAME = '办公室电脑'

let journey: JourneyServer
beforeAll(async () => {
  journey = await startJourneyServer()
  await journey.account('triage')
})
afterAll(() => journey?.stop())

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const atWork = (page: Page) => page.getByRole('heading', { level: 1, name: zh.nav.today }).waitFor()
const inFocus = (page: Page) => page.evaluate<string | null>('document.activeElement.textContent')

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: zh.nav.account }).click()
  await press(page, zh.nav.signOut)
  await page.getByRole('heading', { level: 1, name: zh.signIn.title }).waitFor()
}

/** The machine at the desk takes a finger, and holds passkeys. */
async function giveFingerReader(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page)
  await browser.send('WebAuthn.enable')
  const finger = { hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true }
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, ...finger } as const
  await browser.send('WebAuthn.addVirtualAuthenticator', { options })
}

test('who sets up an authenticator and a passkey signs in by the one and by the other', async () => {
  const page = await journey.visit()
  // Browsers bind passkeys to names, and the machine's own is this one.
  await page.goto(`http://localhost:${new URL(journey.url).port}/account`)
  await giveFingerReader(page)
  await signIn(page, 'triage')

  await press(page, totp.start)
  const secret = (await page.locator('.account-secret').innerText()).replace(/\s/g, '')
  await page.keyboard.type(codeAt(secret, journey.now()))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: recovery.title }).waitFor()
  expect(await inFocus(page)).toBe(recovery.title)
  await press(page, recovery.kept)
  await page.getByText(recovery.left(10)).waitFor()
  expect(await inFocus(page)).toBe(totp.title)

  await page.getByLabel(passkeys.name, { exact: true }).fill(KEY_NAME)
  await press(page, passkeys.add)
  await page.getByRole('listitem').filter({ hasText: KEY_NAME }).waitFor()

  await signOut(page)
  // A code is good once; the next one comes after half a minute.
  journey.passes(1)
  await signIn(page, 'triage')
  await page.getByLabel(second.totpOrCode).fill(codeAt(secret, journey.now()))
  await press(page, second.submit)
  await atWork(page)

  await signOut(page)
  await press(page, byPasskey)
  await atWork(page)
  expect(journey.faults).toEqual([])
})
