import { describe, expect, test } from 'vitest'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { actorOf, DIRECTORY } from '../../testing/people.ts'
import { tinyProcedure } from '../../testing/tiny-procedure.ts'
import { accessFacts, maySee } from '../access/access.ts'
import { takes } from '../access/seats.ts'
import { firstBrokenGuard } from '../conditions/conditions.ts'

const matterOf = (facts: Partial<Matter>) =>
  ({
    tenant: 'qinglan',
    procedure: 'tiny',
    unitId: 'yunxi',
    originUnitId: 'qinglan',
    participants: [],
    handledBy: [],
    ...facts,
  }) as unknown as Matter

/** The holder of `own`, acting in `post` for whoever holds it. */
function deputy(own: string, post: string): Actor {
  const { personId, postId, unitId, unitPath } = actorOf(own)
  return { ...actorOf(post), personId, standsIn: { ownPostId: postId, own: [{ postId, unitId, unitPath }] } }
}
const sees = (actor: Actor, facts: Partial<Matter>) => maySee(actor, accessFacts(matterOf(facts), DIRECTORY))

test('a program never sees what is hidden from who holds its post, in whatever post of theirs', () => {
  const program: Actor = { ...actorOf('leader'), personId: 'service-0123456789', behind: 'person-leader' }
  expect(sees(program, {})).toBe(true)
  for (const token of ['person:person-leader', 'person:service-0123456789', 'leader', 'unit:qinglan'])
    expect(sees(program, { hiddenFrom: [token] })).toBe(false)
})

describe('who stands in for another stays who they are', () => {
  const asLeader = deputy('dongpu-clerk', 'leader')

  test('and never sees a complaint about the unit of their own', () => {
    expect(sees(actorOf('leader'), { aboutUnitId: 'dongpu' })).toBe(true)
    expect(sees(asLeader, {})).toBe(true)
    expect(sees(asLeader, { aboutUnitId: 'dongpu' })).toBe(false)
  })

  test('nor what is hidden from them, from a post of theirs or from their unit', () => {
    for (const token of [`person:${asLeader.personId}`, 'dongpu-clerk', 'unit:dongpu', 'leader'])
      expect(sees(asLeader, { hiddenFrom: [token] })).toBe(false)
    expect(sees(asLeader, { hiddenFrom: ['unit:yunxi'] })).toBe(true)
  })

  test('and is not of another unit than their own, where the law wants another', () => {
    const by = [{ role: 'leader', at: 'responsible', outside: 'responsible' }] as const
    expect(takes(actorOf('leader'), by, matterOf({ unitId: 'dongpu' }), DIRECTORY)).toBe('yes')
    expect(takes(asLeader, by, matterOf({ unitId: 'dongpu' }), DIRECTORY)).toBe('wrong-side')
  })

  test('is kept out by a seat of their own, and let in only by the seat of the post they act in', () => {
    const broken = (actor: Actor, guard: 'notTheHandler' | 'isOwner') =>
      firstBrokenGuard({
        procedure: tinyProcedure,
        matter: matterOf({ ownerPostId: 'dongpu-clerk' }),
        step: { title: { zh: '', en: '' }, from: [], by: [], guards: [guard] },
        actor,
        now: '2026-03-02T01:00:00.000Z',
      })
    expect(broken(actorOf('leader'), 'notTheHandler')).toBeUndefined()
    expect(broken(asLeader, 'notTheHandler')).toBe('notTheHandler')
    expect(broken(asLeader, 'isOwner')).toBe('isOwner')
    expect(broken(deputy('leader', 'dongpu-clerk'), 'isOwner')).toBeUndefined()
  })
})
