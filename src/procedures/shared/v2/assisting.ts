import type { Fields } from '../../../domain/procedure/form.ts'
import type { Procedure, Step } from '../../../domain/procedure/procedure.ts'
import type { Taker } from '../../../domain/procedure/taker.ts'
import { text } from '../../../domain/wording/text.ts'
import { assistDeadlines, assistForms, assistSteps, assists } from '../v1/assisting.ts'
import { reason } from '../v1/common-fields.ts'
import { intake } from '../v1/sources.ts'
import { orderingSide } from '../v1/takers.ts'
import { asking, guarded } from './extended.ts'

/** 协办: the lead asks others for help at any time, sees what each brings, and ends nothing while a part is open unless it says why. */

const OPEN_WHY: Fields = {
  assistOpenWhy: {
    kind: 'longText',
    title: text('协办没有反馈就办结的理由', 'Why it ends while a part is open'),
    hint: text('协办单位都反馈或退回了，不用写', 'Not needed once every assisting unit has answered or sent it back'),
    max: 500,
  },
}

/** Returned twice, nobody asks a third time: a leader rules, and nobody sends the ruling back. */
const RULED_AFTER = 2

const LEAD: readonly Taker[] = [
  ...(['handler', 'inspector', 'mediator', 'clerk'] as const).map((role) => ({ role, is: 'responsible' }) as const),
  ...orderingSide('triageOfficer', 'clerk', 'leader'),
]

const STARTS = ['assistSign', 'assistAnswer'] as const

const askingSteps: Record<string, Step> = {
  askAssist: {
    title: text('请别的单位协办', 'Ask others to assist'),
    from: 'open',
    by: LEAD,
    form: 'askAssist',
    aside: true,
    guards: [{ the: { rounds: 'refuseAssist' }, atMost: RULED_AFTER - 1 }],
    starts: STARTS,
    raises: ['assist'],
    tells: text('协办单位', 'The assisting units'),
    told: text('请别的单位协办', 'asked other units to assist'),
  },
  ruleAssist: {
    title: text('裁定协办单位', 'Rule who assists'),
    from: 'open',
    by: orderingSide('leader'),
    form: 'ruleAssist',
    aside: true,
    guards: [{ the: { rounds: 'refuseAssist' }, atLeast: 1 }],
    starts: STARTS,
    raises: ['assist'],
    source: intake.noSecondReturn,
    tells: text('牵头单位和协办单位', 'The lead and the assisting units'),
    told: text('裁定了协办单位', 'ruled who assists'),
  },
}

/** A version whose lead may ask others for help. `closing` are the steps by which the lead ends the matter or says that it is done. */
export function withAssist(procedure: Procedure, closing: readonly string[]): Procedure {
  const { refuseAssist } = assistSteps
  return {
    ...procedure,
    forms: {
      ...procedure.forms,
      ...assistForms,
      ...asking(procedure, closing, OPEN_WHY),
      askAssist: {
        title: text('请别的单位协办', 'Ask others to assist'),
        fields: { assists: { ...assists, known: true, required: true, min: 1 } },
      },
      ruleAssist: {
        title: text('裁定协办单位', 'Rule who assists'),
        fields: {
          assists: { ...assists, known: true, hint: text('留下的必须协办；划掉的不用', 'Those left in must assist') },
          assistRuling: { ...reason, title: text('依据和理由', 'Grounds') },
        },
      },
    },
    deadlines: { ...procedure.deadlines, ...assistDeadlines },
    steps: {
      ...procedure.steps,
      ...assistSteps,
      refuseAssist: { ...refuseAssist, guards: [{ not: { the: 'assistRuling', recorded: true } }] },
      ...askingSteps,
      ...guarded(procedure, closing, {
        any: [
          { seat: 'assist', every: ['answered', 'refused'] },
          { the: 'assistOpenWhy', given: true },
        ],
      }),
    },
  }
}
