import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Command } from '../../domain/matter/command.ts'
import { type TestCounty, testCounty } from '../../testing/county.ts'
import { actorOf, TEST_TENANT } from '../../testing/people.ts'
import { openInBulk } from '../bulk/bulk.ts'
import { handleCommand } from '../write/handle.ts'
import { derivedId } from '../write/ids.ts'
import { createReferences } from './references.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county?.dispose())

const opening: Extract<Command, { type: 'OpenMatter' }> = {
  type: 'OpenMatter',
  procedure: 'tiny',
  channel: 'window',
  unitId: 'dongpu',
  form: { title: '路灯不亮' },
}
/** A server that starts when the counter stands at its beginning again, as after a restore. */
const withCounterBehind = async () => {
  await county.database.owner.query('update reference_numbers set next = 1 where tenant = $1', [TEST_TENANT])
  return { ...county.deps, references: createReferences(county.database.app) }
}
const open = async (deps = county.deps) =>
  (await handleCommand(deps, { actor: actorOf('clerk'), command: opening })).matter.reference

describe('a counter of numbers that fell behind the matters', () => {
  test('goes on after the highest number in use, and nobody is told that somebody else was faster', async () => {
    for (let each = 0; each < 45; each += 1) await open()
    const deps = await withCounterBehind()
    expect(await open(deps)).toBe('SY-2026-0046')
    expect(await open(deps)).toBe('SY-2026-0047')
  })

  test('does so for an import as well', async () => {
    const deps = await withCounterBehind()
    const id = derivedId(0, 'references-test')
    const history = {
      id,
      opening: { command: opening, actor: actorOf('clerk'), at: '2026-03-02T01:00:00.000Z' },
      steps: [],
    }
    expect(await openInBulk(deps, TEST_TENANT, [history], async () => {})).toEqual(['added'])
  })

  test('and when it cannot, says that numbers are taken', async () => {
    const deps = await withCounterBehind()
    const stuck = { ...deps.references, skipTaken: async () => {} }
    await expect(open({ ...deps, references: stuck })).rejects.toMatchObject({ code: 'reference-taken' })
  })
})
