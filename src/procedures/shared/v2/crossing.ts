import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { closingAnswered, takingIn } from './crossing-intake.ts'
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
} from './crossing-parts.ts'
import { handingOver, type Road, sendingDown, sendingUp } from './crossing-roads.ts'

/** The ways on which matters of a kind go to other offices; any of them takes in what comes from there. */
export type Roads = { readonly up?: Road; readonly down?: Road; readonly over?: Road }

/** The same kind with ways to other offices: its states, steps, forms and limits beside its own. */
export function withCrossings(procedure: Procedure, { up, down, over }: Roads): Procedure {
  const { transferred, answeredElsewhere, ...outcomes } = crossingOutcomes
  const { endedThere, answeredElsewhere: ended, ...arrivalStates } = crossingStates
  const { closeAnswered: closing, ...forms } = crossingForms
  const { closeAnswered, ...deadlines } = crossingDeadlines
  const held = up ?? down
  return {
    ...procedure,
    outcomes: {
      ...procedure.outcomes,
      ...outcomes,
      ...(held ? { answeredElsewhere } : {}),
      ...(over ? { transferred } : {}),
    },
    forms: {
      ...procedure.forms,
      ...forms,
      ...(held ? { closeAnswered: closing } : {}),
      ...(up ? upForm : {}),
      ...(down ? downForm : {}),
      ...(over ? overForm : {}),
    },
    deadlines: { ...procedure.deadlines, ...deadlines, ...(held ? { closeAnswered } : {}) },
    states: {
      ...procedure.states,
      ...arrivalStates,
      ...(held ? { endedThere, answeredElsewhere: ended } : {}),
      ...(up ? upStates : {}),
      ...(down ? downStates : {}),
      ...(over ? overStates : {}),
    },
    steps: {
      ...procedure.steps,
      ...(up ? sendingUp(up) : {}),
      ...(down ? sendingDown(down) : {}),
      ...(over ? handingOver(over) : {}),
      ...(held ? closingAnswered(held) : {}),
      ...takingIn(procedure.opening),
    },
  }
}
