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
