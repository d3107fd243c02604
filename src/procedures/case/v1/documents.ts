import type { ProcedureDocument } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { archives, enforcement, filing, limits, service, trial } from '../../shared/v1/court-sources.ts'

/** Papers of a case, each with a number within it. */
export const caseDocuments = {
  correctionNotice: { title: text('补正告知书', 'Notice of corrections'), source: filing.correct },
  delegation: { title: text('委派调解函', 'Delegation to mediation'), source: filing.mediate },
  firstAgreement: { title: text('诉前调解协议书', 'Agreement before filing'), source: filing.mediate },
  returnRecord: { title: text('退回材料登记', 'Record of papers given back'), source: filing.papersBack },
  refusal: { title: text('不予立案裁定书', 'Ruling that refuses to file'), source: filing.decide },
  acceptance: { title: text('受理案件通知书', 'Notice of acceptance'), source: filing.decide },
  answerNotice: { title: text('应诉通知书', 'Notice to answer'), source: trial.complaint },
  exclusionApproval: { title: text('扣除期限审批表', 'Approval of exclusion'), source: limits.excluded },
  extensionApproval: { title: text('延长期限审批表', 'Approval of extension'), source: limits.civilExtension },
  conversionRuling: { title: text('转换程序裁定书', 'Ruling on the procedure'), source: limits.toOrdinary },
  summons: { title: text('传票', 'Summons'), source: trial.notice },
  hearingNotice: { title: text('开庭公告', 'Public notice of the hearing'), source: trial.notice },
  transcript: { title: text('庭审笔录', 'Transcript'), source: trial.record },
  judgment: { title: text('裁判文书', 'Judgment or ruling'), source: trial.deliver },
  closingPaper: { title: text('结案文书（调解书、裁定书）', 'Closing paper'), source: trial.ends },
  serviceRecord: { title: text('送达回证', 'Record of service'), source: service.methods },
  transferLetter: { title: text('上诉案件移送函', 'Letter to the court above'), source: service.files },
  enforcementNotice: { title: text('执行通知书', 'Enforcement notice'), source: enforcement.notice },
  assetOrder: { title: text('报告财产令', 'Order to report assets'), source: enforcement.notice },
  measureRuling: { title: text('查封、扣押、冻结裁定书', 'Ruling on measures'), source: enforcement.seizure },
  objectionRuling: { title: text('执行异议裁定书', 'Ruling on the objection'), source: enforcement.objection },
  provisionalRuling: {
    title: text('终结本次执行程序裁定书', 'Ruling that ends it for now'),
    source: enforcement.provisional,
  },
  archiveList: { title: text('卷宗移交清单', 'List of the file'), source: archives.file },
} as const satisfies Record<string, ProcedureDocument>
