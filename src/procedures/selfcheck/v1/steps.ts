import type { Condition } from '../../../domain/procedure/condition.ts'
import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import type { State, Step } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { returnStates, returnStep } from '../../shared/v1/putting-right.ts'
import { liftRecusalStep, recusalSteps } from '../../shared/v1/recusal.ts'
import { governance, ownRule } from '../../shared/v1/sources.ts'
import { orderingSide } from '../../shared/v1/takers.ts'

const WORKERS = ['handler', 'inspector', 'clerk'] as const
/** The side that asked. */
const ASKERS = orderingSide('leader', 'reviewer', 'triageOfficer', 'inspector', 'clerk', 'handler')

const toLeader = [
  { after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('督办', 'Supervise') },
] as const satisfies DeadlineRule['escalation']
const own = { roll: 'none', escalation: toLeader, source: ownRule } as const

export const checkDeadlines = {
  answer: {
    code: 'ZC-P1',
    title: text('自查', 'Check'),
    length: { dayIn: 'dueOn' },
    unit: 'calendarDay',
    ...own,
    warn: [{ share: 0.5 }, { before: { length: 3, unit: 'calendarDay' } }],
    extension: [{ max: { length: 30, unit: 'calendarDay' }, by: ['leader'] }],
  },
  correct: {
    code: 'ZC-P2',
    title: text('改好', 'Correct'),
    length: { dayIn: 'correctBy' },
    unit: 'calendarDay',
    ...own,
    warn: [{ before: { length: 3, unit: 'calendarDay' } }],
  },
  confirm: {
    code: 'ZC-P3',
    title: text('核对自查结果', 'Confirm the answer'),
    length: 5,
    unit: 'workingDay',
    ...own,
    warn: [{ before: { length: 1, unit: 'workingDay' } }],
  },
} as const satisfies Record<string, DeadlineRule>

export const checkOutcomes = {
  notHere: text('没有同样的问题', 'Not here'),
  corrected: text('也有，改好了', 'Here too, corrected'),
  returned: text('退回：不属本单位职责', 'Returned: not their remit'),
  cancelled: text('已撤销', 'Cancelled'),
} as const

export const checkStates = {
  asked: { title: text('待自查', 'To check'), group: 'open', public: text('正在自查', 'Being checked') },
  correcting: { title: text('也有，正在改', 'Here too'), group: 'open', public: text('正在改', 'Being corrected') },
  answered: { title: text('待核对', 'To confirm'), group: 'open', public: text('正在核对', 'Being confirmed') },
  notHere: {
    title: text('没有同样问题', 'Not here'),
    group: 'done',
    outcome: 'notHere',
    public: text('查过，没有', 'Checked: not here'),
  },
  corrected: {
    title: text('也有，改好了', 'Corrected'),
    group: 'done',
    outcome: 'corrected',
    public: text('查到，改好了', 'Found and corrected'),
  },
  cancelled: {
    title: text('已撤销', 'Cancelled'),
    group: 'done',
    outcome: 'cancelled',
    public: text('撤销了', 'Cancelled'),
  },
  returned: returnStates.returned,
} as const satisfies Record<string, State<keyof typeof checkOutcomes>>

const HERE_TOO: Condition = {
  any: [
    { the: 'correctBy', recorded: true },
    { the: 'result', is: ['corrected'] },
  ],
}

export const checkSteps = {
  answer: {
    title: text('填自查结果', 'Answer'),
    from: ['asked'],
    to: 'answered',
    by: WORKERS,
    form: 'answer',
    handles: true,
    holds: ['answer'],
    starts: ['confirm'],
    source: governance.review,
    told: text('查过了，填了结果', 'checked and answered'),
  },
  foundToo: {
    title: text('这里也有，正在改', 'Here too'),
    from: ['asked'],
    to: 'correcting',
    by: WORKERS,
    form: 'foundToo',
    handles: true,
    meets: ['answer'],
    starts: ['correct'],
    raises: ['ordering'],
    opens: [
      {
        procedure: 'hazard',
        link: 'childOf',
        when: { field: 'asHazard', is: ['yes'] },
        carry: {
          title: 'title',
          category: 'category',
          description: 'how',
          place: 'foundAt',
          placeUnit: 'foundIn',
          photos: 'photos',
        },
      },
    ],
    source: governance.review,
    told: text('查到同样的问题，正在改', 'found the same and is correcting it'),
  },
  reportCorrected: {
    title: text('改好了', 'Corrected'),
    from: ['correcting'],
    to: 'answered',
    by: WORKERS,
    form: 'corrected',
    handles: true,
    holds: ['correct'],
    starts: ['confirm'],
    source: governance.review,
    told: text('改好了', 'corrected it'),
  },
  confirm: {
    title: text('核对，结束', 'Confirm'),
    from: ['answered'],
    to: [{ if: HERE_TOO, to: 'corrected' }, { to: 'notHere' }],
    by: ASKERS,
    form: 'confirmation',
    guards: ['notTheHandler'],
    verifies: true,
    meets: ['answer', 'correct', 'confirm'],
    source: governance.review,
    told: text('核对了自查结果', 'confirmed the answer'),
  },
  sendBack: {
    title: text('退回再查', 'Send back'),
    from: ['answered'],
    to: [{ if: { the: 'correctBy', recorded: true }, to: 'correcting' }, { to: 'asked' }],
    by: ASKERS,
    form: 'sendBack',
    guards: ['notTheHandler'],
    aside: true,
    meets: ['confirm'],
    runsOn: ['answer', 'correct'],
    raises: ['owner'],
    source: governance.review,
    told: text('退回再查', 'sent it back'),
  },
  extend: {
    title: text('延长时限', 'Extend'),
    from: ['asked'],
    by: orderingSide('leader'),
    form: 'extension',
    guards: ['notTheHandler'],
    aside: true,
    extends: 'answer',
    told: text('延长了自查时限', 'gave more time'),
  },
  cancel: {
    title: text('撤销', 'Cancel'),
    from: ['asked'],
    to: 'cancelled',
    by: orderingSide('leader'),
    form: 'cancellation',
    guards: ['notTheHandler'],
    aside: true,
    told: text('撤销了', 'cancelled it'),
  },
  returnCheck: returnStep(['asked']),
  recuse: { ...recusalSteps.recuse, source: governance.noInterest },
  liftRecusal: liftRecusalStep(orderingSide('leader')),
} as const satisfies Record<string, Step>
