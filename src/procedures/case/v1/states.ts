import type { State } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'

/** Titles say what the case waits for. */
export const openStates = {
  received: {
    title: text('待立案审查', 'To examine for filing'),
    group: 'open',
    public: text('收到了材料，七日内决定是否立案', 'Received; whether it is filed is decided within seven days'),
    lane: 'courtClerk',
  },
  correcting: {
    title: text('待补正', 'To be corrected'),
    group: 'waiting',
    public: text('材料要补正，已经一次性告知', 'Papers must be completed; all of it was told at once'),
    lane: 'courtClerk',
    clockless: text(
      '由提交材料的一方补正，不补正的退回',
      'Whoever handed the papers in completes them, or has them back',
    ),
  },
  mediatingFirst: {
    title: text('诉前调解中', 'In mediation before filing'),
    group: 'open',
    public: text('各方同意，正在诉前调解', 'All agreed to mediation before filing'),
    lane: 'courtClerk',
  },
  filed: {
    title: text('待分案', 'To be allotted'),
    group: 'open',
    public: text('已经立案', 'Filed'),
    lane: 'divisionHead',
  },
  preparing: {
    title: text('庭前准备', 'Before the hearing'),
    group: 'open',
    public: text('正在审理', 'Being tried'),
    lane: 'judge',
  },
  hearingSet: {
    title: text('待开庭', 'Hearing fixed'),
    group: 'open',
    public: text('定了开庭时间', 'A hearing is fixed'),
    lane: 'courtClerk',
  },
  heard: {
    title: text('待裁判', 'To be decided'),
    group: 'open',
    public: text('开过庭，等待裁判', 'Heard; to be decided'),
    lane: 'judge',
  },
  decided: {
    title: text('待送达裁判文书', 'Judgment to be served'),
    group: 'open',
    public: text('已经裁判，正在送达', 'Decided; being served'),
    lane: 'courtClerk',
  },
  appealPeriod: {
    title: text('上诉期内', 'Time to appeal'),
    group: 'waiting',
    public: text('在上诉期内', 'The time to appeal runs'),
    lane: 'courtClerk',
  },
  appealed: {
    title: text('待移送上级法院', 'To send to the court above'),
    group: 'open',
    public: text('有一方上诉，案卷要移送上级法院', 'One side appealed; the file goes to the court above'),
    lane: 'courtClerk',
  },
  above: {
    title: text('二审审理中', 'At the court above'),
    group: 'waiting',
    public: text('上级法院正在审理', 'The court above is trying it'),
    lane: 'courtClerk',
    clockless: text('期限由上级法院计算', 'The court above counts its own limit'),
  },
  enforcing: {
    title: text('执行中', 'Being enforced'),
    group: 'open',
    public: text('正在执行', 'Being enforced'),
    lane: 'judge',
  },
} as const satisfies Record<string, State>

export const doneStates = {
  notFiled: {
    title: text('不予立案', 'Not filed'),
    group: 'done',
    outcome: 'notFiled',
    public: text('没有立案，裁定写明了理由', 'Not filed; the ruling says why'),
  },
  papersReturned: {
    title: text('材料已退回', 'Papers given back'),
    group: 'done',
    outcome: 'papersReturned',
    public: text('材料退回了，可以再次提交', 'The papers were given back and may be handed in again'),
  },
  settledFirst: {
    title: text('诉前调解成功', 'Settled before filing'),
    group: 'done',
    outcome: 'settledFirst',
    public: text('诉前调解达成了协议', 'Settled in mediation before filing'),
  },
  effective: {
    title: text('裁判已生效', 'Judgment effective'),
    group: 'done',
    outcome: 'judged',
    public: text('裁判已经生效', 'The judgment is effective'),
  },
  remanded: {
    title: text('二审发回重审', 'Remanded'),
    group: 'done',
    outcome: 'remanded',
    public: text('上级法院发回重审，另立新案', 'Sent back by the court above; filed anew'),
  },
  settled: {
    title: text('调解结案', 'Settled'),
    group: 'done',
    outcome: 'settled',
    public: text('调解结案', 'Settled'),
  },
  withdrawn: {
    title: text('撤诉', 'Withdrawn'),
    group: 'done',
    outcome: 'withdrawn',
    public: text('撤诉', 'Withdrawn'),
  },
  dismissed: {
    title: text('驳回起诉', 'Dismissed'),
    group: 'done',
    outcome: 'dismissed',
    public: text('驳回起诉', 'Dismissed'),
  },
  transferred: {
    title: text('移送其他法院', 'Transferred'),
    group: 'done',
    outcome: 'transferred',
    public: text('移送有管辖权的法院', 'Transferred to the competent court'),
  },
  terminated: {
    title: text('终结诉讼', 'Terminated'),
    group: 'done',
    outcome: 'terminated',
    public: text('终结诉讼', 'Terminated'),
  },
  enforced: {
    title: text('执行完毕', 'Enforced in full'),
    group: 'done',
    outcome: 'enforced',
    public: text('执行完毕', 'Enforced in full'),
  },
  provisional: {
    title: text('终结本次执行程序', 'Ended for now'),
    group: 'done',
    outcome: 'provisional',
    public: text('暂无财产可供执行，发现财产可以恢复执行', 'No assets for now; it resumes when some are found'),
  },
  enforcementEnded: {
    title: text('终结执行或驳回', 'Enforcement ended'),
    group: 'done',
    outcome: 'enforcementEnded',
    public: text('终结执行', 'Enforcement ended'),
  },
} as const satisfies Record<string, State>

/** Filed and over: the file is owed to the archive. */
export const CLOSED = [
  'effective',
  'remanded',
  'settled',
  'withdrawn',
  'dismissed',
  'transferred',
  'terminated',
  'enforced',
  'provisional',
  'enforcementEnded',
] as const

/** In trial, before judgment. */
export const IN_TRIAL = ['preparing', 'hearingSet', 'heard'] as const

export const caseOutcomes = {
  notFiled: text('不予立案', 'Not filed'),
  papersReturned: text('退回材料', 'Papers given back'),
  settledFirst: text('诉前调解成功', 'Settled before filing'),
  judged: text('裁判生效', 'Judged'),
  remanded: text('发回重审', 'Remanded'),
  settled: text('调解', 'Settled'),
  withdrawn: text('撤诉', 'Withdrawn'),
  dismissed: text('驳回起诉', 'Dismissed'),
  transferred: text('移送', 'Transferred'),
  terminated: text('终结诉讼', 'Terminated'),
  enforced: text('执行完毕', 'Enforced in full'),
  provisional: text('终本', 'Ended for now'),
  enforcementEnded: text('终结执行', 'Enforcement ended'),
} as const
