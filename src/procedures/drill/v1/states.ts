import type { DeadlineRule } from '../../../domain/procedure/deadline.ts'
import type { State } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { ownRule } from '../../shared/v1/sources.ts'
import { drillLaw } from '../../shared/v1/sources-drill.ts'

const toLeader = [
  { after: { length: 1, unit: 'workingDay' }, to: 'leader', title: text('报分管领导', 'To the leader') },
] as const

export const drillDeadlines = {
  hold: {
    code: 'DRL-P1',
    title: text('演练', 'Hold the drill'),
    length: { dayIn: 'dueOn' },
    unit: 'calendarDay',
    roll: 'previous',
    warn: [{ before: { length: 30, unit: 'calendarDay' } }, { before: { length: 5, unit: 'workingDay' } }],
    extension: [{ max: { length: 90, unit: 'calendarDay' }, by: ['leader'] }],
    escalation: toLeader,
    source: drillLaw.yearPlan,
  },
  approve: {
    code: 'DRL-P2',
    title: text('审批方案', 'Approve'),
    length: 5,
    unit: 'workingDay',
    roll: 'none',
    warn: [{ before: { length: 1, unit: 'workingDay' } }],
    escalation: toLeader,
    source: ownRule,
  },
  inject: {
    code: 'DRL-P3',
    title: text('给出情景事件', 'Give the inject'),
    length: { numberIn: 'minute' },
    unit: 'minute',
    from: 'startedAt',
    per: 'injects',
    roll: 'none',
    warn: [],
    source: {
      article: text('脚本写明的分钟数', 'The minute that the script says'),
      mark: 'product',
    },
  },
  assess: {
    code: 'DRL-P4',
    title: text('评估', 'Evaluate'),
    length: 10,
    unit: 'workingDay',
    roll: 'none',
    warn: [{ before: { length: 2, unit: 'workingDay' } }],
    escalation: toLeader,
    source: ownRule,
  },
  handOver: {
    code: 'DRL-P5',
    title: text('交办问题', 'Hand over the gaps'),
    length: 5,
    unit: 'workingDay',
    roll: 'none',
    warn: [{ before: { length: 1, unit: 'workingDay' } }],
    escalation: toLeader,
    source: ownRule,
  },
  revise: {
    code: 'DRL-P6',
    title: text('修订预案', 'Revise the plan'),
    length: 60,
    unit: 'calendarDay',
    roll: 'previous',
    when: { field: 'planFlaw', is: ['revise'] },
    warn: [{ share: 0.5 }, { before: { length: 5, unit: 'workingDay' } }],
    escalation: toLeader,
    source: {
      article: text(
        '《生产安全事故应急条例》（2019）第六条要求修订，期限由本地定',
        'Work Accident Response Regulations (2019), art. 6 asks for it; the limit is local',
      ),
      mark: 'product',
    },
  },
} as const satisfies Record<string, DeadlineRule>

const preparing = text('正在准备演练', 'A drill is being prepared')
const after = text('演练结束，正在改进', 'The drill is over; what it showed is put right')

export const drillStates = {
  planned: { title: text('待定方案', 'To arrange'), group: 'open', public: preparing },
  toApprove: { title: text('待审批', 'To approve'), group: 'open', public: preparing },
  approved: { title: text('待写脚本', 'To script'), group: 'open', public: preparing },
  scripted: { title: text('待演练', 'To be held'), group: 'open', public: preparing },
  playing: {
    title: text('演练中', 'Being played'),
    group: 'open',
    public: text('正在演练', 'A drill is being played'),
  },
  held: { title: text('待评估', 'To evaluate'), group: 'open', public: after },
  assessed: { title: text('待交办问题', 'To hand over'), group: 'open', public: after },
  issuesAssigned: {
    title: text('整改跟踪', 'Rectifying'),
    group: 'waiting',
    public: after,
    lane: 'leader',
    clockless: text('每条整改、修订预案各有时限', 'Each rectification, and the revision, has a limit of its own'),
  },
  planRevised: {
    title: text('预案已修订', 'Plan revised'),
    group: 'waiting',
    public: after,
    lane: 'leader',
    clockless: text('整改都销号了就结束', 'Closed when all is written off'),
  },
  closed: {
    title: text('已结束', 'Closed'),
    group: 'done',
    outcome: 'improved',
    public: text('演练结束', 'The drill is over'),
  },
  noGaps: {
    title: text('没有要改的', 'Nothing to change'),
    group: 'done',
    outcome: 'passed',
    public: text('演练结束', 'The drill is over'),
  },
  cancelled: {
    title: text('已取消', 'Cancelled'),
    group: 'done',
    outcome: 'cancelled',
    public: text('演练取消', 'The drill is cancelled'),
  },
} as const satisfies Record<string, State<'improved' | 'passed' | 'cancelled'>>
