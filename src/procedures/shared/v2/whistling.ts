import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { called, URGENCY, WHISTLE_KINDS } from '../../whistle/v1/forms.ts'
import { ladderSources } from './sources-ladder.ts'

/** A version that may blow the whistle: the whistle is a matter of its own, and its result comes back. */
export const withWhistle = (procedure: Procedure): Procedure => ({
  ...procedure,
  forms: {
    ...procedure.forms,
    blowWhistle: {
      title: text('吹哨', 'Blow the whistle'),
      fields: {
        whistleTitle: {
          kind: 'text',
          title: text('事由', 'What it is about'),
          required: true,
          min: 2,
          max: 80,
          known: 'title',
        },
        whistleKind: { kind: 'choice', title: text('哪一类', 'Kind'), required: true, options: WHISTLE_KINDS },
        whistleUrgency: { kind: 'choice', title: text('哪种哨', 'How urgent'), required: true, options: URGENCY },
        whistleWhy: {
          kind: 'longText',
          title: text('什么事，为什么一家办不了', 'What it is, and why one unit cannot do it'),
          required: true,
          min: 2,
          max: 3000,
        },
        whistlePlace: {
          kind: 'text',
          title: text('地点', 'Place'),
          required: true,
          min: 2,
          max: 120,
          known: 'place',
        },
        whistleUnits: asked(),
      },
    },
  },
  steps: {
    ...procedure.steps,
    blowWhistle: {
      title: text('吹哨', 'Blow the whistle'),
      from: 'open',
      by: (['triageOfficer', 'clerk', 'handler', 'inspector', 'mediator', 'leader'] as const).map((role) => ({
        role,
        is: 'responsible',
      })),
      form: 'blowWhistle',
      aside: true,
      opens: [
        {
          procedure: 'whistle',
          link: 'childOf',
          carry: {
            title: 'whistleTitle',
            category: 'whistleKind',
            urgency: 'whistleUrgency',
            description: 'whistleWhy',
            place: 'whistlePlace',
            placeUnit: 'placeUnit',
            called: 'whistleUnits',
          },
        },
      ],
      source: ladderSources.whistle,
      told: text('吹了哨', 'blew the whistle'),
    },
  },
})

/** The same rows; here they seat nobody. */
function asked() {
  const { fills: _, ...rows } = called
  return rows
}
