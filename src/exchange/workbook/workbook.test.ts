import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AnlanError } from '../../domain/wording/errors.ts'
import {
  packed,
  type TestCell,
  type TestSheet,
  workbookFile,
  workbookParts,
} from '../../testing/workbook/workbook-file.ts'
import { findSheetShape } from '../table/sheet-shape.ts'
import { tableRows } from '../table/table-rows.ts'
import { plainRows } from './sheet-rows.ts'
import { openWorkbook } from './workbook.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anlan-workbook-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function saved(bytes: Uint8Array): Promise<string> {
  const path = join(folder, `${crypto.randomUUID()}.xlsx`)
  await writeFile(path, bytes)
  return path
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = []
  for await (const item of items) found.push(item)
  return found
}

/** The cells of the first row of a workbook with one. */
async function cells(row: readonly TestCell[], from1904 = false): Promise<readonly string[]> {
  const workbook = await openWorkbook(await saved(packed(workbookParts([{ name: '台账', rows: [row] }], from1904))))
  try {
    const [sheet] = workbook.sheets
    if (!sheet) return []
    for await (const found of plainRows(workbook, sheet)) return found.cells
    return []
  } finally {
    workbook.parts.close()
  }
}

/** The rows below the headings as an import takes them. */
async function rowsOf(sheets: readonly TestSheet[], wanted: readonly string[], said?: string) {
  const shape = await findSheetShape(await saved(workbookFile(sheets)), wanted, said)
  try {
    const rows = await all(tableRows(shape, undefined))
    return {
      sheet: shape.sheet.name,
      rows: rows.map((row) => [row.number, row.skipped ?? Object.values(row.cells).join('|')]),
    }
  } finally {
    shape.workbook.parts.close()
  }
}

async function refusal(bytes: Uint8Array): Promise<unknown> {
  const path = await saved(bytes)
  const read = async () => {
    const shape = await findSheetShape(path, ['编号'])
    try {
      for await (const _ of tableRows(shape, undefined));
    } finally {
      shape.workbook.parts.close()
    }
  }
  return read().then(
    () => 'read',
    (cause: unknown) => (cause instanceof AnlanError ? cause.details['rule'] : cause),
  )
}

describe('a cell is read as the spreadsheet shows it', () => {
  test.each<[string, TestCell, string]>([
    ['a text with letters that XML escapes', 'A&B <井>', 'A&B <井>'],
    [
      'a text of several looks, without how it is pronounced',
      '<si><r><t>路灯</t></r><rPh><t>ludeng</t></rPh><r><t>不亮</t></r></si>',
      '路灯不亮',
    ],
    ['a text within the sheet', { xml: '<c r="PLACE" t="inlineStr"><is><t>井盖</t></is></c>' }, '井盖'],
    ['what a formula last came to', { xml: '<c r="PLACE" t="str"><f>A1&amp;"x"</f><v>一x</v></c>' }, '一x'],
    ['an error as it stands', { xml: '<c r="PLACE" t="e"><v>#N/A</v></c>' }, '#N/A'],
    ['yes and no', { xml: '<c r="PLACE" t="b"><v>1</v></c>' }, 'TRUE'],
    ['a line end in the middle', 'A_x000D_\n下一行', 'A\n下一行'],
    ['a whole number with all its digits', 33010619900101, '33010619900101'],
    ['a number without what binary adds to it', { xml: '<c r="PLACE"><v>0.30000000000000004</v></c>' }, '0.3'],
    ['a day', { number: 46_086, style: 1 }, '2026-03-05'],
    ['a day of the Chinese format', { number: 46_086, style: 3 }, '2026-03-05'],
    ['a day with a time in a day’s format', { number: 46_086.5, style: 1 }, '2026-03-05 12:00'],
    ['a moment', { number: 46_086.604166666664, style: 2 }, '2026-03-05 14:30'],
    ['a time', { number: 0.354166666666667, style: 6 }, '08:30'],
    ['a length of time as a number', { number: 1.5, style: 4 }, '1.5'],
    ['money as a number', { number: 1234.5, style: 5 }, '1234.5'],
    ['the last day that never was', { number: 60, style: 1 }, '1900-02-28'],
    ['the first of January 1900', { number: 1, style: 1 }, '1900-01-01'],
  ])('%s', async (_, cell, shown) => {
    expect(await cells([cell])).toEqual([shown])
  })

  test('days count from 1904 where the workbook says so', async () => {
    expect(await cells([{ number: 44_624, style: 1 }], true)).toEqual(['2026-03-05'])
  })

  test('a cell without a place follows the one before', async () => {
    expect(await cells(['一', undefined, { xml: '<c><v>2</v></c>' }])).toEqual(['一', '2'])
  })
})

describe('a sheet as offices keep it', () => {
  const table = (rows: readonly (readonly TestCell[])[], merges: readonly string[] = []) => ({
    name: '台账',
    rows,
    merges,
  })

  test('titles stand above the headings; a merged unit holds for each of its rows; empty rows are counted', async () => {
    const sheet = table(
      [
        ['青岚县隐患台账'],
        ['填报单位：某局', undefined, '2026年3月'],
        ['编号', '责任单位', '隐患'],
        [1, '应急局', '通道堵塞'],
        [2, undefined, '线路老化'],
        [],
        [3, '住建局', '脚手架松动'],
        ['合计', undefined, 3],
      ],
      ['A1:C1', 'B4:B5'],
    )
    expect(await rowsOf([sheet], ['编号', '责任单位', '隐患'])).toEqual({
      sheet: '台账',
      rows: [
        [4, '1|应急局|通道堵塞'],
        [5, '2|应急局|线路老化'],
        [7, '3|住建局|脚手架松动'],
        [8, 'total'],
      ],
    })
  })

  test('headings may be two rows', async () => {
    const sheet = table(
      [
        ['编号', '整改'],
        [undefined, '期限', '责任人'],
        [1, { number: 46_086, style: 1 }, '某'],
      ],
      ['A1:A2', 'B1:C1'],
    )
    expect((await rowsOf([sheet], ['编号', '整改/期限'])).rows).toEqual([[3, '1|2026-03-05']])
  })

  test('the sheet is the one that has the columns, a hidden one only when nothing else has them', async () => {
    const empty = { name: '说明', rows: [['填表说明']] }
    const ledger = {
      name: '三月',
      rows: [
        ['编号', '隐患'],
        [1, '甲'],
      ],
    }
    expect((await rowsOf([empty, { ...ledger, name: '旧', hidden: true }, ledger], ['编号', '隐患'])).sheet).toBe(
      '三月',
    )
    expect((await rowsOf([empty, { ...ledger, hidden: true }], ['编号', '隐患'])).sheet).toBe('三月')
    expect((await rowsOf([ledger, { ...ledger, name: '四月' }], ['编号', '隐患'], '四月')).sheet).toBe('四月')
  })

  test('what stands beside the table is no part of it', async () => {
    const sheet = table([
      ['编号', '隐患'],
      [1, '甲', undefined, '李某记：已电话催办'],
    ])
    expect((await rowsOf([sheet], ['编号', '隐患'])).rows).toEqual([[2, '1|甲']])
  })

  test('tags with a prefix and parts in UTF-16 are read alike', async () => {
    const parts = workbookParts([table([['编号'], ['甲']])])
    const sheet = parts['xl/worksheets/sheet1.xml'] ?? ''
    const prefixed = sheet.replaceAll(/<(\/?)(?=[a-z])/gi, '<$1x:').replace('xmlns=', 'xmlns:x=')
    const path = await saved(packed({ ...parts, 'xl/worksheets/sheet1.xml': prefixed }))
    const shape = await findSheetShape(path, ['编号'])
    expect(await all(tableRows(shape, undefined))).toMatchObject([{ number: 2, cells: { 编号: '甲' } }])
    shape.workbook.parts.close()
  })
})

describe('a file that is no ledger, or means harm, is refused with its reason', () => {
  const good = workbookParts([{ name: '台账', rows: [['编号'], [1]] }])
  const changed = (part: string, xml: string) => packed({ ...good, [part]: xml })
  const sheet = 'xl/worksheets/sheet1.xml'
  const entities =
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet>&b;</worksheet>'

  test.each<[string, Uint8Array, string]>([
    ['cut off', workbookFile([{ name: '台账', rows: [['编号']] }]).subarray(0, 400), 'damaged'],
    ['letters that are no XML', changed(sheet, '<worksheet><sheetData><row>'), 'damaged'],
    ['entities that grow', changed(sheet, entities), 'damaged'],
    ['a tag of five million letters', changed(sheet, `<worksheet a="${'a'.repeat(5_000_000)}"/>`), 'damaged'],
    [
      'a text document',
      packed({ '_rels/.rels': good['_rels/.rels'] ?? '', 'word/document.xml': '<d/>' }),
      'no-workbook',
    ],
    ['a plain archive', zipSync({ 'a.txt': new Uint8Array(10) }), 'no-workbook'],
    ['no sheet with anything in it', workbookFile([{ name: '空', rows: [] }]), 'no-sheet'],
    [
      'a column far out',
      workbookFile([{ name: '台账', rows: [['编号'], [1, { xml: '<c r="XFD2"><v>1</v></c>' }]] }]),
      'too-wide',
    ],
    [
      'thousands of parts',
      packed({ ...good, ...Object.fromEntries(Array.from({ length: 5_001 }, (_, n) => [`x/${n}`, ''])) }),
      'too-large',
    ],
    [
      'merges without end',
      changed(
        sheet,
        (good[sheet] ?? '').replace('</worksheet>', `${'<mergeCell ref="A1:A2"/>'.repeat(200_001)}</worksheet>`),
      ),
      'too-large',
    ],
  ])('%s', async (_, bytes, rule) => {
    expect(await refusal(bytes)).toBe(rule)
  })

  test('a part that unpacks to more than it says', async () => {
    const bytes = Buffer.from(packed({ ...good, [sheet]: `<worksheet>${' '.repeat(3_000_000)}</worksheet>` }))
    const at = bytes.lastIndexOf(sheet) - 46
    bytes.writeUInt32LE(1_000, at + 24)
    expect(await refusal(bytes)).toBe('damaged')
  })

  test('a part that says it unpacks to more than a sheet can be', async () => {
    const bytes = Buffer.from(packed(good))
    bytes.writeUInt32LE(1_000_000_001, bytes.lastIndexOf(sheet) - 46 + 24)
    expect(await refusal(bytes)).toBe('packed-bomb')
  })

  test('two parts of one name', async () => {
    expect(await refusal(packed({ ...good, 'XL/worksheets/Sheet1.xml': '<worksheet/>' }))).toBe('damaged')
  })

  test('links to other files and formulas are neither followed nor run', async () => {
    const linked =
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="http://127.0.0.1/a.xml" TargetMode="External"/></Relationships>'
    expect(await refusal(changed('xl/_rels/workbook.xml.rels', linked))).toBe('no-sheet')
  })
})
