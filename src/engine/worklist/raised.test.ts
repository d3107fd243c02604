import { expect, test } from 'vitest'
import type { Matter } from '../../domain/matter/matter.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { DIRECTORY } from '../../testing/people.ts'
import { raisedToRole } from './raised.ts'

const anyLeader = Object.values(DIRECTORY.posts).find(({ roles }) => roles.includes('leader'))

/** The test county with a leader in the township too, above the village. */
function withTownLeader(): Directory {
  if (!anyLeader) throw new Error('the test county has no leader')
  return { ...DIRECTORY, posts: { ...DIRECTORY.posts, townLeader: { ...anyLeader, unitId: 'yunxi' } } }
}
const late = { unitId: 'beitang', originUnitId: 'beitang', participants: [], clocks: [] } as unknown as Matter

test('what is raised again goes one higher each time, and from the highest it cannot', () => {
  const raised = (before: number) => raisedToRole('leader', late, withTownLeader(), { before })
  expect([0, 1, 2, 5].map(raised)).toEqual([
    ['leader@yunxi'],
    ['leader@qinglan'],
    ['leader@qinglan'],
    ['leader@qinglan'],
  ])
})

test('the clock of a holder is raised above the holder, not above the unit that called it', () => {
  const raised = (before: number) =>
    raisedToRole('leader', { ...late, unitId: 'qinglan' }, withTownLeader(), { holder: 'beitang', before })
  expect([0, 1].map(raised)).toEqual([['leader@yunxi'], ['leader@qinglan']])
})
