import type { State } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'

/** Titles say what the matter waits for. */
export const disputeStates = {
  registered: {
    title: text('待征求意愿', 'To ask consent'),
    group: 'open',
    public: text('登记了，要问各方愿不愿意调解', 'Registered; the parties will be asked'),
    lane: 'clerk',
  },
  consentAsked: {
    title: text('待各方答复', 'Awaiting answers'),
    group: 'waiting',
    public: text('在等各方答复', 'Waiting for the parties to answer'),
    lane: 'clerk',
  },
  toTransfer: {
    title: text('待移送', 'To transfer'),
    group: 'open',
    public: text('要转给有权处理的机关', 'To be passed to the competent organ'),
    lane: 'clerk',
  },
  accepted: {
    title: text('待选定调解员', 'To choose mediator'),
    group: 'open',
    public: text('各方同意，正在定调解员', 'Agreed to; a mediator is being chosen'),
    lane: 'triageOfficer',
  },
  mediatorChosen: {
    title: text('待调解', 'To mediate'),
    group: 'open',
    public: text('定了调解员，准备调解', 'A mediator was chosen'),
  },
  mediating: { title: text('调解中', 'Mediating'), group: 'open', public: text('正在调解', 'In mediation') },
  performing: {
    title: text('履行中', 'Performing'),
    group: 'waiting',
    public: text('达成了协议，正在履行', 'Agreed; being performed'),
    lane: 'mediator',
  },
  breached: {
    title: text('未履行', 'Not performed'),
    group: 'open',
    public: text('协议没有履行，正在督促', 'Not performed; being pressed'),
  },
  failed: {
    title: text('待告知或提级', 'To tell or refer'),
    group: 'open',
    public: text('没有调成，要告知别的途径', 'No agreement; other remedies will be told'),
    lane: 'mediator',
  },
  performed: {
    title: text('已履行', 'Performed'),
    group: 'done',
    outcome: 'performed',
    public: text('协议履行了', 'The agreement was performed'),
  },
  unwilling: {
    title: text('不同意调解', 'Not willing'),
    group: 'done',
    outcome: 'unwilling',
    public: text('有一方不愿调解，已告知别的途径', 'One party declined; other remedies were told'),
  },
  remediesTold: {
    title: text('未达成协议', 'Ended'),
    group: 'done',
    outcome: 'remediesTold',
    public: text('没有调成，已告知别的途径', 'No agreement; other remedies were told'),
  },
  breachTold: {
    title: text('已告知诉讼、执行途径', 'Court routes told'),
    group: 'done',
    outcome: 'breachTold',
    public: text('没有履行，已告知申请执行或起诉', 'Not performed; court routes were told'),
  },
  escalated: {
    title: text('已提级调处', 'Referred upwards'),
    group: 'done',
    outcome: 'escalated',
    public: text('交上一级调解', 'Passed to the next tier'),
  },
  transferred: {
    title: text('已移送有权机关', 'Transferred'),
    group: 'done',
    outcome: 'transferred',
    public: text('转给有权处理的机关', 'Passed to the competent organ'),
  },
  withdrawn: {
    title: text('已撤回', 'Withdrawn'),
    group: 'done',
    outcome: 'withdrawn',
    public: text('当事人撤回', 'Withdrawn by the parties'),
  },
} as const satisfies Record<string, State>
