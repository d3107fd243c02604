import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Command } from '../../domain/matter/command.ts'
import { type TestCounty, testCounty } from '../../testing/county.ts'
import { actorOf, TEST_TENANT } from '../../testing/people.ts'
import { tinyProcedure } from '../../testing/tiny-procedure.ts'
import { withTenant } from '../connection/connect.ts'
import { handleCommand } from '../write/handle.ts'
import { createReferences } from './references.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty([tinyProcedure])
  await county.database.owner.query(`update tenants set settings = '{"gapFree": ["tiny"]}'`)
})
afterAll(() => county?.dispose())

const opening = (form: object): Command => ({
  type: 'OpenMatter',
  procedure: 'tiny',
  channel: 'window',
  unitId: 'dongpu',
  form: form as Record<string, string>,
})
/** Two servers on one database: neither knows what the other has taken. */
const servers = () => [county.deps, { ...county.deps, references: createReferences(county.deps.pool) }]
const open = (form: object, server = 0, key?: string) =>
  handleCommand(servers()[server] ?? county.deps, {
    actor: actorOf('clerk'),
    command: opening(form),
    ...(key ? { key } : {}),
  })
const numbers = async () =>
  (
    await county.database.owner.query<{ number: number }>(
      `select right(reference, 4)::int as number from matters where tenant = $1 order by 1`,
      [TEST_TENANT],
    )
  ).rows.map(({ number }) => number)
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

test('numbers without gaps: two servers at once, refused forms and retries leave none out and give none twice', async () => {
  await Promise.all(
    upTo(60).map((each) => {
      if (each % 3 === 0) return open({ title: '' }, each % 2).catch(() => undefined)
      return open({ title: `路灯${each}` }, each % 2, `key-${Math.floor(each / 4)}-${each % 3}-retry`).catch(
        () => undefined,
      )
    }),
  )
  const used = await numbers()
  expect(used.length).toBeGreaterThan(10)
  expect(used).toEqual(upTo(used.length))
})

test('a server that dies between taking the number and writing the matter leaves no gap', async () => {
  const before = (await numbers()).length
  await withTenant(county.deps.pool, TEST_TENANT, async (client) => {
    await client.query('begin')
    await county.deps.references.takeNext(client, TEST_TENANT, tinyProcedure.prefix, 2026)
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    await county.database.owner.query('select pg_terminate_backend($1)', [rows[0]?.pid])
  }).catch(() => undefined)
  await open({ title: '井盖坏了' })
  expect(await numbers()).toEqual(upTo(before + 1))
})

test('where nobody asks for it, a refused form may leave a gap, and writers do not wait for each other', async () => {
  await county.database.owner.query(`update tenants set settings = '{}'`)
  county.deps.rulebooks.forget(TEST_TENANT)
  const before = await numbers()
  await open({ title: '' }).catch(() => undefined)
  await open({ title: '桥面裂缝' })
  const [last = 0] = (await numbers()).slice(-1)
  expect(last).toBeGreaterThan(before.length + 1)
})
