import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowIssueText } from '../domain/wording/row-issue-text.ts'
import { PROCEDURES } from '../procedures/all.ts'
import { type TestCounty, testCounty } from '../testing/county.ts'
import { HAZARD_HEADINGS, HAZARDS, importText, rejections, sums } from '../testing/ledger.ts'
import { TEST_TENANT } from '../testing/people.ts'
import { previewLedger } from './preview-ledger.ts'

let county: TestCounty
let folder: string
beforeAll(async () => {
  county = await testCounty(PROCEDURES)
  county.setNow('2026-06-01T01:00:00.000Z')
  folder = await mkdtemp(join(tmpdir(), 'anlan-preview-'))
})
afterAll(async () => {
  await county?.dispose()
  await rm(folder, { recursive: true })
})

async function preview(text: string, within?: string) {
  const path = join(folder, `${randomUUID()}.csv`)
  await writeFile(path, text)
  const given = { tenant: TEST_TENANT, path, file: '台账.csv', mapping: HAZARDS as never }
  const rows = await previewLedger(county.deps, { ...given, ...(within ? { within } : {}) })
  return rows.map(({ row, fate, issues }) => [row, fate, ...issues.map((issue) => rowIssueText(issue, 'zh'))])
}

const counts = async () =>
  (
    await county.database.owner.query(
      'select (select count(*)::int from matters) as matters, (select count(*)::int from import_batches) as batches, (select coalesce(sum(next), 0)::int from reference_numbers) as numbers',
    )
  ).rows[0]

describe('before a ledger is taken in', () => {
  test('each row says what would become of it, and nothing is written', async () => {
    const good = `${HAZARD_HEADINGS}\nA-1,2026-03-05,东浦镇,出口上锁,仓库\n`
    await importText(county, good, HAZARDS)
    const before = await counts()
    const rows = await preview(
      `${good}A-2,2026-03-06,东浦镇,灭火器过期,仓库\nA-3,2026-13-06,东浦镇,线路老化,仓库\nA-4,2026-03-06,西塘镇,堆物,仓库\nA-5,2026-12-06,东浦镇,明年的事,仓库\n合计,,,4,\n`,
    )
    expect(rows.map(([row, fate]) => [row, fate])).toEqual([
      [2, 'known'],
      [3, 'added'],
      [4, 'rejected'],
      [5, 'rejected'],
      [6, 'rejected'],
      [7, 'skipped'],
    ])
    expect(rows[3]?.[2]).toContain('不是本地名单里的单位')
    expect(await counts()).toEqual(before)
  })

  test('a column of a person’s origin or health is refused in every mapping', async () => {
    const asked = importText(county, '编号,日期,单位,事由,民族\nA,2026-03-05,东浦镇,乙,丙\n', {
      ...HAZARDS,
      name: 'refused',
      form: { ...HAZARDS.form, place: '{民族}' },
    })
    await expect(asked).rejects.toThrow('“民族”这一列不能收')
  })
})

test('a township takes in what is its own and nothing of its neighbours', async () => {
  const text = `${HAZARD_HEADINGS}\nB-1,2026-03-05,东浦镇,出口上锁,仓库\nB-2,2026-03-05,下塘村,出口上锁,仓库\nB-3,2026-03-05,云溪镇,出口上锁,仓库\nB-4,2026-03-05,清澜县,出口上锁,仓库\n`
  const said = (name: string) => `“${name}”不在本单位范围内，由它自己或上级导入`
  expect(await preview(text, '/qinglan/dongpu/')).toEqual([
    [2, 'added'],
    [3, 'added'],
    [4, 'rejected', said('云溪镇')],
    [5, 'rejected', said('清澜县')],
  ])
  const { counts: taken } = await importText(county, text, { ...HAZARDS, name: 'own' }, { within: '/qinglan/dongpu/' })
  expect(sums(taken)).toMatchObject({ added: 2, rejected: 2 })
  expect(rejections(taken).map(([row]) => row)).toEqual([4, 5])
})
