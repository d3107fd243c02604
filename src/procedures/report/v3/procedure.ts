import type { Procedure, Step } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { reason } from '../../shared/v1/common-fields.ts'
import { recusalForms, recusalSteps } from '../../shared/v1/recusal.ts'
import { intake } from '../../shared/v1/sources.ts'
import { orderingSide } from '../../shared/v1/takers.ts'
import { withAssist } from '../../shared/v2/assisting.ts'
import { withLadder } from '../../shared/v2/ladder.ts'
import type { Measure } from '../../shared/v2/ladder-rule.ts'
import { withSponsor } from '../../shared/v2/sponsoring.ts'
import { withWhistle } from '../../shared/v2/whistling.ts'
import { reportIntakeSteps } from '../v1/steps-intake.ts'
import { reportV2 } from '../v2/procedure.ts'
import { requestDeadlines } from '../v2/requests.ts'
import { withWayUp } from './crossing.ts'

const MEASURE: Measure = {
  limits: ['route', 'tell', 'tellByUnit', 'handle', 'finalReply', 'redo', ...Object.keys(requestDeadlines)],
  slow: {
    any: [
      { the: 'returns', atLeast: 1 },
      { the: { rounds: 'returnOrder' }, atLeast: 1 },
      { the: { rounds: 'rateDissatisfied' }, atLeast: 1 },
    ],
  },
}

const ENDS = ['answer', 'feedBack'] as const

/** Whoever has an interest steps out. */
const recusable: Procedure = {
  ...reportV2,
  forms: { ...reportV2.forms, ...recusalForms },
  steps: { ...reportV2.steps, ...recusalSteps },
}

const base = withWhistle(withAssist(withSponsor(recusable, ENDS), ENDS))
const { triage, ruleRemit } = base.steps
const { assign, assignedBy } = { assign: base.forms['assign'], assignedBy: reportIntakeSteps.assign }

/** After the second return the leader in charge says who handles it, and nobody sends that back. */
const ruling = {
  ...assignedBy,
  title: text('裁定承办单位', 'Rule who handles it'),
  from: ['returned'],
  by: orderingSide('leader'),
  form: 'ruleUnit',
  guards: [{ the: { rounds: 'returnOrder' }, atLeast: 2 }],
  source: intake.noSecondReturn,
  told: text('两次退回后裁定了承办单位', 'ruled who handles it after two returns'),
} as const satisfies Step

/** 诉求与线索, with the ladder, assisting units that have clocks, sponsors who act, a leader who rules after two returns, and a way to the level above. */
export const reportV3: Procedure = {
  ...withWayUp(
    withLadder(
      {
        ...base,
        forms: {
          ...base.forms,
          // Units that assist are asked as such, each with its part and its time.
          ...(assign ? { assign: withoutAssists(assign), ruleUnit: withRuling(withoutAssists(assign)) } : {}),
        },
        steps: {
          ...base.steps,
          ...(triage ? { triage: { ...triage, guards: [{ the: 'returns', atMost: 1 }] } } : {}),
          ...(ruleRemit
            ? {
                ruleRemit: {
                  ...ruleRemit,
                  guards: [{ the: 'returns', atLeast: 2 }],
                  told: text('两次退回后裁定了承办单位', 'ruled who handles it after two returns'),
                },
              }
            : {}),
          assign: { ...assignedBy, guards: [{ the: { rounds: 'returnOrder' }, atMost: 1 }] },
          ruleUnit: ruling,
        },
      },
      MEASURE,
      true,
    ),
  ),
  version: 3,
  effectiveOn: '2024-11-03',
}

function withoutAssists(form: Procedure['forms'][string]): Procedure['forms'][string] {
  const { assists: _, ...fields } = form.fields
  return { ...form, fields }
}

function withRuling(form: Procedure['forms'][string]): Procedure['forms'][string] {
  return {
    title: text('裁定承办单位', 'Rule who handles it'),
    fields: { ...form.fields, rulingBasis: { ...reason, title: text('依据和理由', 'Grounds') } },
  }
}
