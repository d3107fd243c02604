import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import type { FieldOf, Form } from '../../../domain/procedure/form.ts'
import type { Step } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { materials, note, reason } from './common-fields.ts'
import { governance, ownRule } from './sources.ts'
import { assisting } from './takers.ts'

/** Units that help the lead unit, each with its part: spread forms and steps into a procedure whose form asks for them. */

export const assists: FieldOf<'items'> = {
  kind: 'items',
  title: text('协办单位', 'Assisting units'),
  hint: text('各办各的一份，分别签收、反馈', 'Each has its own part, signs for it and answers'),
  max: 20,
  fills: 'assist',
  fields: {
    unit: { kind: 'unit', title: text('单位', 'Unit'), required: true },
    duty: { kind: 'text', title: text('协办事项', 'Its part'), required: true, max: 200 },
  },
}

export const assistForms = {
  assistSign: { title: text('协办签收', 'Sign for it'), fields: { assistNote: note } },
  assistAnswer: {
    title: text('协办反馈', 'Answer'),
    fields: {
      assistAnswer: { kind: 'longText', title: text('办理情况', 'What was done'), required: true, min: 2, max: 2000 },
      materials,
    },
  },
  assistRefuse: {
    title: text('退回协办', 'Send back'),
    fields: { assistRefusal: { ...reason, title: text('退回理由', 'Why it is not ours') } },
  },
} as const satisfies Record<string, Form>

/** Each assisting unit signs for its part and answers within a limit of its own. */
export const assistDeadlines = {
  assistSign: {
    code: 'AST-P1',
    title: text('协办签收', 'Sign for a part'),
    length: 2,
    unit: 'workingDay',
    roll: 'none',
    per: 'assist',
    warn: [{ before: { length: 1, unit: 'workingDay' } }],
    source: ownRule,
  },
  assistAnswer: {
    code: 'AST-P2',
    title: text('协办反馈', 'Answer for a part'),
    length: 10,
    unit: 'workingDay',
    roll: 'none',
    per: 'assist',
    warn: [{ share: 0.8 }],
    source: ownRule,
  },
} as const satisfies Record<string, DeadlineRule>

const WHO = assisting('handler', 'inspector', 'mediator', 'clerk', 'leader')

export const assistSteps = {
  signAssist: {
    title: text('协办签收', 'Sign for it'),
    from: 'open',
    by: WHO,
    form: 'assistSign',
    aside: true,
    signs: 'assist',
    meets: ['assistSign'],
    guards: [{ seat: 'assist', any: ['asked'] }],
    told: text('签收了协办任务', 'signed for its part'),
  },
  answerAssist: {
    title: text('协办反馈', 'Answer'),
    from: 'open',
    by: WHO,
    form: 'assistAnswer',
    aside: true,
    handles: true,
    answers: 'assist',
    meets: ['assistSign', 'assistAnswer'],
    raises: ['owner'],
    source: governance.tasks,
    told: text('反馈了协办情况', 'answered for its part'),
  },
  refuseAssist: {
    title: text('退回协办', 'Send back'),
    from: 'open',
    by: WHO,
    form: 'assistRefuse',
    aside: true,
    refuses: 'assist',
    meets: ['assistSign', 'assistAnswer'],
    raises: ['ordering'],
    told: text('退回了协办任务', 'sent its part back'),
  },
} as const satisfies Record<string, Step>
