import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { adminZh } from '../../src/web/words/admin.zh.ts'
import { ownOfficeZh as words } from '../../src/web/words/own-office.zh.ts'
import { rulesZh } from '../../src/web/words/rules.zh.ts'
import { zh } from '../../src/web/words/zh.ts'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { faultsWideAndNarrow } from '../support/page-faults.ts'
import { type Answers, answer, keepPicture, signIn } from '../support/person.ts'

let journey: JourneyServer
let page: Page
let folder: string
beforeAll(async () => {
  journey = await startJourneyServer()
  folder = await mkdtemp(join(tmpdir(), 'anlan-lists-'))
  await journey.account('administrator')
  page = await journey.visit()
  await signIn(page, 'administrator')
  await page.getByRole('heading', { name: zh.today.title }).waitFor()
})
afterAll(async () => {
  await journey.stop()
  await rm(folder, { recursive: true })
})

const card = (title: string) => page.getByRole('region', { name: title, exact: true })

/** Opens a card's drawer, fills it in with a reason, and sends it. */
async function change(
  title: string,
  button: string,
  drawer: string,
  answers: Answers,
  action: string = adminZh.form.save,
) {
  await card(title).getByRole('button', { name: button, exact: true }).first().click()
  const dialog = page.getByRole('dialog', { name: drawer })
  await answer(dialog, { ...answers, [words.reason]: '县里〔2026〕3号文' })
  await dialog.getByRole('button', { name: action, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

test('a new office tells its administrator what to do first, and each line leads there', async () => {
  const guide = page.getByRole('region', { name: zh.firstRun.title })
  await guide.getByRole('link', { name: zh.firstRun.contact }).click()
  await page.getByRole('heading', { name: words.info }).waitFor()
  expect(await faultsWideAndNarrow(page, 'zh', [])).toEqual([])
})

test('phone, hours and help are filled in once and stand on the public page and in the header', async () => {
  await page.goto('/admin?part=office')
  const answers = { [words.phone]: '0570-1234567', [words.hours]: '工作日 9:00-17:00', [words.help]: '信息科 8001' }
  await change(words.info, words.change, words.info, answers)
  await page.getByRole('banner').getByText('信息科 8001').waitFor()
  const visitor = await journey.visit({ script: false })
  await visitor.goto('/public')
  await visitor.getByText('0570-1234567').first().waitFor()
})

test('a rule that waits for the county is confirmed with a reason, and shows who confirmed it', async () => {
  await page.goto('/admin?part=office')
  await change(words.confirms, words.confirm, words.confirmTitle, {}, words.confirm)
  await card(words.confirms).getByText('县里〔2026〕3号文').waitFor()
})

test('the administrator confirms one on the Rules page too, where it stands', async () => {
  await page.goto('/rules?procedure=report')
  const deadlines = page.getByRole('region', { name: rulesZh.deadlines })
  const row = deadlines
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name: rulesZh.confirm }) })
    .first()
  const article = (await row.getByRole('rowheader').innerText()).trim()
  await row.getByRole('button', { name: rulesZh.confirm }).click()
  const why = page.getByRole('dialog', { name: rulesZh.confirmWhy })
  await why.getByLabel(rulesZh.confirmWhy).fill('县委专题会议纪要〔2026〕5号')
  await keepPicture(page, 'rules-confirm')
  await why.getByRole('button', { name: rulesZh.confirm }).click()
  const same = deadlines.getByRole('row').filter({ hasText: article }).first()
  await same.getByText(/钱虚拟/).waitFor()
  expect(await same.getByRole('button', { name: rulesZh.confirm }).count()).toBe(0)
})

test('an own length beyond the statute is refused at its field; what was typed stays', async () => {
  await page.goto('/admin?part=office')
  await card(words.lengths).getByRole('button', { name: words.lengthAdd }).click()
  const dialog = page.getByRole('dialog', { name: words.lengthAdd })
  await answer(dialog, {
    [words.rule]: '诉求：告知受理情况（PET-02）',
    [words.length]: '90',
    [words.document]: '某县文件',
    [words.reason]: '事情多',
  })
  await dialog.getByRole('button', { name: adminZh.form.save, exact: true }).click()
  await dialog.getByText(/不能长过法定的15/).waitFor()
  expect(await dialog.getByLabel(words.document).inputValue()).toBe('某县文件')
})

test('a day off of the office shows first which deadlines it moves; saved, they are counted again', async () => {
  await journey.account('clerk')
  const desk = await journey.visit()
  await signIn(desk, 'clerk')
  await desk.getByRole('heading', { name: zh.today.title }).waitFor()
  // Seven days from Monday 2 March 2026 end on the 9th.
  const reference = await desk.evaluate(async () => {
    const post = (path: string, body: object) =>
      fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    const form = { title: '路灯不亮', category: 'facility', description: '两盏路灯不亮', place: '石桥' }
    const opened = await post('/api/matters', { procedure: 'report', channel: 'window', form })
    const matter = (await opened.json()) as { id: string; reference: string }
    await post(`/api/matters/${matter.id}/steps/accept`, { seenVersion: 1, form: { difficulty: 'ordinary' } })
    return matter.reference
  })
  await page.goto('/admin?part=office')
  await card(words.recount).getByText(words.recountNone).waitFor()
  await card(words.days).getByRole('button', { name: words.dayAdd }).click()
  const dialog = page.getByRole('dialog', { name: words.dayAdd })
  await answer(dialog, {
    [words.date]: '2026-03-09',
    [words.dayName]: '县庆',
    [words.dayOff]: words.off,
    [words.source]: '县政府通知〔2026〕7号',
    [words.reason]: '县庆放假',
  })
  await dialog.getByRole('button', { name: adminZh.form.save, exact: true }).click()
  const preview = page.getByRole('dialog', { name: words.recountPreview(1) })
  await preview.getByText(reference).waitFor()
  await preview.getByText('办理：03-09 → 03-10').waitFor()
  expect(await preview.getByText('路灯不亮').count()).toBe(0)
  await keepPicture(page, 'days-preview')
  await preview.getByRole('button', { name: words.recountSave }).click()
  await card(words.days).getByText('县庆').waitFor()
  await card(words.recount).getByText(words.recountNone).waitFor()
  await desk.goto('/matters')
  await desk.getByRole('row').filter({ hasText: '路灯不亮' }).getByText('03-10').first().waitFor()
})

test('lists of units and people come in on the page; a bad row is named, passwords are shown once', async () => {
  const units = join(folder, 'units.csv')
  await writeFile(units, '名称,编码,上级,类型\n新设镇,x1,,乡镇\n坏行,x/2,,\n')
  await page.goto('/admin')
  await take(words.listUnits, units)
  await page.getByText(`${words.list.row(3)}：`).waitFor()
  await page.keyboard.press('Escape')
  const people = join(folder, 'people.csv')
  await writeFile(people, '姓名,账号,单位,岗位,角色\n新示例,xinshili,新设镇,受理岗,受理岗\n')
  await page.goto('/admin?part=people')
  await take(words.listPeople, people)
  await page.getByText(/^[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}$/).waitFor()
  expect(journey.faults).toEqual([])
})

async function take(title: string, file: string) {
  await page.getByRole('button', { name: title }).click()
  const dialog = page.getByRole('dialog', { name: title })
  await dialog.getByLabel(words.list.file).setInputFiles(file)
  await dialog.getByLabel(words.reason).fill('建单位')
  await dialog.getByRole('button', { name: words.list.send }).click()
}
