import { describe, expect, test } from 'vitest'
import type { Matter } from '../../domain/matter/matter.ts'
import type { Sight } from '../../domain/unit/sight.ts'
import { actorOf, DIRECTORY, POSTS } from '../../testing/people.ts'
import { accessFacts, leavesGap, mayAct, maySee, secrecyOf } from './access.ts'

/** Posts that see a matter of a kind with this domain, which Dongpu handles and the county registered, and those that act in it. */
function sighted(sight: Sight | undefined, facts: Partial<Matter> = {}) {
  const directory = sight ? { ...DIRECTORY, sights: { tiny: sight } } : DIRECTORY
  const matter = {
    tenant: 'qinglan',
    procedure: 'tiny',
    procedureVersion: 1,
    unitId: 'dongpu',
    originUnitId: 'dongpu',
    participants: [],
    ...facts,
  } as unknown as Matter
  const found = accessFacts(matter, directory)
  const posts = POSTS.map(({ id }) => id)
  return {
    see: posts.filter((id) => maySee(actorOf(id), found)),
    act: posts.filter((id) => mayAct(actorOf(id), found)),
  }
}

describe('a kind with a domain of its own', () => {
  test('is seen by the roles it names, in charge of its unit, and by nobody else there', () => {
    expect(sighted({ only: ['mediator'] })).toEqual({
      see: ['mediator', 'dongpu-mediator'],
      act: ['mediator', 'dongpu-mediator'],
    })
  })

  test('ends at its unit: the line above does not see it', () => {
    expect(sighted({ line: 'own' }).see).toEqual(['dongpu-clerk', 'dongpu-mediator', 'dongpu-leader'])
    expect(sighted(undefined).see).toContain('leader')
    expect(sighted({ line: 'own', only: ['mediator'] }).see).toEqual(['dongpu-mediator'])
  })

  test('of what all refer to, is seen by everybody and worked on by those in charge', () => {
    expect(sighted({ line: 'everyone' }).see).toEqual(POSTS.map(({ id }) => id))
    expect(sighted({ line: 'everyone' }).act).not.toContain('yunxi-clerk')
  })

  test('is seen by whoever takes part, and by a unit that assists', () => {
    const { see, act } = sighted({ line: 'own', only: ['mediator'] }, { participants: ['leader', 'unit:yunxi'] })
    expect(see).toEqual(['leader', 'dongpu-mediator', 'yunxi-clerk'])
    expect(act).toEqual(['leader', 'dongpu-mediator'])
  })

  test('is a complaint like another: never for the unit it is about', () => {
    expect(sighted({ only: ['mediator'] }, { aboutUnitId: 'dongpu' }).see).toEqual(['mediator'])
  })

  test('is named only in the record of one whose readers all see it: of the same units, or of units above', () => {
    const directory = { ...DIRECTORY, sights: { tiny: { only: ['clerk', 'leader'] as const } } }
    const of = (unitId: string, originUnitId = unitId) =>
      secrecyOf({ procedure: 'tiny', unitId, originUnitId }, directory)
    expect(leavesGap(of('dongpu'), of('dongpu'))).toBe(false)
    expect(leavesGap(of('qinglan'), of('dongpu'))).toBe(false)
    expect(leavesGap(of('dongpu'), of('qinglan'))).toBe(true)
    expect(leavesGap(of('dongpu'), of('yunxi'))).toBe(true)
    expect(leavesGap(of('qinglan', 'dongpu'), of('qinglan'))).toBe(true)
  })
})
