import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { AnlanError } from '../domain/wording/errors.ts'
import { PROCEDURES } from '../procedures/all.ts'
import { type TestCounty, testCounty } from '../testing/county.ts'
import { HAZARD_HEADINGS, HAZARDS, importText, rejections, sums } from '../testing/ledger.ts'
import { workbookFile } from '../testing/workbook/workbook-file.ts'

let county: TestCounty
let number = 0
beforeAll(async () => {
  county = await testCounty(PROCEDURES)
  county.setNow('2026-06-01T01:00:00.000Z')
})
afterAll(() => county?.dispose())
/** A ledger of its own for each test. */
let ledger = HAZARDS
beforeEach(() => {
  number += 1
  ledger = { ...HAZARDS, name: `hazards-${number}` }
})

const table = (...rows: string[]) => [HAZARD_HEADINGS, ...rows, ''].join('\n')
const row = (key: string, what = '出口上锁') => `${key},2026-03-05,东浦镇,${what},仓库`
const rowsOf = async (sql: string, ...values: unknown[]) => (await county.database.owner.query(sql, values)).rows
const matterCount = async () => (await rowsOf('select count(*)::int as n from matters'))[0]?.n as number
const batchCount = async () => (await rowsOf('select count(*)::int as n from import_batches'))[0]?.n as number

/** The sentence with which a file is refused as a whole; nothing may have changed. */
async function refusal(content: string | Buffer, mapping: object = ledger): Promise<string> {
  const before = [await matterCount(), await batchCount()]
  const cause = await importText(county, content, mapping).then(
    () => undefined,
    (error: unknown) => error,
  )
  expect([await matterCount(), await batchCount()]).toEqual(before)
  if (!(cause instanceof AnlanError) || cause.code !== 'import-refused') throw cause ?? new Error('it was taken in')
  return (cause.details['text'] as { zh: string }).zh
}

test('a workbook and the text saved from it tell of the same cases', async () => {
  const workbook = workbookFile([
    { name: '说明', rows: [['填表说明']] },
    {
      name: '隐患',
      rows: [
        ['青岚县隐患台账'],
        HAZARD_HEADINGS.split(','),
        ['A-1', { number: 46_086, style: 1 }, '东浦镇', '出口上锁', '仓库'],
        ['A-2', '2026.3.5', undefined, '通道堵塞', '仓库'],
      ],
      merges: ['C3:C4'],
    },
  ])
  const { counts, readAs } = await importText(county, Buffer.from(workbook), ledger)
  expect(readAs).toBe('隐患')
  expect(sums(counts)).toMatchObject({ read: 2, added: 2, rejected: 0 })
  const text = table(row('A-1'), row('A-2', '通道堵塞'))
  expect(sums((await importText(county, text, ledger)).counts)).toMatchObject({
    read: 2,
    added: 0,
    known: 2,
    changed: 0,
  })
})

describe('keys', () => {
  test('of two rows that share a key and differ neither goes in, and both are named', async () => {
    const { counts } = await importText(
      county,
      table(row('A-1', '灭火器过期'), row('A-2'), row('A-1', '通道堵塞')),
      ledger,
    )
    expect(sums(counts)).toEqual({ read: 3, added: 1, known: 0, changed: 0, rejected: 2, skipped: 0 })
    const said = '“编号”在第2, 4行相同，内容却不同；分清是不是同一件，或把几列合起来作编号（表里是“A-1”）'
    expect(rejections(counts)).toEqual([
      [2, said],
      [4, said],
    ])
  })

  test('the same row twice is one matter, and so is the same file', async () => {
    const text = table(row('A-1'), row('A-1'))
    expect(sums((await importText(county, text, ledger)).counts)).toMatchObject({ read: 2, added: 1, known: 1 })
    expect(sums((await importText(county, text, ledger)).counts)).toMatchObject({ read: 2, added: 0, known: 2 })
  })

  test('several columns may name a case together', async () => {
    const mapping = { ...ledger, key: ['编号', '事由'] }
    const { counts } = await importText(county, table(row('1', '灭火器过期'), row('1', '通道堵塞'), row('2')), mapping)
    expect(sums(counts)).toMatchObject({ read: 3, added: 3 })
  })

  test.each([
    ['3.30106E+17', []],
    ['330106202603051000', []],
    ['5-Mar', []],
    ['3月5日', []],
    ['46086', ['3-4', '3-6', '12-1']],
    ['2026/3/5', ['3-4', '3-6', '12-1']],
  ])('%s, which a spreadsheet made of something else, is refused with the cell', async (key, others) => {
    const { counts } = await importText(county, table(row(key), ...others.map((other) => row(other))), ledger)
    expect(rejections(counts)).toEqual([
      [2, `“编号”被表格软件改坏了；把这一列设成文本格式，从原处重新导出（表里是“${key}”）`],
    ])
    expect(counts.added).toBe(others.length)
  })

  test('long numbers that end in zeros now and then are numbers', async () => {
    const keys = Array.from({ length: 60 }, (_, index) => `20260305000000${String(index * 7).padStart(2, '0')}`)
    expect(sums((await importText(county, table(...keys.map((key) => row(key))), ledger)).counts).added).toBe(60)
  })
})

describe('a file that cannot be read without guessing is refused before anything changes', () => {
  const gbk = Buffer.from('b3f6bfdac9cfcbf8', 'hex')
  test('cells in another encoding than the headings say so with their line', async () => {
    const mixed = Buffer.concat([Buffer.from(`${table(row('A-1'))}A-2,2026-03-05,dongpu,`), gbk, Buffer.from(',x\n')])
    expect(await refusal(mixed)).toContain('混着两种编码：第3行不是 UTF-8')
  })

  test('a workbook that is damaged, or one of another kind', async () => {
    expect(await refusal(Buffer.from('PK\u0003\u0004\u0014\u0000binary'))).toContain('这个 Excel 文件坏了')
    expect(await refusal(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toContain('另存为 .xlsx')
  })

  test('a heading that stands twice', async () => {
    const text = table(row('A-1')).replace('事由,地点', '事由,事由').replace('仓库', '旧')
    expect(await refusal(text, { ...ledger, form: { ...ledger.form, place: '仓库' } })).toContain(
      '第4、5列都叫“事由”，写“#4”或“#5”指明是哪一列',
    )
  })

  test('a zone that is China and America alike', async () => {
    expect(await refusal(table(row('A-1')), { ...ledger, time: { zone: 'CST' } })).toContain('CST 既是中国也是美国中部')
  })

  test('GBK cells under plain headings are read as what they are', async () => {
    const plain = {
      ...ledger,
      key: 'no',
      opened: 'on',
      form: { ...ledger.form, title: '{what}', description: '{what}', place: '某处' },
      unit: 'dongpu',
    }
    const bytes = Buffer.concat([Buffer.from('no,on,what\n1,2026-03-05,'), gbk, Buffer.from('\n')])
    const { readAs } = await importText(county, bytes, plain)
    expect(readAs).toBe('gb18030')
    expect(await rowsOf(`select title from matters order by updated_at desc, id limit 1`)).toBeDefined()
    expect(
      (await rowsOf(`select count(*)::int as n from matters where title = '出口上锁' and place = '某处'`))[0]?.n,
    ).toBe(1)
  })
})

describe('one bad row costs itself and no other', () => {
  test('a NUL, an unclosed quotation and a wrong encoding inside a cell', async () => {
    const { counts } = await importText(
      county,
      table(row('A-1'), row('A-2', '坏\0字'), row('A-3', '"没关上'), row('A-4', '坏\uFFFD'), row('A-5', '5" 管')),
      ledger,
    )
    expect(sums(counts)).toEqual({ read: 5, added: 2, known: 0, changed: 0, rejected: 3, skipped: 0 })
    expect(rejections(counts).map(([at, said]) => [at, said.slice(0, 12)])).toEqual([
      [3, '“事由”里有乱码；换一种'],
      [4, '文件第4行的引号没有配对'],
      [5, '“事由”里有乱码；换一种'],
    ])
  })

  test('sums, footnotes, empty rows and headings again are counted as no case', async () => {
    const text = `清澜县隐患台账,,,,\n${table(row('A-1'), '小 计,,,1,', HAZARD_HEADINGS, row('A-2'), ',,,,', '全县合计,,,2,', '注：虚构,,,,')}`
    const { counts } = await importText(county, text, ledger)
    expect(sums(counts)).toEqual({ read: 7, added: 2, known: 0, changed: 0, rejected: 0, skipped: 5 })
    expect(counts.skippedKinds).toEqual({ total: 2, heading: 1, empty: 1, note: 1 })
  })

  test('a word that the value table does not know is one reason, however often it stands there', async () => {
    const mapping = { ...ledger, form: { ...ledger.form, category: { column: '地点', values: { 仓库: 'fire' } } } }
    const rows = Array.from({ length: 700 }, (_, index) => row(`B-${index}`).replace('仓库', '车间'))
    const { counts } = await importText(county, table(row('A-1'), ...rows), mapping)
    expect(counts.rejected).toBe(700)
    expect([...counts.reasons.values()]).toEqual([
      {
        issue: { field: 'category', rule: 'not-in-table', column: '地点', cell: '车间' },
        count: 700,
        rows: [3, 4, 5, 6, 7],
      },
    ])
  })
})

describe('what is kept of rejected rows', () => {
  test('is what the mapping reads, without names, identity numbers and phones', async () => {
    const text = `${HAZARD_HEADINGS},姓名,身份证号\n${row('A-1', '李虚构 13900001234 反映')},李虚构,330106199001011234\n`
    await importText(county, text.replace('2026-03-05', '没有'), ledger)
    const [kept] = await rowsOf('select original from rejected_rows order by batch_id, row_number desc limit 1')
    const all = JSON.stringify(await rowsOf('select reason, original from rejected_rows'))
    expect(kept).toBeDefined()
    expect(all).not.toContain('330106199001011234')
    expect(all).not.toContain('13900001234')
    expect(all).not.toContain('"姓名"')
    expect(all).toContain('李虚构 ••• 反映')
  })
})
