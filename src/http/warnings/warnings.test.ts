import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PanelBackTest, PanelsView, WarningsView } from '../../domain/warnings/warning-view.ts'
import { bodyOf, json, type TestOffice, testOffice } from '../../testing/office.ts'
import { TEST_TENANT } from '../../testing/people.ts'
import { plantCounts } from '../../testing/warnings/plant-counts.ts'
import { BURST, quietYears } from '../../testing/warnings/quiet-years.ts'
import { yearsAside } from '../../workers/warn/draw-years.ts'
import { warnTenant } from '../../workers/warn/warn-tenant.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
  await plantCounts(office.county.database.owner, [...quietYears('2024-06-01', '2026-05-06'), ...BURST])
  office.county.setNow('2026-05-07T00:30:00.000Z')
  await warnTenant(office.county.deps, TEST_TENANT, { threads: 0 })
})
afterAll(() => office?.dispose())

const read = async <T>(post: string, path: string) => bodyOf<T>(await (await office.as(post))(path))
const KEY = 'place:xiatang:report/facility:week'

describe('warnings', () => {
  test('show a leader what is to be judged, with its picture, the budget, and what became of past ones', async () => {
    const view = await read<WarningsView>('leader', '/api/warnings')
    expect(view).toMatchObject({
      judgedUntil: '2026-05-06',
      budget: { perMonth: 2, from: '2026-04-01', to: '2026-06-30', allowed: 6, raised: 1, falseAlarms: 0 },
      record: { real: 0, notReal: 0, unclear: 0, waiting: 1, medianDelayDays: 7 },
    })
    const [card] = view.cards
    expect(card?.name.en).toMatch(/^Xiatang.*: \d+ in a week, usually about/)
    expect(card).toMatchObject({ stage: 'raised', key: KEY, mayJudge: true, of: { zh: '下塘村' }, made: [] })
    expect(card?.points.at(-1)).toMatchObject({ crossed: true, observed: card?.observed })
    expect(card?.points.length).toBeGreaterThan(50)
  })

  test('belong to those in whose line they are: another township sees neither the warning nor the series', async () => {
    expect((await read<WarningsView>('dongpu-leader', '/api/warnings')).cards).toHaveLength(1)
    expect((await read<WarningsView>('yunxi-clerk', '/api/warnings')).cards).toEqual([])
    const panels = await read<PanelsView>('yunxi-clerk', '/api/warnings/panels?family=report/facility')
    expect(panels.panels.map(({ key }) => key).filter((key) => key.includes('xiatang'))).toEqual([])
    const refused = await (await office.as('yunxi-clerk'))(`/api/warnings/panels/${encodeURIComponent(KEY)}`)
    expect(refused.status).toBe(404)
  })

  test('tell nobody of single matters at their place that are with units elsewhere', async () => {
    const ofPlaces = async (post: string, family: string) => {
      const { panels } = await read<PanelsView>(post, `/api/warnings/panels?family=${family}&subject=place`)
      return panels.map(({ of }) => of.zh)
    }
    expect(await ofPlaces('xiatang-grid', 'report/environment')).toEqual([])
    expect(await ofPlaces('dongpu-leader', 'report/environment')).toEqual([])
    const key = encodeURIComponent('place:xiatang:report/environment:week')
    expect((await (await office.as('xiatang-grid'))(`/api/warnings/panels/${key}`)).status).toBe(404)
    expect((await (await office.as('leader'))(`/api/warnings/panels/${key}`)).status).toBe(200)
    // Who has the warning to judge sees what it rests on, and of units everybody above sees all.
    expect((await (await office.as('dongpu-leader'))(`/api/warnings/panels/${encodeURIComponent(KEY)}`)).status).toBe(
      200,
    )
    const { panels } = await read<PanelsView>('dongpu-leader', '/api/warnings/panels?subject=unit')
    expect(panels.map(({ of }) => of.zh)).toContain('东浦镇')
  })

  test('have a page for each series: what would have alarmed in a year, and what was made of it', async () => {
    const { panels, next } = await read<PanelsView>(
      'leader',
      '/api/warnings/panels?family=report/environment&subject=place',
    )
    expect(panels.map(({ of }) => of.zh)).toEqual(['北塘村', '东浦镇', '清澜县', '青石村', '下塘村', '云溪镇'])
    expect(next).toBe('report/facility')
    const test = await read<PanelBackTest>('leader', `/api/warnings/panels/${encodeURIComponent(KEY)}`)
    expect(test.warnings).toMatchObject([{ stage: 'raised', since: '2026-04-30' }])
    expect(test.alarmsInYear).toBeGreaterThanOrEqual(1)
    expect(test.year.length).toBeGreaterThan(50)
  })

  test('draw a year that no night has drawn once somebody asks for it, and keep it', async () => {
    const name = 'place:xiatang:report/environment:week'
    const path = `/api/warnings/panels/${encodeURIComponent(name)}`
    const judged = ({ year }: PanelBackTest) => year.filter(({ upper }) => upper !== null).length
    expect(judged(await read<PanelBackTest>('leader', path))).toBe(1)
    const years = yearsAside(office.county.deps, 0)
    const both = await Promise.all([years.draw(TEST_TENANT, name), years.draw(TEST_TENANT, name)])
    expect(both[0]).toBe(both[1])
    expect(await years.draw(TEST_TENANT, 'place:nowhere:report/environment:week')).toEqual([])
    const drawn = await read<PanelBackTest>('leader', path)
    expect(judged(drawn)).toBeGreaterThan(50)
    const { panels } = await read<PanelsView>('leader', '/api/warnings/panels?family=report/environment&subject=place')
    expect(panels.find(({ key }) => key === name)?.points).toEqual(drawn.year.slice(-26))
  })

  test('keep to a budget that the administrator sets, with a reason', async () => {
    const set = async (post: string, perMonth: number) =>
      (await office.as(post))('/api/admin/office/warnings', {
        ...json({ perMonth, hour: 6, reason: '先少一些' }),
        method: 'PUT',
      })
    expect((await set('administrator', 1)).status).toBe(200)
    expect((await set('administrator', 500)).status).toBe(400)
    expect((await set('leader', 1)).status).toBe(403)
    expect((await read<WarningsView>('leader', '/api/warnings')).budget).toMatchObject({ perMonth: 1, allowed: 3 })
  })
})
