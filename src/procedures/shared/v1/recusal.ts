import type { Form } from '../../../domain/procedure/form.ts'
import type { Step } from '../../../domain/procedure/procedure.ts'
import type { Taker } from '../../../domain/procedure/taker.ts'
import { text } from '../../../domain/wording/text.ts'
import { reason } from './common-fields.ts'
import { orderingSide } from './takers.ts'

/**
 * Whoever has an interest steps out, and a leader puts right who stepped out by mistake: spread both into a procedure, with
 * the law of that kind as `source` of the first.
 */

export const recusalForms = {
  recuse: {
    title: text('回避', 'Recuse'),
    fields: {
      recusalReason: {
        ...reason,
        title: text('回避理由', 'Why'),
        hint: text('写清利害关系，不写别人的姓名', 'Say what the interest is, without names of others'),
        max: 300,
      },
    },
  },
  liftRecusal: {
    title: text('撤销回避', 'Lift a recusal'),
    fields: {
      recusedPost: { kind: 'post', title: text('哪个岗位', 'Which post'), required: true },
      liftReason: { ...reason, title: text('撤销理由', 'Why it was a mistake'), max: 300 },
    },
  },
} as const satisfies Record<string, Form>

/** `by`: never the unit under supervision in what is ordered from above. */
export const liftRecusalStep = (by: readonly Taker[]) =>
  ({
    title: text('撤销回避', 'Lift recusal'),
    from: 'open',
    by,
    form: 'liftRecusal',
    aside: true,
    unbars: 'recusedPost',
    told: text('撤销了误报的回避', 'lifted a mistaken recusal'),
  }) as const satisfies Step

export const recusalSteps = {
  recuse: {
    title: text('回避', 'Recuse'),
    from: 'open',
    by: ['handler', 'inspector', 'mediator', 'verifier', 'clerk', 'triageOfficer', 'leader', 'reviewer'],
    form: 'recuse',
    aside: true,
    recuses: true,
    raises: ['ordering'],
    told: text('回避了，不再办这件事', 'recused and takes no further part'),
  },
  liftRecusal: liftRecusalStep(orderingSide('leader')),
} as const satisfies Record<string, Step>
