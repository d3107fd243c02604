import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Command } from '../../../domain/matter/command.ts'
import { type TestCounty, testCounty } from '../../../testing/county.ts'
import { actorOf, TEST_TENANT } from '../../../testing/people.ts'
import { tinyProcedure } from '../../../testing/tiny-procedure.ts'
import { databaseFor } from '../../connection/connect.ts'
import { handleCommand } from '../../write/handle.ts'
import { readToday } from '../today.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty([tinyProcedure])
})
afterAll(() => county?.dispose())

const act = async (post: string, command: Command, matterId?: string) =>
  (await handleCommand(county.deps, { actor: actorOf(post), command, ...(matterId ? { matterId } : {}) })).matter

const open = (title: string) =>
  act('clerk', { type: 'OpenMatter', procedure: 'tiny', channel: 'window', unitId: 'dongpu', form: { title } })

/** The worklist of a post, by title: version and what may be done. */
async function worklist(post: string) {
  const rulebook = await county.deps.rulebooks.of(TEST_TENANT)
  const db = databaseFor(county.deps.pool, TEST_TENANT)
  const { work } = await readToday(db, actorOf(post), county.deps.now(), rulebook)
  return work
    .map(({ title, version, nextSteps }) => [title, version, nextSteps] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

test('who looks again sees each matter as it stands now, and no more what went elsewhere', async () => {
  const { id } = await open('甲')
  await open('乙')
  const before = await worklist('dongpu-clerk')
  expect(before.map(([title]) => title)).toEqual(['乙', '甲'])
  expect(await worklist('dongpu-clerk')).toEqual(before)
  await act('dongpu-clerk', { type: 'TakeStep', step: 'note', form: { done: '看过' } }, id)
  expect((await worklist('dongpu-clerk')).map(([title, version]) => [title, version])).toEqual([
    ['乙', 1],
    ['甲', 2],
  ])
  await act('dongpu-clerk', { type: 'TakeStep', step: 'handle', form: { done: '办好' } }, id)
  expect((await worklist('dongpu-clerk')).map(([title]) => title)).toEqual(['乙'])
})

test('what became hidden from somebody is not shown from memory', async () => {
  const { id } = await open('丙')
  expect((await worklist('dongpu-clerk')).map(([title]) => title)).toContain('丙')
  const hidden = `update matters set hidden_from = array['dongpu-clerk'] where tenant = $1 and id = $2`
  await county.database.owner.query(hidden, [TEST_TENANT, id])
  expect((await worklist('dongpu-clerk')).map(([title]) => title)).not.toContain('丙')
})
