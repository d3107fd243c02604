import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import type { State, Step } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { recusalSteps } from '../../shared/v1/recusal.ts'
import { ownRule } from '../../shared/v1/sources.ts'
import { personal } from '../../shared/v2/sources-personal.ts'

export const dataholdDeadlines = {
  approve: {
    code: 'DHD-P1',
    title: text('审批', 'To approve'),
    length: 3,
    unit: 'workingDay',
    roll: 'none',
    warn: [{ before: { length: 1, unit: 'workingDay' } }],
    source: ownRule,
  },
  again: {
    code: 'DHD-P2',
    title: text('再看一次', 'To look at it again'),
    length: { dayIn: 'holdUntil' },
    unit: 'calendarDay',
    roll: 'previous',
    warn: [{ before: { length: 10, unit: 'workingDay' } }],
    source: personal.necessary,
  },
} as const satisfies Record<string, DeadlineRule>

const kept = text('依法留存', 'Kept as the law asks')

export const dataholdStates = {
  asked: {
    title: text('待审批', 'To approve'),
    group: 'open',
    public: text('待审批', 'To be approved'),
    lane: 'leader',
  },
  kept: { title: text('留存中', 'Kept'), group: 'waiting', public: kept, lane: 'clerk' },
  restricted: { title: text('限制处理中', 'Restricted'), group: 'waiting', public: kept, lane: 'clerk' },
  lifted: { title: text('已解除', 'Lifted'), group: 'done', outcome: 'lifted', public: text('已解除', 'Lifted') },
  refused: { title: text('未批准', 'Refused'), group: 'done', outcome: 'refused', public: text('未批准', 'Refused') },
} as const satisfies Record<string, State<'lifted' | 'refused'>>

const APPROVERS = ['leader', 'president'] as const
const NAMED = { the: 'concernedReference', recorded: true } as const
const approving = {
  from: ['asked'],
  by: APPROVERS,
  form: 'approval',
  guards: ['notRegisteredBy', NAMED],
  meets: ['approve'],
  starts: ['again'],
  issues: ['approval'],
  source: personal.delete,
} as const satisfies Partial<Step>

export const dataholdSteps = {
  nameMatter: {
    title: text('关联事项', 'Link the matter'),
    from: ['asked'],
    by: ['clerk', 'auditor', 'courtClerk', 'leader'],
    form: 'naming',
    aside: true,
    linksTo: { field: 'concernedReference', type: 'concerns' },
    source: personal.necessary,
    told: text('关联了事项', 'linked the matter'),
  },
  approveKeeping: {
    ...approving,
    title: text('批准留存', 'Approve keeping'),
    to: 'kept',
    orders: 'keep',
    told: text('批准留存，不到时候不销毁', 'approved that it is kept'),
  },
  approveRestriction: {
    ...approving,
    title: text('批准限制处理', 'Approve the restriction'),
    to: 'restricted',
    orders: 'restrict',
    told: text('批准限制处理：只存不用', 'approved that it is stored and not used'),
  },
  refuse: {
    title: text('不批准', 'Refuse'),
    from: ['asked'],
    to: 'refused',
    by: APPROVERS,
    form: 'refusal',
    aside: true,
    meets: ['approve'],
    source: ownRule,
    told: text('没有批准', 'refused it'),
  },
  renew: {
    title: text('继续留存', 'Go on'),
    from: ['kept', 'restricted'],
    by: APPROVERS,
    form: 'renewal',
    aside: true,
    meets: ['again'],
    starts: ['again'],
    source: personal.necessary,
    told: text('决定继续留存', 'decided that it goes on'),
  },
  lift: {
    title: text('解除', 'Lift'),
    from: ['kept', 'restricted'],
    to: 'lifted',
    by: APPROVERS,
    form: 'lifting',
    meets: ['again'],
    orders: 'release',
    source: personal.delete,
    told: text('解除了', 'lifted it'),
  },
  recuse: { ...recusalSteps.recuse, by: ['clerk', 'leader', 'auditor'], raises: ['responsible'], source: ownRule },
  liftRecusal: { ...recusalSteps.liftRecusal, by: APPROVERS, source: ownRule },
} as const satisfies Record<string, Step>
