import type { Fields } from '../../../domain/procedure/form.ts'
import { text } from '../../../domain/wording/text.ts'

/** Of what the counts are: one sort of panel each. Never of a person. */
export const WARNING_SUBJECTS = {
  unit: text('一个单位的事项', 'Matters of one unit'),
  place: text('一个属地的事项', 'Matters of one place'),
  organisation: text('一家单位的事项', 'Matters of one organisation'),
  site: text('一个点位的事项', 'Matters of one site'),
  cluster: text('相邻几个属地一起', 'Neighbouring places together'),
} as const

const bound = { min: 0, max: 1_000_000_000 } as const

/** What the judgement said of one day or week. The latest answer counts while it lasts. */
export const judgementFacts = {
  asOf: {
    kind: 'date',
    title: text('看到哪一天为止', 'Judged up to'),
    required: true,
    notBefore: { field: 'since' },
    notAfter: 'today',
  },
  observed: { kind: 'number', title: text('实际件数', 'Observed'), required: true, ...bound },
  expected: { kind: 'number', title: text('预期件数', 'Expected'), required: true, ...bound },
  upper: {
    kind: 'number',
    title: text('上限', 'Upper bound'),
    hint: text('到这个数都不算异常', 'The highest count that is nothing unusual'),
    ...bound,
  },
  p: {
    kind: 'number',
    title: text('碰巧的机会（p）', 'Chance (p)'),
    hint: text('没有变化时，碰巧有这么多或更多的机会', 'Chance of so many or more when nothing has changed'),
    min: 0,
    max: 1,
  },
  q: {
    kind: 'number',
    title: text('误报的比例（q）', 'Share of false alarms (q)'),
    hint: text(
      '把这一条和更靠前的都当真，其中误报的比例',
      'The share of false alarms if this one and all before it are believed',
    ),
    min: 0,
    max: 1,
  },
} as const satisfies Fields
