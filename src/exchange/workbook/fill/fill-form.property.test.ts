import exceljs from 'exceljs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FORM_HEADINGS, officeForm } from '../../../testing/workbook/office-form.ts'
import { ROW_TAG_HEADING } from '../row-tag.ts'
import { type FormPlan, fillForm } from './fill-form.ts'
import { withoutUnusedTexts } from './forget-strings.ts'

const PLAN: FormPlan = {
  sheet: '隐患台账',
  headings: 3,
  isPair: true,
  columns: [0, 1, 2, 3, 4],
  width: FORM_HEADINGS.length,
  mark: '导出',
}
const text = fc.constantFrom('出口上锁', '=1+1', '<&>"', '一\n二', '😀', '合计', '注：见附件')
const row = fc.record({ tag: fc.stringMatching(/^[a-z]{4}$/), what: text, unit: text })
const forms = fc.record({
  rooms: fc.integer({ min: 0, max: 8 }),
  sums: fc.boolean(),
  rows: fc.array(row, { maxLength: 12 }),
})

test('however many rows a form has and gets, it holds just those, its sums cover them, and filling it again is as filling it first', async () => {
  await fc.assert(
    fc.asyncProperty(forms, async ({ rooms, sums, rows }) => {
      const empty = await officeForm({ rooms, sums })
      const given = rows.map(({ tag, what, unit }, at) => ({
        tag,
        cells: [at + 1, `YH-${at + 1}`, what, { day: '2026-03-05' }, unit],
      }))
      // As it is kept: emptied first, without the texts of its rows.
      const kept = await withoutUnusedTexts(await fillForm(empty, PLAN, []))
      const filled = await fillForm(kept, PLAN, given)
      const book = new exceljs.Workbook()
      await book.xlsx.load(Buffer.from(filled) as unknown as ArrayBuffer)
      const sheet = book.getWorksheet('隐患台账')
      const cells = (number: number) => [2, 3, 5, 9].map((column) => sheet?.getCell(number, column).value ?? null)
      expect(cells(3)[3]).toBe(ROW_TAG_HEADING)
      for (const [at, { what, unit, tag }] of rows.entries())
        expect(cells(4 + at)).toEqual([`YH-${at + 1}`, what, unit, tag])
      const room = Math.max(rooms, rows.length)
      for (let number = 4 + rows.length; number < 4 + room; number += 1)
        expect(cells(number)).toEqual([null, null, null, null])
      if (!sums) return
      expect(sheet?.getCell(4 + room, 1).value).toBe('合计')
      if (rooms > 0) expect(sheet?.getCell(4 + room, 7).formula).toBe(`SUM(G4:G${3 + room})`)
      expect(sheet?.getCell(5 + room, 1).value).toBe('填表人：          审核人：')
    }),
    { numRuns: 40 },
  )
})

test('what stood in the rows of a form is nowhere in the file that is kept', async () => {
  const old = [[1, 'YH-OLD', '张某举报', '', '旧单位', '', '', '']]
  const kept = await withoutUnusedTexts(await fillForm(await officeForm({ rooms: 2, old }), PLAN, []))
  const { unzipSync } = await import('fflate')
  const all = Object.values(unzipSync(kept)).map((part) => Buffer.from(part).toString())
  expect(all.join('')).not.toMatch(/张某举报|旧单位|YH-OLD/)
  expect(all.join('')).toContain('青岚县应急管理局')
})
