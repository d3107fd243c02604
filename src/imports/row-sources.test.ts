import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MatterEvent } from '../domain/matter/event.ts'
import { cellOf } from '../domain/matter/row-source.ts'
import { PROCEDURES } from '../procedures/all.ts'
import { verifyTenant } from '../storage/verify/verify-tenant.ts'
import { type TestCounty, testCounty } from '../testing/county.ts'
import { HAZARDS, importText, sums } from '../testing/ledger.ts'
import { TEST_TENANT } from '../testing/people.ts'
import { workbookFile } from '../testing/workbook/workbook-file.ts'
import { importLedger } from './import-ledger.ts'
import { proposeLedger } from './propose-ledger.ts'

let county: TestCounty
let folder: string
beforeAll(async () => {
  county = await testCounty(PROCEDURES)
  county.setNow('2026-06-01T01:00:00.000Z')
  folder = mkdtempSync(join(tmpdir(), 'anlan-source-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await county?.dispose()
})

const MAPPING = {
  ...HAZARDS,
  steps: [{ step: 'writtenOffAsImported', at: '整改日期', form: { formerResult: '{结果}' } }],
}
const HEADINGS = ['编号', '日期', '单位', '事由', '地点', '整改日期', '结果', '领导私语']
/** Stands in a column that nobody reads. */
const WHISPER = '绝不入库的话'

const ledgerOf = (name: string, ...rows: readonly string[][]) => {
  const path = join(folder, `${name}.xlsx`)
  writeFileSync(path, workbookFile([{ name, rows: [['青岚县隐患台账'], HEADINGS, ...rows] }]))
  return { tenant: TEST_TENANT, path, file: `${name}.xlsx`, mappingText: JSON.stringify(MAPPING), onProgress: () => {} }
}
const eventsOf = async (number: string) =>
  (
    await county.database.owner.query<{ event: MatterEvent }>(
      'select e.event from matter_events e join matters m on m.id = e.matter_id where m.source_number = $1 order by e.version',
      [number],
    )
  ).rows.map(({ event }) => event)
const sourcesOf = async (number: string) =>
  (await eventsOf(number)).flatMap((event) => ('source' in event && event.source ? [event.source] : []))

test('each imported event says sheet, row and columns it came from', async () => {
  const ledger = ledgerOf(
    '隐患台账',
    ['S-1', '2026-03-05', '东浦镇', '出口上锁', '仓库', '2026-03-09', '已整改', WHISPER],
    ['S-2', '2026-03-05', '东浦镇', '电线裸露', '车间', '', '', ''],
  )
  expect(sums((await importLedger(county.deps, ledger)).counts)).toMatchObject({ added: 2 })
  const [opened, ended] = await sourcesOf('S-1')
  expect(opened).toEqual({
    sheet: '隐患台账',
    row: 3,
    columns: { title: 'D', description: 'D', place: 'E', openedAt: 'B' },
  })
  expect(opened && cellOf(opened, 'place')).toBe('隐患台账!E3')
  expect(ended).toEqual({ sheet: '隐患台账', row: 3, columns: { formerResult: 'G', at: 'F' } })
  expect(await sourcesOf('S-2')).toMatchObject([{ row: 4 }])
  expect(await verifyTenant(county.deps, TEST_TENANT, () => {})).toMatchObject({ broken: 0 })
})

test('a text has no sheet, and a sheet that is called after somebody goes without its name', async () => {
  await importText(county, '编号,日期,单位,事由,地点\nT-1,2026-03-05,东浦镇,出口上锁,仓库\n', {
    ...HAZARDS,
    name: 'text',
  })
  expect(await sourcesOf('T-1')).toMatchObject([{ row: 2, columns: { title: 'D' } }])
  expect((await sourcesOf('T-1'))[0]?.sheet).toBeUndefined()
  await importLedger(
    county.deps,
    ledgerOf('张三13800138000', ['T-2', '2026-03-05', '东浦镇', '堵塞', '仓库', '', '', '']),
  )
  expect((await sourcesOf('T-2'))[0]?.sheet).toBeUndefined()
})

test('what stands in a column that nobody asked for is named, and is nowhere in the database', async () => {
  const rows = [
    ['Q-1', '2026-03-05', '东浦镇', '出口上锁', '仓库', '', '', WHISPER],
    ['Q-2', '没有日期', '东浦镇', '出口上锁', '仓库', '', '', WHISPER],
    ['Q-3', '2026-03-05', '无此单位', '出口上锁', '仓库', '', '', WHISPER],
  ]
  const ledger = ledgerOf('隔离', ...rows)
  const { columns } = await proposeLedger(county.deps, ledger)
  expect(columns.find(({ name }) => name === '领导私语')).toMatchObject({ reads: [] })
  expect(sums((await importLedger(county.deps, ledger)).counts)).toMatchObject({ added: 1, rejected: 2 })
  // Changed rows are kept with what they say now.
  const changed = ledgerOf('隔离二', ['Q-1', '2026-03-05', '东浦镇', '出口堵死', '仓库', '', '', `${WHISPER}二`])
  expect(sums((await importLedger(county.deps, changed)).counts)).toMatchObject({ changed: 1 })

  const { owner } = county.database
  const tables = await owner.query<{ name: string }>(
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  )
  const holding = await Promise.all(
    tables.rows.map(async ({ name }) => {
      const { rows: found } = await owner.query(`select 1 from ${name} t where t::text like $1 limit 1`, [
        `%${WHISPER}%`,
      ])
      return found.length > 0 ? [name] : []
    }),
  )
  expect(tables.rows.length).toBeGreaterThan(20)
  expect(holding.flat()).toEqual([])
})
