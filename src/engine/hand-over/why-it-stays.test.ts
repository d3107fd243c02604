import { describe, expect, test } from 'vitest'
import type { Matter } from '../../domain/matter/matter.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { leaveV1 } from '../../procedures/leave/v1/procedure.ts'
import { taskV1 } from '../../procedures/task/v1/procedure.ts'
import { actorOf, DIRECTORY } from '../../testing/people.ts'
import { mayHandOver, whyItStays } from './why-it-stays.ts'

const person = (postId: string) => actorOf(postId).personId
const matterOf = (facts: Partial<Matter> = {}) =>
  ({
    tenant: 'qinglan',
    procedure: 'task',
    unitId: 'dongpu',
    originUnitId: 'qinglan',
    group: 'open',
    openedAt: '2026-03-02T01:00:00.000Z',
    ownerPostId: 'dongpu-clerk',
    participants: ['dongpu-clerk'],
    handledBy: [],
    clocks: [],
    fields: {},
    ...facts,
  }) as unknown as Matter
const why = (to: string, facts: Partial<Matter> = {}, from = 'dongpu-clerk', directory: Directory = DIRECTORY) =>
  whyItStays(taskV1, matterOf(facts), { from, to }, directory, '2026-03-02T01:00:00.000Z')

describe('what a post has goes to another', () => {
  test('that may hold the seat', () => expect(why('dongpu-mediator')).toBeUndefined())

  test('and stays, when the other has no role for it or nobody holds it', () => {
    expect(why('dongpu-leader')).toBe('role')
    const { holder: _, ...vacant } = DIRECTORY.posts['dongpu-mediator'] ?? actorless()
    const directory = { ...DIRECTORY, posts: { ...DIRECTORY.posts, 'dongpu-mediator': vacant } }
    expect(why('dongpu-mediator', {}, 'dongpu-clerk', directory)).toBe('role')
  })

  test('and stays, when the other works in a unit that does not have the matter', () => {
    expect(why('yunxi-clerk')).toBe('elsewhere')
  })

  test('and stays, when it is hidden from the other, or they stepped out of it', () => {
    expect(why('dongpu-mediator', { hiddenFrom: ['dongpu-mediator'] })).toBe('sight')
    expect(why('handler', { aboutUnitId: 'qinglan' })).toBe('sight')
    expect(why('dongpu-mediator', { barred: [person('dongpu-mediator')] })).toBe('barred')
  })

  test('and stays, when the verifier would come to handle it, or who handled it to check it', () => {
    expect(why('dongpu-mediator', { verifierPostId: 'dongpu-mediator' })).toBe('two-sides')
    expect(why('dongpu-mediator', { verifiedBy: person('dongpu-mediator') })).toBe('two-sides')
    const checked = { ownerPostId: 'dongpu-mediator', supervisorPostId: 'leader' }
    expect(why('dongpu-mediator', checked, 'leader')).toBe('two-sides')
    const handled = { ownerPostId: 'dongpu-mediator', supervisorPostId: 'leader', handledBy: [person('dongpu-leader')] }
    expect(why('dongpu-leader', handled, 'leader')).toBe('two-sides')
    expect(why('dongpu-leader', checked, 'leader')).toBeUndefined()
  })

  test('and stays, when the other holds the same seat of many, or a limit runs for the post by itself', () => {
    const holders = [
      { seat: 'assist', id: 'dongpu-clerk', state: 'asked' },
      { seat: 'assist', id: 'dongpu-mediator', state: 'asked' },
    ] as const
    expect(why('dongpu-mediator', { holders })).toBe('has-seat')
    const clocks = [{ id: 'assist#1', deadline: 'assist', holder: 'dongpu-clerk', state: 'running' }]
    expect(why('dongpu-mediator', { clocks: clocks as never })).toBe('own-limit')
  })

  test('but not the leave of whoever holds it', () => {
    const leave = matterOf({ procedure: 'leave', fields: { absent: 'dongpu-clerk' } })
    const route = { from: 'dongpu-clerk', to: 'dongpu-mediator' }
    expect(whyItStays(leaveV1, leave, route, DIRECTORY, '2026-03-02T01:00:00.000Z')).toBe('about-the-post')
  })

  test('and nothing, when the matter is over or the post holds no seat in it', () => {
    expect(why('dongpu-mediator', { group: 'done' })).toBe('nothing')
    expect(why('dongpu-mediator', { ownerPostId: 'dongpu-leader' })).toBe('nothing')
  })
})

const actorless = (): never => {
  throw new Error('no such post')
}

test('is handed over by who oversees the post, routes for it or administers, and nobody else', () => {
  const may = (postId: string) => mayHandOver(actorOf(postId), 'dongpu-clerk', DIRECTORY)
  expect(['dongpu-leader', 'leader', 'triage', 'administrator'].every(may)).toBe(true)
  expect(['dongpu-mediator', 'clerk', 'yunxi-clerk', 'court-president', 'auditor'].some(may)).toBe(false)
})
