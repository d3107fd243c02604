import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PROCEDURES } from '../procedures/all.ts'
import { type TestCounty, testCounty } from '../testing/county.ts'
import { HAZARD_HEADINGS, HAZARDS, importText, sums } from '../testing/ledger.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty(PROCEDURES)
  county.setNow('2026-06-01T01:00:00.000Z')
})
afterAll(() => county?.dispose())

const line = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom('出口上锁', '通道堵塞', '5" 管破损')),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(HAZARD_HEADINGS, ',,,,', '合 计,,,3,', '注：虚构,,,,', '9,没有日期,东浦镇,事,处'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '7,2026-03-05,东浦镇,"没关上,仓库',
      '8,2026-03-05,东浦镇',
      '6,2026-03-05,无此单位,事情,仓库',
    ),
  },
)
const written = (row: string | readonly [number, string]) =>
  typeof row === 'string' ? row : `${row[0]},2026-03-05,东浦镇,${row[1]},仓库`

test('whatever repeats, is broken or is no case: every row is accounted for, and a second run adds none', async () => {
  let turn = 0
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 25 }), async (rows) => {
      turn += 1
      const mapping = { ...HAZARDS, name: `property-${turn}` }
      const text = `${HAZARD_HEADINGS}\n${rows.map(written).join('\n')}\n`
      const first = sums((await importText(county, text, mapping)).counts)
      expect(first.read).toBe(rows.length)
      expect(first.added + first.known + first.changed + first.rejected + first.skipped).toBe(rows.length)
      // A key with one content goes in once, one with several not at all.
      const contents = new Map<number, Set<string>>()
      for (const row of rows)
        if (typeof row !== 'string') contents.set(row[0], (contents.get(row[0]) ?? new Set()).add(row[1]))
      const broken = rows.includes('6,2026-03-05,无此单位,事情,仓库')
      const whole = [...contents].filter(([key, all]) => all.size === 1 && !(broken && key === 6))
      expect(first.added).toBe(whole.length)
      const again = sums((await importText(county, text, mapping)).counts)
      expect(again).toEqual({ ...first, added: 0, known: first.known + first.added })
    }),
    { numRuns: 40 },
  )
})
