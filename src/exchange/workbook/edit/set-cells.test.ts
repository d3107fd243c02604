import { unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { AnlanError } from '../../../domain/wording/errors.ts'
import { packed, type TestSheet, workbookFile, workbookParts } from '../../../testing/workbook/workbook-file.ts'
import { plainRows } from '../sheet-rows.ts'
import { openWorkbook } from '../workbook.ts'
import type { CellValue } from './cell-change.ts'
import { setCells } from './set-cells.ts'

const SHEET = 'xl/worksheets/sheet1.xml'

/** A workbook whose first sheet has this between its tags. */
const bookOf = (inside: string, more: Record<string, string> = {}) =>
  packed({ ...workbookParts([{ name: '台账', rows: [] }]), ...more, [SHEET]: sheetOf(inside) })
const sheetOf = (inside: string) =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${inside}</worksheet>`

const set = (book: Uint8Array, cells: Record<string, CellValue>, sheet = '台账') =>
  setCells(
    book,
    Object.entries(cells).map(([cell, value]) => ({ sheet, cell, value })),
  )
/** What stands in the first sheet after cells were set. */
const edited = async (inside: string, cells: Record<string, CellValue>) => {
  const xml = Buffer.from(unzipSync(await set(bookOf(inside), cells))[SHEET] ?? []).toString()
  return xml.slice(sheetOf('').indexOf('></') + 1, -'</worksheet>'.length)
}
const refusal = (answer: Promise<unknown>) =>
  answer.then(
    () => 'written',
    (cause: unknown) => (cause instanceof AnlanError ? cause.details['rule'] : cause),
  )
const rowsOf = async (book: Uint8Array): Promise<readonly (readonly string[])[]> => {
  const workbook = await openWorkbook(book)
  const found: (readonly string[])[] = []
  const [sheet] = workbook.sheets
  if (sheet) for await (const { row, cells } of plainRows(workbook, sheet)) found[row - 1] = cells
  workbook.parts.close()
  return found
}

describe('a cell is written where it stands', () => {
  const sheet: TestSheet = { name: '台账', rows: [['编号', '单位', '数'], ['1', '应急局', 3], [], ['合计']] }

  test('by a text, a number, yes or no, or nothing', async () => {
    const book = await set(workbookFile([sheet]), { B2: '消防队', C2: 7.5, A2: null, D2: true, C4: 10 })
    expect(await rowsOf(book)).toEqual([
      ['编号', '单位', '数'],
      ['', '消防队', '7.5', 'TRUE'],
      undefined,
      ['合计', '', '10'],
    ])
  })

  test('keeps its style, and a new one has that of its row or else its column', async () => {
    const inside = `<cols><col min="2" max="3" style="4"/></cols><sheetData><row r="1" s="7" customFormat="1"><c r="A1" s="5"><v>1</v></c></row><row r="2" s="7"/></sheetData>`
    expect(await edited(inside, { A1: 2, B1: 3, C2: 4 })).toBe(
      `<cols><col min="2" max="3" style="4"/></cols><sheetData><row r="1" s="7" customFormat="1"><c r="A1" s="5"><v>2</v></c><c r="B1" s="7"><v>3</v></c></row><row r="2" s="7"><c r="C2" s="4"><v>4</v></c></row></sheetData>`,
    )
  })

  test('in its order, with rows that were not there, and the stated size grows with it', async () => {
    const inside =
      '<dimension ref="A2:C4"/><sheetData><row r="2" spans="1:3"><c r="C2"/></row><row r="4" spans="1:3"/></sheetData>'
    expect(await edited(inside, { E4: 5, A1: 1, B2: 2, C3: 3, A6: 6 })).toBe(
      '<dimension ref="A1:E6"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2" spans="1:3"><c r="B2"><v>2</v></c><c r="C2"/></row>' +
        '<row r="3"><c r="C3"><v>3</v></c></row><row r="4" spans="1:5"><c r="E4"><v>5</v></c></row><row r="6"><c r="A6"><v>6</v></c></row></sheetData>',
    )
  })

  test('in a sheet that has nothing yet, and with the prefix that its program writes', async () => {
    expect(await edited('<sheetData/>', { B2: 1 })).toBe(
      '<sheetData><row r="2"><c r="B2"><v>1</v></c></row></sheetData>',
    )
    const prefixed = packed({
      ...workbookParts([{ name: '台账', rows: [] }]),
      [SHEET]:
        '<x:worksheet xmlns:x="u"><x:sheetData><x:row r="1"><x:c r="A1" s="1"/></x:row></x:sheetData></x:worksheet>',
    })
    const xml = Buffer.from(unzipSync(await set(prefixed, { A1: 'a', A2: 1 }))[SHEET] ?? []).toString()
    expect(xml).toContain('<x:c r="A1" s="1" t="inlineStr"><x:is><x:t xml:space="preserve">a</x:t></x:is></x:c>')
    expect(xml).toContain('<x:row r="2"><x:c r="A2"><x:v>1</x:v></x:c></x:row>')
  })

  test('a day as a number where the cell shows days, and as a text elsewhere', async () => {
    const styled = workbookFile([{ name: '台账', rows: [[{ number: 1, style: 3 }, 'x']] }])
    const book = await set(styled, { A1: { day: '2026-03-05' }, B1: { day: '2026-03-05' } })
    expect(await rowsOf(book)).toEqual([['2026-03-05', '2026-03-05']])
    expect(Buffer.from(unzipSync(book)[SHEET] ?? []).toString()).toContain('<v>46086</v>')
  })

  test.each(['=1+1', '@SUM(A1)', '<b>&"', '一\n二', '\u0001_x0041_', '  两边有空格  ', '😀'])(
    'the text %j as it is',
    async (text) => {
      const [[cell = ''] = []] = await rowsOf(await set(workbookFile([sheet]), { A1: text }))
      expect(cell).toBe(text.trim())
    },
  )

  test('places are those of the bytes where letters take several, and words look like tags', async () => {
    const inside = `<sheetData><!-- <c r="B1"/> --><row r="1"><c r="A1" t="inlineStr"><is><t>隐患😀</t></is></c><c r="B1" t="inlineStr"><is><t><![CDATA[<c r="B1">]]></t></is></c></row></sheetData>`
    expect(await edited(inside, { C1: '改' })).toBe(
      inside.replace('</row>', '<c r="C1" t="inlineStr"><is><t xml:space="preserve">改</t></is></c></row>'),
    )
  })
})

describe('nothing else of the workbook changes', () => {
  test('the same bytes come back where nothing is to be changed', async () => {
    const book = workbookFile([{ name: '台账', rows: [['a']] }])
    expect(await setCells(book, [])).toBe(book)
  })

  test('formulas are worked out when it is next opened, and only where there are any', async () => {
    const main = async (rows: TestSheet['rows']) =>
      Buffer.from(
        unzipSync(await set(workbookFile([{ name: '台账', rows }]), { A1: 2 }))['xl/workbook.xml'] ?? [],
      ).toString()
    expect(await main([[1, 2]])).not.toContain('calcPr')
    expect(await main([[1, { xml: '<c r="PLACE"><f>A1+1</f><v>2</v></c>' }]])).toContain(
      '</sheets><calcPr fullCalcOnLoad="1"/></workbook>',
    )
  })
})

describe('what cannot be written is refused and named', () => {
  const inside = `<sheetData><row r="1"><c r="A1"><f>B1</f><v>1</v></c><c r="B1"/><c r="C1"><f t="array" ref="C1:C2">A1</f><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="E1:F2"/></mergeCells>`
  test.each<[string, Record<string, CellValue>, string]>([
    ['a cell with a formula', { A1: 1 }, 'formula-cell'],
    ['a cell that a formula of several cells fills', { C2: 1 }, 'formula-cell'],
    ['a cell inside a merge', { F2: 1 }, 'merged-cell'],
    ['a place that no sheet has', { XFE1: 1 }, 'no-cell'],
    ['a place in other words', { A0: 1 }, 'no-cell'],
    ['a number that is none', { B1: Number.NaN }, 'no-number'],
    ['a day that never was', { B1: { day: '2026-02-30' } }, 'no-day'],
    ['a text that is too long', { B1: 'x'.repeat(32_768) }, 'too-long'],
  ])('%s', async (_, cells, rule) => {
    expect(await refusal(set(bookOf(inside), cells))).toBe(rule)
  })

  test('the first cell of a merge may be written', async () => {
    expect(await refusal(set(bookOf(inside), { E1: 1 }))).toBe('written')
  })

  test('a sheet that is not there', async () => {
    expect(await refusal(set(bookOf(inside), { A1: 1 }, '别的'))).toBe('unknown-sheet')
  })

  test('the heading row of a table', async () => {
    const more = {
      'xl/worksheets/_rels/sheet1.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/></Relationships>',
      'xl/tables/table1.xml': '<table id="1" ref="A3:B9"/>',
    }
    const book = bookOf('<sheetData/>', more)
    expect(await refusal(set(book, { B3: 'x' }))).toBe('table-heading')
    expect(await refusal(set(book, { B4: 'x' }))).toBe('written')
  })

  test.each<[string, string]>([
    ['rows that are not in order', '<sheetData><row r="2"/><row r="1"/></sheetData>'],
    ['cells that are not in order', '<sheetData><row r="1"><c r="B1"/><c r="A1"/></row></sheetData>'],
    ['a sheet without cells', '<cols/>'],
  ])('a damaged sheet: %s', async (_, damaged) => {
    expect(await refusal(set(bookOf(damaged), { A1: 1 }))).toBe('damaged')
  })

  test('a file whose parts lie over each other', async () => {
    const book = Buffer.from(
      zipSync(
        Object.fromEntries(
          Object.entries(workbookParts([{ name: '台账', rows: [[1]] }])).map(([name, xml]) => [name, Buffer.from(xml)]),
        ),
        { level: 0 },
      ),
    )
    const list = book.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    const second = book.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), list + 4)
    // The second entry of the list says that it lies where the first does.
    book.writeUInt32LE(0, second + 42)
    expect(await refusal(set(book, { A1: 1 }))).toBe('packed-bomb')
  })
})
