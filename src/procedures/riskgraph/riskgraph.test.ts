import { expect, test } from 'vitest'
import { given } from '../../testing/given.ts'
import { riskgraphV1 } from './v1/procedure.ts'

const links = [
  { from: '烟道油污', to: '厨房火灾', chance: 12, grounds: 'panel' },
  { from: '厨房火灾', to: '人员伤亡', chance: 20, grounds: 'published', basis: '公开通报' },
]
const graph = { name: '九小场所火灾', category: 'fire', links }

test('a risk graph is drawn by one post and approved by another, and a change is a new version', () => {
  const told = given(riskgraphV1, 'inspector', graph)
  told.refuses('inspector', 'publish', 'role-required')
  given(riskgraphV1, 'triage', graph).refuses('triage', 'publish', 'guard-refused', { guard: 'notRegisteredBy' })
  const changed = told
    .takes('triage', 'publish')
    .isIn('inForce')
    .takes('clerk', 'revise', { ...graph, links: links.slice(0, 1), reason: '按去年的事项重估' })
  expect(changed.matter().version).toBe(3)
})

test('every link says how likely, between nothing and certain, and by what', () => {
  const refused = (link: object) =>
    expect(() => given(riskgraphV1, 'inspector', { ...graph, links: [{ ...links[0], ...link }] })).toThrow(
      'form-invalid',
    )
  refused({ chance: 101 })
  refused({ chance: -1 })
  refused({ grounds: 'guess' })
})
