import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CsvRow, csvHeadings, csvRows, isCsvFault } from './csv-rows.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anlan-csv-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function rowsOf(
  bytes: string | Buffer,
  { name = 'a.csv', encoding = 'utf-8' as 'utf-8' | 'gb18030', delimiter = ',' } = {},
) {
  const path = join(folder, name)
  await writeFile(path, bytes)
  const options = { encoding, delimiter }
  return {
    headings: await csvHeadings(path, options),
    rows: await all(csvRows(path, { ...options, onBytes: () => {} })),
  }
}

async function all(rows: AsyncIterable<CsvRow>): Promise<CsvRow[]> {
  const list: CsvRow[] = []
  for await (const row of rows) list.push(row)
  return list
}

test('cells go by their headings; the heading is row 1 and empty lines are counted', async () => {
  expect(await rowsOf('no,what\n1,路灯\n\n2,"两行\n字"\n')).toEqual({
    headings: ['no', 'what'],
    rows: [
      { number: 2, cells: { no: '1', what: '路灯' } },
      { number: 4, cells: { no: '2', what: '两行\n字' } },
    ],
  })
})

test('a row with too few or too many cells has a fault and loses nothing', async () => {
  const { rows } = await rowsOf('a,b\n1\n1,2,3\n4,5\n')
  expect(rows).toEqual([
    { number: 2, cells: { a: '1', b: '' }, fault: 'columns' },
    { number: 3, cells: { a: '1', b: '2', '(3)': '3' }, fault: 'columns' },
    { number: 4, cells: { a: '4', b: '5' } },
  ])
})

test('packed files, a byte order mark, semicolons and GB 18030 are read', async () => {
  expect((await rowsOf(gzipSync('a;b\n1;2\n'), { name: 'a.csv.gz', delimiter: ';' })).rows).toEqual([
    { number: 2, cells: { a: '1', b: '2' } },
  ])
  expect((await rowsOf('\uFEFFa,b\n1,2\n')).headings).toEqual(['a', 'b'])
  const gb = Buffer.from([0xc2, 0xb7, 0xb5, 0xc6, 0x2c, 0x62, 0x0a, 0x31, 0x2c, 0x32, 0x0a]) // 路灯,b
  expect((await rowsOf(gb, { encoding: 'gb18030' })).rows).toEqual([{ number: 2, cells: { 路灯: '1', b: '2' } }])
})

test('a quotation that never ends is no CSV', async () => {
  const failed = await rowsOf('a,b\n1,"2\n3,4\n').catch((cause: unknown) => cause)
  expect(isCsvFault(failed)).toBe(true)
})
