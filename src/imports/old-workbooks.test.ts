import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { read, utils, write } from '@e965/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { convertOldWorkbook } from '../exchange/old-workbook/convert.ts'
import { tableRows } from '../exchange/table/table-rows.ts'
import { PROCEDURES } from '../procedures/all.ts'
import { type TestCounty, testCounty } from '../testing/county.ts'
import { rejections, sums } from '../testing/ledger.ts'
import { TEST_TENANT } from '../testing/people.ts'
import { importLedger } from './import-ledger.ts'
import { closeTable, openTable } from './open-table.ts'
import { proposeLedger } from './propose-ledger.ts'

const FOLDER = join(import.meta.dirname, '../../examples/ledgers')
const LEDGERS = readdirSync(FOLDER).filter((name) => name.endsWith('.xlsx'))

let county: TestCounty
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'anlan-old-'))
  county = await testCounty(PROCEDURES)
  county.setNow('2026-06-01T01:00:00.000Z')
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await county?.dispose()
})

/** The same workbook as an office of twenty years ago keeps it. */
function twinOf(name: string): string {
  const twin = join(folder, name.replace('.xlsx', '.xls'))
  const workbook = read(readFileSync(join(FOLDER, name)), { cellNF: true, cellFormula: true })
  writeFileSync(twin, write(workbook, { type: 'buffer', bookType: 'biff8' }) as Buffer)
  return twin
}

async function rowsOf(path: string): Promise<unknown[]> {
  const { shape } = await openTable(path, path, ['编号', '日期', '责任单位'])
  try {
    const rows: unknown[] = [shape.headings.names]
    for await (const { number, all, skipped } of tableRows(shape, undefined)) rows.push([number, all, skipped])
    return rows
  } finally {
    closeTable(shape)
  }
}

test.each(LEDGERS)('%s says the same as .xls: dates, merges, formulas, the sheet that is meant', async (name) => {
  expect(await rowsOf(twinOf(name))).toEqual(await rowsOf(join(FOLDER, name)))
})

test('an .xls ledger is proposed and taken in as an .xlsx is', async () => {
  const path = twinOf('01-hazards-merged-titles.xlsx')
  const given = { tenant: TEST_TENANT, path, file: '隐患台账.xls' }
  const { mapping } = await proposeLedger(county.deps, given)
  const taken = () =>
    importLedger(county.deps, { ...given, mappingText: JSON.stringify(mapping), onProgress: () => {} })
  const { counts, readAs } = await taken()
  expect(rejections(counts)).toEqual([])
  expect({ readAs, ...sums(counts) }).toMatchObject({ readAs: '隐患台账', added: 4, rejected: 0 })
  // The same file always gives the same workbook: what came in is known.
  expect(sums((await taken()).counts)).toMatchObject({ added: 0, known: 4 })
})

test('one from before Excel 97 says its Chinese in GBK', async () => {
  // The library writes no Chinese into such a file: its letters are put in by hand, and the code page 936.
  const workbook = utils.book_new()
  const cells = [
    ['QQQQ', '1'],
    ['2', '3'],
  ]
  utils.book_append_sheet(workbook, utils.aoa_to_sheet(cells), 'a')
  const bytes = write(workbook, { type: 'buffer', bookType: 'biff5' }) as Buffer
  Buffer.from('b1e0bac5', 'hex').copy(bytes, bytes.indexOf('QQQQ'))
  bytes.writeUInt16LE(936, bytes.indexOf(Buffer.from('42000200', 'hex')) + 4)
  const path = join(folder, 'gbk.xls')
  writeFileSync(path, bytes)
  expect((await rowsOf(path))[0]).toEqual(['编号', '1'])
})

test('one that does not come to an end is given up', async () => {
  const bytes = readFileSync(twinOf('01-hazards-merged-titles.xlsx'))
  await expect(convertOldWorkbook(bytes, 0)).rejects.toMatchObject({ details: { rule: 'damaged' } })
})
