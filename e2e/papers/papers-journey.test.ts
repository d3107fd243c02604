import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PizZip from 'pizzip'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { docxText } from '../../src/testing/papers/docx-text.ts'
import { adminZh } from '../../src/web/words/admin.zh.ts'
import { ownOfficeZh } from '../../src/web/words/own-office.zh.ts'
import { papersEn } from '../../src/web/words/paper/papers.en.ts'
import { papersZh as words } from '../../src/web/words/paper/papers.zh.ts'
import { zh } from '../../src/web/words/zh.ts'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { faultsWideAndNarrow } from '../support/page-faults.ts'
import { answer, keepPicture } from '../support/person.ts'
import { DATA, enter, type Planted, plantMatters, TYPED } from '../support/planted-matters.ts'
import { settled } from '../support/settled.ts'

const ORDER = '责令限期整改指令书'

let journey: JourneyServer
let planted: Planted
let folder: string
beforeAll(async () => {
  journey = await startJourneyServer()
  planted = await plantMatters(journey)
  await journey.account('administrator')
  folder = await mkdtemp(join(tmpdir(), 'anlan-papers-'))
})
afterAll(async () => {
  expect(journey.faults).toEqual([])
  await journey.stop()
  await rm(folder, { recursive: true, force: true })
})

/** The inspector before the papers of the hazard; printing opens no window of the system. */
async function atTheHazard(): Promise<Page> {
  const page = await journey.visit()
  await page.addInitScript('window.print = () => { document.documentElement.dataset.printed = "yes" }')
  await enter(journey, page, 'inspector')
  await page.goto(`/matters/${planted.hazard}`)
  await page.getByRole('region', { name: zh.matter.documents }).waitFor()
  return page
}

const paperItem = (page: Page) =>
  page.getByRole('region', { name: zh.matter.documents }).getByRole('listitem').filter({ hasText: ORDER })

/** The order as it comes down. */
async function download(page: Page): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    paperItem(page).getByRole('link', { name: zh.papers.download }).click(),
  ])
  expect(file.suggestedFilename()).toContain(ORDER)
  const path = join(folder, `${crypto.randomUUID()}.docx`)
  await file.saveAs(path)
  return path
}

const isThere = (program: string) => spawnSync('which', [program]).status === 0

/** The words of a .docx as LibreOffice prints it. */
function printedByLibreOffice(docx: string): string {
  const profile = `-env:UserInstallation=file://${folder}/profile`
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, docx], {
    timeout: 120_000,
  })
  return execFileSync('pdftotext', ['-layout', docx.replace(/docx$/, 'pdf'), '-']).toString()
}

test('an order is downloaded, and says what was on record', async () => {
  const page = await atTheHazard()
  const path = await download(page)
  const said = [ORDER, TYPED.company, TYPED.article, '2026年4月10日']
  const text = docxText(await readFile(path))
  for (const each of said) expect(text).toContain(each)
  expect(text).not.toContain('示例负责人')
  if (!isThere('soffice') || !isThere('pdftotext')) return console.log('no LibreOffice here: not printed by it')
  const printed = printedByLibreOffice(path).replace(/\s/g, '')
  for (const each of said) expect(printed).toContain(each)
})

test('it is printed from the same file, in the browser and without the net', async () => {
  const page = await atTheHazard()
  await paperItem(page).getByRole('button', { name: zh.print }).click()
  await page.locator('html[data-printed=yes]').waitFor()
  await page.emulateMedia({ media: 'print' })
  const sheet = page.locator('.paper-sheet')
  for (const each of [ORDER, TYPED.company, '送达回证', '查验码']) expect(await sheet.innerText()).toContain(each)
  expect(await page.getByRole('navigation').first().isVisible()).toBe(false)
  expect(await page.evaluate<number>("document.querySelector('.paper-sheet img').naturalWidth")).toBeGreaterThan(40)
  await keepPicture(page, 'paper-print')
  const pdf = await page.pdf({ preferCSSPageSize: true })
  if (process.env['ANLAN_KEEP_PICTURES']) await writeFile(`${process.env['ANLAN_KEEP_PICTURES']}/paper-print.pdf`, pdf)
  await page.evaluate("window.dispatchEvent(new Event('afterprint'))")
  expect(await sheet.count()).toBe(0)
})

test.each(['zh', 'en'] as const)('anyone checks it by the code that stands on it (%s)', async (locale) => {
  const text = docxText(await readFile(await download(await atTheHazard())))
  const code = /查验码：([0-9A-Z-]+)/.exec(text)?.[1] ?? ''
  const visitor = await journey.visit({ locale })
  await visitor.goto('/check')
  expect(await faultsWideAndNarrow(visitor, locale, DATA)).toEqual([])
  await visitor.getByRole('textbox').fill(code)
  await visitor.getByRole('button').last().click()
  await visitor.waitForURL(/\/check\/[0-9A-Z]{26}/)
  const page = await visitor.getByRole('main').innerText()
  expect(page).toContain(/指　纹：([0-9a-f ]+)/.exec(text)?.[1]?.trim())
  expect(page).not.toContain(TYPED.company)
  expect(await faultsWideAndNarrow(visitor, locale, [...DATA, '〔2026〕1'])).toEqual([])
  await keepPicture(visitor, `paper-check-${locale}`)
})

test('an office sends in its own template, looks at a sample, and prints with it from then on', async () => {
  const page = await journey.visit()
  await enter(journey, page, 'administrator')
  await page.goto('/admin?part=papers')
  await page.getByLabel(words.find).fill(ORDER)
  await page.getByRole('button', { name: ORDER }).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: words.downloadStandard }).click(),
  ])
  const path = join(folder, 'own.docx')
  await file.saveAs(path)
  const mend = async (line: string) => {
    const zip = new PizZip(await readFile(path))
    const xml = zip.file('word/document.xml')?.asText() ?? ''
    zip.file('word/document.xml', xml.replace('<w:sectPr>', `<w:p><w:r><w:t>${line}</w:t></w:r></w:p><w:sectPr>`))
    await page.getByLabel(words.send).setInputFiles({
      name: '本局模板.docx',
      mimeType: 'application/octet-stream',
      buffer: zip.generate({ type: 'nodebuffer' }) as Buffer,
    })
    const dialog = page.getByRole('dialog', { name: words.send })
    await answer(dialog, { [ownOfficeZh.reason]: '按本局公文格式' })
    await dialog.getByRole('button', { name: adminZh.form.save }).click()
    await dialog.waitFor({ state: 'detached' })
  }
  await mend('咨询电话：{机关电化}')
  await page.getByRole('alert').filter({ hasText: words.refused }).waitFor()
  expect(await page.getByRole('alert').innerText()).toContain(words.nearest('机关电话'))
  await keepPicture(page, 'paper-refused')

  await mend('本局监督电话：{机关电话}')
  await page.getByText(words.kept(1)).waitFor()
  expect(await faultsWideAndNarrow(page, 'zh', [...DATA, '本局模板.docx'])).toEqual([])
  await page.getByRole('listitem').getByRole('button', { name: words.preview }).click()
  await page
    .getByRole('region', { name: words.previewOf(ORDER) })
    .getByText('本局监督电话：0570-1234567')
    .waitFor()
  await settled(page)
  // What stands on the sample is the paper's, not the page's.
  expect((await faultsWideAndNarrow(page, 'zh', DATA)).filter((fault) => /contrast|image|wider/.test(fault))).toEqual(
    [],
  )
  await keepPicture(page, 'paper-template')
  await page.getByRole('button', { name: words.choose, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: words.chooseTitle(1) })
  await answer(dialog, { [ownOfficeZh.reason]: '样张已看过' })
  await dialog.getByRole('button', { name: adminZh.form.save }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText(words.version(1)).first().waitFor()
  // The order was issued before: it prints with the template of its day.
  expect(docxText(await readFile(await download(await atTheHazard())))).not.toContain('本局监督电话')
})

test.each(['zh', 'en'] as const)(
  'the list of papers has no barrier and no word of the other language (%s)',
  async (locale) => {
    const page = await journey.visit({ locale })
    await enter(journey, page, 'administrator')
    await page.goto('/admin?part=papers')
    await page.getByRole('searchbox', { name: locale === 'zh' ? words.find : papersEn.find }).waitFor()
    await settled(page)
    expect(await faultsWideAndNarrow(page, locale, DATA)).toEqual([])
    await keepPicture(page, `papers-${locale}`)
  },
)
