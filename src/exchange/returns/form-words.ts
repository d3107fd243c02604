import type { CellText, Measure } from '../../domain/returns/return-query.ts'

/** Words of headings by what they count, the surest first: 超期未办结 is overdue before it is open. */
export const MEASURE_WORDS: readonly (readonly [Measure, RegExp])[] = [
  ['returned', /退回|不予受理/],
  ['onTime', /按期|按时|限期内|期限内|及时(?:办结|化解|整改)/],
  ['late', /(?:超期|逾期)(?:后)?(?:办结|整改|化解|完成)/],
  ['overdue', /超期|逾期|超时|超限/],
  ['open', /在办|未(?:办结|化解|整改|销号|结|完成|处理)|正在|存量|结存|期末|待(?:办|整改|化解)|剩余/],
  ['closed', /办结|结案|销号|化解|已(?:整改|完成|处理|解决|答复|调解)|整改完成|完成数|整改数|结办/],
  [
    'opened',
    /新增|新收|新发|受理|登记|收到|接收|排查(?:数|出|发现)|发现|立案|发生|上报数|件数|起数|总数|数量|本(?:期|月|季|年)数|(?:隐患|纠纷|信访|事项|问题|风险|事件)数/,
  ],
]

/** A rate or an average is the form's own to work out, or a person's. */
export const NO_COUNT = /率|占比|比例|同比|环比|增幅|平均|人数|人次|金额|资金|经费|元/

/** What stands left of an empty cell that says a text. */
export const TEXT_WORDS: readonly (readonly [CellText, RegExp])[] = [
  ['office', /^(?:填报|报送|上报|报告|报表|编报)?(?:单位|机关)(?:名称|（盖章）|\(盖章\)|（公章）|\(公章\))?$/],
  ['period', /^(?:统计|报告|填报|所属)?(?:时段|时期|期间|报告期|所属期|周期|月份|季度|年月)$/],
  ['day', /^(?:填报|报送|上报|填表|报出|制表)(?:日期|时间)$/],
  ['post', /^(?:填报|填表|经办|制表|联系|报送)(?:人|人员|岗位)$/],
]

/** Whoever signs or explains does so by hand. */
export const BY_HAND = /备注|说明|措施|做法|问题及|原因|审核|负责人|领导|电话|附件|建议/

/** A row or column of sums. */
export const SUMS = /^(?:合计|总计|小计|累计|总数|全县|全市|全镇)$/

/** Verbs of what was done that are also the names of kinds: 已整改 asks of hazards, not of rectifications. */
export const VERBS =
  /(?:已|未|待|按期|超期|逾期|按时|限期|及时)整改|整改(?:完成|率|数|情况|到位)|(?:排查|检查|督查|督办)(?:发现|整治|化解|情况)/g
