import type { Procedure, Step } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { withCrossings } from '../../shared/v2/crossing.ts'

/**
 * What is about the office itself goes to the level above. Who reported it stays here: the level above learns what it is about, and
 * its result is told by this office and rated as any other.
 */
export function withWayUp(report: Procedure): Procedure {
  const crossing = withCrossings(report, {
    up: {
      from: ['accepted'],
      back: 'accepted',
      carry: { title: 'title', category: 'category', description: 'description', place: 'place' },
      meets: ['route', 'handle'],
    },
  })
  const { closeAnswered, takeUpAgain } = crossing.steps as Record<string, Step>
  const { answeredElsewhere: _, ...states } = crossing.states
  const { answeredElsewhere: __, ...outcomes } = crossing.outcomes
  if (!closeAnswered || !takeUpAgain) throw new Error('a way up has no end')
  return {
    ...crossing,
    outcomes,
    states,
    steps: {
      ...crossing.steps,
      closeAnswered: {
        ...closeAnswered,
        title: text('告知上级的结果', 'Tell what the level above found'),
        to: 'answered',
        starts: ['followUp'],
        tells: text('反映人：上级办理的结果', 'The reporter: what came of it above'),
        told: text('把上级的结果告诉了反映人', 'told the reporter what came of it above'),
        public: text('上级办完了，结果告诉了您', 'The level above has ended it; you were told the result'),
      },
      takeUpAgain: { ...takeUpAgain, starts: ['handle'] },
    },
  }
}
