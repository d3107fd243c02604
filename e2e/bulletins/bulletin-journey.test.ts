import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { docxText } from '../../src/testing/papers/docx-text.ts'
import { bulletinsEn } from '../../src/web/words/bulletins/bulletins.en.ts'
import { bulletinsZh } from '../../src/web/words/bulletins/bulletins.zh.ts'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { faultsWideAndNarrow } from '../support/page-faults.ts'
import { DATA, enter } from '../support/planted-matters.ts'
import { settled } from '../support/settled.ts'

const words = bulletinsZh
const TITLES = Array.from({ length: 7 }, (_, at) => `第${at + 1}处路灯不亮`)

let journey: JourneyServer
let folder: string
beforeAll(async () => {
  journey = await startJourneyServer()
  folder = await mkdtemp(join(tmpdir(), 'anlan-bulletin-'))
  for (const post of ['clerk', 'triage', 'reviewer', 'leader']) await journey.account(post)
  const { ask } = await enter(journey, await journey.visit(), 'clerk')
  for (const [at, title] of TITLES.entries()) {
    const form = { title, category: 'facility', description: '请来修。', place: '桥头' }
    await ask('/api/matters', { procedure: 'report', channel: 'window', unitId: at < 6 ? 'dongpu' : 'yunxi', form })
  }
  journey.passes(60)
})
afterAll(async () => {
  await journey?.stop()
  await rm(folder, { recursive: true, force: true })
})

/** Begins a bulletin of the month that is under way, through the form. */
async function begin(page: Page, said: typeof words, month: string): Promise<string> {
  await page.goto('/bulletins')
  await settled(page)
  await page.getByRole('button', { name: said.begin, exact: true }).click()
  const drawer = page.getByRole('dialog', { name: said.beginTitle })
  await drawer.getByLabel(said.periods.month, { exact: true }).selectOption({ label: month })
  await drawer.getByRole('button', { name: said.beginIt }).click()
  await page.waitForURL(/\/bulletins\/.+/)
  await page.getByText(said.saved, { exact: true }).waitFor()
  return new URL(page.url()).pathname
}

test('a month is counted, written, signed by a leader and issued; the Word file says it, and a figure opens as many rows', async () => {
  const { page } = await enter(journey, await journey.visit(), 'triage')
  const path = await begin(page, words, '2026年3月')
  await page.getByRole('region', { name: '总体情况' }).getByText('本期新收7件').waitFor()
  const last = page.getByRole('region', { name: '下一步工作' })
  await last.getByLabel(words.ownText).fill('各镇逐处登记，月底前修好。')
  await page.getByText(words.saved, { exact: true }).waitFor()
  // Whoever wrote it cannot sign it.
  expect(await page.getByRole('button', { name: words.sign, exact: true }).count()).toBe(0)

  const leader = (await enter(journey, await journey.visit(), 'leader')).page
  await leader.goto(path)
  await leader.getByText('各镇逐处登记，月底前修好。').waitFor()
  await leader.getByRole('button', { name: words.sign, exact: true }).click()
  await leader.getByRole('dialog').getByRole('button', { name: words.sign, exact: true }).click()
  await leader.getByText(words.states.signed).waitFor()

  await page.goto(path)
  await page.getByRole('button', { name: words.issue, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: words.issue, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '月报2026年第1期' }).waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: words.docx }).click(),
  ])
  const file = join(folder, 'bulletin.docx')
  await download.saveAs(file)
  const said = docxText(await readFile(file))
  for (const part of ['月报2026年第1期', '本期新收7件', '各镇逐处登记，月底前修好。', words.notes])
    expect(said).toContain(part)
  // One of seven is of another unit: told, it would be a small count.
  expect(said).toContain(words.few)
  inWriter(file, ['本期新收7件', '各镇逐处登记，月底前修好。'])

  await page
    .getByRole('link', { name: `7 ${words.figureOf('1')}` })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: '本期 · 新收' }).waitFor()
  await page.getByText(words.figureCount('7', '7')).waitFor()
  expect(await page.getByRole('row').count()).toBe(1 + 7)
  expect(await faultsWideAndNarrow(page, 'zh', [...DATA, ...TITLES])).toEqual([])
})

test('two who write at once are told, and put together what both wrote', async () => {
  const { page } = await enter(journey, await journey.visit(), 'triage')
  const path = await begin(page, words, '2026年3月')
  const other = (await enter(journey, await journey.visit(), 'reviewer')).page
  await other.goto(path)
  await other.getByRole('region', { name: '总体情况' }).getByLabel(words.ownText).fill('总体平稳。')
  await other.getByText(words.saved, { exact: true }).waitFor()
  await page.getByRole('region', { name: '下一步工作' }).getByLabel(words.ownText).fill('继续排查。')
  await page.getByText(words.conflict).waitFor()
  await page.getByRole('button', { name: words.mergeIt }).click()
  await page.getByText(words.saved, { exact: true }).waitFor()
  expect(await page.getByRole('region', { name: '总体情况' }).getByLabel(words.ownText).inputValue()).toBe('总体平稳。')
  await other.reload()
  await other.getByText(words.saved, { exact: true }).waitFor()
  expect(await other.getByRole('region', { name: '下一步工作' }).getByLabel(words.ownText).inputValue()).toBe(
    '继续排查。',
  )
  // A number of a person is not kept, and what was typed stays to be mended.
  await page.getByRole('region', { name: '下一步工作' }).getByLabel(words.ownText).fill('联系电话13912345678')
  await page.getByRole('alert').getByText(words.failed).waitFor()
  await page.getByRole('region', { name: '下一步工作' }).getByLabel(words.ownText).fill('联系镇里。')
  await page.getByText(words.saved, { exact: true }).waitFor()
})

test.each(['zh', 'en'] as const)('in %s no barrier and no word of the other language', async (locale) => {
  const said = locale === 'zh' ? bulletinsZh : bulletinsEn
  const { page } = await enter(journey, await journey.visit({ locale }), 'triage')
  const typed = [...DATA, ...TITLES]
  await begin(page, said, locale === 'zh' ? '2026年3月' : '2026-03')
  expect(await faultsWideAndNarrow(page, locale, typed)).toEqual([])
  await page.getByRole('button', { name: said.paper, exact: true }).click()
  expect(await faultsWideAndNarrow(page, locale, typed)).toEqual([])
  await page.getByRole('button', { name: said.recount, exact: true }).click()
  await page.getByRole('dialog').waitFor()
  expect(await faultsWideAndNarrow(page, locale, typed)).toEqual([])
})

test('no bulletin made an error', () => {
  expect(journey.faults).toEqual([])
})

/** What another program reads in the file, where it is there. */
function inWriter(file: string, words: readonly string[]): void {
  const profile = `-env:UserInstallation=file://${folder}/profile`
  const run = spawnSync(
    'soffice',
    [profile, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, file],
    {
      timeout: 90_000,
    },
  )
  if (run.error) {
    console.info(`LibreOffice did not read the bulletin: ${run.error.message}`)
    return
  }
  const text = spawnSync('cat', [join(folder, 'bulletin.txt')]).stdout.toString('utf8')
  for (const word of words) expect(text).toContain(word)
}
