import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { type TestCounty, testCounty } from '../../testing/county.ts'
import { actorOf, DIRECTORY, POSTS, TEST_TENANT, UNITS } from '../../testing/people.ts'
import { databaseFor } from '../connection/connect.ts'
import { handleCommand } from '../write/handle.ts'
import { getMatter } from './get-matter.ts'
import { listMatters } from './list-matters.ts'

let county: TestCounty
const matters: Matter[] = []

const unitIds = UNITS.map(({ id }) => id)
const plan = fc.record({
  opener: fc.constantFrom('clerk', 'dongpu-clerk', 'yunxi-clerk', 'triage'),
  unitId: fc.constantFrom(...unitIds),
  about: fc.option(fc.constantFrom(...unitIds), { nil: undefined }),
  helper: fc.option(fc.constantFrom('handler', 'dongpu-clerk', 'xiatang-grid'), { nil: undefined }),
})

beforeAll(async () => {
  county = await testCounty()
  for (const { opener, unitId, about, helper } of fc.sample(plan, { numRuns: 400, seed: 20_260_302 })) {
    const opened = await handleCommand(county.deps, {
      actor: actorOf(opener),
      command: {
        type: 'OpenMatter',
        procedure: 'tiny',
        channel: 'window',
        unitId,
        form: { title: '一件事', ...(about ? { aboutUnit: about } : {}) },
      },
    }).catch((cause: { code: string }) => {
      // A complaint about a unit cannot go to that unit: such plans make no matter.
      expect(cause.code).toBe('guard-refused')
      return undefined
    })
    if (!opened) continue
    const helped =
      helper &&
      (await handleCommand(county.deps, {
        actor: actorOf(helper),
        matterId: opened.matter.id,
        command: { type: 'TakeStep', step: 'note', form: { done: '看过' } },
      }).catch(() => undefined))
    matters.push((helped ?? opened).matter)
  }
})
afterAll(() => county?.dispose())

/** The rule said slowly and plainly, from units and parents only. */
function oracle(actor: Actor, matter: Matter): boolean {
  const ancestorsOf = (unitId: string | undefined): string[] =>
    unitId ? [unitId, ...ancestorsOf(DIRECTORY.units[unitId]?.parentId)] : []
  const belongsToComplainedUnit =
    matter.aboutUnitId !== undefined && ancestorsOf(actor.unitId).includes(matter.aboutUnitId)
  if (belongsToComplainedUnit) return false
  const isAbove = (unitId: string) => ancestorsOf(unitId).includes(actor.unitId)
  return isAbove(matter.unitId) || isAbove(matter.originUnitId) || matter.participants.includes(actor.postId)
}

describe('who sees what', () => {
  test.each(POSTS.map(({ id }) => [id]))(
    'the list of %s is what the slow oracle says, and so is each page',
    async (post) => {
      const actor = actorOf(post)
      const db = databaseFor(county.deps.pool, TEST_TENANT)
      const { rows } = await listMatters(db, actor, { limit: 1000 }, DIRECTORY)
      const expected = matters.filter((matter) => oracle(actor, matter))
      expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(expected.map(({ id }) => id)))
      const rulebook = await county.deps.rulebooks.of(TEST_TENANT)
      for (const matter of matters) {
        const seen = await getMatter(db, actor, matter.id, rulebook).then(
          () => true,
          (cause: { code: string }) => cause.code !== 'matter-not-found',
        )
        expect(seen, `${post} opens ${matter.reference}`).toBe(oracle(actor, matter))
      }
    },
  )

  test('the sample has complaints, and some are hidden from somebody who would else see them', () => {
    const hidden = matters.filter(
      (matter) =>
        matter.aboutUnitId &&
        POSTS.some(({ id }) => !oracle(actorOf(id), matter) && oracle(actorOf(id), withoutAbout(matter))),
    )
    expect(hidden.length).toBeGreaterThan(3)
  })

  test('a connection bound to another tenant sees nothing', async () => {
    const { rows } = await listMatters(
      databaseFor(county.deps.pool, 'elsewhere'),
      { ...actorOf('clerk'), roles: ['system'] },
      { limit: 10 },
      DIRECTORY,
    )
    expect(rows).toEqual([])
  })
})

const withoutAbout = ({ aboutUnitId, ...matter }: Matter): Matter => matter
