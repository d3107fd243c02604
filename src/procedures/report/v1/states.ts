import type { State } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'

/** Titles say what the report waits for; `public` is what its reporter reads. */
export const reportStates = {
  received: {
    title: text('待受理', 'To accept'),
    group: 'open',
    public: text('收到了，正在看该由谁办', 'Received; we are finding who should handle it'),
  },
  accepted: {
    title: text('待分流', 'To route'),
    group: 'open',
    public: text('已经受理，正在定由谁办', 'Accepted; being routed'),
    lane: 'triageOfficer',
  },
  assigned: {
    title: text('待签收', 'To take over'),
    group: 'open',
    public: text('已经交给承办单位', 'Passed to the unit in charge'),
  },
  unsigned: {
    title: text('逾期未签收', 'Not taken over in time'),
    group: 'open',
    public: text('已经交给承办单位，等它接手', 'With the unit in charge, which has yet to take it over'),
  },
  returned: {
    title: text('退回待裁定', 'Returned'),
    group: 'open',
    public: text('正在重新定由谁办', 'Being routed again'),
    lane: 'triageOfficer',
  },
  inHandling: {
    title: text('办理中', 'In handling'),
    group: 'open',
    public: text('正在办', 'Being handled'),
  },
  deferred: {
    title: text('办理中（已先行答复）', 'In handling, interim answer given'),
    group: 'open',
    public: text('先告诉了您办到哪一步，到时再答复', 'You were told how far it is; a final answer follows'),
  },
  tracked: {
    title: text('已转办', 'Routed'),
    group: 'waiting',
    public: text('已转为专门事项在办', 'Being handled as a matter of its own'),
    lane: 'clerk',
  },
  interimAnswered: {
    title: text('已先行答复', 'Interim answer given'),
    group: 'waiting',
    public: text('先告诉了您办到哪一步，到时再答复', 'You were told how far it is; a final answer follows'),
    lane: 'clerk',
  },
  transferring: {
    title: text('待对方签收', 'Awaiting receipt'),
    group: 'waiting',
    public: text('已转给有权处理的机关，等对方签收', 'Passed to the competent organ; awaiting its receipt'),
  },
  answered: {
    title: text('待回访', 'To call back'),
    group: 'waiting',
    public: text('已经答复您，请您看看满不满意', 'Answered; please say whether it is settled'),
  },
  redoing: {
    title: text('重新办理', 'Redoing'),
    group: 'open',
    public: text('您说没办好，正在重新办', 'You said it is not settled; being handled again'),
  },
  raisedUp: {
    title: text('提请上级办理', 'Raised to the tier above'),
    group: 'open',
    public: text('您仍不满意，由上一级接着办', 'Still not settled: the tier above goes on with it'),
    lane: 'leader',
  },
  toRemedy: {
    title: text('待告知法定途径', 'Remedies to tell'),
    group: 'open',
    public: text('您仍不满意，正在告诉您可以走的法定途径', 'Still not settled: you are being told the legal remedies'),
  },
  closed: {
    title: text('已办结', 'Closed'),
    group: 'done',
    outcome: 'resolved',
    public: text('办结了', 'Closed'),
  },
  remediesTold: {
    title: text('已告知法定途径', 'Remedies told'),
    group: 'done',
    outcome: 'remediesTold',
    public: text('告诉了您可以走的法定途径', 'You were told the legal remedies'),
  },
  declined: {
    title: text('不予受理', 'Declined'),
    group: 'done',
    outcome: 'declined',
    public: text('没有受理，理由和别的途径已告诉您', 'Not accepted; reasons and other remedies were told'),
  },
  transferred: {
    title: text('已转有权机关', 'Transferred'),
    group: 'done',
    outcome: 'transferred',
    public: text('对方机关已经签收，由它答复您', 'The competent organ has it and will answer you'),
  },
  merged: {
    title: text('待告知并办结果', 'Merged; result to tell'),
    group: 'waiting',
    public: text('同一件事已有人反映，合在一起办', 'Already reported; handled together'),
    lane: 'clerk',
    clockless: text(
      '与主件一起办；并办前已开始的期限照走',
      'Handled with the other report; time that began before runs on',
    ),
  },
  mergedBefore: {
    title: text('已并办', 'Merged'),
    group: 'done',
    outcome: 'merged',
    public: text('同一件事已有人反映，合在一起办了', 'Already reported; handled together'),
  },
  withdrawn: {
    title: text('已撤回', 'Withdrawn'),
    group: 'done',
    outcome: 'withdrawn',
    public: text('已撤回', 'Withdrawn'),
  },
} as const satisfies Record<string, State>
