import type { Page } from 'playwright-core'
import type { JourneyServer } from './journey-server.ts'
import type { Upload } from './person.ts'

export type Report = {
  readonly story: string
  readonly category: string
  readonly place: string
  readonly area: string
  readonly photo?: Upload
  /** The unit it is about, when it is about one. */
  readonly about?: string
}

/** Fills in the public form, sends it, and gives the code on the receipt. */
export async function report(page: Page, journey: JourneyServer, told: Report): Promise<string> {
  await page.goto('/public')
  await page.getByLabel('出了什么事').fill(told.story)
  await page.getByLabel('哪方面的事').selectOption({ label: told.category })
  await page.getByLabel('在哪里').fill(told.place)
  await page.getByLabel('属于哪个乡镇').selectOption({ label: told.area })
  if (told.photo) await page.getByLabel('照片').setInputFiles(told.photo)
  if (told.about) await page.getByLabel('反映的是哪个单位').selectOption({ label: told.about })
  // Who sends within two seconds is taken for a program.
  journey.passes(1)
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByRole('heading', { level: 1, name: '收到了' }).waitFor()
  const code = page.getByText(/^[0-9A-Z]{4} · [0-9A-Z]{4} · [0-9A-Z]{2}$/)
  await code.waitFor().catch(async (cause: Error) => {
    throw new Error(`no code on the receipt: ${await page.locator('body').innerText()}`, { cause })
  })
  return code.innerText()
}

/** Asks by the code where the report stands, and gives the stages that have passed, as the page words them. */
export async function stagesOf(page: Page, code: string): Promise<string[]> {
  await page.goto('/public/track')
  await page.getByLabel('查询码').fill(code)
  await page.getByRole('button', { name: '查' }).click()
  await page.getByRole('heading', { level: 2, name: '办到哪一步' }).waitFor()
  const story = page.getByRole('list').filter({ hasText: '收到您的反映' })
  const lines = await story
    .getByRole('listitem')
    .filter({ has: page.getByRole('time') })
    .allInnerTexts()
  return lines.map((line) => line.trim().split('\n')[0]?.trim() ?? '')
}
