import { type Text, text } from '../../wording/text.ts'
import type { IndicatorDefinition } from '../definition.ts'

type Row = readonly [
  id: string,
  zh: string,
  en: string,
  kind: IndicatorDefinition['kind'],
  formula: string,
  wanted: IndicatorDefinition['wanted'],
  mark: IndicatorDefinition['source']['mark'],
  source: string,
]

/**
 * The 18 of the pack "人民法院审判质量管理指标体系" as revised in 2024, as far as published reports name them. Neither the official
 * list with its formulas nor its ranges was found: every formula is a working definition and says so; a court writes its ranges in a
 * version of its own. They show a value and a range, and never compare courts. A count that no matter here gives has no value.
 */
const ROWS: readonly Row[] = [
  [
    'case-to-procedure',
    '案-件比',
    'Procedures by dispute',
    'ratio',
    'procedures / disputes',
    'lower',
    'found',
    '全部程序件数 / 纠纷件数，理想为1；哪些程序算在内待核',
  ],
  [
    'appeal-rate',
    '上诉率',
    'Appeal rate',
    'share',
    'appealed / appealable',
    'lower',
    'recalled',
    '一审案件提起上诉的 / 一审可上诉案件办结',
  ],
  [
    'retrial-application-rate',
    '申诉申请再审率',
    'Applications for retrial',
    'share',
    'retrialApplications / effectiveJudgments',
    'lower',
    'recalled',
    '对生效裁判申诉、申请再审的 / 本期生效裁判',
  ],
  [
    'second-reverse-to-remand',
    '二审改判-发回重审比',
    'Second instance: reversed to remanded',
    'ratio',
    'secondReversed / secondRemanded',
    'inside',
    'recalled',
    '二审改判 / 二审发回',
  ],
  [
    'retrial-reverse-to-remand',
    '再审改判-发回重审比',
    'Retrial: reversed to remanded',
    'ratio',
    'retrialReversed / retrialRemanded',
    'inside',
    'recalled',
    '再审改判 / 再审发回',
  ],
  [
    'criminal-appeal-hearing',
    '刑事二审开庭率',
    'Criminal appeals heard',
    'share',
    'criminalAppealsHeard / criminalAppealsClosed',
    'higher',
    'recalled',
    '刑事二审开庭审理 / 刑事二审办结',
  ],
  [
    'within-limit',
    '审限内结案率',
    'Closed within the limit',
    'share',
    'onTime / closed',
    'inside',
    'found',
    '法定审限（含依法扣除、延长）内办结 / 办结',
  ],
  [
    'average-disposal-days',
    '平均结案时间',
    'Average days to closing',
    'plain',
    'disposalDays / closed',
    'lower',
    'recalled',
    '立案到结案天数合计 / 办结',
  ],
  [
    'over-12-months',
    '超12个月未结案件比',
    'Pending over 12 months',
    'share',
    'openOver12m / pendingEnd',
    'lower',
    'recalled',
    '立案超12个月未结 / 未结；分母待核',
  ],
  [
    'appeal-transfer-days',
    '上诉案件移送时间',
    'Days to send an appeal on',
    'plain',
    'appealTransferDays / appealsSent',
    'lower',
    'recalled',
    '提起上诉到上级法院收到案卷的平均天数',
  ],
  [
    'mediation-rate',
    '调解率',
    'Settled by mediation',
    'share',
    'ended_settled / closed',
    'inside',
    'recalled',
    '调解结案 / 一审民事、行政办结',
  ],
  [
    'withdrawal-rate',
    '撤诉率',
    'Withdrawn',
    'share',
    'ended_withdrawn / closed',
    'inside',
    'recalled',
    '撤诉 / 一审民事办结',
  ],
  [
    'civil-enforcement-application',
    '民事裁判申请执行率',
    'Civil judgments that need enforcement',
    'share',
    'enforcementApplied / judgmentsWithDuties',
    'lower',
    'recalled',
    '申请执行的 / 有给付内容的民事裁判',
  ],
  [
    'full-enforcement',
    '执行完毕率',
    'Enforced in full',
    'share',
    'ended_enforced / (ended_enforced + ended_provisional + ended_enforcementEnded)',
    'higher',
    'recalled',
    '首次执行案件执行完毕 / 首次执行案件办结',
  ],
  [
    'recovered-amount',
    '执行到位率',
    'Amount recovered',
    'plain',
    'amountRecovered / amountClaimed',
    'higher',
    'recalled',
    '到位金额 / 首次执行结案的申请标的额',
  ],
  [
    'no-asset-closure',
    '首次执行案件终本率',
    'Ended for now for want of assets',
    'share',
    'ended_provisional / (ended_enforced + ended_provisional + ended_enforcementEnded)',
    'inside',
    'recalled',
    '首次执行案件终本 / 首次执行案件办结',
  ],
  [
    'prior-mediation',
    '诉前调解成功率',
    'Mediations before filing that succeeded',
    'share',
    'ended_settledFirst / priorMediationsEnded',
    'higher',
    'recalled',
    '诉前调解成功 / 诉前调解结束',
  ],
  [
    'effective-reversed',
    '生效裁判被改判、发回率',
    'Effective judgments reversed or remanded',
    'share',
    '(retrialReversed + retrialRemanded) / effectiveJudgments',
    'inside',
    'recalled',
    '再审改判、发回 / 本期生效裁判',
  ],
]

/** Named in the versions before 2024 and no longer published: kept so that nobody counts by them unaware. */
const DROPPED: readonly (readonly [string, string, string, IndicatorDefinition['source']['mark'], string])[] = [
  ['closed-per-judge', '法官人均结案数', 'Closed by judge', 'local', 'closed / 员额法官数；不计到人，2024年起不再发布'],
  ['extension-rate', '延长审限率', 'Extended', 'recalled', '2024年起不再发布'],
  ['retrial-ordered', '裁定再审率', 'Retrials ordered', 'recalled', '2024年起不再发布'],
  ['advice-reply', '司法建议反馈率', 'Replies to judicial advice', 'recalled', '2024年起不再发布'],
]

const common = { version: 1, pack: 'court', fewest: 30, kinds: ['case'], effectiveFrom: '2024-11-01' } as const
const named = (zh: string, en: string): Text => text(zh, en)

/** The court pack, in the order in which it is published. */
export const COURT_PACK: readonly IndicatorDefinition[] = [
  ...ROWS.map(
    ([id, zh, en, kind, formula, wanted, mark, source]): IndicatorDefinition => ({
      ...common,
      id: `court-${id}`,
      title: named(zh, en),
      kind,
      formula,
      wanted,
      source: { mark, text: source },
    }),
  ),
  ...DROPPED.map(
    ([id, zh, en, mark, source]): IndicatorDefinition => ({
      ...common,
      id: `court-${id}`,
      title: named(zh, en),
      kind: 'plain',
      formula: 'notCounted',
      wanted: 'inside',
      source: { mark, text: source },
      isDropped: true,
    }),
  ),
]

/** CourTools of the National Center for State Courts, as far as matters give them. */
export const COURTOOLS_PACK: readonly IndicatorDefinition[] = [
  [
    'courtools-2',
    '清结率（CourTools 2）',
    'Clearance rate (CourTools 2)',
    'ratio',
    'closed / incoming',
    'higher',
    'found',
    'Outgoing / incoming cases',
  ],
  [
    'courtools-3',
    '按期办结（CourTools 3）',
    'Time to disposition (CourTools 3)',
    'share',
    'onTime / closed',
    'higher',
    'recalled',
    'Disposed within the time guideline / disposed',
  ],
  [
    'courtools-4',
    '未结超12个月（CourTools 4）',
    'Age of pending: over 12 months (CourTools 4)',
    'share',
    'openOver12m / pendingEnd',
    'lower',
    'found',
    'Active pending older than the band / active pending',
  ],
].map(packed('courtools'))

/** CEPEJ, European Commission for the Efficiency of Justice. */
export const CEPEJ_PACK: readonly IndicatorDefinition[] = [
  [
    'cepej-clearance',
    '清结率（CEPEJ）',
    'Clearance rate (CEPEJ)',
    'ratio',
    'closed / incoming',
    'higher',
    'found',
    'Resolved / incoming',
  ],
  [
    'cepej-turnover',
    '周转率（CEPEJ）',
    'Case turnover (CEPEJ)',
    'ratio',
    'closed / pendingEnd',
    'higher',
    'found',
    'Resolved / pending at the end',
  ],
  [
    'cepej-disposition',
    '处置时间，天（CEPEJ）',
    'Disposition time, days (CEPEJ)',
    'ratio',
    'periodDays * pendingEnd / closed',
    'lower',
    'found',
    'Days of the period × pending at the end / resolved',
  ],
  [
    'cepej-backlog',
    '积案（CEPEJ）',
    'Total backlog (CEPEJ)',
    'plain',
    'pendingStart + incoming - closed - returned',
    'lower',
    'recalled',
    'Pending at the start + incoming - resolved',
  ],
].map(packed('cepej'))

function packed(pack: 'courtools' | 'cepej') {
  return (row: readonly string[]): IndicatorDefinition => {
    const [id, zh, en, kind, formula, wanted, mark, source] = row as unknown as Row
    return { ...common, pack, id, title: named(zh, en), kind, formula, wanted, source: { mark, text: source } }
  }
}
