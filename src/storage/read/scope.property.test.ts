import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { LedgerFilter } from '../../domain/views/ledger-filter.ts'
import { type TestCounty, testCounty } from '../../testing/county.ts'
import { actorOf, DIRECTORY, POSTS, TEST_TENANT, UNITS } from '../../testing/people.ts'
import { apartProcedure } from '../../testing/procedures/apart-procedure.ts'
import { seatedProcedure } from '../../testing/seated-procedure.ts'
import { tinyProcedure } from '../../testing/tiny-procedure.ts'
import { databaseFor } from '../connection/connect.ts'
import { handleCommand } from '../write/handle.ts'
import { countMatters } from './count-matters.ts'
import { getMatter } from './get-matter.ts'
import { listMatters } from './list-matters.ts'

let county: TestCounty
const matters: Matter[] = []

/** Kinds with a domain of their own: only for some posts, only for the unit itself, both, never for those who are named. */
const KINDS: readonly Procedure[] = [
  tinyProcedure,
  seatedProcedure,
  { ...tinyProcedure, id: 'quiet', prefix: 'QX', sight: { only: ['mediator', 'leader'] } },
  { ...tinyProcedure, id: 'inward', prefix: 'NX', sight: { line: 'own' } },
  { ...tinyProcedure, id: 'common', prefix: 'GG', sight: { line: 'everyone' } },
  { ...tinyProcedure, id: 'counsel', prefix: 'XL', sight: { only: ['mediator'], line: 'own' } },
  { ...apartProcedure, sight: {} },
]

const unitIds = UNITS.map(({ id }) => id)
const plan = fc.record({
  kind: fc.constantFrom('tiny', 'tiny', 'seated', 'quiet', 'inward', 'common', 'counsel', 'apart', 'apart'),
  names: fc.uniqueArray(
    fc.record(
      {
        post: fc.option(fc.constantFrom(...POSTS.map(({ id }) => id)), { nil: undefined }),
        unit: fc.option(fc.constantFrom(...unitIds), { nil: undefined }),
      },
      { requiredKeys: [] },
    ),
    { maxLength: 2 },
  ),
  assists: fc.uniqueArray(fc.constantFrom('dongpu', 'yunxi', 'safety'), { minLength: 1, maxLength: 2 }),
  opener: fc.constantFrom('clerk', 'dongpu-clerk', 'yunxi-clerk', 'triage'),
  unitId: fc.constantFrom(...unitIds),
  about: fc.option(fc.constantFrom(...unitIds), { nil: undefined }),
  helper: fc.option(fc.constantFrom('handler', 'dongpu-clerk', 'xiatang-grid'), { nil: undefined }),
})

beforeAll(async () => {
  county = await testCounty(KINDS)
  for (const { kind, names, assists, opener, unitId, about, helper } of fc.sample(plan, {
    numRuns: 600,
    seed: 20_260_302,
  })) {
    const opened = await handleCommand(county.deps, {
      actor: actorOf(opener),
      command: {
        type: 'OpenMatter',
        procedure: kind,
        channel: 'window',
        unitId,
        form: kind === 'apart' ? namingForm(names) : { title: '一件事', ...(about ? { aboutUnit: about } : {}) },
      },
    }).catch((cause: { code: string }) => {
      // A complaint about a unit cannot go to that unit: such plans make no matter.
      expect(cause.code).toBe('guard-refused')
      return undefined
    })
    if (!opened) continue
    if (kind === 'apart') {
      const command = {
        type: 'TakeStep',
        step: 'ask',
        form: { panellists: [{ post: 'mediator' }, { post: 'handler' }] },
      } as const
      const asked = await handleCommand(county.deps, {
        actor: actorOf('clerk'),
        matterId: opened.matter.id,
        command,
      }).catch(refusedAs('matter-not-found', 'out-of-scope'))
      matters.push((asked ?? opened).matter)
      continue
    }
    if (kind === 'seated') {
      const form = { assistants: assists.map((unit) => ({ unit })) }
      const asked = await handleCommand(county.deps, {
        actor: actorOf('clerk'),
        matterId: opened.matter.id,
        command: { type: 'TakeStep', step: 'ask', form },
      }).catch(refusedAs('form-invalid'))
      matters.push((asked ?? opened).matter)
      continue
    }
    const helped =
      helper &&
      (await handleCommand(county.deps, {
        actor: actorOf(helper),
        matterId: opened.matter.id,
        command: { type: 'TakeStep', step: 'note', form: { done: '看过' } },
      }).catch(refusedAs('matter-not-found', 'out-of-scope', 'role-required')))
    matters.push((helped ?? opened).matter)
  }
})
afterAll(() => county?.dispose())

type Name = { readonly post?: string | undefined; readonly unit?: string | undefined }
const namingForm = (names: readonly Name[]) => {
  const rows = names.map(({ post, unit }) => ({ ...(post ? { post } : {}), ...(unit ? { unit } : {}) }))
  return { title: '一件事', ...(rows.length > 0 ? { about: rows } : {}) }
}

/** Some plans are refused; for another reason they must not be. */
const refusedAs =
  (...codes: readonly string[]) =>
  (cause: { code: string }) => {
    expect(codes).toContain(cause.code)
    return undefined
  }

/** The rule said slowly and plainly, from units and parents only. */
function oracle(actor: Actor, matter: Matter): boolean {
  const belongsToComplainedUnit =
    matter.aboutUnitId !== undefined && ancestors(actor.unitId).includes(matter.aboutUnitId)
  if (belongsToComplainedUnit) return false
  const names = (matter.fields['about'] ?? []) as unknown as readonly Name[]
  const isNamed = names.some(
    ({ post, unit }) =>
      post === actor.postId ||
      (post !== undefined && DIRECTORY.posts[post]?.holder?.personId === actor.personId) ||
      (unit !== undefined && ancestors(actor.unitId).includes(unit)),
  )
  if (isNamed) return false
  if (matter.participants.includes(actor.postId)) return true
  if (matter.holders?.some(({ id }) => id === actor.unitId)) return true
  const { only, line } = KINDS.find(({ id }) => id === matter.procedure)?.sight ?? {}
  if (only && !only.some((role) => actor.roles.includes(role))) return false
  if (line === 'everyone') return true
  const hasCharge = (unitId: string) =>
    line === 'own' ? unitId === actor.unitId : ancestors(unitId).includes(actor.unitId)
  return hasCharge(matter.unitId) || hasCharge(matter.originUnitId)
}

const ancestors = (unitId: string | undefined): string[] =>
  unitId ? [unitId, ...ancestors(DIRECTORY.units[unitId]?.parentId)] : []

/** Filters whose parts are found by different indexes, each with what it means. */
const FILTERS: readonly (readonly [filter: LedgerFilter, fits: (matter: Matter) => boolean])[] = [
  [{ unit: 'qinglan' }, () => true],
  [{ unit: 'dongpu' }, ({ unitId }) => ancestors(unitId).includes('dongpu')],
  [
    { unit: 'beitang', group: 'open' },
    ({ unitId, group }) => ancestors(unitId).includes('beitang') && group === 'open',
  ],
  [{ procedure: 'inward' }, ({ procedure }) => procedure === 'inward'],
  [
    { procedure: 'counsel', unit: 'dongpu' },
    ({ procedure, unitId }) => procedure === 'counsel' && ancestors(unitId).includes('dongpu'),
  ],
  [{ kinds: 'tiny,common,apart' }, ({ procedure }) => ['tiny', 'common', 'apart'].includes(procedure)],
  [{ state: 'nowhere' }, () => false],
]

describe('who sees what', () => {
  test.each(POSTS.map(({ id }) => [id]))(
    'the list of %s is what the slow oracle says, and so is each page',
    async (post) => {
      const actor = actorOf(post)
      const db = databaseFor(county.deps.pool, TEST_TENANT)
      const rulebook = await county.deps.rulebooks.of(TEST_TENANT)
      const { rows } = await listMatters(db, actor, { limit: 1000 }, rulebook.directory)
      const expected = matters.filter((matter) => oracle(actor, matter))
      expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(expected.map(({ id }) => id)))
      const { count } = await countMatters(db, actor, { limit: 10 }, rulebook.directory)
      expect(count).toBe(expected.length)
      for (const [filter, fits] of FILTERS) {
        const fitting = expected.filter(fits)
        const page = await listMatters(db, actor, { ...filter, limit: 1000 }, rulebook.directory)
        const says = JSON.stringify(filter)
        expect(new Set(page.rows.map(({ id }) => id)), says).toEqual(new Set(fitting.map(({ id }) => id)))
        const counted = await countMatters(db, actor, { ...filter, limit: 10 }, rulebook.directory)
        expect(counted.count, says).toBe(fitting.length)
      }
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

  test('the sample has matters that name somebody who would else see them, in person or by the unit', () => {
    const withoutNames = ({ fields: { about, ...fields }, ...matter }: Matter): Matter => ({ ...matter, fields })
    const isKeptFrom = (post: string) => (matter: Matter) =>
      !oracle(actorOf(post), matter) && oracle(actorOf(post), withoutNames(matter))
    for (const post of ['leader', 'mediator', 'dongpu-clerk'])
      expect(matters.filter(isKeptFrom(post)).length, post).toBeGreaterThan(1)
  })

  test('the sample has units that see what they assist, and posts kept from a kind with a domain of its own', () => {
    const isSeenBy = (post: string) => (matter: Matter) => oracle(actorOf(post), matter)
    const above = (kind: string) => matters.filter((matter) => matter.procedure === kind && matter.unitId !== 'qinglan')
    expect(matters.filter(({ unitId }) => unitId === 'dongpu').filter(isSeenBy('yunxi-clerk')).length).toBeGreaterThan(
      0,
    )
    expect(above('quiet').length).toBeGreaterThan(above('quiet').filter(isSeenBy('inspector')).length)
    expect(above('inward').length).toBeGreaterThan(above('inward').filter(isSeenBy('leader')).length)
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
