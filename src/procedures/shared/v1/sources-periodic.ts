import type { Source } from '../../../domain/procedure/source.ts'
import { text } from '../../../domain/wording/text.ts'

/** What units report regularly, whether or not anything happened. */
export const periodic = {
  petitionYear: {
    article: text('《信访工作条例》第四十一条', 'Petition Work Regulations, art. 41'),
    mark: 'found',
  },
  hazardStatistics: {
    article: text(
      '《安全生产事故隐患排查治理暂行规定》（16号令）第十四条（条文待核）',
      'Order 16 on hazard governance, art. 14 (article to be checked)',
    ),
    mark: 'recalled',
  },
} as const satisfies Record<string, Source>
