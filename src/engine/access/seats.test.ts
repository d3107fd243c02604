import { describe, expect, test } from 'vitest'
import type { Matter } from '../../domain/matter/matter.ts'
import { roleOf, type Taker } from '../../domain/procedure/taker.ts'
import { actorOf, DIRECTORY, POSTS } from '../../testing/people.ts'
import { accessFacts, mayAct, maySee } from './access.ts'
import { takes } from './seats.ts'

/** A matter that Dongpu handles; the county registered it. */
const matterOf = (facts: Partial<Matter> = {}) =>
  ({
    tenant: 'qinglan',
    unitId: 'dongpu',
    originUnitId: 'qinglan',
    participants: [],
    ...facts,
  }) as unknown as Matter

/** Posts of the invented county that may take a step by this taker. */
const takers = (taker: Taker, facts: Partial<Matter> = {}) =>
  POSTS.map(({ id }) => id).filter((id) => takes(actorOf(id), [taker], matterOf(facts), DIRECTORY) === 'yes')

describe('who may take a step, by where they stand to a seat', () => {
  test('a bare role works in the responsible unit or has charge of it', () => {
    expect(takers('leader')).toEqual(['leader', 'dongpu-leader'])
  })

  test('a step at the ordering side is never taken by the unit that was ordered', () => {
    const ordering: Taker = { role: 'leader', at: 'ordering' }
    expect(takers(ordering)).toEqual(['leader'])
    expect(takers(ordering, { originUnitId: 'dongpu' })).toEqual(['leader', 'dongpu-leader'])
  })

  test('a leader who ordered in person keeps colleagues out where the step is for the one who ordered', () => {
    const self: Taker = { role: 'leader', is: 'ordering' }
    expect(takers(self, { orderingPostId: 'dongpu-leader', participants: ['dongpu-leader'] })).toEqual([
      'dongpu-leader',
    ])
    expect(takers(self)).toEqual(['leader'])
  })

  test('the leader who took a matter on is another than the one who ordered it', () => {
    const facts = { orderingPostId: 'leader', sponsorPostId: 'dongpu-leader' }
    expect(takers({ role: 'leader', is: 'sponsor' }, facts)).toEqual(['dongpu-leader'])
    expect(takers({ role: 'leader', is: 'sponsor' })).toEqual([])
  })

  test('below a seat is its unit and what lies under it', () => {
    expect(takers({ role: 'handler', below: 'responsible' })).toEqual(['dongpu-clerk', 'dongpu-mediator'])
    expect(takers({ role: 'handler', below: 'responsible' }, { participants: ['xiatang-grid'] })).toEqual([
      'dongpu-clerk',
      'dongpu-mediator',
      'xiatang-grid',
    ])
  })

  test('outside a seat is neither its unit nor what lies under it', () => {
    expect(takers({ role: 'verifier', outside: 'responsible' })).toEqual(['handler', 'verifier'])
    expect(takers({ role: 'verifier', at: 'responsible', outside: 'responsible' })).toEqual(['handler', 'verifier'])
  })

  test('a unit that assists sees the matter and takes the steps of its seat, and no others', () => {
    const facts: Partial<Matter> = {
      holders: [{ seat: 'assist', id: 'yunxi', state: 'asked' }],
      participants: ['yunxi', 'unit:yunxi'],
    }
    expect(takers({ role: 'handler', is: 'assist' }, facts)).toEqual(['yunxi-clerk'])
    expect(takers('handler', facts)).not.toContain('yunxi-clerk')
    const seen = accessFacts(matterOf(facts), DIRECTORY)
    expect([maySee(actorOf('yunxi-clerk'), seen), mayAct(actorOf('yunxi-clerk'), seen)]).toEqual([true, false])
  })

  test('nobody below or beside a unit that assists gains sight', () => {
    const facts = accessFacts(matterOf({ participants: ['unit:yunxi'] }), DIRECTORY)
    const below = { ...actorOf('xiatang-grid'), unitId: 'beitang', unitPath: '/qinglan/yunxi/beitang/' }
    const beside = { ...actorOf('inspector'), unitId: 'safety', unitPath: '/qinglan/safety/' }
    expect([maySee(below, facts), maySee(beside, facts)]).toEqual([false, false])
  })

  test('a complaint stays hidden from the unit it is about, whatever seat that holds', () => {
    const facts = { aboutUnitId: 'yunxi', participants: ['unit:yunxi'] }
    expect(maySee(actorOf('yunxi-clerk'), accessFacts(matterOf(facts), DIRECTORY))).toBe(false)
  })

  test('whoever is no such role is told so, and whoever stands elsewhere that', () => {
    const leader: Taker = { role: 'leader', at: 'ordering' }
    expect(roleOf(leader)).toBe('leader')
    expect(takes(actorOf('dongpu-clerk'), [leader], matterOf(), DIRECTORY)).toBe('wrong-role')
    expect(takes(actorOf('dongpu-leader'), [leader], matterOf(), DIRECTORY)).toBe('wrong-side')
  })
})
