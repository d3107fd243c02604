import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import type { Sight } from '../../domain/unit/sight.ts'
import { type TestCounty, testCounty } from '../../testing/county.ts'
import { actorOf, DIRECTORY, POSTS, TEST_TENANT } from '../../testing/people.ts'
import { tinyProcedure } from '../../testing/tiny-procedure.ts'
import { databaseFor } from '../connection/connect.ts'
import { handleCommand } from '../write/handle.ts'
import { countByKind } from './count-matters.ts'
import { listDuplicates } from './duplicates.ts'
import { getMatter } from './get-matter.ts'
import { listMatters } from './list-matters.ts'
import { readToday } from './today.ts'

/** Kinds with a domain of their own beside an ordinary one. */
const SIGHTS: Readonly<Record<string, Sight | undefined>> = {
  tiny: undefined,
  tinyOwn: { line: 'own' },
  tinyOnly: { only: ['leader', 'auditor'] },
  tinyOwnOnly: { line: 'own', only: ['leader'] },
  tinyEveryone: { line: 'everyone' },
}
const kinds = Object.entries(SIGHTS).map(([id, sight], index) => ({
  ...tinyProcedure,
  id,
  prefix: `SY${index}`,
  ...(sight ? { sight } : {}),
}))

let county: TestCounty
const matters: Matter[] = []

beforeAll(async () => {
  county = await testCounty(kinds)
  for (const { id } of kinds)
    for (const unitId of ['qinglan', 'dongpu', 'xiatang', 'yunxi']) {
      const form = { title: `${id}试验一件`, place: '下塘村石桥' }
      const command = { type: 'OpenMatter', procedure: id, channel: 'window', unitId, form } as const
      matters.push((await handleCommand(county.deps, { actor: actorOf('dongpu-clerk'), command })).matter)
    }
})
afterAll(() => county?.dispose())

/** The rule said slowly and plainly. */
function oracle(actor: Actor, matter: Matter): boolean {
  const sight = SIGHTS[matter.procedure]
  if (matter.participants.includes(actor.postId)) return true
  if (sight?.only && !sight.only.some((role) => actor.roles.includes(role))) return false
  if (sight?.line === 'everyone') return true
  const units = [matter.unitId, matter.originUnitId]
  if (sight?.line === 'own') return units.includes(actor.unitId)
  const above = (unitId: string): boolean =>
    unitId === actor.unitId || (!!DIRECTORY.units[unitId]?.parentId && above(DIRECTORY.units[unitId]?.parentId ?? ''))
  return units.some(above)
}

describe('a kind with a domain of its own', () => {
  test.each(POSTS.map(({ id }) => [id]))('is in the sight of %s on every page as the plain rule says', async (post) => {
    const actor = actorOf(post)
    const db = databaseFor(county.deps.pool, TEST_TENANT)
    const rulebook = await county.deps.rulebooks.of(TEST_TENANT)
    const { directory } = rulebook
    const expected = matters.filter((matter) => oracle(actor, matter))
    const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).sort()

    const { rows } = await listMatters(db, actor, { limit: 1000 }, directory)
    expect(ids(rows)).toEqual(ids(expected))
    const found = await listMatters(db, actor, { limit: 1000, text: '试验一件' }, directory)
    expect(ids(found.rows)).toEqual(ids(expected))
    for (const { procedure, all } of await countByKind(db, actor, { limit: 1 }, directory, Object.keys(SIGHTS)))
      expect(all, procedure).toBe(expected.filter((matter) => matter.procedure === procedure).length)
    for (const { id: procedure } of kinds) {
      const candidate = { procedure, title: `${procedure}试验一件`, place: '下塘村石桥' }
      const same = await listDuplicates(db, actor, candidate, county.deps.now(), directory)
      for (const { id } of same) expect(ids(expected)).toContain(id)
    }
    const { work } = await readToday(db, actor, county.deps.now(), rulebook)
    for (const { id } of work) expect(ids(expected)).toContain(id)
    for (const matter of matters) {
      const seen = await getMatter(db, actor, matter.id, rulebook).then(
        () => true,
        () => false,
      )
      expect(seen, `${post} opens ${matter.reference}`).toBe(oracle(actor, matter))
    }
  })

  test('hides something from the line above, and shows something to everyone', () => {
    const leader = actorOf('leader')
    const hidden = matters.filter((matter) => !oracle(leader, matter))
    expect(hidden.length).toBeGreaterThan(3)
    expect(matters.filter((matter) => oracle(actorOf('yunxi-clerk'), matter)).length).toBeGreaterThan(3)
  })
})
