import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { askableKinds } from '../../engine/returns/counted-kinds.ts'
import { PROCEDURES } from '../../procedures/all.ts'
import { DIRECTORY } from '../../testing/people.ts'
import { packed, workbookFile, workbookParts } from '../../testing/workbook/workbook-file.ts'
import { proposeCells } from './propose-cells.ts'
import { readBlank } from './read-blank.ts'

const grounds = { procedures: askableKinds(PROCEDURES), directory: DIRECTORY }
const example = (name: string) => readFile(new URL(`../../../examples/returns/${name}`, import.meta.url))
async function proposed(book: Uint8Array): Promise<Record<string, unknown>> {
  const cells = proposeCells(await readBlank(book), grounds)
  return Object.fromEntries(cells.map(({ cell, use }) => [cell, 'count' in use ? use.count : use]))
}
const formula = (text: string) => ({ xml: `<c r="PLACE"><f>${text}</f><v>0</v></c>` })

describe('a blank form', () => {
  test('is read with its texts, formulas and merges; what a merge covers is no cell', async () => {
    const { sheet, sheets, rows } = await readBlank(await example('01-hazards-by-township.xlsx'))
    expect([sheet, sheets]).toEqual(['月报表', ['月报表', '填表说明']])
    const cells = new Map(rows.flat().map((cell) => [cell.cell, cell]))
    expect(cells.get('A1')).toEqual({ cell: 'A1', text: '安全隐患排查整治情况月报表', columns: 8 })
    expect(cells.has('B1')).toBe(false)
    expect(cells.get('A3')).toMatchObject({ text: '乡镇（街道）', rows: 2 })
    expect(cells.get('B11')).toMatchObject({ formula: true })
    expect(cells.get('B12')).toMatchObject({ text: '', columns: 7 })
  })

  test('may have its sheet chosen among those that are shown', async () => {
    const book = await example('01-hazards-by-township.xlsx')
    expect((await readBlank(book, '填表说明')).rows[0]?.[0]?.text).toMatch(/5个工作日/)
    await expect(readBlank(book, '代码')).rejects.toMatchObject({ code: 'request-invalid' })
  })

  test.each([
    ['no workbook', Buffer.from('%PDF-1.4')],
    ['half a workbook', workbookFile([{ name: '一', rows: [['a']] }]).subarray(0, 300)],
    ['one without anything in it', workbookFile([{ name: '一', rows: [] }])],
    [
      'a ledger of a thousand rows',
      workbookFile([{ name: '一', rows: Array.from({ length: 1000 }, (_, row) => [row, '东浦镇']) }]),
    ],
    [
      'one as wide as a road',
      workbookFile([{ name: '一', rows: [Array.from({ length: 400 }, (_, column) => `列${column}`)] }]),
    ],
    [
      'one formula for a million cells',
      workbookFile([{ name: '一', rows: [['a', { xml: '<c r="PLACE"><f t="array" ref="A1:XFD1048576">1</f></c>' }]] }]),
    ],
    ['a merge over the whole sheet', workbookFile([{ name: '一', rows: [['a']], merges: ['A1:XFD1048576'] }])],
    [
      'entities in its sheet',
      packed({
        ...workbookParts([{ name: '一', rows: [['a']] }]),
        'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>',
      }),
    ],
  ])('%s is refused in words', async (_, book) => {
    const refusal = await readBlank(book).then(
      () => undefined,
      (cause: unknown) => cause,
    )
    expect(refusal).toMatchObject({ code: 'import-refused', details: { text: { zh: expect.any(String) } } })
  })
})

describe('what its cells ask', () => {
  test('follows from rows that name units and columns that name states', async () => {
    const cells = await proposed(await example('01-hazards-by-township.xlsx'))
    expect(cells).toMatchObject({
      B2: { text: 'office' },
      F2: { text: 'period' },
      D13: { text: 'post' },
      G13: { text: 'day' },
      B5: { measure: 'opened', kinds: ['hazard'], unit: 'dongpu' },
      C5: { measure: 'closed', kinds: ['hazard'], unit: 'dongpu' },
      D5: { measure: 'onTime', kinds: ['hazard'], unit: 'dongpu' },
      E6: { measure: 'open', kinds: ['hazard'], unit: 'yunxi' },
      F6: { measure: 'overdue', kinds: ['hazard'], unit: 'yunxi' },
      H5: { hand: true },
      B12: { hand: true },
    })
    // Sums and rates are the form's own.
    expect(Object.keys(cells)).not.toEqual(expect.arrayContaining(['B11', 'G5']))
  })

  test('or from rows that name kinds of matter', async () => {
    expect(await proposed(await example('02-all-kinds.xlsx'))).toMatchObject({
      B4: { measure: 'opened', kinds: ['dispute'] },
      D5: { measure: 'onTime', kinds: ['hazard'] },
      E6: { measure: 'open', kinds: ['petition'] },
      F7: { measure: 'overdue', kinds: ['report'] },
    })
  })

  test('or from rows that name categories, levels, or both', async () => {
    const rows = [
      ['重大隐患治理台账统计'],
      ['类别', '新增', '其中：重大隐患', '办结率'],
      ['消防', '', '', ''],
      ['燃气类', '', '', ''],
    ]
    const book = workbookFile([
      {
        name: '一',
        rows: rows.map((row) => row.map((cell) => cell || { xml: '<c r="PLACE" s="1"/>' })),
        merges: ['A1:D1'],
      },
    ])
    expect(await proposed(book)).toMatchObject({
      B3: { measure: 'opened', kinds: ['hazard'], category: 'fire' },
      C4: { kinds: ['hazard'], category: 'gas', level: 'major' },
      D3: { hand: true },
    })
  })

  test('a unit that is not theirs to count is none of a question', async () => {
    const book = workbookFile([
      {
        name: '一',
        rows: [
          ['单位', '新增隐患数', ''],
          ['邻县', { xml: '<c r="PLACE" s="1"/>' }, formula('1')],
        ],
      },
    ])
    expect(await proposed(book)).toEqual({ B2: { measure: 'opened', kinds: ['hazard'] } })
  })
})
