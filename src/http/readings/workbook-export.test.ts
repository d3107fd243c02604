import exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROW_TAG_HEADING, readRowTag } from '../../exchange/workbook/row-tag.ts'
import { rowTagMac } from '../../storage/keys/row-tags.ts'
import { bodyOf, json, type TestOffice, takeSheet, testOffice } from '../../testing/office.ts'
import { TEST_TENANT } from '../../testing/people.ts'

let office: TestOffice
let matterId: string
beforeAll(async () => {
  office = await testOffice()
  const form = {
    title: '路灯不亮',
    category: 'facility',
    description: '=HYPERLINK("http://example.com")',
    place: '村口',
    contactPhone: '13900005678',
  }
  const clerk = await office.as('clerk')
  const made = await clerk('/api/matters', json({ procedure: 'report', channel: 'phone', form }))
  matterId = (await bodyOf<{ id: string }>(made)).id
})
afterAll(() => office?.dispose())

/** The first sheet of the workbook that somebody takes, by its headings. */
async function taken(post: string) {
  const answer = await takeSheet(await office.as(post), 'report', 'xlsx')
  expect(answer.status).toBe(200)
  const book = new exceljs.Workbook()
  await book.xlsx.load(await answer.arrayBuffer())
  const [sheet] = book.worksheets
  if (!sheet) throw new Error('there is no sheet')
  const headings = (sheet.getRow(3).values as string[]).slice(1)
  const rows = Array.from({ length: sheet.rowCount - 3 }, (_, at) =>
    Object.fromEntries(headings.map((heading, column) => [heading, sheet.getCell(4 + at, column + 1).value])),
  )
  return { answer, sheet, headings, rows }
}

describe('a ledger taken as a workbook', () => {
  test('says who took it, when and for what, and asks as the other file does', async () => {
    const { answer, sheet } = await taken('clerk')
    expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toMatch(/周示例-20260302\d{4}\.xlsx/)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(sheet.getCell('A2').value).toMatch(/^导出 周示例 · 2026-03-02 09:00 · 用途 核对台账 · [0-9a-f-]{36}$/)
  })

  test('days are days, what would run is text, and nothing personal is in it', async () => {
    const { rows, sheet } = await taken('clerk')
    expect(rows[0]).toMatchObject({
      收到日期: new Date('2026-03-02'),
      内容摘要: '=HYPERLINK("http://example.com")',
    })
    expect(JSON.stringify(sheet.getSheetValues())).not.toContain('13900005678')
  })

  test('each row says by a tag of this office which matter it is, as of its last event', async () => {
    const { rows, sheet, headings } = await taken('clerk')
    const tag = String(rows[0]?.[ROW_TAG_HEADING])
    const mac = rowTagMac(office.county.deps.keys, TEST_TENANT)
    expect(readRowTag(tag, mac)).toEqual({ matterId, version: 1 })
    expect(sheet.getColumn(headings.length).hidden).toBe(true)
  })

  test('a matter out of sight is not in it', async () => {
    expect((await taken('yunxi-clerk')).rows).toEqual([])
  })
})
