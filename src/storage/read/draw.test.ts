import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import type { FormValues } from '../../domain/procedure/form.ts'
import { drawFrom, drawQuery, isAmong } from '../../engine/decide/apart/draw.ts'
import { drawFaults } from '../../engine/definition/relations/draws.ts'
import { drawLots } from '../../engine/record/draw.ts'
import { type TestCounty, testCounty } from '../../testing/county.ts'
import { actorOf, TEST_TENANT } from '../../testing/people.ts'
import { planted } from '../../testing/planted.ts'
import { lotsProcedure } from '../../testing/procedures/lots-procedure.ts'
import { tinyProcedure } from '../../testing/tiny-procedure.ts'
import { openChildren } from '../write/follow-up.ts'
import { handleCommand } from '../write/handle.ts'
import { sha256 } from '../write/ids.ts'
import { readLots } from './draw.ts'

let county: TestCounty
const matters: Matter[] = []
const BEFORE = '2026-02-01T01:00:00.000Z'
const NOW = '2026-03-02T01:00:00.000Z'

const act = (post: string, matterId: string, step: string, form: FormValues = {}) =>
  handleCommand(county.deps, { actor: actorOf(post), matterId, command: { type: 'TakeStep', step, form } })

async function closed(post: string, unitId: string, about?: string): Promise<Matter> {
  const form = { title: '一件事', ...(about ? { aboutUnit: about } : {}) }
  const command = { type: 'OpenMatter', procedure: 'tiny', channel: 'window', unitId, form } as const
  const { matter } = await handleCommand(county.deps, { actor: actorOf(post), command })
  await act('handler', matter.id, 'handle', { done: '好了' })
  return (await act('verifier', matter.id, 'close')).matter
}

beforeAll(async () => {
  county = await testCounty([tinyProcedure, lotsProcedure])
  county.setNow(BEFORE)
  matters.push(await closed('clerk', 'dongpu'))
  county.setNow(NOW)
  for (let n = 0; n < 12; n += 1) matters.push(await closed('clerk', n % 3 === 0 ? 'yunxi' : 'dongpu'))
  matters.push(await closed('clerk', 'dongpu', 'yunxi'))
  const open = {
    type: 'OpenMatter',
    procedure: 'tiny',
    channel: 'window',
    unitId: 'dongpu',
    form: { title: '没办完' },
  } as const
  matters.push((await handleCommand(county.deps, { actor: actorOf('clerk'), command: open })).matter)
})
afterAll(() => county?.dispose())

const planned = async (form: FormValues = {}): Promise<Matter> => {
  const command = {
    type: 'OpenMatter',
    procedure: 'lots',
    channel: 'window',
    unitId: 'qinglan',
    form: { title: '抽查', seed: '20260302', scope: 'dongpu', from: '2026-03-01', to: '2026-03-02', ...form },
  } as const
  return (await handleCommand(county.deps, { actor: actorOf('clerk'), command })).matter
}

/** The list that anyone can write down: closed in the period, under the unit, no complaint. */
const listed = (unitId: string) =>
  matters
    .filter(({ unitId: at, closedAt, aboutUnitId }) => at === unitId && closedAt && closedAt >= NOW && !aboutUnitId)
    .map(({ reference }) => reference)
    .sort()

describe('a draw by lot', () => {
  test('is recorded with seed, size and digest, and anyone who has the list draws the same', async () => {
    const plan = await planned()
    const { events, matter } = await act('clerk', plan.id, 'draw', { howMany: 3 })
    const population = listed('dongpu')
    expect(population).toHaveLength(8)
    expect(events[0]).toMatchObject({
      draw: { question: 'drawn', seed: '20260302', size: 8, digest: sha256(population.join('\n')) },
    })
    // Written out once more, with nothing of ours: the three smallest hashes.
    const smallest = population
      .map((reference) => ({ reference, lot: sha256(`20260302\n${reference}`) }))
      .sort((a, b) => (a.lot < b.lot ? -1 : 1))
      .slice(0, 3)
      .map(({ reference }) => ({ reference, unit: 'dongpu' }))
    expect(matter.fields['drawn']).toEqual(smallest)
  })

  test('takes in the database those that the rule takes, for whoever draws', async () => {
    const { directory } = await county.deps.rulebooks.of(TEST_TENANT)
    for (const [post, scope] of [
      ['clerk', 'dongpu'],
      ['clerk', 'qinglan'],
      ['leader', 'yunxi'],
      ['dongpu-clerk', 'qinglan'],
      ['yunxi-clerk', 'dongpu'],
    ] as const) {
      const actor: Actor = actorOf(post)
      const query = drawQuery(lotsProcedure, 'draw', await planned({ scope }), { howMany: 4 }, directory)
      if (!query) throw new Error('nothing to draw from')
      const plainly = drawFrom(
        query,
        matters.filter((matter) => isAmong(query, matter, actor, directory)),
        sha256,
      )
      const { matters: won, ...drawn } = await readLots(county.deps, query, actor, directory)
      const { matters: expected, ...rest } = plainly
      expect([drawn, won.map(({ reference }) => reference)]).toEqual([rest, expected.map(({ reference }) => reference)])
    }
  })

  test('depends on the seed alone: another seed draws others, the same seed the same', () => {
    const population = Array.from({ length: 50 }, (_, n) => `SY-2026-${String(n).padStart(4, '0')}`)
    const draw = (seed: string) => drawLots(population, 5, seed, sha256).references
    expect(draw('0517')).toEqual(drawLots([...population].reverse(), 5, '0517', sha256).references)
    expect(draw('0517')).not.toEqual(draw('0518'))
    // Each is drawn about as often as the others.
    const counts = new Map(population.map((each) => [each, 0]))
    for (let n = 0; n < 2_000; n += 1) for (const each of draw(`s${n}`)) counts.set(each, (counts.get(each) ?? 0) + 1)
    expect(Math.min(...counts.values())).toBeGreaterThan(140)
    expect(Math.max(...counts.values())).toBeLessThan(260)
  })

  test('of more than there are is refused with how many there are', async () => {
    const plan = await planned()
    await expect(act('clerk', plan.id, 'draw', { howMany: 9 })).rejects.toMatchObject({
      code: 'form-invalid',
      details: { issues: [{ field: 'howMany', rule: 'too-large', limit: 8 }] },
    })
  })

  test('is not typed', async () => {
    const plan = await planned()
    const drawn = [{ reference: matters[1]?.reference ?? '', unit: 'dongpu' }]
    await expect(act('clerk', plan.id, 'draw', { howMany: 1, drawn })).rejects.toMatchObject({
      details: { issues: [{ field: 'drawn', rule: 'unknown-field' }] },
    })
  })

  test('opens a matter for each, and keeps out of it whoever handled or checked the drawn one', async () => {
    const plan = await planned()
    const { matter, children } = await act('clerk', plan.id, 'draw', { howMany: 2 })
    expect(children.map(({ barred }) => barred)).toEqual([
      ['person-handler', 'person-verifier'],
      ['person-handler', 'person-verifier'],
    ])
    await openChildren(county.deps, matter, children)
    const id = children[0]?.id ?? ''
    await expect(act('handler', id, 'handle', { done: '好了' })).rejects.toMatchObject({
      details: { guard: 'notBarred' },
    })
  })
})

test('nobody of a unit that a question names is chosen where the answer is not of it', async () => {
  const plan = await planned()
  await expect(act('clerk', plan.id, 'name', { checker: 'dongpu-clerk' })).rejects.toMatchObject({
    details: { issues: [{ field: 'checker', rule: 'barred' }] },
  })
  expect((await act('clerk', plan.id, 'name', { checker: 'handler' })).matter.ownerPostId).toBe('handler')
})

describe('a slip in a draw is found', () => {
  const all = [tinyProcedure, lotsProcedure]
  const slip = (path: string, value: unknown) =>
    drawFaults(planted(lotsProcedure, path, value), all).map((each) => `${each.path}: ${each.sentence.en}`)
  const at = 'forms.draw.fields.drawn.draws'

  test('none in the plan itself', () => {
    expect(drawFaults(lotsProcedure, all)).toEqual([])
  })
  test.each([
    [`${at}.of`, 'small', `${at}.of: there is no kind "small"`],
    [`${at}.states`, ['shut'], `${at}.states.0: tiny has no state "shut"`],
    [`${at}.count`, 'number', `${at}.count: the same form has no required number "number"`],
    [`${at}.seed`, 'howMany', `${at}.seed: the seed "howMany" must be on record before the draw`],
    ['forms.opening.fields.seed.required', undefined, `${at}.seed: the seed "seed" must be on record before the draw`],
    [`${at}.unit`, 'where', `${at}.unit: no form asks for a unit "where"`],
    [`${at}.period.from`, 'when', `${at}.period: no form asks for a day "when"`],
    [
      'forms.draw.fields.drawn.fields.points',
      { kind: 'number', title: { zh: '分', en: 'Points' } },
      'forms.draw.fields.drawn.fields.points: what is drawn is a number, a unit, a post',
    ],
    [
      'forms.checker.fields.checker.notOf',
      ['whose'],
      'forms.checker.fields.checker.notOf.0: no form asks for a unit or post "whose"',
    ],
  ])('%s', (path, value, found) => {
    expect(slip(path, value)).toContain(found)
  })
})
