import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { closingAnswered, takingIn } from '../../shared/v2/crossing-intake.ts'
import {
  crossingDeadlines,
  crossingForms,
  crossingOutcomes,
  crossingStates,
  downForm,
  downStates,
  overForm,
  overStates,
  upForm,
  upStates,
} from '../../shared/v2/crossing-parts.ts'
import { handingOver, type Road, sendingDown, sendingUp } from '../../shared/v2/crossing-roads.ts'
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

const graded: Road = { from: ['assessed'], back: 'assessed', carry, meets: ['decide'] }
const registered: Road = { from: ['identified'], back: 'identified', carry, meets: ['assess'] }

/** The first version, with its ways to other offices: a risk too great for the county goes up, one of the city down, another's over. */
export const riskV2: Procedure = {
  ...riskV1,
  version: 2,
  effectiveOn: '2024-11-02',
  outcomes: { ...riskV1.outcomes, ...crossingOutcomes },
  forms: { ...riskV1.forms, ...crossingForms, ...upForm, ...downForm, ...overForm },
  deadlines: { ...riskV1.deadlines, ...crossingDeadlines },
  states: { ...riskV1.states, ...crossingStates, ...upStates, ...downStates, ...overStates },
  steps: {
    ...riskV1.steps,
    ...sendingUp(graded),
    ...sendingDown(graded),
    ...handingOver(registered),
    ...closingAnswered(graded),
    ...takingIn(riskV1.opening),
  },
}
