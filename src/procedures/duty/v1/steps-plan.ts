import type { Condition } from '../../../domain/procedure/condition.ts'
import type { Step } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { ownRule } from '../../shared/v1/sources.ts'
import { dutyLaw } from '../../shared/v1/sources-duty.ts'
import { DUTY_LEADER, LEADERS, OFFICE, OFFICERS, SUBSTITUTE } from './who.ts'

/** At least two, or a reason on record why one will do. */
const ENOUGH: Condition = {
  any: [
    { the: { rows: 'officers' }, atLeast: 2 },
    { the: 'aloneWhy', given: true },
  ],
}
const swapEnds = { clears: ['substitute', 'officersAfter'] } as const

/** From the plan to the shift: published, changed, swapped with consent. */
export const planSteps = {
  publish: {
    title: text('公布', 'Publish'),
    from: ['planned'],
    to: 'published',
    by: [...LEADERS, ...OFFICE],
    guards: [ENOUGH],
    meets: ['publish'],
    starts: ['signOn'],
    source: dutyLaw.twoPersons,
    told: text('公布了这一班', 'published the shift'),
  },
  change: {
    title: text('调整人员', 'Change who is on'),
    from: ['planned', 'published', 'onDuty'],
    by: LEADERS,
    form: 'change',
    guards: [ENOUGH],
    aside: true,
    source: dutyLaw.swap,
    told: text('调整了值班人员', 'changed who is on'),
  },
  cannotCome: {
    title: text('到不了岗', 'Cannot come'),
    from: ['planned', 'published', 'onDuty'],
    by: OFFICERS,
    form: 'absence',
    aside: true,
    refuses: 'officers',
    raises: ['supervisor'],
    source: dutyLaw.swap,
    told: text('到不了岗，请带班领导另排', 'cannot come: the duty leader names another'),
  },
  askSwap: {
    title: text('申请换班', 'Ask for a swap'),
    from: ['published'],
    to: 'swapAsked',
    by: OFFICERS,
    form: 'swap',
    handles: true,
    aside: true,
    source: dutyLaw.swap,
    told: text('申请换班', 'asked for a swap'),
  },
  agreeSwap: {
    title: text('同意换班', 'Agree to swap'),
    from: ['swapAsked'],
    by: SUBSTITUTE,
    aside: true,
    signs: 'substitute',
    told: text('同意来换', 'agreed to swap'),
  },
  declineSwap: {
    title: text('不换', 'Decline'),
    from: ['swapAsked'],
    to: 'published',
    by: SUBSTITUTE,
    aside: true,
    ...swapEnds,
    told: text('不换，仍按原表', 'declined: the rota stands'),
  },
  approveSwap: {
    title: text('批准换班', 'Consent'),
    from: ['swapAsked'],
    to: 'published',
    by: DUTY_LEADER,
    form: 'swapAnswer',
    guards: ['notTheHandler', { seat: 'substitute', every: ['signed'] }],
    ...swapEnds,
    issues: ['swap'],
    source: dutyLaw.swap,
    tells: text('办公室、换班双方', 'The office and both officers'),
    told: text('批准换班，告知办公室', 'consented to the swap and told the office'),
  },
  refuseSwap: {
    title: text('不同意换班', 'Refuse'),
    from: ['swapAsked'],
    to: 'published',
    by: DUTY_LEADER,
    form: 'refusal',
    guards: ['notTheHandler'],
    ...swapEnds,
    source: dutyLaw.swap,
    told: text('不同意换班，仍按原表', 'refused the swap: the rota stands'),
  },
  cancel: {
    title: text('取消这一班', 'Cancel'),
    from: ['planned', 'published'],
    to: 'cancelled',
    by: LEADERS,
    form: 'cancellation',
    guards: ['notTheHandler'],
    aside: true,
    source: ownRule,
    told: text('取消了这一班', 'cancelled the shift'),
  },
} as const satisfies Record<string, Step>
