import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Matter } from '../domain/matter/matter.ts'
import { PROCEDURES } from '../procedures/all.ts'
import { verifyTenant } from '../storage/verify/verify-tenant.ts'
import { type TestCounty, testCounty } from '../testing/county.ts'
import { HAZARDS, importText, sums } from '../testing/ledger.ts'
import { TEST_TENANT } from '../testing/people.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty(PROCEDURES)
  county.setNow('2026-06-01T01:00:00.000Z')
})
afterAll(() => county?.dispose())

const mapping = (name: string) => ({
  ...HAZARDS,
  name,
  steps: [{ step: 'writtenOffAsImported', at: '整改日期', form: { formerResult: '{结果}' } }],
})
const table = (...rows: string[]) => ['编号,日期,单位,事由,地点,整改日期,结果', ...rows, ''].join('\n')
const matters = async (number: string) =>
  (
    await county.database.owner.query<{ matter: Matter }>('select matter from matters where source_number = $1', [
      number,
    ])
  ).rows.map(({ matter }) => matter)

describe('a ledger that is sent again', () => {
  test('a row that says something else is listed with what it said and says, and changes nothing', async () => {
    const first = table('H-1,2026-03-05,东浦镇,出口上锁,仓库,,', 'H-2,2026-03-05,东浦镇,电线裸露,车间,,')
    await importText(county, first, mapping('again'))
    const second = first.replace('出口上锁', '出口堵死').replace('车间,,', '车间,2026-03-20,已整改')
    const { counts } = await importText(county, second, mapping('again'))
    expect(sums(counts)).toEqual({ read: 2, added: 0, known: 0, changed: 2, rejected: 0, skipped: 0 })
    expect(counts.changes).toMatchObject([
      {
        number: 2,
        changes: [
          { field: 'title', title: { zh: '标题' }, before: '出口上锁', after: '出口堵死' },
          { field: 'description', before: '出口上锁', after: '出口堵死' },
        ],
      },
      { number: 3, changes: [{ field: 'writtenOffAsImported', before: '', after: '2026-03-19T16:00:00.000Z 已整改' }] },
    ])
    expect((await matters('H-1'))[0]).toMatchObject({ title: '出口上锁', version: expect.any(Number) })
    expect((await matters('H-2'))[0]?.group).toBe('open')
    const { rows } = await county.database.owner.query('select row_number, applied_at from changed_rows order by 1')
    expect(rows).toEqual([
      { row_number: 2, applied_at: null },
      { row_number: 3, applied_at: null },
    ])
  })

  test('what changed is recorded when that is asked for, and known from then on', async () => {
    // On the day itself: later, the limits of our own have run out in between.
    county.setNow('2026-03-05T08:00:00.000Z')
    const first = table('K-1,2026-03-05,东浦镇,出口上锁,仓库,,', 'K-2,2026-03-05,东浦镇,电线裸露,车间,,')
    await importText(county, first, mapping('applied'))
    county.setNow('2026-03-06T08:00:00.000Z')
    const second = first
      .replace('出口上锁', '出口堵死')
      .replace('东浦镇,电线', '云溪镇,电线')
      .replace('车间,,', '车间,2026-03-06,已整改')
    const { counts } = await importText(county, second, mapping('applied'), { applies: true })
    county.setNow('2026-06-01T01:00:00.000Z')
    expect(sums(counts)).toMatchObject({ changed: 2 })
    expect(counts.applied).toBe(2)
    expect((await matters('K-1'))[0]).toMatchObject({
      title: '出口堵死',
      group: 'open',
      fields: { changeNote: '标题：“出口上锁”改为“出口堵死”\n隐患情况：“出口上锁”改为“出口堵死”' },
    })
    expect((await matters('K-2'))[0]).toMatchObject({ unitId: 'yunxi', state: 'writtenOff', group: 'done' })
    expect(sums((await importText(county, second, mapping('applied'))).counts)).toMatchObject({ known: 2, changed: 0 })
    expect(await verifyTenant(county.deps, TEST_TENANT, () => {})).toMatchObject({ broken: 0 })
  })

  test('what only a person can settle stays listed', async () => {
    const first = table('P-1,2026-03-05,东浦镇,出口上锁,仓库,,')
    await importText(county, first, mapping('person'))
    const { counts } = await importText(county, first.replace('03-05', '03-04'), mapping('person'), { applies: true })
    expect(counts).toMatchObject({ changed: 1, applied: 0 })
    expect(counts.changes[0]?.changes).toMatchObject([{ field: 'opened' }])
  })
})
