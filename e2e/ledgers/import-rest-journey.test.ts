import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, write } from '@e965/xlsx'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JourneyServer, startJourneyServer } from '../support/journey-server.ts'
import { enter } from '../support/planted-matters.ts'

const LEDGER = join(import.meta.dirname, '../../examples/ledgers/01-hazards-merged-titles.xlsx')

let journey: JourneyServer
let page: Page
beforeAll(async () => {
  journey = await startJourneyServer()
  await journey.account('clerk')
  // The ledgers are of March, and April has begun.
  journey.passes(31 * 24 * 60)
  page = (await enter(journey, await journey.visit(), 'clerk')).page
})
afterAll(() => journey?.stop())

async function send(name: string, buffer: Buffer): Promise<void> {
  await page.goto('/import')
  await page.getByLabel('选一份台账').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
}

test('an .xls of an old computer comes in as it is, and each matter says which row told it', async () => {
  const old = write(read(readFileSync(LEDGER), { cellNF: true }), { type: 'buffer', bookType: 'biff8' }) as Buffer
  await send('隐患台账.xls', old)
  await page.getByRole('heading', { name: '“隐患台账.xls”怎么读' }).waitFor()
  await page.getByText('没有用上的').waitFor()
  await page.getByRole('button', { name: '试一试' }).click()
  await page.getByRole('button', { name: '全部收下' }).click()
  await page.getByText('收完了').waitFor()
  await page.getByRole('link', { name: '看这些事项' }).click()
  await page.getByRole('link', { name: '车间安全出口上锁' }).click()
  const told = page.getByText('隐患台账 第4行')
  await told.first().waitFor()
  expect(await told.count()).toBeGreaterThan(0)
  expect(journey.faults).toEqual([])
})

test.each([
  ['通知.xlsx', Buffer.from('%PDF-1.7\n1 0 obj\n'), '这是 PDF 文件，不是台账'],
  ['导出.xls', Buffer.from('<html><table><tr><td>编号</td></tr></table></html>'), '这其实是网页'],
  ['旧台账.xls', Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(600)}`, 'hex'), '这不是 Excel 表格'],
  ['台账.csv', Buffer.concat([Buffer.from('编号,隐患\n'), Buffer.alloc(5_000_000, 'a')]), '第2行太长'],
])('%s is refused in words, and another file can be chosen', async (name, bytes, words) => {
  await send(name, bytes)
  await page.getByText(words).waitFor()
  const other = page.getByRole('button', { name: '换一份' })
  if (await other.isVisible()) await other.click()
  await page.getByText('选一份台账').waitFor()
  expect(journey.faults).toEqual([])
})

test('a large ledger says how far it is, and is stopped half-way; what is in stays in', async () => {
  const rows = 40_000
  const lines = Array.from({ length: rows }, (_, at) => `Q-${at},2026-03-05,东浦镇,${at}号处出口上锁,仓库,消防,`)
  const text = ['编号,排查日期,责任单位,隐患描述,地址,隐患类别,整改完成日期', ...lines, ''].join('\n')
  await send('大台账.csv', Buffer.from(text))
  await page.getByRole('button', { name: '试一试' }).click()
  await page.getByRole('button', { name: '全部收下' }).click()
  await page.getByText(/^读了[1-9][\d,]*行，共40,000行$/).waitFor()
  await page.getByRole('button', { name: '停下' }).click()
  await page.getByText(/^停下来了。已经收下的留着/).waitFor()
  const figures = page.getByRole('listitem').filter({ hasText: '大台账.csv' }).locator('dd')
  const [read = 0, added = 0] = (await figures.allTextContents()).map((figure) => Number(figure.replaceAll(',', '')))
  expect(added).toBeGreaterThan(0)
  expect(read).toBeLessThan(rows)
  expect(journey.faults).toEqual([])
})
