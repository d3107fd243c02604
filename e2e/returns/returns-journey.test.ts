import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readBlank } from '../../src/exchange/returns/read-blank.ts'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { faultsWideAndNarrow } from '../support/page-faults.ts'
import { DATA, enter } from '../support/planted-matters.ts'
import { settled } from '../support/settled.ts'

const FORMS = join(import.meta.dirname, '../../examples/returns')

let journey: JourneyServer
beforeAll(async () => {
  journey = await startJourneyServer()
  for (const post of ['clerk', 'leader']) await journey.account(post)
})
afterAll(() => journey?.stop())

/** Keeps a blank form and stands before what its cells might ask. */
async function keep(page: Page, file: string, name: string, superior: string) {
  await page.goto('/returns')
  await settled(page)
  await page.getByRole('button', { name: '收一张空白表' }).click()
  const drawer = page.getByRole('dialog', { name: '收一张空白表' })
  await drawer.getByLabel('选文件').setInputFiles(join(FORMS, file))
  await drawer.getByLabel('报表名称').fill(name)
  await drawer.getByLabel('报给哪个上级机关').fill(superior)
  await drawer.getByRole('button', { name: '收下，看每格填什么' }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await page.getByText('这是按表头认出来的').waitFor()
}
const cellOf = (page: Page, cell: string) => page.getByRole('button', { name: new RegExp(`^${cell} `) })
async function save(page: Page) {
  await page.getByRole('button', { name: '存', exact: true }).click()
  await page.getByRole('heading', { name: '各期' }).waitFor()
}

test('a clerk keeps a form, corrects one cell, has it filled; the leader signs; the file holds the figures; two superiors ask the same', async () => {
  const { page, ask } = await enter(journey, await journey.visit(), 'clerk')
  const about = (title: string) => ({ title, category: 'facility', description: '请来修。', place: '桥头' })
  for (const [unitId, title] of [
    ['dongpu', '路灯不亮'],
    ['dongpu', '井盖松动'],
    ['yunxi', '护栏断了'],
  ] as const)
    await ask('/api/matters', { procedure: 'report', channel: 'window', unitId, form: about(title) })

  await keep(page, '02-all-kinds.xlsx', '基层社会治理工作情况月报表', '云川市综治中心')
  await cellOf(page, 'B7').click()
  expect(await page.getByLabel('哪几种事项').inputValue()).toBe('report')
  // The county wants only what came in at one township there.
  await page.getByLabel('哪个单位（含下级）').selectOption('dongpu')
  await cellOf(page, 'B7')
    .and(page.getByTitle(/东浦镇/))
    .waitFor()
  await save(page)

  journey.passes(60)
  await page.getByRole('listitem').filter({ hasText: '2026年3月' }).getByRole('button', { name: '填这一期' }).click()
  await page.getByRole('heading', { level: 1, name: /2026年3月/ }).waitFor()
  await page.getByRole('button', { name: /^B7 .*：2，/ }).click()
  const behind = page.getByRole('dialog', { name: 'B7格背后的事项' })
  await behind.getByRole('link', { name: '井盖松动' }).waitFor()
  expect(await behind.getByRole('listitem').count()).toBe(2)
  await page.keyboard.press('Escape')
  await behind.waitFor({ state: 'detached' })

  await page.getByLabel('B9，手填').fill('网格力量不足')
  await page.getByRole('button', { name: '核对好了，交领导签发' }).click()
  await page.getByText('等领导签发。').waitFor()
  const address = page.url()

  const leader = (await enter(journey, await journey.visit(), 'leader')).page
  await leader.goto(address)
  await settled(leader)
  await leader.getByRole('button', { name: '签发', exact: true }).click()
  const taking = leader.waitForEvent('download')
  await leader.getByRole('link', { name: '下载填好的表' }).click()
  const file = await readFile(await (await taking).path())
  const cells = new Map((await readBlank(file)).rows.flat().map((cell) => [cell.cell, cell]))
  expect(['B2', 'B7', 'E7', 'B9', 'D10'].map((cell) => cells.get(cell)?.text)).toEqual([
    '清澜县',
    '2',
    '3',
    '网格力量不足',
    '受理岗',
  ])
  expect(cells.get('B8')).toMatchObject({ formula: true })

  await keep(page, '03-petitions-and-disputes.xlsx', '信访和矛盾纠纷化解情况统计表', '云川市信访局')
  await save(page)
  await page.goto('/returns?show=burden')
  await settled(page)
  const twice = page.getByRole('region', { name: /两张表以上要同一个数/ })
  const opened = twice.getByRole('listitem').filter({ hasText: '信访 · 新增' }).first()
  await opened.getByRole('link', { name: '云川市综治中心《基层社会治理工作情况月报表》B6' }).waitFor()
  await opened.getByRole('link', { name: '云川市信访局《信访和矛盾纠纷化解情况统计表》B4' }).waitFor()
  await page
    .getByRole('row')
    .filter({ hasText: '基层社会治理工作情况月报表' })
    .getByText('24', { exact: true })
    .waitFor()
  expect(journey.faults).toEqual([])
})

test('before the day it is due it stands on Today, and after it as overdue', async () => {
  journey.passes(31 * 24 * 60)
  const { page } = await enter(journey, await journey.visit(), 'clerk')
  await page.goto('/')
  await settled(page)
  const notice = page.getByRole('status').getByRole('listitem').filter({ hasText: '信访和矛盾纠纷化解情况统计表' })
  await notice.getByText('4月8日前').waitFor()
  journey.passes(10 * 24 * 60)
  await page.reload()
  await notice.getByText('超期未报').waitFor()
})

test.each(['zh', 'en'] as const)(
  'in %s the pages have no barrier and no word of the other language',
  async (locale) => {
    const { page } = await enter(journey, await journey.visit({ locale }), 'clerk')
    const typed = [
      '基层社会治理工作情况月报表',
      '信访和矛盾纠纷化解情况统计表',
      '云川市综治中心',
      '云川市信访局',
      '02-all-kinds',
      '网格力量不足',
    ]
    const look = async () => expect(await faultsWideAndNarrow(page, locale, [...DATA, ...typed])).toEqual([])
    for (const address of ['/returns?show=burden', '/returns']) {
      await page.goto(address)
      await settled(page)
      await look()
    }
    await page.getByRole('link', { name: '基层社会治理工作情况月报表' }).click()
    await page.getByRole('button', { name: locale === 'zh' ? '改每格填什么' : 'Change what its cells ask' }).click()
    await page.getByRole('button', { name: locale === 'zh' ? '选C列' : 'Choose column C' }).click()
    await look()
    await page
      .getByRole('listitem')
      .filter({ hasText: locale === 'zh' ? '已签发' : 'Signed' })
      .getByRole('link')
      .first()
      .click()
    await page.getByRole('heading', { level: 1, name: locale === 'zh' ? '2026年3月' : '2026-03' }).waitFor()
    await settled(page)
    await look()
  },
)
