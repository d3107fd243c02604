import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Command } from '../../domain/matter/command.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { PROCEDURES } from '../../procedures/all.ts'
import { statementsOf } from '../../testing/count-statements.ts'
import { type TestCounty, testCounty } from '../../testing/county.ts'
import { actorOf, TEST_TENANT } from '../../testing/people.ts'
import { handleCommand } from './handle.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty(PROCEDURES)
})
afterAll(() => county?.dispose())

const clerk = actorOf('clerk')
const report: Command = {
  type: 'OpenMatter',
  procedure: 'report',
  channel: 'phone',
  unitId: 'dongpu',
  form: {
    title: '下塘村路灯不亮',
    category: 'facility',
    description: '从桥头到三组有五盏不亮。',
    place: '下塘村三组',
    contactPhone: '000-0000-1234',
  },
}
const open = async () => (await handleCommand(county.deps, { actor: clerk, command: report })).matter
const sent = (request: Parameters<typeof handleCommand>[1]) =>
  statementsOf(county.deps.pool, () => handleCommand(county.deps, request))

let matter: Matter
let other: Matter
// Connection, rule book and a block of numbers are there, as in a server that has run for a moment.
beforeEach(async () => {
  county.deps.rulebooks.forget(TEST_TENANT)
  matter = await open()
  other = await open()
})

describe('a command is a read and a write', () => {
  test('a step with an idempotency key, personal fields of the matter and clocks', async () => {
    const command = { type: 'TakeStep', step: 'accept', form: { difficulty: 'ordinary' } } as const
    expect(
      await sent({ actor: clerk, matterId: matter.id, key: `accept-${matter.id}`, seenVersion: 1, command }),
    ).toEqual(['find-matter-key', expect.stringMatching(/^w\d+$/)])
  })

  test('a step that names another matter by its reference', async () => {
    const command = { type: 'TakeStep', step: 'merge', form: { mergedInto: other.reference } } as const
    const statements = await sent({ actor: clerk, matterId: matter.id, key: `merge-${matter.id}`, command })
    expect(statements).toEqual(['find-matter-key-named', expect.stringMatching(/^w\d+$/)])
  })

  test('a link to another matter', async () => {
    const command = { type: 'AddLink', link: { type: 'triggers', reference: other.reference } } as const
    expect(await sent({ actor: clerk, matterId: matter.id, command })).toHaveLength(2)
  })

  test('an opening with a key; without one there is nothing to read', async () => {
    expect(await sent({ actor: clerk, key: `open-${matter.id}`, command: report })).toHaveLength(2)
    expect(await sent({ actor: clerk, command: report })).toHaveLength(1)
  })

  test('each twentieth opening also takes a block of numbers', async () => {
    const counts: number[] = []
    for (let each = 0; each < 40; each += 1) counts.push((await sent({ actor: clerk, command: report })).length)
    expect(counts.filter((count) => count === 2)).toHaveLength(2)
    expect(counts.filter((count) => count === 1)).toHaveLength(38)
  })

  test('a repeated command is a read', async () => {
    const request = {
      actor: clerk,
      matterId: matter.id,
      key: `twice-${matter.id}`,
      command: { type: 'TakeStep', step: 'accept', form: { difficulty: 'ordinary' } },
    } as const
    await sent(request)
    expect(await sent(request)).toHaveLength(1)
  })
})
