import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { closingAnswered, takingIn } from '../../shared/v2/crossing-intake.ts'
import {
  crossingDeadlines,
  crossingForms,
  crossingOutcomes,
  crossingStates,
  upForm,
  upStates,
} from '../../shared/v2/crossing-parts.ts'
import { type Road, sendingUp } from '../../shared/v2/crossing-roads.ts'
import { recognitionV1 } from '../v1/procedure.ts'

const { transferred: _, ...outcomes } = crossingOutcomes

/** An honour for a unit is recommended to the level above; posts are known here only, and tolerance is decided here. */
const recommended: Road = {
  from: ['examined'],
  back: 'examined',
  carry: { title: 'title', category: 'category', honour: 'honour', deeds: 'deeds', materials: 'materials' },
  meets: ['decide'],
  guards: [{ the: 'category', is: ['unit'] }],
  tells: text('申报单位', 'The unit'),
}

/** The first version, with the recommendation to the level above. */
export const recognitionV2: Procedure = {
  ...recognitionV1,
  version: 2,
  effectiveOn: '2024-11-02',
  outcomes: { ...recognitionV1.outcomes, ...outcomes },
  forms: { ...recognitionV1.forms, ...crossingForms, ...upForm },
  deadlines: { ...recognitionV1.deadlines, ...crossingDeadlines },
  states: { ...recognitionV1.states, ...crossingStates, ...upStates },
  steps: {
    ...recognitionV1.steps,
    ...sendingUp(recommended),
    ...closingAnswered(recommended),
    ...takingIn(recognitionV1.opening),
  },
}
