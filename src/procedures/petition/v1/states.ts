import type { State } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'

/** Titles say what the matter waits for; `public` is what the petitioner reads. */
export const petitionStates = {
  received: {
    title: text('待登记', 'To register'),
    group: 'open',
    public: text('收到了，正在登记', 'Received; being registered'),
  },
  registered: {
    title: text('待甄别分类', 'To classify'),
    group: 'open',
    public: text('登记了，正在看走哪条途径、归谁办', 'Registered; the route is being settled'),
  },
  classified: {
    title: text('待受理或转送、交办', 'To accept or send on'),
    group: 'open',
    public: text('分好类了，正在定由谁办', 'Classified; being sent to who is competent'),
  },
  forwarded: {
    title: text('转送待签收', 'Forwarded; to sign for'),
    group: 'open',
    public: text('转送有权处理的单位', 'Forwarded to the competent unit'),
    lane: 'handler',
  },
  assigned: {
    title: text('交办待签收', 'Assigned; to sign for'),
    group: 'open',
    public: text('交给有权处理的单位办', 'Assigned to the competent unit'),
    lane: 'handler',
  },
  unsigned: {
    title: text('逾期未签收', 'Not signed for in time'),
    group: 'open',
    public: text('交给有权处理的单位，等它签收', 'With the competent unit, which has yet to sign for it'),
    lane: 'handler',
  },
  objected: {
    title: text('异议待审核', 'Objection to decide'),
    group: 'open',
    public: text('正在重新核对归谁办', 'Who is competent is being looked at again'),
  },
  signedFor: {
    title: text('待决定受理', 'To decide on acceptance'),
    group: 'open',
    public: text('承办单位签收了，正在看能不能受理', 'The unit has it and is deciding on acceptance'),
  },
  accepted: {
    title: text('待指定承办人', 'To name a handler'),
    group: 'open',
    public: text('受理了', 'Accepted'),
  },
  investigating: {
    title: text('调查核实中', 'Under investigation'),
    group: 'open',
    public: text('正在调查核实', 'Being investigated'),
  },
  hearing: {
    title: text('待听证', 'Hearing to hold'),
    group: 'open',
    public: text('要举行听证', 'A hearing will be held'),
  },
  extensionAsked: {
    title: text('待批延期', 'Extension to decide'),
    group: 'open',
    public: text('正在调查核实', 'Being investigated'),
  },
  redrafting: {
    title: text('待重拟意见', 'Opinion to draft again'),
    group: 'open',
    public: text('正在修改处理意见', 'The opinion is being revised'),
  },
  redoing: {
    title: text('撤销后重新办理', 'Handled anew'),
    group: 'open',
    public: text('原意见撤销了，正在重新办理', 'The opinion was revoked; being handled anew'),
  },
  opinionDrafted: {
    title: text('意见待审签', 'Opinion to sign'),
    group: 'open',
    public: text('查清了，正在审签处理意见', 'Investigated; the opinion is being signed'),
  },
  opinionIssued: {
    title: text('意见待送达', 'Opinion to serve'),
    group: 'open',
    public: text('有了处理意见，正在送达您', 'The opinion is on its way to you'),
  },
  opinionServed: {
    title: text('复查申请期内', 'A review may be asked for'),
    group: 'waiting',
    public: text(
      '处理意见送达了；不服的，三十日内可以申请复查',
      'The opinion was served; you may ask for a review within thirty days',
    ),
  },
  reviewRequested: {
    title: text('复查待受理', 'Review to take up'),
    group: 'open',
    public: text('收到您的复查申请，由上一级办', 'Your request for review is with the organ above'),
    lane: 'leader',
  },
  reviewing: {
    title: text('复查中', 'Under review'),
    group: 'open',
    public: text('上一级正在复查', 'Being reviewed by the organ above'),
    lane: 'verifier',
  },
  reviewed: {
    title: text('复查意见待送达', 'Review opinion to serve'),
    group: 'open',
    public: text('有了复查意见，正在送达您', 'The review opinion is on its way to you'),
  },
  reviewServed: {
    title: text('复核申请期内', 'A re-review may be asked for'),
    group: 'waiting',
    public: text(
      '复查意见送达了；不服的，三十日内可以申请复核',
      'The review opinion was served; you may ask for a re-review within thirty days',
    ),
  },
  recheckRequested: {
    title: text('复核中', 'Under re-review'),
    group: 'open',
    public: text('收到您的复核申请，由再上一级办', 'Your request for re-review is with the organ above that one'),
    lane: 'verifier',
  },
  rechecked: {
    title: text('复核意见待送达', 'Re-review opinion to serve'),
    group: 'open',
    public: text('有了复核意见，正在送达您', 'The re-review opinion is on its way to you'),
  },
  executing: {
    title: text('支持意见待执行', 'Supported; to carry out'),
    group: 'open',
    public: text('您的请求得到支持，正在落实', 'Your request was supported and is being carried out'),
  },
  executed: {
    title: text('待核实执行', 'Execution to check'),
    group: 'open',
    public: text('说是落实了，正在核实', 'Said to be carried out; being checked'),
  },
  transferring: {
    title: text('转出待签收', 'Sent out; awaiting receipt'),
    group: 'waiting',
    public: text('转给有权处理的机关，等对方签收', 'Passed to the competent organ; awaiting its receipt'),
    lane: 'clerk',
  },
  closed: {
    title: text('已办结', 'Concluded'),
    group: 'done',
    outcome: 'concluded',
    public: text('办结了', 'Concluded'),
  },
  settled: {
    title: text('已调解和解', 'Settled'),
    group: 'done',
    outcome: 'settled',
    public: text('达成了协议', 'An agreement was reached'),
  },
  informedOtherRoute: {
    title: text('已告知法定途径', 'Other route told'),
    group: 'done',
    outcome: 'otherRoute',
    public: text('要走别的法定途径，已经告诉您', 'Another legal route applies, and you were told which'),
  },
  transferred: {
    title: text('已转有权机关', 'With another organ'),
    group: 'done',
    outcome: 'transferred',
    public: text('对方机关签收了，由它答复您', 'The competent organ has it and will answer you'),
  },
  notAcceptedAgain: {
    title: text('不再受理', 'Not accepted again'),
    group: 'done',
    outcome: 'notAcceptedAgain',
    public: text(
      '同一件事在办或已有结论，不再受理，理由已告诉您',
      'The same matter is pending or concluded; the reasons were told',
    ),
  },
  withdrawn: {
    title: text('已撤回', 'Withdrawn'),
    group: 'done',
    outcome: 'withdrawn',
    public: text('撤回了', 'Withdrawn'),
  },
} as const satisfies Record<string, State>
