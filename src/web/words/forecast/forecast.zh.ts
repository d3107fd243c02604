/** The words of the forecast. */
export const forecastZh = {
  title: '预计',
  lead: '今后几周有多少件在办、多少件逾期。过去试下来不比“照现在不变”准的，就不说数。',
  unit: '单位（含下级）',
  kind: '事项类型',
  everyKind: '所有类型',
  weeks: '往后看',
  weeksOf: (weeks: number) => `${weeks}周`,
  what: { open: '在办', overdue: '逾期' },
  now: (count: number) => `现在${count.toLocaleString('en')}件`,
  said: (weeks: number, value: string, lower: number, upper: number) =>
    `${weeks}周后预计${value}件，十次有九次在${lower}到${upper}件之间。`,
  shown: (tries: number, error: string, naive: string) =>
    `过去${tries}周都这样试过：平均差${error}件；不用模型、照现在不变或照近来走，最好的也差${naive}件。`,
  silent: {
    'too-little-history': '说不出：记录还太短，没有足够的过去可以试。',
    'no-better-than-naive': '说不出：过去试下来，不比“照现在不变”准。',
  },
  silentShown: (tries: number, error: string, naive: string) =>
    `试了${tries}周：平均差${error}件，照现在不变或照近来走，最好的差${naive}件。`,
  silentAfter: (weeks: number) => `第${weeks}周以后说不出：过去试下来，不比“照现在不变”准。`,
  partly: '有的周说不出，图上就空着。',
  past: '实际',
  ahead: '预计',
  week: '周末',
  range: '九成范围',
  byKind: '按类型',
  byUnit: '按单位',
  partLead: (weeks: number) => `现在，和${weeks}周后。顺序是类型和单位本来的顺序，不按多少排。`,
  nowHead: '现在',
  inWeeks: (weeks: number) => `${weeks}周后`,
  none: '说不出',
  own: (unit: string) => `${unit}本级`,
  empty: '没有在办、也没有最近办结的事项',
  emptyText: '换一个单位或类型看看。',
  coming: {
    reckoning: '四周后会怎样，正在算',
    said: {
      open: (value: string, lower: number, upper: number) =>
        `四周后预计在办${value}件（十次有九次在${lower}到${upper}件）`,
      overdue: (value: string, lower: number, upper: number) => `逾期预计${value}件（${lower}到${upper}件）`,
    },
    asNow: {
      open: '四周后在办多少，说不出比“照现在不变”更准的数',
      overdue: '逾期多少，说不出比“照现在不变”更准的数',
    },
    silent: {
      'too-little-history': '四周后会怎样还说不出：记录太短',
      'no-better-than-naive': '四周后在办和逾期多少，说不出比“照现在不变”更准的数',
    },
    more: '看预计',
  },
  how: '怎么算的：现在在办的，按同样年头、同样离期限远近的事项近半年办结的快慢往下走；新来的按近来的多少加进去。区间来自过去真实的误差，不是公式。',
}

export type ForecastWords = typeof forecastZh
