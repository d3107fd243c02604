import type { Source } from '../../../domain/procedure/source.ts'
import { text } from '../../../domain/wording/text.ts'

/** Drills of response plans: how often, how they are evaluated, what follows. */
export const drillLaw = {
  /** Governments, their regulators, townships: at least one in two years; dangerous trades and crowds: one in half a year. */
  safety: {
    article: text('《生产安全事故应急条例》（2019）第八条', 'Work Accident Response Regulations (2019), art. 8'),
    mark: 'found',
  },
  /** The half-year binds the enterprises; their regulators check by sample (para. 3). */
  sampled: {
    article: text(
      '《生产安全事故应急条例》（2019）第八条：重点单位至少每半年一次，部门抽查',
      'Work Accident Response Regulations (2019), art. 8: dangerous trades each half-year, their regulators check by sample',
    ),
    mark: 'found',
  },
  yearPlan: {
    article: text(
      '演练计划通行做法：年初定计划，至少两年一次的按条例第八条',
      'Customary: a plan each year; at least every two years by art. 8 of the Regulations',
    ),
    mark: 'recalled',
  },
  evaluation: {
    article: text(
      '国家标准《突发事件应急演练评估》（2025，46792号，条文待核）',
      'Standard on the evaluation of response drills (GB/T 46792-2025, to be checked)',
    ),
    mark: 'recalled',
  },
  revise: {
    article: text('《生产安全事故应急条例》（2019）第六条', 'Work Accident Response Regulations (2019), art. 6'),
    mark: 'found',
  },
} as const satisfies Record<string, Source>
