/**
 * What may be done against an administrative act: 行政复议法 (2023) arts 20, 24, 42 and 行政诉讼法 arts 44, 46, 56. Where the authority is a
 * township, the county government decides; where it is a department of the county, so too.
 */
export const againstAct = (paperName: string): string =>
  `如不服本${paperName}，可以自收到之日起六十日内向县级人民政府（{blank}）申请行政复议，也可以自收到之日起六个月内直接向有管辖权的人民法院提起行政诉讼。复议、诉讼期间不停止执行，法律另有规定的除外。`
