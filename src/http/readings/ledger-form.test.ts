import exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LedgerFormView } from '../../domain/views/access-views.ts'
import type { ReturnedSheet } from '../../domain/views/returned-views.ts'
import { readRowTag } from '../../exchange/workbook/row-tag.ts'
import { rowTagMac } from '../../storage/keys/row-tags.ts'
import { bodyOf, json, type TestOffice, takeSheet, testOffice } from '../../testing/office.ts'
import { TEST_TENANT } from '../../testing/people.ts'
import { officeForm } from '../../testing/workbook/office-form.ts'
import { workbookFile } from '../../testing/workbook/workbook-file.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
  for (const title of ['路灯不亮', '=1+1', '井盖松动']) {
    const form = { title, category: 'facility', description: '五盏都不亮', place: '村口', contactPhone: '13900005678' }
    const clerk = await office.as('clerk')
    const made = await clerk('/api/matters', json({ procedure: 'report', channel: 'phone', form }))
    expect(made.status).toBe(201)
  }
})
afterAll(() => office?.dispose())

const send = async (post: string, bytes: Uint8Array) =>
  (await office.as(post))('/api/ledger-forms?procedure=report', {
    method: 'POST',
    body: bytes as Uint8Array<ArrayBuffer>,
    headers: { 'x-file-name': encodeURIComponent('本局台账.xlsx') },
  })
const kept = async (post: string) =>
  bodyOf<LedgerFormView>(await (await office.as(post))('/api/ledger-forms?procedure=report'))
const rule = async (answer: Response) => (await bodyOf<{ rule?: string }>(answer)).rule

async function taken(post: string) {
  const answer = await takeSheet(await office.as(post), 'report', 'form')
  expect(answer.status, await answer.clone().text()).toBe(200)
  const book = new exceljs.Workbook()
  await book.xlsx.load(await answer.arrayBuffer())
  const sheet = book.getWorksheet('隐患台账')
  if (!sheet) throw new Error('the sheet is gone')
  return { sheet, value: (place: string) => sheet.getCell(place).value }
}

describe('a unit’s own form for a ledger', () => {
  test('is sent once, says which columns it will fill, and is the unit’s own', async () => {
    expect((await (await office.as('clerk'))('/api/ledger-forms?procedure=nothing')).status).toBe(404)
    expect(await kept('clerk')).toEqual({ columns: [] })
    const answer = await send('clerk', await officeForm({ rooms: 2 }))
    expect(answer.status, await answer.clone().text()).toBe(200)
    expect(await kept('clerk')).toEqual(await bodyOf(answer))
    expect(await kept('clerk')).toMatchObject({ name: '本局台账.xlsx' })
    expect((await kept('clerk')).columns.filter(({ isFilled }) => isFilled).map(({ heading }) => heading)).toEqual([
      '序号',
      '编号',
      '隐患情况',
      '排查日期',
      '责任单位',
      '备注',
    ])
    expect(await kept('yunxi-clerk')).toEqual({ columns: [] })
    expect((await takeSheet(await office.as('yunxi-clerk'), 'report', 'form')).status).toBe(404)
  })

  test('is filled with the rows that its taker sees, with its sums, and each row known again', async () => {
    await send('clerk', await officeForm({ rooms: 2 }))
    const { sheet, value } = await taken('clerk')
    expect(value('A1')).toBe('青岚县应急管理局事故隐患排查治理台账')
    expect([4, 5, 6].map((row) => value(`C${row}`)).sort()).toEqual(['=1+1', '井盖松动', '路灯不亮'])
    expect([value('A4'), value('A6'), value('A7')]).toEqual([1, 3, '合计'])
    expect(value('D4')).toEqual(new Date('2026-03-02'))
    expect(sheet.getCell('G7').formula).toBe('SUM(G4:G6)')
    const mac = rowTagMac(office.county.deps.keys, TEST_TENANT)
    expect(readRowTag(String(value('I4')), mac)).toMatchObject({ version: 1 })
    expect(value('I1')).toMatch(/^导出 周示例 · 2026-03-02/)
    expect(JSON.stringify(sheet.getSheetValues())).not.toContain('13900005678')
  })

  test('comes back as one that was given out here, each row known, nothing changed', async () => {
    await send('clerk', await officeForm({ rooms: 2 }))
    const clerk = await office.as('clerk')
    const body = await (await takeSheet(clerk, 'report', 'form')).arrayBuffer()
    const headers = { 'x-file-name': 'form.xlsx' }
    const { id } = await bodyOf<{ id: string }>(await clerk('/api/returned', { method: 'POST', body, headers }))
    const sheet = await bodyOf<ReturnedSheet>(await clerk(`/api/returned/${id}`))
    expect(sheet).toMatchObject({ isReturned: true, unchanged: 3, rows: [], addedCount: 0 })
    expect(sheet.own).not.toContain('安澜编号')
  })

  test('what stood in the rows of a form is not kept', async () => {
    const old = [[1, 'YH-OLD', '张某举报', '', '旧单位', '', '', '']]
    await send('clerk', await officeForm({ rooms: 2, old }))
    const { rows } = await office.county.database.owner.query<{ bytes: Buffer }>('select bytes from ledger_forms')
    expect(rows).toHaveLength(1)
    expect(JSON.stringify((await taken('clerk')).sheet.getSheetValues())).not.toContain('张某举报')
  })

  test('what is no workbook, damaged, or of another ledger is refused with its reason', async () => {
    expect(await rule(await send('clerk', Buffer.from('编号,日期\n1,2')))).toBe('no-workbook')
    expect(await rule(await send('clerk', (await officeForm({ rooms: 2 })).subarray(0, 900)))).toBe('damaged')
    expect(
      await rule(
        await send(
          'clerk',
          workbookFile([
            {
              name: '表',
              rows: [
                ['甲', '乙'],
                ['1', '2'],
              ],
            },
          ]),
        ),
      ),
    ).toBe('no-columns')
    expect((await send('clerk', Buffer.alloc(3_000_001))).status).toBe(400)
  })

  test('is used no longer when somebody takes it away', async () => {
    await send('clerk', await officeForm({ rooms: 2 }))
    await (await office.as('clerk'))('/api/ledger-forms?procedure=report', { method: 'DELETE' })
    expect(await kept('clerk')).toEqual({ columns: [] })
  })
})
