import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestCounty, testCounty } from '../../testing/county.ts'
import { actorOf, TEST_TENANT } from '../../testing/people.ts'
import { databaseFor } from '../connection/connect.ts'
import { handleCommand } from '../write/handle.ts'
import { countMatters } from './count-matters.ts'
import type { MatterFilter } from './ledger-filter.ts'
import { listMatters } from './list-matters.ts'

const clerk = actorOf('clerk')
/** Opened on 2 March 2026 just after midnight, at noon, just before midnight, and in the first minute of 3 March. */
const MOMENTS = ['2026-03-02T00:00+08:00', '2026-03-02T12:00+08:00', '2026-03-02T23:59+08:00', '2026-03-03T00:00+08:00']

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
  for (const [index, moment] of MOMENTS.entries()) await open(`第${index + 1}件`, moment)
})
afterAll(() => county?.dispose())

async function open(title: string, moment: string) {
  const now = new Date(moment).toISOString()
  const form = { title, place: '柳河村' }
  const command = { type: 'OpenMatter', procedure: 'tiny', channel: 'window', unitId: 'dongpu', form } as const
  return handleCommand(county.deps, { actor: clerk, now, command })
}

async function list(filter: Partial<MatterFilter>) {
  const { directory } = await county.deps.rulebooks.of(TEST_TENANT)
  const db = databaseFor(county.deps.pool, TEST_TENANT)
  const page = await listMatters(db, clerk, { limit: 50, ...filter }, directory)
  const { count } = await countMatters(db, clerk, { limit: 50, ...filter }, directory)
  return { rows: page.rows, titles: page.rows.map(({ title }) => title).sort(), next: page.next, count }
}

test('opened on one day: all of that day in China, from its first minute to its last, and nothing of the next', async () => {
  expect((await list({ openedFrom: '2026-03-02', openedTo: '2026-03-02' })).titles).toEqual(['第1件', '第2件', '第3件'])
  expect((await list({ openedFrom: '2026-03-03', openedTo: '2026-03-03' })).titles).toEqual(['第4件'])
  expect((await list({ openedFrom: '2026-03-02', openedTo: '2026-03-03' })).count).toBe(4)
})

test('due on one day finds what falls due that day; the days around it do not', async () => {
  const [first] = (await list({ sort: 'due' })).rows
  const day = first?.clock?.dueOn ?? ''
  expect(day).toMatch(/^2026-03-/)
  const dueThatDay = (await list({})).rows.filter(({ clock }) => clock?.dueOn === day).map(({ title }) => title)
  expect((await list({ dueFrom: day, dueTo: day })).titles).toEqual(dueThatDay.sort())
  const before = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
  expect((await list({ dueTo: before })).titles).toEqual([])
})

test('an instant means itself', async () => {
  const noon = new Date('2026-03-02T12:00+08:00').toISOString()
  expect((await list({ openedFrom: noon, openedTo: new Date('2026-03-02T23:59+08:00').toISOString() })).titles).toEqual(
    ['第2件'],
  )
})

test('sorted by due day, page after page holds every matter once, those without a due day last', async () => {
  const { count, rows } = await list({ sort: 'due' })
  const db = county.database.owner
  await db.query(`update matters set due_at = null where title in ('第1件', '第3件')`)
  const seen: string[] = []
  for (let cursor: string | undefined, turn = 0; turn === 0 || cursor; turn += 1) {
    const page = await list({ sort: 'due', limit: 1, ...(cursor ? { cursor } : {}) })
    seen.push(...page.rows.map(({ title }) => title))
    cursor = page.next
  }
  expect(rows).toHaveLength(count)
  expect([...seen].sort()).toEqual(['第1件', '第2件', '第3件', '第4件'])
  expect(seen.slice(2).sort()).toEqual(['第1件', '第3件'])
})
