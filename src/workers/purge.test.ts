import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { handleCommand } from '../storage/write/handle.ts'
import { type TestCounty, testCounty } from '../testing/county.ts'
import { actorOf, TEST_TENANT } from '../testing/people.ts'
import { purge } from './purge.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county?.dispose())

const request = {
  actor: actorOf('clerk'),
  key: 'a-key-of-the-second-of-march',
  command: { type: 'OpenMatter', procedure: 'tiny', channel: 'window', unitId: 'dongpu', form: { title: '路灯不亮' } },
} as const

const keys = async () => (await county.database.owner.query('select key from commands')).rows.map(({ key }) => key)

describe('what is no longer needed goes', () => {
  test('a used key is known for seven days, and no row longer', async () => {
    county.setNow('2026-03-02T01:00:00.000Z')
    const { matter } = await handleCommand(county.deps, request)
    county.setNow('2026-03-09T00:59:00.000Z')
    expect(await purge(county.deps, TEST_TENANT)).toBe(0)
    expect(await handleCommand(county.deps, request)).toMatchObject({ repeated: true, matter: { id: matter.id } })
    county.setNow('2026-03-09T01:01:00.000Z')
    expect(await purge(county.deps, TEST_TENANT)).toBe(1)
    expect(await keys()).toEqual([])
  })

  test('a finished job is kept thirty days, one that waits as long as it waits', async () => {
    const add = (id: number, doneAt: string | null) =>
      county.database.owner.query(
        `insert into jobs (tenant, id, kind, payload, run_at, done_at) values ($1, $2, 'tell-parent', '{}', '2026-03-02T01:00:00Z', $3)`,
        [TEST_TENANT, `00000000-0000-7000-8000-00000000000${id}`, doneAt],
      )
    await add(1, '2026-03-02T01:00:00Z')
    await add(2, null)
    county.setNow('2026-04-01T00:00:00.000Z')
    await purge(county.deps, TEST_TENANT)
    const left = async () => (await county.database.owner.query('select id from jobs order by id')).rows.length
    expect(await left()).toBe(2)
    county.setNow('2026-04-02T00:00:00.000Z')
    await purge(county.deps, TEST_TENANT)
    expect(await left()).toBe(1)
  })

  test('a session goes when its time is over, one that lasts stays', async () => {
    const { owner } = county.database
    const at = '2026-04-02T00:00:00Z'
    await owner.query(
      `insert into auth.users (id, name, email, username, tenant, created_at, updated_at) values ('u1', '周示例', 'u1@localhost', 'u1', $1, $2, $2)`,
      [TEST_TENANT, at],
    )
    for (const [id, until] of [
      ['over', '2026-04-01T23:59:00Z'],
      ['lasts', '2026-04-02T11:00:00Z'],
    ])
      await owner.query(
        `insert into auth.sessions (id, token, user_id, expires_at, created_at, updated_at) values ($1, $1, 'u1', $2, $3, $3)`,
        [id, until, at],
      )
    await purge(county.deps, TEST_TENANT)
    const { rows } = await owner.query('select id from auth.sessions')
    expect(rows).toEqual([{ id: 'lasts' }])
  })
})
