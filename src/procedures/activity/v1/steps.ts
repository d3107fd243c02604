import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import type { State, Step } from '../../../domain/procedure/procedure.ts'
import type { Taker } from '../../../domain/procedure/taker.ts'
import { text } from '../../../domain/wording/text.ts'
import { governance, ownRule } from '../../shared/v1/sources.ts'

const warnLeader = [
  { after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('报分管领导', 'To the leader') },
] as const

export const activityDeadlines = {
  hold: {
    code: 'ACT-P1',
    title: text('举办', 'Hold it'),
    length: { dayIn: 'dueOn' },
    unit: 'calendarDay',
    roll: 'previous',
    warn: [{ before: { length: 10, unit: 'workingDay' } }],
    extension: [{ max: { length: 60, unit: 'calendarDay' }, by: ['leader'] }],
    escalation: warnLeader,
    source: ownRule,
  },
  reply: {
    code: 'ACT-P2',
    title: text('回复来几人', 'Reply'),
    length: 3,
    unit: 'workingDay',
    per: 'invited',
    roll: 'none',
    warn: [{ before: { length: 1, unit: 'workingDay' } }],
    source: ownRule,
  },
  evaluate: {
    code: 'ACT-P3',
    title: text('评价', 'Evaluate'),
    length: 10,
    unit: 'workingDay',
    roll: 'none',
    warn: [{ before: { length: 2, unit: 'workingDay' } }],
    escalation: warnLeader,
    source: ownRule,
  },
} as const satisfies Record<string, DeadlineRule>

const coming = text('正在准备', 'Being prepared')

export const activityStates = {
  planned: { title: text('待安排', 'To arrange'), group: 'open', public: coming },
  arranged: { title: text('待举办', 'To be held'), group: 'open', public: coming },
  held: { title: text('待评价', 'To evaluate'), group: 'open', public: text('已举办', 'Held') },
  evaluated: { title: text('已评价', 'Evaluated'), group: 'done', outcome: 'held', public: text('已举办', 'Held') },
  cancelled: {
    title: text('已取消', 'Cancelled'),
    group: 'done',
    outcome: 'cancelled',
    public: text('已取消', 'Cancelled'),
  },
} as const satisfies Record<string, State<'held' | 'cancelled'>>

const ORGANISERS = ['handler', 'clerk', 'triageOfficer', 'inspector', 'mediator'] as const
const INVITED: readonly Taker[] = (
  ['handler', 'clerk', 'triageOfficer', 'inspector', 'mediator', 'leader'] as const
).map((role) => ({ role, is: 'invited' }))

export const activitySteps = {
  arrange: {
    title: text('定安排', 'Arrange'),
    from: ['planned'],
    to: 'arranged',
    by: [...ORGANISERS],
    form: 'arrangement',
    handles: true,
    starts: ['reply'],
    issues: ['invitation'],
    source: ownRule,
    tells: text('请的各单位', 'The units invited'),
    told: text('定了安排，请各单位回复', 'arranged it and invited the units'),
  },
  reply: {
    title: text('回复', 'Reply'),
    from: ['arranged'],
    by: INVITED,
    form: 'reply',
    aside: true,
    answers: 'invited',
    meets: ['reply'],
    source: ownRule,
    told: text('回复了来几人', 'replied how many come'),
  },
  decline: {
    title: text('来不了', 'Cannot come'),
    from: ['arranged'],
    by: INVITED,
    form: 'absence',
    aside: true,
    refuses: 'invited',
    cancels: ['reply'],
    source: ownRule,
    told: text('来不了', 'cannot come'),
  },
  hold: {
    title: text('登记举办', 'Held'),
    from: ['arranged'],
    to: 'held',
    by: [...ORGANISERS],
    form: 'held',
    handles: true,
    meets: ['hold'],
    cancels: ['reply'],
    starts: ['evaluate'],
    issues: ['minutes'],
    source: ownRule,
    told: text('举办了', 'held it'),
  },
  assignDecided: {
    title: text('交办议定事项', 'Hand over'),
    from: ['held'],
    by: ['leader', 'triageOfficer'],
    form: 'decided',
    aside: true,
    opens: [
      {
        procedure: 'task',
        link: 'childOf',
        begins: 'assign',
        each: 'decided',
        carry: { title: 'row.title', description: 'row.demand', unit: 'row.unit', dueOn: 'row.dueOn' },
      },
    ],
    source: governance.tasks,
    tells: text('每条的牵头单位', 'The lead unit of each'),
    told: text('把议定事项逐条交办', 'handed over what was decided'),
  },
  evaluate: {
    title: text('评价', 'Evaluate'),
    from: ['held'],
    to: 'evaluated',
    by: ['leader', 'reviewer', 'verifier'],
    form: 'evaluation',
    guards: ['notTheHandler'],
    verifies: true,
    meets: ['evaluate'],
    source: ownRule,
    told: text('评价了效果', 'evaluated it'),
  },
  postpone: {
    title: text('推迟', 'Postpone'),
    from: ['planned', 'arranged'],
    by: ['leader'],
    form: 'extension',
    guards: ['notTheHandler'],
    aside: true,
    extends: 'hold',
    source: ownRule,
    told: text('同意推迟', 'postponed it'),
  },
  cancel: {
    title: text('取消', 'Cancel'),
    from: ['planned', 'arranged'],
    to: 'cancelled',
    by: ['leader'],
    form: 'refusal',
    guards: ['notTheHandler'],
    aside: true,
    source: ownRule,
    tells: text('请的各单位', 'The units invited'),
    told: text('取消了', 'cancelled it'),
  },
} as const satisfies Record<string, Step>
