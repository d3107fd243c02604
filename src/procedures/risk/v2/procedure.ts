import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { withCrossings } from '../../shared/v2/crossing.ts'
import type { Road } from '../../shared/v2/crossing-roads.ts'
import { riskV1 } from '../v1/procedure.ts'

/** What another office must know of a risk. Units, posts and records mean something here only. */
const carry = {
  title: 'title',
  category: 'category',
  description: 'description',
  causes: 'causes',
  place: 'place',
  foundOn: 'foundOn',
  existingControls: 'existingControls',
} as const

/** Graded, it is decided upon above or below; whoever takes it decides. */
const graded: Road = { from: ['assessed'], back: 'assessed', carry, meets: ['decide'] }

/** The first version, with its ways to other offices: a risk too great for the county goes up, one of the city down, another's over. */
export const riskV2: Procedure = {
  ...withCrossings(riskV1, {
    up: graded,
    down: graded,
    over: { from: ['identified'], back: 'identified', carry, meets: ['assess'] },
  }),
  version: 2,
  effectiveOn: '2024-11-02',
}
