import type { Locator, Page } from 'playwright-core'
import { PROCEDURES } from '../../src/procedures/all.ts'
import { en } from '../../src/web/words/en.ts'
import { zh } from '../../src/web/words/zh.ts'
import { PASSWORD } from './journey-server.ts'

export type Upload = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }
/** An answer as a person gives it: what is typed, picked or ticked by its words; files; rows of answers. */
export type Answer = string | Upload | readonly Answers[]
export type Answers = { readonly [label: string]: Answer }

/** A real photo: a piece of what is on the screen. */
export async function takePhoto(page: Page, name: string): Promise<Upload> {
  const clip = { x: 0, y: 0, width: 160, height: 120 }
  return { name, mimeType: 'image/jpeg', buffer: await page.screenshot({ type: 'jpeg', clip }) }
}

/** The words of the office in the language that the page shows. */
export const wordsOf = async (page: Page) => ((await page.locator('html').getAttribute('lang')) === 'en' ? en : zh)

/** Signs in by the form, whatever page was asked for. */
export async function signIn(page: Page, username: string, password = PASSWORD): Promise<void> {
  if (page.url() === 'about:blank') await page.goto('/')
  const words = await wordsOf(page)
  await page.getByLabel(words.signIn.username, { exact: true }).fill(username)
  await page.getByLabel(words.signIn.password, { exact: true }).fill(password)
  await page.getByRole('button', { name: words.signIn.submit, exact: true }).click()
}

/** Finds a matter by words of its title or its reference, among those of one kind, and opens its page. */
export async function findMatter(page: Page, kind: string, text: string): Promise<void> {
  const words = await wordsOf(page)
  await page.getByRole('searchbox', { name: words.nav.searchLabel }).fill(text)
  await page.keyboard.press('Enter')
  await page.waitForURL(/text=/)
  const id = PROCEDURES.find(({ short }) => short.zh === kind || short.en === kind)?.id
  const asked = new URL(page.url())
  asked.searchParams.set('procedure', id ?? kind)
  await page.goto(asked.href)
  const found = page.getByRole('row').filter({ hasText: text }).getByRole('link').first()
  const title = await found.innerText()
  await found.click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

/** Takes a step of the open matter: its button, its form, its button again. */
export async function takeStep(page: Page, step: string, answers: Answers = {}): Promise<void> {
  const main = page.getByRole('main')
  const button = main.getByRole('button', { name: step, exact: true })
  const others = main.getByRole('button', { name: /^更多（\d+）$/ })
  await button.or(others).first().waitFor()
  if (!(await button.isVisible())) await others.click()
  await button.click()
  await finishStep(page, step, answers)
}

/** Fills in the form of a step that is open already, and sends it. The form closes when the server has it. */
export async function finishStep(page: Page, step: string, answers: Answers = {}): Promise<void> {
  const drawer = page.getByRole('dialog', { name: step, exact: true })
  await answer(drawer, answers)
  await drawer.getByRole('button', { name: step, exact: true }).click()
  await drawer.waitFor({ state: 'detached' })
}

/** Waits until the open matter has come to a state. */
export async function standsAt(page: Page, state: string): Promise<void> {
  // For those who listen, the group follows: “待复查，在办”.
  await page
    .getByRole('main')
    .getByText(new RegExp(`^${state}(，|, |$)`))
    .first()
    .waitFor()
}

/** Why a step cannot be taken, as the page says beside its locked button. */
export async function refusalOf(page: Page, step: string): Promise<string> {
  const button = page.getByRole('main').getByRole('button', { name: step, exact: true, disabled: true })
  await button.waitFor()
  const reason = await button.getAttribute('aria-describedby')
  return page.locator(`[id="${reason}"]`).innerText()
}

/** Fills in a form, question by question, by the words that stand at each. */
export async function answer(form: Locator, answers: Answers): Promise<void> {
  for (const [label, given] of Object.entries(answers)) await answerOne(form, label, given)
}

async function answerOne(form: Locator, label: string, given: Answer): Promise<void> {
  const group = form.getByRole('group', { name: startingWith(label) }).first()
  const control = form.getByLabel(startingWith(label)).first()
  await group.or(control).first().waitFor({ state: 'attached' })
  const isGroup = (await group.count()) > 0
  if (typeof given !== 'string') {
    return 'buffer' in given ? attach(group, given) : answerRows(group, given)
  }
  if (isGroup) return group.getByLabel(given, { exact: true }).check()
  const role = await control.getAttribute('role')
  if (await control.evaluate((element) => element.tagName === 'SELECT')) {
    await control.selectOption({ label: given })
  } else if (role === 'combobox') {
    await control.fill(given)
    await pick(form.page(), given)
  } else {
    await control.fill(given)
    // A date box takes what was typed when Enter is pressed; a line of text would send the form.
    if (/^\d{4}-\d\d-\d\d/.test(given)) await control.press('Enter')
  }
}

/** Unit and post lists open beside the form, over everything. */
async function pick(page: Page, text: string): Promise<void> {
  await page.getByTitle(startingWith(text)).last().click()
}

async function attach(group: Locator, file: Upload): Promise<void> {
  await group.locator('input[type=file]').setInputFiles(file)
  await group.getByRole('listitem').filter({ hasText: file.name }).getByRole('button').waitFor()
}

async function answerRows(group: Locator, rows: readonly Answers[]): Promise<void> {
  const words = await wordsOf(group.page())
  for (const [index, row] of rows.entries()) {
    const fields = group.getByRole('group', { name: words.form.row(index + 1), exact: true })
    if ((await fields.count()) === 0) await group.getByRole('button', { name: words.form.addRow }).click()
    await answer(fields, row)
  }
}

/** A question's name is its title and perhaps a note that it may be left out or is sealed. */
const startingWith = (title: string): RegExp => {
  const notes = [zh, en].flatMap(({ form }) => [form.optional, form.personal]).join('|')
  return new RegExp(`^${title.replace(/[.*+?^${'$'}{}()|[\]\\]/g, '\\$&')}\\s*((${notes})\\s*)*$`)
}

/** A picture of the page for whoever looks at how it came out; only where a folder for pictures is named. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env['ANLAN_KEEP_PICTURES']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}
