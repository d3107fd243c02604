import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Directory } from '../../domain/unit/unit.ts'
import { type TestCounty, testCounty } from '../../testing/county.ts'
import { actorOf, TEST_TENANT, UNITS } from '../../testing/people.ts'
import { tinyProcedure } from '../../testing/tiny-procedure.ts'
import { databaseFor } from '../connection/connect.ts'
import { handleCommand } from '../write/handle.ts'
import { listDuplicates } from './duplicates.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty([tinyProcedure])
  for (const title of ['村口的路灯坏了三天', '路灯不亮', '小区电梯经常停运']) {
    const form = { title, place: '柳河村村口' }
    const command = { type: 'OpenMatter', procedure: 'tiny', channel: 'window', unitId: 'dongpu', form } as const
    await handleCommand(county.deps, { actor: actorOf('clerk'), command })
  }
})
afterAll(() => county?.dispose())

const directory: Directory = { units: Object.fromEntries(UNITS.map((unit) => [unit.id, unit])), posts: {} }
const found = (title: string, place: string, matterId?: string) =>
  listDuplicates(
    databaseFor(county.deps.pool, TEST_TENANT),
    actorOf('clerk'),
    { procedure: 'tiny', title, place, matterId },
    county.deps.now(),
    directory,
  )

test('the same lamp is shown, with how likely it is the same; another lamp and a lift at that place are not', async () => {
  const views = await found('路灯不亮', '柳河村村口')
  expect(views.map(({ title }) => title)).toEqual(['路灯不亮'])
  expect(views[0]).toMatchObject({ place: '柳河村村口', procedure: 'tiny', group: 'open' })
  expect(Number(views[0]?.similarity)).toBeGreaterThan(0.1)
})

test('what shares no words is not shown', async () => {
  expect(await found('拖欠工资', '东岭工地')).toEqual([])
})

test('a matter that is registered is no duplicate of itself', async () => {
  const [lamp] = await found('路灯不亮', '柳河村村口')
  expect(lamp).toBeDefined()
  expect(await found('路灯不亮', '柳河村村口', lamp?.id)).toEqual([])
})
