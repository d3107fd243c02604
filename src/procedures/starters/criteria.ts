import type { Starter } from './starter.ts'

type Item = readonly [no: string, item: string, points: number, evidence: string, deduction: string, veto?: true]

/** 平安单位创建: a sheet in the usual shape; items and points are an example that each county sets for itself (recalled). */
const ITEMS: readonly Item[] = [
  ['1', '组织领导：有专人负责，年初有安排', 10, '文件、会议记录', '没有安排扣10分，没有专人扣5分'],
  ['2', '矛盾纠纷排查化解：月月排查，件件有着落', 25, '台账', '漏排一件扣2分，超期一件扣1分'],
  ['3', '安全隐患排查整改：按期整改、按期复查', 25, '台账、复查意见', '逾期一件扣2分'],
  ['4', '消防、交通、寄递等重点场所管理', 15, '检查表', '不合格一项扣1分'],
  ['5', '宣传教育：全年不少于四次', 10, '活动记录', '少一次扣2分'],
  ['6', '应急：预案、值班、演练', 15, '预案、值班表、演练记录', '少一项扣5分'],
  ['7', '年内发生责任事故或瞒报', 0, '通报文件', '发生即不达标', true],
]

export const peacefulUnit: Starter = {
  procedure: 'criteria',
  key: 'peacefulUnit',
  form: {
    name: '平安单位创建评价标准',
    category: 'certification',
    basisText: '各地平安创建考核通行做法，指标和分值待本县确认。',
    items: ITEMS.map(([no, item, points, evidence, deduction, veto]) => ({
      no,
      item,
      points,
      evidence,
      deduction,
      ...(veto ? { veto } : {}),
    })),
    fullMark: ITEMS.reduce((sum, [, , points]) => sum + points, 0),
    passMark: 80,
  },
}

/** 民商事案件评查: the dimensions and points of one local score sheet; each court sets its own. */
const CASE_ITEMS: readonly Item[] = [
  ['1', '立案：案由、材料、期限', 5, '立案卷', '错一处扣1分'],
  ['2', '程序：送达、组成、开庭、期限、回避告知', 30, '审判流程、笔录', '一般瑕疵一处扣2分，影响当事人权利的扣10分'],
  ['3', '实体：事实、证据、适用法律、处理结果', 30, '证据、合议笔录', '认定不清一处扣5分'],
  ['4', '裁判文书：说理、格式、文字', 15, '裁判文书', '错字一处扣3分'],
  ['5', '笔录和其他文书', 15, '卷宗', '缺一份扣2分'],
  ['6', '归档和系统录入', 5, '电子卷宗', '逾期扣3分，漏录一项扣1分'],
]

export const caseReviewSheet: Starter = {
  procedure: 'criteria',
  key: 'caseReviewSheet',
  form: {
    name: '民商事案件评查标准',
    category: 'caseReview',
    basisText: '某地法院民商事案件评查评分表，指标和分值由本院确认。',
    items: CASE_ITEMS.map(([no, item, points, evidence, deduction]) => ({ no, item, points, evidence, deduction })),
    fullMark: CASE_ITEMS.reduce((sum, [, , points]) => sum + points, 0),
    passMark: 75,
  },
}

/** 演练评估: what is looked at in a drill, in the usual order of an evaluation; points are an example (recalled). */
const DRILL_ITEMS: readonly Item[] = [
  ['1', '准备：方案、脚本、参演人员和物资到位', 10, '方案、签到', '缺一项扣2分'],
  ['2', '预警和报告：按时、要素齐全', 20, '记录', '晚一次扣3分，缺要素扣2分'],
  ['3', '指挥和协调：级别、分工、指令清楚', 20, '记录', '指令不清一次扣3分'],
  ['4', '处置：预案步骤按时做到', 25, '步骤时间', '没做到一步扣3分，晚了扣1分'],
  ['5', '疏散、救护和人员安全', 15, '记录、照片', '不到位一项扣3分'],
  ['6', '保障：通信、物资、装备可用', 10, '清点记录', '不可用一项扣2分'],
]

export const drillEvaluation: Starter = {
  procedure: 'criteria',
  key: 'drillEvaluation',
  form: {
    name: '应急演练评估标准',
    category: 'drill',
    basisText: '演练评估国家标准（46792号，条文待核）和通行做法，指标和分值待本县确认。',
    items: DRILL_ITEMS.map(([no, item, points, evidence, deduction]) => ({ no, item, points, evidence, deduction })),
    fullMark: DRILL_ITEMS.reduce((sum, [, , points]) => sum + points, 0),
    passMark: 60,
  },
}
